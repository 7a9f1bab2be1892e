/// Blocks, macros, includes and imports.
extension Compiler {
    // MARK: Blocks

    func compileBlock(_ block: Block, in scope: Scope, into nodes: inout [Node]) {
        guard let chain = blocks.chains[block.name], let first = chain.first else { return }
        guard !blocks.open.contains(block.name) else {
            report("template-cycle", "the block '\(block.name)' contains itself", block.nameSpan)
            return
        }
        if function >= 0 {
            report("unsupported-construct", "a block inside of a macro is not supported", block.nameSpan)
            return
        }
        if first.block.isRequired {
            let child = openTemplates.last ?? template.name
            report("missing-block", "'\(child)' must define the block '\(block.name)'", block.nameSpan)
            return
        }
        blocks.open.append(block.name)
        defer { blocks.open.removeLast() }
        let isScoped = chain.contains { $0.block.isScoped }
        compileDefinition(block.name, level: 0, in: isScoped ? scope : contextScope, into: &nodes)
    }

    private func compileDefinition(_ name: String, level: Int, in scope: Scope, into nodes: inout [Node]) {
        guard let chain = blocks.chains[name], level < chain.count else { return }
        let saved = (template, origin, currentBlock, branchDepth)
        let entry = chain[level]
        let before = markup
        (template, origin, currentBlock, branchDepth) = (entry.template, entry.origin, (name, level), 0)
        predeclareAndCompile(entry.block.body, in: Scope(parent: scope), into: &nodes)
        if let joint = before.joined(with: markup), before.mode == markup.mode || before.isInTag {
            markup = joint
        } else {
            report(
                "context-mismatch",
                "the block '\(name)' begins in \(before.phrase), but ends in \(markup.phrase)", entry.block.nameSpan)
            markup = before
        }
        (template, origin, currentBlock, branchDepth) = saved
    }

    private func predeclareAndCompile(_ body: [Statement], in scope: Scope, into nodes: inout [Node]) {
        predeclare(body, in: scope, into: &nodes)
        compile(body, in: scope, into: &nodes)
    }

    func compileSuper(_ span: Span, in scope: Scope, into nodes: inout [Node]) {
        guard let block = currentBlock else {
            report("misplaced-super", "'super()' can only be used inside of a block", span)
            return
        }
        guard let chain = blocks.chains[block.name], block.level + 1 < chain.count else {
            report("misplaced-super", "no template that this one extends has the block '\(block.name)'", span)
            return
        }
        compileDefinition(block.name, level: block.level + 1, in: contextScope, into: &nodes)
    }

    /// `{{ self.name() }}`: a block once more.
    func compileSelf(_ name: String, _ span: Span, into nodes: inout [Node]) {
        guard blocks.chains[name] != nil else {
            report(
                "unknown-block", "there is no block '\(name)'", span,
                help: suggestion(for: name, among: blocks.chains.keys))
            return
        }
        guard !blocks.open.contains(name) else {
            report("template-cycle", "the block '\(name)' contains itself", span)
            return
        }
        blocks.open.append(name)
        defer { blocks.open.removeLast() }
        compileDefinition(name, level: 0, in: contextScope, into: &nodes)
    }

    // MARK: Macros

    func declare(_ macro: Macro, _ span: Span, in scope: Scope) {
        guard function < 0 else {
            report("unsupported-construct", "a macro inside of a macro is not supported", span)
            return
        }
        let index = functions.count
        functions.append(
            Function(
                name: macro.name, parameters: macro.parameters.map(\.name),
                fallbacks: macro.parameters.map { _ in -1 }, format: template.format))
        scope.variables[macro.name] = .macro(index)
        pendingMacros.append(
            PendingMacro(
                index: index, macro: macro, scope: scope, template: template, origin: origin, context: contextScope))
    }

