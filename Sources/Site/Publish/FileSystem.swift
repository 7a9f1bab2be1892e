#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A failure of the machine, not of the content: a full disk, a missing permission, a folder that is not there.
package struct MachineFailure: Error, Sendable {
    /// What could not be done, in words: "cannot write 'Public/index.html'".
    package var summary: String
    /// What the system says about it.
    package var reason: String
    package var help: String?

    package init(_ summary: String, reason: String, help: String? = nil) {
        self.summary = summary
        self.reason = reason
        self.help = help
    }

    init(_ summary: String, code: Int32) {
        self.init(summary, reason: String(cString: strerror(code)), help: Self.help(code))
    }

    private static func help(_ code: Int32) -> String? {
        switch code {
        case ENOSPC, EDQUOT: "free some space; the published site is as it was"
        case EACCES, EPERM, EROFS: "check who may read and write there"
        default: nil
        }
    }
}

/// The few things that the builder asks of the file system.
enum FileSystem {
    enum Kind {
        case file, folder, link, other
    }

    struct Entry {
        var name: String
        var kind: Kind
    }

    // MARK: Reading

    /// What stands at a path, without following a link; nil if nothing does.
    static func kind(at path: String) -> Kind? {
        var information = stat()
        guard lstat(path, &information) == 0 else { return nil }
        return kind(information)
    }

    private static func kind(_ information: stat) -> Kind {
        switch information.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The size of a file in bytes; nil if there is no file.
    static func size(of path: String) -> Int? {
        var information = stat()
        guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(information.st_size)
    }

    static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// The entries of a folder, sorted by name in the order of their bytes.
    static func entries(of path: String) throws(MachineFailure) -> [Entry] {
        guard let folder = opendir(path) else { throw MachineFailure("cannot read the folder '\(path)'", code: errno) }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            guard let kind = kind(at: path + "/" + name) else { continue }
            entries.append(Entry(name: name, kind: kind))
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The bytes of a file; `limit` bytes and one more at the most.
    static func read(_ path: String, limit: Int = .max) throws(MachineFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MachineFailure("cannot read '\(path)'", code: errno) }
        defer { close(descriptor) }
        var information = stat()
        let isKnown = fstat(descriptor, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
        guard isKnown else { return try drain(descriptor, path, limit: limit) }
        let size = Int(information.st_size)
        let wanted = limit < size ? limit + 1 : size
        var failure: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: max(wanted, 1)) { buffer, count in
            while count < wanted {
                let got = Self.read(descriptor, buffer, from: count, upTo: wanted)
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    return
                }
                if got == 0 { return }
                count += got
            }
        }
        if failure != 0 { throw MachineFailure("cannot read '\(path)'", code: failure) }
        if bytes.count > wanted { bytes.removeLast(bytes.count - wanted) }
        return bytes
    }

