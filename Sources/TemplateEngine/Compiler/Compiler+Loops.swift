/// Conditions and loops.
extension Compiler {
    func compileConditional(
        _ branches: ArraySlice<(test: Expression, body: [Statement])>, _ otherwise: [Statement], _ span: Span,
        in scope: Scope, into nodes: inout [Node]
    ) {
        guard let first = branches.first else {
            compile(otherwise, in: scope, into: &nodes)
            return
        }
        branchDepth += 1
        defer { branchDepth -= 1 }
        guard branchDepth < 200 else {
            report("nesting-limit", "this 'if' has too many branches", span)
            return
        }
        switch staticTruth(first.test, in: scope) {
        case true?:
            compile(first.body, in: scope, into: &nodes)
            return
        case false?:
            compileConditional(branches.dropFirst(), otherwise, span, in: scope, into: &nodes)
            return
        case nil: break
        }
        let test = compile(first.test, in: scope).operation
        let before = markup
        var inner: [Node] = []
        compile(first.body, in: scope, into: &inner)
        let then = seal(inner)
        let afterThen = markup
        markup = before
        inner = []
        compileConditional(branches.dropFirst(), otherwise, span, in: scope, into: &inner)
        let rest = seal(inner)
        if let joint = afterThen.joined(with: markup) {
            markup = joint
        } else {
            report(
                "context-mismatch",
                "the branches of this 'if' end in different places: one in \(afterThen.phrase), one in \(markup.phrase)",
                span)
            markup = before
        }
        nodes.append(.conditional(test: test, then: then, otherwise: rest))
    }

    func compileLoop(_ loop: Loop, _ span: Span, in scope: Scope, into nodes: inout [Node]) {
        let sequence = compile(loop.sequence, in: scope)
        var info = LoopInfo()
        info.sequence = sequence.operation
        info.slot = newSlot()
        _ = (newSlot(), newSlot())
        let inner = Scope(parent: scope)
        bind(loop.target, to: sequence.shape.element, in: inner, &info)
        if let filter = loop.filter { info.filter = compile(filter, in: inner).operation }
        inner.variables["loop"] = .loop(info.slot, function: function, sequence.shape.element)

        let before = markup
        let reported = diagnostics.count
        let variables = inner.variables
        let macros = pendingMacros.count
        info.body = compileScoped(loop.body, in: inner)
        if markup != before {
            // The second turn starts where the first one ended.
            if let joint = before.joined(with: markup) {
                diagnostics.removeSubrange(reported...)
                pendingMacros.removeSubrange(macros...)
                inner.variables = variables
                markup = joint
                info.body = compileScoped(loop.body, in: inner)
                if let settled = joint.joined(with: markup), settled == joint {
                    markup = joint
                } else {
                    reportLoop(from: joint, span)
                    markup = before
                }
            } else {
                reportLoop(from: before, span)
                markup = before
            }
        }
        let afterBody = markup
        markup = before
        var otherwise: [Node] = []
        compile(loop.otherwise, in: scope, into: &otherwise)
        info.otherwise = seal(otherwise)
        if let joint = afterBody.joined(with: markup) {
            markup = joint
        } else {
            report(
                "context-mismatch",
                "this loop ends in \(afterBody.phrase), but its 'else' in \(markup.phrase)", span)
            markup = before
        }
        loops.append(info)
        nodes.append(.loop(Int32(loops.count - 1)))
    }

    private func reportLoop(from before: MarkupState, _ span: Span) {
        report(
            "context-mismatch", "each turn of this loop begins in \(before.phrase), but ends in \(markup.phrase)", span)
    }

    private func bind(_ target: Target, to shape: Shape, in scope: Scope, _ info: inout LoopInfo) {
        switch target {
        case .name(let name, _):
            let slot = newSlot()
            info.targets = [slot]
            scope.variables[name] = .slot(slot, function: function, shape)
        case .names(let names):
            info.unpacks = true
            for (index, name) in names.enumerated() {
                let slot = newSlot()
                info.targets.append(slot)
                var part = Shape.any
                if case .tuple(let parts) = shape, index < parts.count { part = parts[index] }
                if case .list(let element) = shape { part = element }
                scope.variables[name.name] = .slot(slot, function: function, part)
            }
        case .member: break
        }
    }
}