    func compileMacro(_ pending: PendingMacro) {
        let saved = (template, origin, markup, slotCount, contextScope, currentBlock, isMuted, branchDepth)
        template = pending.template
        origin = pending.origin
        contextScope = pending.context
        currentBlock = nil
        isMuted = false
        branchDepth = 0
        function = pending.index
        slotCount = 0
        let scope = Scope(parent: pending.scope)
        let fallbacks = bindParameters(pending.macro, in: scope)
        scope.variables["caller"] = .slot(newSlot(), function: function, .any)
        markup = MarkupState(template.format)
        let body = compileScoped(pending.macro.body, in: scope)
        expectStartState(of: template, "the macro '\(pending.macro.name)'", endSpan(of: pending.macro))
        functions[pending.index].fallbacks = fallbacks
        functions[pending.index].body = body
        functions[pending.index].frameSize = slotCount
        function = -1
        (template, origin, markup, slotCount, contextScope, currentBlock, isMuted, branchDepth) = saved
    }

    private func endSpan(of macro: Macro) -> Span {
        macro.body.last?.span ?? Span(start: 0, end: 1)
    }

    /// Gives slots to the parameters, in order; a default may use those before it.
    private func bindParameters(_ macro: Macro, in scope: Scope) -> [Int32] {
        let slots = macro.parameters.map { _ in newSlot() }
        var fallbacks: [Int32] = []
        for (slot, parameter) in zip(slots, macro.parameters) {
            fallbacks.append(parameter.fallback.map { compile($0, in: scope).operation } ?? -1)
            scope.variables[parameter.name] = .slot(slot, function: function, .any)
        }
        return fallbacks
    }

    /// The body of a `call`: it sees the names around it.
    func compileCaller(_ macro: Macro, _ span: Span, in scope: Scope) -> Int32 {
        let index = functions.count
        functions.append(
            Function(
                name: "caller", parameters: macro.parameters.map(\.name),
                fallbacks: macro.parameters.map { _ in -1 }, format: template.format))
        let inner = Scope(parent: scope)
        functions[index].slot = slotCount
        let fallbacks = bindParameters(macro, in: inner)
        let outer = (markup, isMuted)
        markup = MarkupState(template.format)
        isMuted = false
        let body = compileScoped(macro.body, in: inner)
        expectStartState(of: template, "the text of this tag", span)
        (markup, isMuted) = outer
        functions[index].fallbacks = fallbacks
        functions[index].body = body
        return Int32(index)
    }

    // MARK: Other templates

    func compileInclude(
        _ names: [String], _ ignoresMissing: Bool, _ span: Span, in scope: Scope, into nodes: inout [Node]
    ) {
        guard let name = names.first(where: { library.templates[$0] != nil }) else {
            if !ignoresMissing, let first = names.first { _ = resolve(first, span) }
            return
        }
        guard let included = resolve(name, span) else { return }
        let saved = (origin, branchDepth)
        let before = markup
        origin = newOrigin(included, .include, span)
        branchDepth = 0
        let body = compileTemplate(included, in: Scope(parent: scope))
        (origin, branchDepth) = saved
        if markup != before {
            if let joint = before.joined(with: markup), before.mode == markup.mode {
                markup = joint
            } else {
                report(
                    "context-mismatch",
                    "'\(name)' is included in \(before.phrase), but ends in \(markup.phrase)", span)
                markup = before
            }
        }
        nodes.append(.include(body, name: self.name(name)))
    }

    func importTemplate(_ name: String, _ span: Span, into nodes: inout [Node]) -> Scope? {
        guard function < 0 else {
            report("unsupported-construct", "an import inside of a macro is not supported", span)
            return nil
        }
        guard let module = resolve(name, span) else { return nil }
        guard module.format == template.format else {
            report(
                "context-mismatch", "'\(name)' makes another format than '\(template.name)' and cannot be imported",
                span)
            return nil
        }
        let scope = Scope(parent: nil, seesRoot: false)
        let saved = (origin, markup, branchDepth, isMuted)
        origin = newOrigin(module, .importing, span)
        branchDepth = 0
        isMuted = true
        let body = compileTemplate(module, in: scope)
        (origin, markup, branchDepth, isMuted) = saved
        nodes.append(.module(body, name: self.name(name)))
        return scope
    }
}
