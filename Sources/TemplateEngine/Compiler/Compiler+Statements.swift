import Diagnostics

/// Statements.
extension Compiler {
    /// Nodes as one run.
    func seal(_ nodes: [Node]) -> Body {
        guard !nodes.isEmpty else { return .empty }
        let start = Int32(self.nodes.count)
        self.nodes += Self.joined(nodes)
        if self.nodes.count > library.options.programLimit, sizeProblem == nil {
            report(
                "template-size", "this template grows beyond the limit of \(library.options.programLimit) nodes",
                Span(start: 0, end: 1), help: "something is included very often, or loops nest deep inside of a tag")
            sizeProblem = diagnostics.popLast()
        }
        return Body(start: start, count: Int32(self.nodes.count) - start)
    }

    /// The nodes with each value joined to the text before it, because most nodes are such pairs.
    private static func joined(_ nodes: [Node]) -> [Node] {
        var result: [Node] = []
        result.reserveCapacity(nodes.count)
        for node in nodes {
            if case .output(let operation, let escape) = node, case .text(let start, let count)? = result.last {
                result[result.count - 1] = .textAndOutput(start: start, count: count, operation, escape)
            } else {
                result.append(node)
            }
        }
        return result
    }

    /// A body with names of its own.
    func compileScoped(_ statements: [Statement], in scope: Scope) -> Body {
        var nodes: [Node] = []
        predeclare(statements, in: scope, into: &nodes)
        compile(statements, in: scope, into: &nodes)
        return seal(nodes)
    }

    /// Gives a slot to each name that only some branches set; it starts as what the name means outside.
    func predeclare(_ statements: [Statement], in scope: Scope, into nodes: inout [Node]) {
        var found: [String] = []
        func visit(_ statements: [Statement], isBranch: Bool) {
            for statement in statements {
                switch statement.kind {
                case .conditional(let branches, let otherwise):
                    for branch in branches { visit(branch.body, isBranch: true) }
                    visit(otherwise, isBranch: true)
                case .set(let target, _) where isBranch, .setBlock(let target, _, _) where isBranch:
                    for name in target.names where !found.contains(name) { found.append(name) }
                default: break
                }
            }
        }
        visit(statements, isBranch: false)
        for name in found {
            if case .slot? = scope.variables[name] { continue }
            let outer = compile(Expression(kind: .name(name), span: Span(start: 0, end: 0)), in: scope, isLenient: true)
            let slot = newSlot()
            scope.variables[name] = .slot(slot, function: function, .any)
            nodes.append(.set(slot: slot, value: outer.operation, isDeep: false))
        }
    }

    func newSlot() -> Int32 {
        slotCount += 1
        return slotCount - 1
    }

    func compile(_ statements: [Statement], in scope: Scope, into nodes: inout [Node]) {
        guard sizeProblem == nil else { return }
        for statement in statements { compile(statement, in: scope, into: &nodes) }
    }

    private func compile(_ statement: Statement, in scope: Scope, into nodes: inout [Node]) {
        if isMuted {
            switch statement.kind {
            case .set, .setBlock, .macro, .importModule, .importNames, .conditional: break
            default: return
            }
        }
        switch statement.kind {
        case .text(let bytes): addText(bytes, statement.span, into: &nodes)
        case .output(let expression): addOutput(expression, statement.span, in: scope, into: &nodes)
        case .conditional(let branches, let otherwise):
            compileConditional(branches[...], otherwise, statement.span, in: scope, into: &nodes)
        case .loop(let loop): compileLoop(loop, statement.span, in: scope, into: &nodes)
        case .set(let target, let value):
            let compiled = compile(value, in: scope)
            assign(target, compiled, isDeep: value.buildsCollection, in: scope, into: &nodes)
        case .setBlock(let target, let filters, let body):
            let outer = captured
            captured = capture(body, statement.span, in: scope)
            let value = compile(filters, in: scope)
            captured = outer
            assign(target, value, isDeep: false, in: scope, into: &nodes)
        case .macro(let macro): declare(macro, statement.span, in: scope)
        case .call(let body, let call):
            guard case .call(let callee, let arguments) = call.kind else { return }
            let caller = compileCaller(body, statement.span, in: scope)
            let value = compileCall(callee, arguments, call.span, in: scope, caller: caller)
            addOutput(value.operation, statement.span, isComplete: true, into: &nodes)
        case .filter(let filters, let body):
            let outer = captured
            captured = capture(body, statement.span, in: scope)
            let value = compile(filters, in: scope)
            captured = outer
            addOutput(value.operation, statement.span, isComplete: true, into: &nodes)
        case .with(let values, let body):
            let inner = Scope(parent: scope)
            var lead: [Node] = []
            let compiled = values.map { ($0.target, compile($0.value, in: scope), $0.value.buildsCollection) }
            for (target, value, isDeep) in compiled { assign(target, value, isDeep: isDeep, in: inner, into: &lead) }
            nodes += lead
            predeclare(body, in: inner, into: &nodes)
            compile(body, in: inner, into: &nodes)
        case .block(let block): compileBlock(block, in: scope, into: &nodes)
        case .extends: break
        case .include(let names, let ignoresMissing):
            compileInclude(names, ignoresMissing, statement.span, in: scope, into: &nodes)
        case .importModule(let name, let alias):
            if let module = importTemplate(name, statement.span, into: &nodes) {
                scope.variables[alias] = .module(module, name: name)
            }
        case .importNames(let name, let imported):
            guard let module = importTemplate(name, statement.span, into: &nodes) else { return }
            for item in imported {
                if let variable = module.variables[item.name] {
                    scope.variables[item.alias] = variable
                } else {
                    report(
                        "unknown-macro", "'\(name)' has no macro '\(item.name)'", item.span,
                        help: suggestion(for: item.name, among: module.variables.keys)
                            ?? "it has \(Suggestion.list(module.variables.keys))")
                }
            }
        }
    }

