/// The list of the files of a published site: what makes an output folder ours.
struct Manifest: Sendable {
    private static let heading = "evidence-atlas 1"

    private var files: Set<String> = []
    private var folders: Set<String> = []

    init() {}

    mutating func add(_ file: String) {
        files.insert(file)
        var folder = file[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            guard folders.insert(String(folder)).inserted else { return }
        }
    }

    /// Whether a listed file stands in a folder or below it.
    func hasFolder(_ folder: String) -> Bool { folders.contains(folder) }

    func lists(_ file: String) -> Bool { files.contains(file) }

    var bytes: [UInt8] {
        var out = Self.heading + "\n"
        for file in files.sorted() { out += file + "\n" }
        return Array(out.utf8)
    }

    /// The manifest in a file, or nil if there is none or it is not one.
    static func read(_ path: String) -> Manifest? {
        guard let bytes = try? FileSystem.read(path) else { return nil }
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
        guard lines.popFirst() == Substring(heading) else { return nil }
        var manifest = Manifest()
        for line in lines { manifest.add(String(line)) }
        return manifest
    }
}
