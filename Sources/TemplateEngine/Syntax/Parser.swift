/// Reads the segments of a template into statements; gathers every problem it meets.
struct Parser {
    var segments: [Segment]
    var index = 0
    var problems: [SyntaxProblem] = []
    var tokens: [Token] = []
    var cursor = 0
    var depth = 0
    /// Operations in the tag that is being read.
    var chainLength = 0
    static let nestingLimit = 100

    init(_ segments: [Segment]) {
        self.segments = segments
    }

    mutating func parseTemplate() -> [Statement] {
        var statements: [Statement] = []
        while index < segments.count {
            statements += parseBody(until: [], opener: nil).body
        }
        return statements
    }

    /// Statements up to one of the tags in `ends`, which stays the current tag with the cursor behind its name.
    mutating func parseBody(
        until ends: Set<String>, opener: (name: String, span: Span)?
    ) -> (body: [Statement], end: String?) {
        var statements: [Statement] = []
        depth += 1
        defer { depth -= 1 }
        while index < segments.count {
            let segment = segments[index]
            index += 1
            switch segment {
            case .text(let bytes, let span): statements.append(Statement(kind: .text(bytes), span: span))
            case .output(let tokens, let span):
                begin(tokens)
                guard tokens.count > 1 else {
                    if !isReported(span) { report("template-syntax", "there is nothing to show in this '{{ }}'", span) }
                    continue
                }
                do throws(SyntaxProblem) {
                    let expression = try parseTuple()
                    try expectEnd()
                    statements.append(Statement(kind: .output(expression), span: span))
                } catch {
                    problems.append(error)
                }
            case .tag(let tokens, let span):
                begin(tokens)
                guard case .name(let name) = tokens[0].kind else {
                    if !isReported(span) { report("template-syntax", "this tag has no name", span) }
                    continue
                }
                cursor = 1
                if ends.contains(name) {
                    // 'elif' has a condition, and 'endblock' may name its block.
                    if name != "elif", name != "endblock" { reportUnlessEnd() }
                    return (statements, name)
                }
                if Self.isClosing(name) {
                    // Of a tag that is not supported only the beginning is told.
                    if Self.unsupported[String(name.dropFirst(3))] != nil { continue }
                    let help = opener.map { "the open '\($0.name)' expects '\(Self.closing($0.name))'" }
                    report(
                        "unexpected-tag", "there is nothing open that '\(name)' could end", tokens[0].span, help: help)
                    continue
                }
                guard depth < Self.nestingLimit else {
                    report("nesting-limit", "tags are nested more than \(Self.nestingLimit) deep", span)
                    index = segments.count
                    continue
                }
                do throws(SyntaxProblem) {
                    if let statement = try parseStatement(name, span) { statements.append(statement) }
                } catch {
                    problems.append(error)
                }
            }
        }
        if let opener {
            report("unclosed-block", "this '\(opener.name)' has no '\(Self.closing(opener.name))'", opener.span)
        }
        return (statements, nil)
    }

    private static func isClosing(_ name: String) -> Bool {
        name.hasPrefix("end") || name == "else" || name == "elif"
    }

    static func closing(_ name: String) -> String { "end" + name }

    private func isReported(_ span: Span) -> Bool {
        problems.contains { $0.span.start >= span.start && $0.span.start < span.end }
    }

    /// Reports what stands behind the name of a tag that takes nothing.
    mutating func reportUnlessEnd() {
        guard current.kind != .end else { return }
        let problem = unexpected("the end of the tag was expected")
        report(
            problem.identifier, problem.summary, problem.span,
            help: tokens[0].kind == .name("else") && isName("if") ? "another condition is 'elif'" : nil)
    }

    mutating func report(_ identifier: String, _ summary: String, _ span: Span, help: String? = nil) {
        problems.append(SyntaxProblem(identifier, summary, span, help: help))
    }

    // MARK: Tokens

    mutating func begin(_ tokens: [Token]) {
        self.tokens = tokens
        cursor = 0
        chainLength = 0
    }

    var current: Token { tokens[min(cursor, tokens.count - 1)] }

    /// The span of the token before the cursor.
    var previousSpan: Span { tokens[max(0, min(cursor, tokens.count) - 1)].span }

    func isSymbol(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }

    func isName(_ name: String) -> Bool { current.kind == .name(name) }

    mutating func take(_ symbol: Symbol) -> Bool {
        guard isSymbol(symbol) else { return false }
        cursor += 1
        return true
    }

    mutating func take(_ name: String) -> Bool {
        guard isName(name) else { return false }
        cursor += 1
        return true
    }

    mutating func expect(_ symbol: Symbol) throws(SyntaxProblem) {
        guard take(symbol) else { throw unexpected("'\(symbol.rawValue)' was expected") }
    }

    mutating func expectName(_ what: String) throws(SyntaxProblem) -> (name: String, span: Span) {
        guard case .name(let name) = current.kind else { throw unexpected("\(what) was expected") }
        let span = current.span
        cursor += 1
        return (name, span)
    }

    func expectEnd() throws(SyntaxProblem) {
        guard current.kind == .end else { throw unexpected("the end of the tag was expected") }
    }

    func unexpected(_ expectation: String) -> SyntaxProblem {
        let found =
            switch current.kind {
            case .name(let name): "'\(name)'"
            case .string: "a text"
            case .integer, .float: "a number"
            case .symbol(let symbol): "'\(symbol.rawValue)'"
            case .end: "the end of the tag"
            }
        return SyntaxProblem("template-syntax", "\(expectation), but here is \(found)", current.span)
    }
}
