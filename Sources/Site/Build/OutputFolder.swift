/// Where rendered files go: the stage, with the published site to compare with.
struct OutputFolder: Sendable {
    let stage: String
    /// The published site; nil to write everything anew.
    let published: String?

    enum State: Sendable {
        case written, unchanged
    }

    /// Makes the folders that files will stand in.
    func makeFolders(for files: [String]) throws(MachineFailure) {
        var made: Set<Substring> = []
        for file in files {
            guard let slash = file.lastIndex(of: "/") else { continue }
            let folder = file[..<slash]
            guard made.insert(folder).inserted else { continue }
            try FileSystem.makeFolders(stage + "/" + folder)
        }
    }

    /// Writes a file; one that is published with the same bytes is kept as it is, with its date.
    func write(_ bytes: [UInt8], to file: String) throws(MachineFailure) -> State {
        let path = stage + "/" + file
        if let published {
            let old = published + "/" + file
            if FileSystem.size(of: old) == bytes.count, let before = try? FileSystem.read(old), before == bytes,
                FileSystem.link(old, as: path)
            {
                return .unchanged
            }
        }
        try FileSystem.write(bytes, to: path)
        return .written
    }
}
