import TestSupport

@testable import Site

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A site on disk in a folder of its own, which goes away with the value.
final class SiteFolder: Sendable {
    let path: String

    /// Writes the files of a tree, with the templates of the repository.
    init(_ tree: FileTree = .smallAtlas) throws {
        var template = Array("/tmp/atlas-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw MachineFailure("cannot make a folder", reason: "mkdtemp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try FileSystem.replicate(Self.templates, as: path + "/Templates")
        try write(tree)
    }

    deinit {
        try? FileSystem.removeTree(path)
    }

    /// The templates of the repository.
    static var templates: String {
        "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Templates"
    }

    /// Writes files; what stands there is replaced.
    func write(_ tree: FileTree) throws {
        for name in tree.paths {
            try write(tree[name] ?? "", to: name)
        }
    }

    func write(_ text: String, to name: String) throws {
        try FileSystem.makeFolders(FileSystem.parent(of: path + "/" + name))
        try FileSystem.removeTree(path + "/" + name)
        try FileSystem.write(Array(text.utf8), to: path + "/" + name)
    }

    func read(_ name: String) -> String? {
        (try? FileSystem.read(path + "/" + name)).map { String(decoding: $0, as: UTF8.self) }
    }

    func exists(_ name: String) -> Bool { FileSystem.kind(at: path + "/" + name) != nil }

    var options: BuildOptions {
        var options = BuildOptions()
        options.content = path + "/Content"
        options.templates = path + "/Templates"
        options.output = path + "/Public"
        return options
    }

    @discardableResult
    func build(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> BuildReport {
        var options = options
        change(&options)
        return try await SiteBuilder(options).build()
    }

    /// Every file below a folder with its bytes.
    func contents(of folder: String = "Public") throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        func walk(_ inner: String) throws {
            for entry in try FileSystem.entries(of: path + "/" + folder + inner) {
                let name = inner + "/" + entry.name
                if entry.kind == .folder {
                    try walk(name)
                } else {
                    found[name] = try FileSystem.read(path + "/" + folder + name)
                }
            }
        }
        try walk("")
        return found
    }

    /// What stands beside the output and was left there.
    func leftovers() throws -> [String] {
        try FileSystem.entries(of: path).map(\.name).filter { $0.hasPrefix(".atlas-") }
    }
}
