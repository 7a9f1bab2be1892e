import Diagnostics

/// The tags.
extension Parser {
    mutating func parseStatement(_ name: String, _ span: Span) throws(SyntaxProblem) -> Statement? {
        let opener = (name, span)
        switch name {
        case "if": return Statement(kind: parseConditional(opener), span: span)
        case "for": return Statement(kind: parseLoop(opener), span: span)
        case "set": return try parseSet(opener)
        case "macro":
            let head = attempt { parser throws(SyntaxProblem) in try parser.parseMacroHead() }
            let body = parseRest(opener)
            guard let head else { return nil }
            return Statement(kind: .macro(Macro(name: head.name, parameters: head.parameters, body: body)), span: span)
        case "call":
            let head = attempt { parser throws(SyntaxProblem) in try parser.parseCallHead() }
            let body = parseRest(opener)
            guard let head else { return nil }
            let caller = Macro(name: "caller", parameters: head.parameters, body: body)
            return Statement(kind: .call(caller, call: head.call), span: span)
        case "filter":
            let filters = attempt { parser throws(SyntaxProblem) in
                try parser.parseFilterChain(parser.parseFilter(Expression(kind: .captured, span: span)))
            }
            let body = parseRest(opener)
            guard let filters else { return nil }
            return Statement(kind: .filter(filters, body: body), span: span)
        case "with":
            let values = attempt { parser throws(SyntaxProblem) in try parser.parseWithHead() } ?? []
            return Statement(kind: .with(values, body: parseRest(opener)), span: span)
        case "block": return parseBlock(opener)
        case "extends":
            let template = try templateName(after: "extends")
            try expectEnd()
            return Statement(kind: .extends(template), span: span)
        case "include": return try parseInclude(span)
        case "import": return try parseImport(span)
        case "from": return try parseFrom(span)
        case "raw": throw SyntaxProblem("template-syntax", "'raw' takes no arguments", span)
        default: throw unknownTag(name)
        }
    }

    private static let tags = [
        "if", "elif", "else", "for", "set", "macro", "call", "filter", "with", "block", "extends", "include", "import",
        "from", "raw", "endif", "endfor",
    ]

    static let unsupported = [
        "autoescape": "escaping always follows from the place in the page",
        "do": "use 'set' to a name that is not used",
        "break": "use the 'if' of 'for' to leave items out",
        "continue": "use the 'if' of 'for' to leave items out",
        "trans": "the text of a template is in one language",
        "pluralize": "the text of a template is in one language",
        "debug": "show single values with '{{ }}'",
    ]

    private func unknownTag(_ name: String) -> SyntaxProblem {
        if let help = Self.unsupported[name] {
            return SyntaxProblem(
                "unsupported-construct", "the tag '\(name)' of Jinja is not supported", tokens[0].span, help: help)
        }
        return SyntaxProblem(
            "unknown-tag", "no tag is called '\(name)'", tokens[0].span,
            help: suggestion(for: name, among: Self.tags))
    }

    /// Runs a step that may fail; the problem is kept and the body of the tag is still read.
    private mutating func attempt<Result>(
        _ step: (inout Parser) throws(SyntaxProblem) -> Result
    ) -> Result? {
        do throws(SyntaxProblem) {
            let result = try step(&self)
            try expectEnd()
            return result
        } catch {
            problems.append(error)
            return nil
        }
    }

    /// The body up to the closing tag of `opener`.
    private mutating func parseRest(_ opener: (name: String, span: Span)) -> [Statement] {
        parseBody(until: [Self.closing(opener.name)], opener: opener).body
    }

    private static let failed = Expression(kind: .literal(.bool(false)), span: Span(start: 0, end: 0))

    // MARK: Conditions and loops

    private mutating func parseConditional(_ opener: (name: String, span: Span)) -> Statement.Kind {
        var branches: [(test: Expression, body: [Statement])] = []
        var otherwise: [Statement] = []
        var test = attempt { parser throws(SyntaxProblem) in try parser.parseTuple() } ?? Self.failed
        while true {
            let (body, end) = parseBody(until: ["elif", "else", "endif"], opener: opener)
            branches.append((test, body))
            if end == "elif" {
                test = attempt { parser throws(SyntaxProblem) in try parser.parseTuple() } ?? Self.failed
            } else {
                if end == "else" { otherwise = parseRest(opener) }
                return .conditional(branches, otherwise: otherwise)
            }
        }
    }

