import Diagnostics
import Evidence
import TemplateEngine
import Text

/// The files below a folder that the builder reads.
struct InputFolder {
    struct File {
        /// The path inside the folder, with slashes.
        var path: String
        /// How the file is named in diagnostics.
        var name: String
        var bytes: [UInt8]
    }

    var files: [File] = []
    var diagnostics: [Diagnostic] = []

    /// How deep folders may be nested.
    private static let maximumDepth = 8

    /// Reads every file below a folder; dot-files and links are left out, links with an error.
    ///
    /// - Parameters:
    ///   - purpose: what the folder is, for messages: "content".
    ///   - option: the option that names it.
    init(_ folder: String, purpose: String, option: String) throws(MachineFailure) {
        guard FileSystem.isFolder(folder) else {
            throw MachineFailure(
                "the \(purpose) folder '\(folder)' is not there", reason: "no such folder",
                help: "run atlas where the folder is, or name it with \(option)")
        }
        let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        try walk(root, path: "", depth: 0)
    }

    /// Text is bounded; an asset, which is only copied, is bounded more widely.
    static func limit(of path: String) -> Int { path.hasPrefix("assets/") ? 256 << 20 : AtlasReader.maximumFileSize }

    private mutating func walk(_ root: String, path: String, depth: Int) throws(MachineFailure) {
        let folder = path.isEmpty ? root : root + "/" + path
        for entry in try FileSystem.entries(of: folder) where !entry.name.hasPrefix(".") {
            let inner = path.isEmpty ? entry.name : path + "/" + entry.name
            let name = folder + "/" + entry.name
            switch entry.kind {
            case .file:
                files.append(
                    File(path: inner, name: name, bytes: try FileSystem.read(name, limit: Self.limit(of: inner))))
            case .folder where depth < Self.maximumDepth: try walk(root, path: inner, depth: depth + 1)
            case .folder:
                diagnostics.append(.error("too-deep", "the folders are nested too deep", at: Place(file: name)))
            case .link:
                diagnostics.append(
                    .error(
                        "symbolic-link", "links are not followed", at: Place(file: name),
                        help: "put the file itself here, so that nothing outside the folder is published"))
            case .other:
                diagnostics.append(.error("special-file", "this is not a file", at: Place(file: name)))
            }
        }
    }
}
