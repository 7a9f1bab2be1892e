/// A range of text in one line of an input file.
///
/// A place holds no text: the line is cut from the file when somebody is to see it.
package struct Place: Sendable {
    /// The file as the user named it, relative to where the command runs.
    package var file: String
    /// The line, from 1; 0 stands for the file as a whole.
    package var line: Int
    /// The column, from 1, counted in characters.
    package var column: Int
    /// How many characters are meant, at least 1.
    package var length: Int
    /// The text of the file, if it is known.
    private var source: SourceText?

    package init(file: String, line: Int = 0, column: Int = 1, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = max(1, column)
        self.length = max(1, length)
    }

    init(in source: SourceText, line: Int, column: Int, length: Int) {
        self.init(file: source.file, line: line, column: column, length: length)
        self.source = source
    }

    /// The line, cut to what a reader can take in; nil for the file as a whole and for a file that was not read.
    package var excerpt: Excerpt? {
        line > 0 ? source?.excerpt(line: line, column: column) : nil
    }
}

extension Place: Hashable, Comparable {
    private var key: (String, Int, Int, Int) { (file, line, column, length) }

    package static func == (lhs: Place, rhs: Place) -> Bool { lhs.key == rhs.key }
    package static func < (lhs: Place, rhs: Place) -> Bool { lhs.key < rhs.key }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(line)
        hasher.combine(column)
        hasher.combine(length)
    }
}