    private mutating func parseLoop(_ opener: (name: String, span: Span)) -> Statement.Kind {
        let head = attempt { parser throws(SyntaxProblem) in try parser.parseLoopHead() }
        let (body, end) = parseBody(until: ["else", "endfor"], opener: opener)
        let otherwise = end == "else" ? parseRest(opener) : []
        guard let head else { return .conditional([(Self.failed, body)], otherwise: otherwise) }
        return .loop(
            Loop(target: head.target, sequence: head.sequence, filter: head.filter, body: body, otherwise: otherwise))
    }

    private mutating func parseLoopHead() throws(SyntaxProblem) -> (
        target: Target, sequence: Expression, filter: Expression?
    ) {
        let target = try parseTarget(allowsMember: false)
        guard take("in") else { throw unexpected("'in' was expected") }
        let sequence = try parseWithoutCondition()
        let filter: Expression? = take("if") ? try parseExpression() : nil
        if isName("recursive") {
            throw SyntaxProblem(
                "unsupported-construct", "the 'recursive' loop of Jinja is not supported", current.span,
                help: "write a macro that calls itself")
        }
        return (target, sequence, filter)
    }

    private mutating func parseTarget(allowsMember: Bool) throws(SyntaxProblem) -> Target {
        let first = try parseTargetPart(allowsMember: allowsMember)
        guard isSymbol(.comma) else { return first }
        var parts = [first]
        while take(.comma) { parts.append(try parseTargetPart(allowsMember: allowsMember)) }
        return .tuple(parts, first.span.joined(to: previousSpan))
    }

    /// A name, `namespace.name`, or targets in parentheses.
    private mutating func parseTargetPart(allowsMember: Bool) throws(SyntaxProblem) -> Target {
        let start = current.span
        guard take(.leftParenthesis) else {
            let (name, span) = try targetName()
            guard allowsMember, take(.dot) else { return .name(name, span) }
            let member = try expectName("a name")
            return .member(name, member.name, span.joined(to: member.span))
        }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.nestingLimit else {
            throw SyntaxProblem("nesting-limit", "names are nested more than \(Self.nestingLimit) deep", start)
        }
        var parts: [Target] = []
        var isTuple = true
        while !take(.rightParenthesis) {
            if !parts.isEmpty {
                try expect(.comma)
                if take(.rightParenthesis) { break }
            }
            parts.append(try parseTargetPart(allowsMember: false))
            isTuple = !(parts.count == 1 && isSymbol(.rightParenthesis))
        }
        return isTuple ? .tuple(parts, start.joined(to: previousSpan)) : parts[0]
    }

    private mutating func targetName() throws(SyntaxProblem) -> (name: String, span: Span) {
        let (name, span) = try expectName("a name")
        if ["loop", "true", "false", "none", "True", "False", "None", "self", "caller", "super"].contains(name) {
            throw SyntaxProblem("reserved-name", "'\(name)' has a meaning of its own and cannot be assigned to", span)
        }
        return (name, span)
    }

    // MARK: Assignments

    private mutating func parseSet(_ opener: (name: String, span: Span)) throws(SyntaxProblem) -> Statement? {
        let target = try parseTarget(allowsMember: true)
        if take(.assign) {
            let value = try parseTuple()
            try expectEnd()
            return Statement(kind: .set(target, value), span: opener.span)
        }
        let filters = attempt { parser throws(SyntaxProblem) in
            try parser.parseFilterChain(Expression(kind: .captured, span: opener.span))
        }
        let body = parseRest(opener)
        guard let filters else { return nil }
        return Statement(kind: .setBlock(target, filters: filters, body: body), span: opener.span)
    }

    private mutating func parseFilterChain(_ base: Expression) throws(SyntaxProblem) -> Expression {
        var value = base
        while take(.pipe) { value = try parseFilter(value) }
        return value
    }

    private mutating func parseWithHead() throws(SyntaxProblem) -> [(target: Target, value: Expression)] {
        var values: [(target: Target, value: Expression)] = []
        while current.kind != .end {
            if !values.isEmpty { try expect(.comma) }
            let target = try parseTarget(allowsMember: false)
            try expect(.assign)
            values.append((target, try parseExpression()))
        }
        return values
    }

    // MARK: Macros

    private mutating func parseMacroHead() throws(SyntaxProblem) -> (name: String, parameters: [Macro.Parameter]) {
        let name = try targetName()
        return (name.name, try parseParameters())
    }

    private mutating func parseCallHead() throws(SyntaxProblem) -> (parameters: [Macro.Parameter], call: Expression) {
        let parameters = isSymbol(.leftParenthesis) ? try parseParameters() : []
        let call = try parseExpression()
        guard case .call = call.kind else {
            throw SyntaxProblem("template-syntax", "'call' needs the call of a macro", call.span)
        }
        return (parameters, call)
    }