    // MARK: Text and output

    private func addText(_ bytes: [UInt8], _ span: Span, into nodes: inout [Node]) {
        if let complaint = markup.read(bytes) { report("context-mismatch", complaint, span) }
        let start = Int32(text.count)
        text += bytes
        nodes.append(.text(start: start, count: Int32(bytes.count)))
    }

    private func addOutput(_ expression: Expression, _ span: Span, in scope: Scope, into nodes: inout [Node]) {
        if case .call(let callee, let arguments) = expression.kind, arguments.positional.isEmpty,
            arguments.named.isEmpty
        {
            if case .name("super") = callee.kind {
                compileSuper(expression.span, in: scope, into: &nodes)
                return
            }
            if case .attribute(let base, let name, let nameSpan) = callee.kind, case .name("self") = base.kind {
                compileSelf(name, nameSpan, into: &nodes)
                return
            }
        }
        let value = compile(expression, in: scope)
        addOutput(value.operation, expression.span, isComplete: isComplete(value.operation), into: &nodes)
    }

    /// Whether the value is whole JSON in a JSON template: from `tojson`, a macro or `caller()`.
    private func isComplete(_ operation: Int32) -> Bool {
        switch operations[Int(operation)] {
        case .filter(.tojson, _, _, _): true
        case .call, .callValue: template.format == .json
        default: false
        }
    }

    private func addOutput(_ operation: Int32, _ span: Span, isComplete: Bool, into nodes: inout [Node]) {
        switch markup.escape {
        case .allowed(let escape):
            markup.interpolate()
            nodes.append(.output(operation, escape == .jsonValue && isComplete ? .jsonRaw : escape))
        case .refused where markup.isInTag && isAttributes(operation):
            markup.mode = .betweenAttributes
            nodes.append(.output(operation, .plain))
        case .refused(let place):
            report("unsafe-context", "a value cannot be shown in \(place)", span, help: Self.help(for: place))
        }
    }

    /// Whether the value is attributes of `xmlattr`, whose names are checked when it runs.
    private func isAttributes(_ operation: Int32) -> Bool {
        if case .filter(.xmlattr, _, _, _) = operations[Int(operation)] { return true }
        return false
    }

    private static func help(for place: String) -> String? {
        switch place {
        case "a script": "put the data into a '<script type=\"application/json\">' and read it from there"
        case "an attribute without quotes": "put the value of the attribute in quotes"
        case "a tag outside of a quoted attribute": "write the attribute out inside of an 'if'"
        case "the attribute 'style'", "a style sheet": "use a class, or an attribute of SVG"
        case let place where place.hasPrefix("the event handler"):
            "keep the script in a file and read a 'data-' attribute"
        default: nil
        }
    }

    // MARK: Assignments

    private func assign(
        _ target: Target, _ value: Compiled, isDeep: Bool, in scope: Scope, into nodes: inout [Node]
    ) {
        switch target {
        case .name(let name, _):
            let slot = slot(for: name, value.shape, in: scope)
            nodes.append(.set(slot: slot, value: value.operation, isDeep: isDeep))
        case .tuple(let parts, _):
            unpack(value, into: parts, &nodes) { name, shape in
                slot(for: name, shape, in: scope)
            } other: {
                part, value, nodes in
                assign(part, value, isDeep: false, in: scope, into: &nodes)
            }
        case .member(let name, let member, let span):
            let base = compile(
                Expression(kind: .name(name), span: Span(start: span.start, end: span.start + name.utf8.count)),
                in: scope)
            nodes.append(.setMember(target: base.operation, name: self.name(member), value: value.operation))
        }
    }

    /// Takes a value apart: names get their slots, and what is no name is assigned from a slot in between.
    func unpack(
        _ value: Compiled, into parts: [Target], _ nodes: inout [Node], slot: (String, Shape) -> Int32,
        other: (Target, Compiled, inout [Node]) -> Void
    ) {
        var slots: [Int32] = []
        var rest: [(Target, Compiled)] = []
        for (index, part) in parts.enumerated() {
            let shape: Shape =
                switch value.shape {
                case .tuple(let shapes) where index < shapes.count: shapes[index]
                case .list(let element): element
                default: .any
                }
            if case .name(let name, _) = part {
                slots.append(slot(name, shape))
            } else {
                let between = newSlot()
                slots.append(between)
                rest.append((part, Compiled(operation: add(.slot(between), part.span), shape: shape)))
            }
        }
        let (start, count) = operandRange(slots)
        nodes.append(.unpack(slots: start, count: count, value: value.operation))
        for (part, value) in rest { other(part, value, &nodes) }
    }

    private func slot(for name: String, _ shape: Shape, in scope: Scope) -> Int32 {
        let shape = branchDepth > 0 ? Shape.any : shape
        if case .slot(let slot, let owner, _)? = scope.variables[name], owner == function {
            scope.variables[name] = .slot(slot, function: owner, shape)
            return slot
        }
        let slot = newSlot()
        scope.variables[name] = .slot(slot, function: function, shape)
        return slot
    }

    /// Compiles a body whose output becomes a value; it starts and ends in text.
    func capture(_ body: [Statement], _ span: Span, in scope: Scope) -> Int32 {
        let outer = (markup, isMuted)
        markup = MarkupState(template.format)
        isMuted = false
        let compiled = compileScoped(body, in: Scope(parent: scope))
        expectStartState(of: template, "the text of this tag", span)
        (markup, isMuted) = outer
        return add(.capture(compiled), span)
    }
}
