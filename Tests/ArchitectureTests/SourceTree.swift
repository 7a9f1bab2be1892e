import Foundation

/// The Swift sources of the package, as text.
struct SourceTree {
    struct File {
        /// The path from the root of the repository.
        var path: String
        var lines: [Substring]
        /// The room that it belongs to.
        var room: String
    }

    let files: [File]

    /// The sources below a folder of the repository.
    init(_ folder: String = "Sources") throws {
        let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        guard let walk = FileManager.default.enumerator(atPath: root + "/" + folder) else {
            files = []
            return
        }
        var found: [File] = []
        for case let path as String in walk where path.hasSuffix(".swift") {
            let text = try String(contentsOfFile: "\(root)/\(folder)/\(path)", encoding: .utf8)
            found.append(
                File(
                    path: "\(folder)/\(path)", lines: text.split(separator: "\n", omittingEmptySubsequences: false),
                    room: String(path.prefix { $0 != "/" })))
        }
        files = found.sorted { $0.path < $1.path }
    }
}

extension Substring {
    /// The line without a comment and without what stands before it.
    var code: Substring {
        let trimmed = drop { $0 == " " }
        return trimmed.hasPrefix("//") ? "" : trimmed
    }
}
