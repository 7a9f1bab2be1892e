import Diagnostics
import MetaAnalysis
import Text

/// The text of a table that somebody gave, able to name places in itself.
package struct TableSource: Sendable {
    /// The file as the user named it.
    var name: String { source.file }
    var text: String { source.text }
    private let source: SourceText
    private let lines: [Substring]

    /// The largest table that is read.
    package static let maximumSize = 64 << 20

    /// - Parameters:
    ///   - name: the file as the user named it.
    ///   - bytes: all of it; more than ``maximumSize`` is refused.
    /// - Returns: nil for a text that cannot be a table, with the reason in `collector`.
    package init?(name: String, bytes: [UInt8], _ collector: inout DiagnosticCollector) {
        do {
            let file = TextFile(name: name, bytes: bytes)
            self.init(try file.source(limit: Self.maximumSize, allowsControls: true))
        } catch {
            let help = "save it as CSV in UTF-8; a spreadsheet's own format is not read"
            collector.report(Diagnostic(error, what: "table", help: help))
            return nil
        }
    }

    package init(name: String, text: String) {
        self.init(SourceText(file: name, text: text))
    }

    private init(_ source: SourceText) {
        self.source = source
        lines = source.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    }

    /// The file as a whole.
    package var whole: Place { Place(file: name) }

    /// The place of a field, to its end.
    ///
    /// - Parameters:
    ///   - line: from 1.
    ///   - column: where the field begins, from 1, in Unicode scalars.
    func field(line: Int, column: Int, separator: CSVSeparator = .comma) -> Place {
        guard lines.indices.contains(line - 1) else { return whole }
        let text = lines[line - 1]
        let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(column - 1)))
        var rest = text.dropFirst(before.count)
        let blanks = rest.prefix { $0 == " " || $0 == "\t" && separator != .tab }.count
        rest = rest.dropFirst(blanks)
        var length = 0
        if rest.first == "\"" {
            length =
                (rest.dropFirst().firstIndex(of: "\"").map { rest.distance(from: rest.startIndex, to: $0) + 1 })
                ?? rest.count
        } else {
            var field = rest.prefix { $0 != Character(Unicode.Scalar(separator.rawValue)) }
            while let last = field.last, last.isWhitespace { field.removeLast() }
            length = field.count
        }
        // An empty field has its place where it would begin.
        let start = length == 0 ? before.count : before.count + blanks
        return source.place(line: line, column: start + 1, length: length)
    }

    /// The place of a whole row.
    package func row(line: Int) -> Place {
        guard lines.indices.contains(line - 1) else { return whole }
        return source.place(line: line, length: lines[line - 1].count)
    }

    /// What is wrong with the table, as a diagnostic.
    func diagnostic(_ problem: TableProblem, separator: CSVSeparator) -> Diagnostic {
        let place: Place =
            switch problem.kind {
            case .empty, .tooManyRows: whole
            case .noRows, .missingColumn, .noEffectColumns, .fieldCount: row(line: problem.line)
            case .tooManyProblems: Place(file: name, line: problem.line, column: problem.column)
            default: field(line: problem.line, column: problem.column, separator: separator)
            }
        var help = problem.help
        if help == nil, case .missingColumn(let name) = problem.kind {
            let mark = Character(Unicode.Scalar(separator.rawValue))
            help = Suggestion.didYouMean(name, among: lines[problem.line - 1].split(separator: mark).map(String.init))
        }
        return .error(problem.identifier, problem.summary, at: place, notes: notes(problem, separator), help: help)
    }

    /// Where the columns or fields are not what was expected, what was found to separate them.
    private func notes(_ problem: TableProblem, _ separator: CSVSeparator) -> [Diagnostic.Note] {
        guard separator != .comma else { return [] }
        return switch problem.kind {
        case .missingColumn, .noEffectColumns, .fieldCount:
            [Diagnostic.Note("the fields are separated by a \(separator.name)")]
        default: []
        }
    }
}
