/// Files written as one text literal: each begins with a line `-- path --`.
///
///     var tree = FileTree("""
///         -- Content/site.yaml --
///         name: Test
///         """)
///     tree.replace("Test", with: "Other", in: "Content/site.yaml")
package struct FileTree: Sendable {
    public private(set) var files: [String: String] = [:]

    package init(_ literal: String) {
        var path: String?
        var lines: [Substring] = []
        func close() {
            if let path { files[path] = lines.joined(separator: "\n") + "\n" }
            lines = []
        }
        for line in literal.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                close()
                path = String(line.dropFirst(3).dropLast(3))
            } else {
                lines.append(line)
            }
        }
        close()
    }

    package var paths: [String] { files.keys.sorted() }

    package subscript(path: String) -> String? {
        get { files[path] }
        set { files[path] = newValue }
    }

    /// Replaces a text that must be there.
    package mutating func replace(_ text: String, with other: String, in path: String) {
        guard let old = files[path], old.contains(text) else {
            preconditionFailure("'\(text)' is not in \(path).")
        }
        files[path] = old.replacing(text, with: other)
    }

    /// A copy with one text replaced.
    package func replacing(_ text: String, with other: String, in path: String) -> FileTree {
        var copy = self
        copy.replace(text, with: other, in: path)
        return copy
    }
}