    /// What a pipe or a device gives until it ends.
    private static func drain(_ descriptor: Int32, _ path: String, limit: Int) throws(MachineFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let got = chunk.withUnsafeMutableBufferPointer { read(descriptor, $0, from: 0, upTo: $0.count) }
            if got < 0 {
                if errno == EINTR { continue }
                throw MachineFailure("cannot read '\(path)'", code: errno)
            }
            if got == 0 { break }
            bytes.append(contentsOf: chunk[..<got])
        }
        return bytes
    }

    private static func read(
        _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, upTo end: Int
    ) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        #if canImport(Glibc)
            return Glibc.read(descriptor, base + start, end - start)
        #elseif canImport(Musl)
            return Musl.read(descriptor, base + start, end - start)
        #else
            return Darwin.read(descriptor, base + start, end - start)
        #endif
    }

    /// All that comes in on standard input; `limit` bytes and some more at the most.
    static func readStandardInput(limit: Int) throws(MachineFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            var failure: Int32 = 0
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                var got = Self.read(0, buffer, from: 0, upTo: buffer.count)
                while got < 0, errno == EINTR { got = Self.read(0, buffer, from: 0, upTo: buffer.count) }
                if got < 0 { failure = errno }
                count = max(got, 0)
            }
            if failure != 0 { throw MachineFailure("cannot read standard input", code: failure) }
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }

    // MARK: Writing

    /// Writes a file in one step: what stood there stays until the new one is whole.
    static func replace(_ path: String, with bytes: [UInt8]) throws(MachineFailure) {
        var target = path
        switch kind(at: path) {
        case .link: target = resolved(path) ?? path
        case .other:
            // A device or a pipe takes what is written to it; it is not replaced.
            try write(bytes, to: path, flags: O_WRONLY)
            return
        default: break
        }
        let draft = target + ".atlas-\(getpid())"
        do {
            try write(bytes, to: draft)
            try rename(draft, to: target)
        } catch {
            unlink(draft)
            throw MachineFailure("cannot write '\(path)'", reason: error.reason, help: nil)
        }
    }

    static func write(
        _ bytes: [UInt8], to path: String, flags: Int32 = O_WRONLY | O_CREAT | O_EXCL
    ) throws(MachineFailure) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MachineFailure("cannot write '\(path)'", code: errno) }
        let failure = bytes.withUnsafeBytes { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return 0 }
            var written = 0
            while written < buffer.count {
                let count = send(descriptor, base + written, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                written += count
            }
            return 0
        }
        // A full disk may only be noticed when the file is closed.
        let closing = close(descriptor) == 0 ? 0 : errno
        if failure != 0 { throw MachineFailure("cannot write '\(path)'", code: failure) }
        if closing != 0 { throw MachineFailure("cannot write '\(path)'", code: closing) }
    }

    private static func send(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            return Glibc.write(descriptor, base, count)
        #elseif canImport(Musl)
            return Musl.write(descriptor, base, count)
        #else
            return Darwin.write(descriptor, base, count)
        #endif
    }

    /// Makes a folder; one that is there already is fine.
    static func makeFolder(_ path: String) throws(MachineFailure) {
        guard mkdir(path, 0o755) != 0 else { return }
        let code = errno
        if code == EEXIST, isFolder(path) { return }
        throw MachineFailure("cannot make the folder '\(path)'", code: code)
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String) throws(MachineFailure) {
        if isFolder(path) { return }
        let parent = Self.parent(of: path)
        if parent != path { try makeFolders(parent) }
        try makeFolder(path)
    }

    /// Gives a file a second name; false if the file system cannot.
    static func link(_ existing: String, as path: String) -> Bool {
        #if canImport(Glibc)
            return Glibc.link(existing, path) == 0
        #elseif canImport(Musl)
            return Musl.link(existing, path) == 0
        #else
            return Darwin.link(existing, path) == 0
        #endif
    }

    static func rename(_ path: String, to other: String) throws(MachineFailure) {
        #if canImport(Glibc)
            let result = Glibc.rename(path, other)
        #elseif canImport(Musl)
            let result = Musl.rename(path, other)
        #else
            let result = Darwin.rename(path, other)
        #endif
        if result != 0 { throw MachineFailure("cannot rename '\(path)' to '\(other)'", code: errno) }
    }

    /// Removes a folder with all that is in it, without following links; what is gone already is fine.
    static func removeTree(_ path: String) throws(MachineFailure) {
        switch kind(at: path) {
        case nil: return
        case .folder:
            for entry in try entries(of: path) { try removeTree(path + "/" + entry.name) }
            if rmdir(path) != 0, errno != ENOENT { throw MachineFailure("cannot remove '\(path)'", code: errno) }
        default:
            if unlink(path) != 0, errno != ENOENT { throw MachineFailure("cannot remove '\(path)'", code: errno) }
        }
    }

    /// Copies a file, folder or link, giving files a second name where that is possible.
    static func replicate(_ path: String, as other: String) throws(MachineFailure) {
        switch kind(at: path) {
        case .folder:
            try makeFolder(other)
            for entry in try entries(of: path) {
                try replicate(path + "/" + entry.name, as: other + "/" + entry.name)
            }
            copyPermissions(of: path, to: other)
        case .link:
            var buffer = [CChar](repeating: 0, count: 4097)
            let count = readlink(path, &buffer, 4096)
            guard count >= 0, symlink(buffer, other) == 0 else {
                throw MachineFailure("cannot copy the link '\(path)'", code: errno)
            }
        case .file:
            if link(path, as: other) { return }
            try write(try read(path), to: other)
            copyPermissions(of: path, to: other)
        case .other:
            throw MachineFailure(
                "cannot keep '\(path)'", reason: "it is neither a file nor a folder nor a link",
                help: "move it out of the output folder")
        case nil: return
        }
    }

    /// Gives a file or folder the permissions of another, and its owner where that is allowed.
    static func copyPermissions(of path: String, to other: String) {
        var information = stat()
        guard stat(path, &information) == 0 else { return }
        _ = chown(other, information.st_uid, information.st_gid)
        _ = chmod(other, information.st_mode & 0o7777)
    }

    // MARK: Paths

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The path without links and dots, or nil if nothing is there.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
