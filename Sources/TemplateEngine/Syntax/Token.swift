/// A range of UTF-8 offsets in the source of a template.
struct Span: Sendable, Hashable {
    var start: Int
    var end: Int

    func joined(to other: Span) -> Span { Span(start: min(start, other.start), end: max(end, other.end)) }
}

/// One word, literal or sign inside a tag.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case name(String)
        case string(String)
        case integer(Int)
        case float(Double)
        case symbol(Symbol)
        case end
    }

    let kind: Kind
    let span: Span
}

enum Symbol: String, Sendable, CaseIterable {
    case power = "**"
    case floorDivide = "//"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case modulo = "%"
    case tilde = "~"
    case less = "<"
    case greater = ">"
    case assign = "="
    case dot = "."
    case comma = ","
    case colon = ":"
    case pipe = "|"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
}

/// A piece of a template: literal text, or the tokens of one tag.
enum Segment: Sendable {
    case text([UInt8], Span)
    case output([Token], Span)
    case tag([Token], Span)
}

/// A problem at a place in the source of a template.
final class SyntaxProblem: Error {
    let identifier: String
    let summary: String
    let span: Span
    let help: String?

    init(_ identifier: String, _ summary: String, _ span: Span, help: String? = nil) {
        self.identifier = identifier
        self.summary = summary
        self.span = span
        self.help = help
    }
}
