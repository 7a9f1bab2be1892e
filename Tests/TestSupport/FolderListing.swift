#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files below a folder.
package enum FolderListing {
    /// Paths relative to the folder, sorted; dot-files are left out.
    package static func files(below folder: String) -> [String] {
        var found: [String] = []
        func walk(_ inner: String) {
            guard let directory = opendir(folder + inner) else { return }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name.hasPrefix(".") { continue }
                var information = stat()
                guard stat(folder + inner + "/" + name, &information) == 0 else { continue }
                if information.st_mode & S_IFMT == S_IFDIR {
                    walk(inner + "/" + name)
                } else {
                    found.append(String((inner + "/" + name).dropFirst()))
                }
            }
        }
        walk("")
        return found.sorted()
    }
}
