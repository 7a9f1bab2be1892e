/// A range of text in one line of an input file, with the line itself.
public struct Place: Sendable, Hashable {
    /// The file as the user named it, relative to where the command runs.
    public var file: String
    /// The line, from 1; 0 stands for the file as a whole.
    public var line: Int
    /// The column, from 1, counted in characters.
    public var column: Int
    /// How many characters are meant, at least 1.
    public var length: Int
    /// The text of the line, without its line break, if it is known.
    public var excerpt: String?

    public init(file: String, line: Int = 0, column: Int = 1, length: Int = 1, excerpt: String? = nil) {
        self.file = file
        self.line = line
        self.column = max(1, column)
        self.length = max(1, length)
        self.excerpt = excerpt
    }
}

extension Place: Comparable {
    public static func < (lhs: Place, rhs: Place) -> Bool {
        (lhs.file, lhs.line, lhs.column, lhs.length) < (rhs.file, rhs.line, rhs.column, rhs.length)
    }
}
