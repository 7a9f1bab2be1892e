import Diagnostics
import Text

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
            let other = branches.dropFirst().first?.body ?? otherwise
            reportBranches((afterThen, first.body), (markup, other), span)
            markup = before
        }
        nodes.append(.conditional(test: test, then: then, otherwise: rest))
    }

    private func reportBranches(
        _ first: (state: MarkupState, body: [Statement]), _ second: (state: MarkupState, body: [Statement]),
        _ span: Span
    ) {
        let (a, b) = (first.state.phrase, second.state.phrase)
        let ends = a == b ? "both in \(a), but not at the same point of it" : "one in \(a), one in \(b)"
        report(
            "context-mismatch", "the branches of this 'if' end in different places: \(ends)", span,
            notes: [
                Diagnostic.Note("here one ends in \(a)", at: endPlace(of: first.body, or: span)),
                Diagnostic.Note(
                    second.body.isEmpty ? "without this 'if' it is \(b)" : "here one ends in \(b)",
                    at: endPlace(of: second.body, or: span)),
            ])
    }

    /// Where a body ends: at the last tag that its text opens, if it ends in text.
    private func endPlace(of body: [Statement], or span: Span) -> Place {
        guard let last = body.last else { return place(of: span) }
        guard case .text(let bytes) = last.kind else { return place(of: last.span) }
        let start = last.span.start + (bytes.lastIndex(of: UInt8(ascii: "<")) ?? 0)
        return place(of: Span(start: start, end: last.span.end))
    }

    func compileLoop(_ loop: Loop, _ span: Span, in scope: Scope, into nodes: inout [Node]) {
        let sequence = compile(loop.sequence, in: scope)
        var info = LoopInfo()
        info.sequence = sequence.operation
        info.slot = newSlot()
        _ = (newSlot(), newSlot())
        let inner = Scope(parent: scope)
        info.target = newSlot()
        var parts: [Node] = []
        bind(
            loop.target,
            to: Compiled(operation: add(.slot(info.target), loop.target.span), shape: sequence.shape.element),
            slot: info.target, in: inner, into: &parts)
        info.parts = seal(parts)
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

    /// Gives the names of a loop their slots; an item with parts is taken apart at the start of each turn.
    private func bind(
        _ target: Target, to value: Compiled, slot: Int32, in scope: Scope, into nodes: inout [Node]
    ) {
        switch target {
        case .name(let name, _): scope.variables[name] = .slot(slot, function: function, value.shape)
        case .tuple(let parts, _):
            unpack(value, into: parts, &nodes) { name, shape in
                let slot = newSlot()
                scope.variables[name] = .slot(slot, function: function, shape)
                return slot
            } other: { part, value, nodes in
                guard case .slot(let slot) = operations[Int(value.operation)] else { return }
                bind(part, to: value, slot: slot, in: scope, into: &nodes)
            }
        case .member: break
        }
    }
}
