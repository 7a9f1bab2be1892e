/// What follows an operand: attributes, calls, filters, tests.
extension Parser {
    mutating func parsePostfix(_ base: Expression) throws(SyntaxProblem) -> Expression {
        var value = base
        while true {
            if take(.dot) {
                switch current.kind {
                case .name(let name):
                    let span = current.span
                    cursor += 1
                    value = Expression(kind: .attribute(value, name, span), span: value.span.joined(to: span))
                case .integer(let number):
                    let index = Expression(kind: .literal(.int(number)), span: current.span)
                    cursor += 1
                    value = Expression(kind: .item(value, index), span: value.span.joined(to: index.span))
                default: throw unexpected("a name was expected after the dot")
                }
            } else if take(.leftBracket) {
                value = try parseSubscript(value)
            } else if isSymbol(.leftParenthesis) {
                let arguments = try parseArguments()
                value = Expression(kind: .call(value, arguments), span: value.span.joined(to: previousSpan))
            } else {
                return value
            }
            value = try limited(value)
        }
    }

    private mutating func parseSubscript(_ base: Expression) throws(SyntaxProblem) -> Expression {
        var parts: [Expression?] = [nil]
        while !isSymbol(.rightBracket) {
            if take(.colon) {
                parts.append(nil)
            } else {
                guard parts[parts.count - 1] == nil else { throw unexpected("']' was expected") }
                // 'x[1, 2]' looks up a tuple.
                parts[parts.count - 1] = parts.count == 1 ? try parseTuple() : try parseExpression()
            }
        }
        try expect(.rightBracket)
        let span = base.span.joined(to: previousSpan)
        if parts.count == 1 {
            guard let index = parts[0] else {
                throw SyntaxProblem("template-syntax", "there is nothing between these brackets", span)
            }
            return Expression(kind: .item(base, index), span: span)
        }
        guard parts.count <= 3 else { throw SyntaxProblem("template-syntax", "a slice has three parts at most", span) }
        return Expression(kind: .slice(base, parts[0], parts[1], parts.count > 2 ? parts[2] : nil), span: span)
    }

    mutating func parseArguments() throws(SyntaxProblem) -> Arguments {
        try expect(.leftParenthesis)
        var arguments = Arguments()
        var isFirst = true
        while !take(.rightParenthesis) {
            if !isFirst {
                try expect(.comma)
                if take(.rightParenthesis) { break }
            }
            isFirst = false
            if isSymbol(.times) || isSymbol(.power) {
                throw SyntaxProblem(
                    "unsupported-construct", "arguments with '\(isSymbol(.times) ? "*" : "**")' are not supported",
                    current.span)
            }
            if case .name(let name) = current.kind, cursor + 1 < tokens.count,
                tokens[cursor + 1].kind == .symbol(.assign)
            {
                let span = current.span
                cursor += 2
                arguments.named.append((name, span, try parseExpression()))
            } else {
                guard arguments.named.isEmpty else {
                    throw SyntaxProblem(
                        "template-syntax", "an argument without a name cannot follow one with a name", current.span)
                }
                arguments.positional.append(try parseExpression())
            }
        }
        return arguments
    }

    mutating func parseFilters(_ base: Expression) throws(SyntaxProblem) -> Expression {
        var value = base
        while true {
            if take(.pipe) {
                value = try parseFilter(value)
            } else if isName("is") {
                cursor += 1
                value = try parseTest(value)
            } else if isSymbol(.leftParenthesis) {
                let arguments = try parseArguments()
                value = Expression(kind: .call(value, arguments), span: value.span.joined(to: previousSpan))
            } else {
                return value
            }
            value = try limited(value)
        }
    }

    mutating func parseFilter(_ base: Expression) throws(SyntaxProblem) -> Expression {
        let (name, span) = try dottedName("the name of a filter")
        let arguments = isSymbol(.leftParenthesis) ? try parseArguments() : .none
        return Expression(kind: .filter(base, name, span, arguments), span: base.span.joined(to: previousSpan))
    }

    private mutating func dottedName(_ what: String) throws(SyntaxProblem) -> (String, Span) {
        var (name, span) = try expectName(what)
        while take(.dot) {
            let next = try expectName("a name")
            name += "." + next.name
            span = span.joined(to: next.span)
        }
        return (name, span)
    }

    private mutating func parseTest(_ base: Expression) throws(SyntaxProblem) -> Expression {
        let isNegated = take("not")
        let (name, span) = try dottedName("the name of a test")
        var arguments = Arguments.none
        if isSymbol(.leftParenthesis) {
            arguments = try parseArguments()
        } else if startsTestArgument() {
            if isName("is") {
                throw SyntaxProblem("template-syntax", "two tests cannot follow each other; use 'and'", current.span)
            }
            let operand = try parsePrimary()
            arguments.positional = [try parsePostfix(operand)]
        }
        return Expression(
            kind: .test(base, name, span, arguments, isNegated: isNegated), span: base.span.joined(to: previousSpan))
    }

    private func startsTestArgument() -> Bool {
        switch current.kind {
        case .name(let name): !["else", "or", "and", "if", "in", "not", "recursive"].contains(name)
        case .string, .integer, .float, .symbol(.leftBracket), .symbol(.leftBrace): true
        default: false
        }
    }
}
