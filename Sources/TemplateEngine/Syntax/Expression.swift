/// An expression as it was written.
struct Expression: Sendable {
    indirect enum Kind: Sendable {
        case literal(Value)
        case name(String)
        case list([Expression])
        case tuple([Expression])
        case map([(key: Expression, value: Expression)])
        case attribute(Expression, String, Span)
        case item(Expression, Expression)
        case slice(Expression, Expression?, Expression?, Expression?)
        case call(Expression, Arguments)
        case filter(Expression, String, Span, Arguments)
        case test(Expression, String, Span, Arguments, isNegated: Bool)
        case negate(Expression)
        case plus(Expression)
        case arithmetic(Arithmetic, Expression, Expression)
        case compare(Expression, [(operation: Comparison, operand: Expression)])
        case and(Expression, Expression)
        case or(Expression, Expression)
        case not(Expression)
        case concatenate([Expression])
        case conditional(test: Expression, then: Expression, otherwise: Expression?)
        /// Stands in for what a `{% filter %}` or block `set` captured.
        case captured
    }

    let kind: Kind
    let span: Span

    /// The text of the expression if it is a literal.
    var literalText: String? {
        if case .literal(let value) = kind { return value.text }
        return nil
    }
}

/// What stands between the parentheses of a call, a filter or a test.
struct Arguments: Sendable {
    var positional: [Expression] = []
    var named: [(name: String, span: Span, value: Expression)] = []

    static let none = Arguments()
}

enum Arithmetic: UInt8, Sendable { case add, subtract, multiply, divide, floorDivide, modulo, power }

enum Comparison: UInt8, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn
}