    private mutating func parseParameters() throws(SyntaxProblem) -> [Macro.Parameter] {
        try expect(.leftParenthesis)
        var parameters: [Macro.Parameter] = []
        while !take(.rightParenthesis) {
            if !parameters.isEmpty {
                try expect(.comma)
                if take(.rightParenthesis) { break }
            }
            let (name, span) = try targetName()
            if parameters.contains(where: { $0.name == name }) {
                throw SyntaxProblem("template-syntax", "there are two parameters called '\(name)'", span)
            }
            let fallback: Expression? = take(.assign) ? try parseExpression() : nil
            if fallback == nil, parameters.contains(where: { $0.fallback != nil }) {
                throw SyntaxProblem(
                    "template-syntax", "a parameter without a default cannot follow one with a default", span)
            }
            parameters.append(Macro.Parameter(name: name, span: span, fallback: fallback))
        }
        return parameters
    }

    // MARK: Blocks and other templates

    private mutating func parseBlock(_ opener: (name: String, span: Span)) -> Statement? {
        let head = attempt { parser throws(SyntaxProblem) in
            let (name, span) = try parser.expectName("the name of the block")
            let isScoped = parser.take("scoped")
            let isRequired = parser.take("required")
            return (name: name, span: span, isScoped: isScoped, isRequired: isRequired)
        }
        let (body, end) = parseBody(until: ["endblock"], opener: opener)
        guard let head else { return nil }
        if end != nil {
            if case .name(let name) = current.kind {
                if name != head.name {
                    report("template-syntax", "the block that ends here is '\(head.name)', not '\(name)'", current.span)
                }
                cursor += 1
            }
            reportUnlessEnd()
        }
        let block = Block(
            name: head.name, nameSpan: head.span, isScoped: head.isScoped, isRequired: head.isRequired, body: body)
        return Statement(kind: .block(block), span: opener.span)
    }

    private mutating func templateName(after tag: String) throws(SyntaxProblem) -> String {
        guard case .string(let name) = current.kind else {
            throw SyntaxProblem(
                "unsupported-construct", "'\(tag)' needs the name of a template in quotes", current.span,
                help: "names that are computed are not supported; choose with 'if'")
        }
        cursor += 1
        return name
    }

    private mutating func parseInclude(_ span: Span) throws(SyntaxProblem) -> Statement {
        var names: [String] = []
        if take(.leftBracket) {
            while !take(.rightBracket) {
                if !names.isEmpty { try expect(.comma) }
                names.append(try templateName(after: "include"))
            }
        } else {
            names = [try templateName(after: "include")]
        }
        var ignoresMissing = false
        if take("ignore") {
            guard take("missing") else { throw unexpected("'missing' was expected") }
            ignoresMissing = true
        }
        if take("without") {
            throw SyntaxProblem(
                "unsupported-construct", "'include' without context is not supported", previousSpan,
                help: "import a macro instead")
        }
        if take("with"), !take("context") { throw unexpected("'context' was expected") }
        try expectEnd()
        return Statement(kind: .include(names, ignoresMissing: ignoresMissing), span: span)
    }

    private mutating func parseImport(_ span: Span) throws(SyntaxProblem) -> Statement {
        let template = try templateName(after: "import")
        guard take("as") else { throw unexpected("'as' was expected") }
        let name = try targetName()
        try refuseContext()
        return Statement(kind: .importModule(template, name: name.name), span: span)
    }

    private mutating func parseFrom(_ span: Span) throws(SyntaxProblem) -> Statement {
        let template = try templateName(after: "from")
        guard take("import") else { throw unexpected("'import' was expected") }
        var names: [(name: String, alias: String, span: Span)] = []
        repeat {
            if current.kind == .end || isName("with") || isName("without") { break }
            let (name, span) = try expectName("the name of a macro")
            names.append((name, take("as") ? try targetName().name : name, span))
        } while take(.comma)
        guard !names.isEmpty else { throw unexpected("the name of a macro was expected") }
        try refuseContext()
        return Statement(kind: .importNames(template, names), span: span)
    }

    private mutating func refuseContext() throws(SyntaxProblem) {
        if isName("with") {
            throw SyntaxProblem(
                "unsupported-construct", "an import with context is not supported", current.span,
                help: "give the macro what it needs as arguments")
        }
        if take("without"), !take("context") { throw unexpected("'context' was expected") }
        try expectEnd()
    }
}

/// "did you mean 'x'?", if a near name exists.
func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    Suggestion.didYouMean(name, among: names)
}
