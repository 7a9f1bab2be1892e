/// Expressions, in the precedence of Jinja.
extension Parser {
    /// An expression, or several with commas between them, which make a tuple.
    mutating func parseTuple() throws(SyntaxProblem) -> Expression {
        let first = try parseExpression()
        guard isSymbol(.comma) else { return first }
        var items = [first]
        while take(.comma) {
            if current.kind == .end || isSymbol(.rightParenthesis) { break }
            items.append(try parseExpression())
        }
        return Expression(kind: .tuple(items), span: first.span.joined(to: previousSpan))
    }

    mutating func parseExpression() throws(SyntaxProblem) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.nestingLimit else {
            throw SyntaxProblem(
                "nesting-limit", "expressions are nested more than \(Self.nestingLimit) deep", current.span)
        }
        var value = try parseBinary(0)
        while isName("if") {
            cursor += 1
            let test = try parseBinary(0)
            let otherwise: Expression? = take("else") ? try parseExpression() : nil
            value = Expression(
                kind: .conditional(test: test, then: value, otherwise: otherwise),
                span: value.span.joined(to: previousSpan))
        }
        return value
    }

    /// An expression without a trailing inline `if`.
    mutating func parseWithoutCondition() throws(SyntaxProblem) -> Expression {
        let first = try parseBinary(0)
        guard isSymbol(.comma) else { return first }
        var items = [first]
        while take(.comma), current.kind != .end { items.append(try parseBinary(0)) }
        return Expression(kind: .tuple(items), span: first.span.joined(to: previousSpan))
    }

    /// The levels: 0 `or`, 1 `and`, 2 `not` and comparisons, 3 `+ -`, 4 `~`, 5 `* / // %`, 6 `**`.
    private mutating func parseBinary(_ level: Int) throws(SyntaxProblem) -> Expression {
        switch level {
        case 0:
            var left = try parseBinary(1)
            while take("or") {
                left = try chained(left, with: 1) { left, right in .or(left, right) }
            }
            return left
        case 1:
            var left = try parseBinary(2)
            while take("and") {
                left = try chained(left, with: 2) { left, right in .and(left, right) }
            }
            return left
        case 2: return try parseComparison()
        case 4:
            let first = try parseBinary(5)
            guard isSymbol(.tilde) else { return first }
            var items = [first]
            while take(.tilde) { items.append(try parseBinary(5)) }
            return Expression(kind: .concatenate(items), span: first.span.joined(to: previousSpan))
        default: return try parseArithmetic(level)
        }
    }

    private mutating func chained(
        _ left: Expression, with level: Int, _ kind: (Expression, Expression) -> Expression.Kind
    ) throws(SyntaxProblem) -> Expression {
        let right = try parseBinary(level)
        return try limited(Expression(kind: kind(left, right), span: left.span.joined(to: right.span)))
    }

    /// Long chains nest to the left; they count as nesting too, since evaluating them does.
    mutating func limited(_ expression: Expression) throws(SyntaxProblem) -> Expression {
        chainLength += 1
        guard chainLength < 200 else {
            throw SyntaxProblem("nesting-limit", "this tag has too many operations", expression.span)
        }
        return expression
    }

    private mutating func parseArithmetic(_ level: Int) throws(SyntaxProblem) -> Expression {
        if level > 6 { return try parseUnary(withFilters: true) }
        var left = try level == 3 ? parseBinary(4) : parseArithmetic(level + 1)
        while case .symbol(let symbol) = current.kind, let operation = Self.arithmetic(symbol, level) {
            cursor += 1
            let right = try level == 3 ? parseBinary(4) : parseArithmetic(level + 1)
            left = try limited(
                Expression(kind: .arithmetic(operation, left, right), span: left.span.joined(to: right.span)))
        }
        return left
    }

    private static func arithmetic(_ symbol: Symbol, _ level: Int) -> Arithmetic? {
        switch (level, symbol) {
        case (3, .plus): .add
        case (3, .minus): .subtract
        case (5, .times): .multiply
        case (5, .divide): .divide
        case (5, .floorDivide): .floorDivide
        case (5, .modulo): .modulo
        case (6, .power): .power
        default: nil
        }
    }

    private mutating func parseComparison() throws(SyntaxProblem) -> Expression {
        if isName("not") {
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.nestingLimit else {
                throw SyntaxProblem(
                    "nesting-limit", "expressions are nested more than \(Self.nestingLimit) deep", current.span)
            }
            let start = current.span
            cursor += 1
            let operand = try parseComparison()
            return Expression(kind: .not(operand), span: start.joined(to: operand.span))
        }
        let first = try parseArithmetic(3)
        var operations: [(operation: Comparison, operand: Expression)] = []
        while let operation = comparison() {
            operations.append((operation, try parseArithmetic(3)))
        }
        guard let last = operations.last else { return first }
        return Expression(kind: .compare(first, operations), span: first.span.joined(to: last.operand.span))
    }

    private mutating func comparison() -> Comparison? {
        let operation: Comparison
        switch current.kind {
        case .symbol(.equal): operation = .equal
        case .symbol(.notEqual): operation = .notEqual
        case .symbol(.less): operation = .less
        case .symbol(.lessOrEqual): operation = .lessOrEqual
        case .symbol(.greater): operation = .greater
        case .symbol(.greaterOrEqual): operation = .greaterOrEqual
        case .name("in"): operation = .isIn
        case .name("not"):
            guard cursor + 1 < tokens.count, tokens[cursor + 1].kind == .name("in") else { return nil }
            cursor += 1
            operation = .isNotIn
        default: return nil
        }
        cursor += 1
        return operation
    }

    // MARK: Operands

    private mutating func parseUnary(withFilters: Bool) throws(SyntaxProblem) -> Expression {
        let start = current.span
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.nestingLimit else {
            throw SyntaxProblem("nesting-limit", "expressions are nested more than \(Self.nestingLimit) deep", start)
        }
        var value: Expression
        if take(.minus) {
            let operand = try parseUnary(withFilters: false)
            value = Expression(kind: .negate(operand), span: start.joined(to: operand.span))
        } else if take(.plus) {
            let operand = try parseUnary(withFilters: false)
            value = Expression(kind: .plus(operand), span: start.joined(to: operand.span))
        } else {
            value = try parsePrimary()
        }
        value = try parsePostfix(value)
        return withFilters ? try parseFilters(value) : value
    }

    mutating func parsePrimary() throws(SyntaxProblem) -> Expression {
        let token = current
        cursor += 1
        switch token.kind {
        case .name("true"), .name("True"): return Expression(kind: .literal(.bool(true)), span: token.span)
        case .name("false"), .name("False"): return Expression(kind: .literal(.bool(false)), span: token.span)
        case .name("none"), .name("None"): return Expression(kind: .literal(.none), span: token.span)
        case .name(let name):
            if Self.reserved.contains(name) {
                cursor -= 1
                throw unexpected("a value was expected")
            }
            return Expression(kind: .name(name), span: token.span)
        case .string(var text):
            var span = token.span
            while case .string(let more) = current.kind {
                text += more
                span = span.joined(to: current.span)
                cursor += 1
            }
            return Expression(kind: .literal(.string(text)), span: span)
        case .integer(let value): return Expression(kind: .literal(.int(value)), span: token.span)
        case .float(let value): return Expression(kind: .literal(.double(value)), span: token.span)
        case .symbol(.leftParenthesis): return try parseParenthesis(token.span)
        case .symbol(.leftBracket):
            let items = try parseItems(until: .rightBracket)
            return Expression(kind: .list(items), span: token.span.joined(to: previousSpan))
        case .symbol(.leftBrace): return try parseMap(token.span)
        default:
            cursor -= 1
            throw unexpected("a value was expected")
        }
    }

    private static let reserved: Set<String> = ["and", "or", "not", "in", "is", "if", "else", "elif"]

    private mutating func parseParenthesis(_ start: Span) throws(SyntaxProblem) -> Expression {
        if take(.rightParenthesis) { return Expression(kind: .tuple([]), span: start.joined(to: previousSpan)) }
        let inner = try parseTuple()
        try expect(.rightParenthesis)
        return Expression(kind: inner.kind, span: start.joined(to: previousSpan))
    }

    private mutating func parseItems(until end: Symbol) throws(SyntaxProblem) -> [Expression] {
        var items: [Expression] = []
        while !take(end) {
            if !items.isEmpty {
                try expect(.comma)
                if take(end) { break }
            }
            items.append(try parseExpression())
        }
        return items
    }

    private mutating func parseMap(_ start: Span) throws(SyntaxProblem) -> Expression {
        var entries: [(key: Expression, value: Expression)] = []
        while !take(.rightBrace) {
            if !entries.isEmpty {
                try expect(.comma)
                if take(.rightBrace) { break }
            }
            let key = try parseExpression()
            try expect(.colon)
            entries.append((key, try parseExpression()))
        }
        return Expression(kind: .map(entries), span: start.joined(to: previousSpan))
    }
}
