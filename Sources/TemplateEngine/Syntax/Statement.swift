/// A statement of a template as it was written.
struct Statement: Sendable {
    indirect enum Kind: Sendable {
        case text([UInt8])
        case output(Expression)
        case conditional([(test: Expression, body: [Statement])], otherwise: [Statement])
        case loop(Loop)
        case set(Target, Expression)
        case setBlock(Target, filters: Expression, body: [Statement])
        case macro(Macro)
        case call(Macro, call: Expression)
        case filter(Expression, body: [Statement])
        case with([(target: Target, value: Expression)], body: [Statement])
        case block(Block)
        case extends(String)
        case include([String], ignoresMissing: Bool)
        case importModule(String, name: String)
        case importNames(String, [(name: String, alias: String, span: Span)])
    }

    let kind: Kind
    let span: Span
}

/// What `set`, `for` and `with` assign to: a name, a part of a namespace, or several of them, `a, (b, c)`.
indirect enum Target: Sendable {
    case name(String, Span)
    case member(String, String, Span)
    case tuple([Target], Span)

    var names: [String] {
        switch self {
        case .name(let name, _): [name]
        case .member: []
        case .tuple(let parts, _): parts.flatMap(\.names)
        }
    }

    var span: Span {
        switch self {
        case .name(_, let span), .member(_, _, let span), .tuple(_, let span): span
        }
    }
}

struct Loop: Sendable {
    let target: Target
    let sequence: Expression
    let filter: Expression?
    let body: [Statement]
    let otherwise: [Statement]
}

struct Macro: Sendable {
    struct Parameter: Sendable {
        let name: String
        let span: Span
        let fallback: Expression?
    }

    let name: String
    let parameters: [Parameter]
    let body: [Statement]
}

struct Block: Sendable {
    let name: String
    let nameSpan: Span
    let isScoped: Bool
    let isRequired: Bool
    let body: [Statement]
}
