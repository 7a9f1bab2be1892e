import Diagnostics

/// Calls, filters and tests.
extension Compiler {
    func compileCall(
        _ callee: Expression, _ arguments: Arguments, _ span: Span, in scope: Scope, caller: Int32
    ) -> Compiled {
        switch callee.kind {
        case .name(let name):
            if case .macro(let index)? = scope.lookup(name) {
                return compileMacroCall(index, arguments, callee.span, span, in: scope, caller: caller)
            }
            if scope.lookup(name) == nil {
                if let result = compileFunction(name, arguments, callee.span, span, in: scope, caller: caller) {
                    return result
                }
            }
        case .attribute(let base, let name, let nameSpan):
            if case .name(let owner) = base.kind {
                switch scope.lookup(owner) {
                case .module(let module, let template)?:
                    guard case .macro(let index)? = module.variables[name] else {
                        reportUnknownMacro(name, nameSpan, module, template)
                        return nothing(span)
                    }
                    return compileMacroCall(index, arguments, nameSpan, span, in: scope, caller: caller)
                case .loop(let slot, let owner, _)? where name == "cycle" || name == "changed":
                    guard owner == function else { break }
                    let (start, count) = operandRange(arguments.positional.map { compile($0, in: scope).operation })
                    if name == "cycle", count == 0 {
                        report("wrong-arguments", "'loop.cycle' needs values to choose from", span)
                    }
                    let operation: Operation =
                        name == "cycle"
                        ? .cycle(slot: slot, start: start, count: count)
                        : .changed(slot: slot, start: start, count: count)
                    return Compiled(operation: add(operation, span), shape: .any)
                default: break
                }
            }
            return compileMethod(base, name, nameSpan, arguments, span, in: scope)
        default: break
        }
        let value = compile(callee, in: scope)
        let list =
            arguments.positional.map { compile($0, in: scope).operation }
            + arguments.named.map { compile($0.value, in: scope).operation }
        let (start, count) = operandRange(list)
        return Compiled(
            operation: add(
                .callValue(value.operation, start: start, count: count, names: nameList(arguments), caller: caller),
                span),
            shape: .any)
    }

    private func nameList(_ arguments: Arguments) -> Int32 {
        guard !arguments.named.isEmpty else { return -1 }
        nameLists.append(arguments.named.map(\.name))
        return Int32(nameLists.count - 1)
    }

    private func compileMacroCall(
        _ index: Int, _ arguments: Arguments, _ nameSpan: Span, _ span: Span, in scope: Scope, caller: Int32
    ) -> Compiled {
        let target = functions[index]
        var list = [Int32](repeating: -1, count: target.parameters.count)
        if arguments.positional.count > list.count {
            report(
                "wrong-arguments",
                "the macro '\(target.name)' takes \(Self.counted(list.count, "argument")), not \(arguments.positional.count)",
                nameSpan)
        }
        for (position, argument) in arguments.positional.enumerated() where position < list.count {
            list[position] = compile(argument, in: scope).operation
        }
        for argument in arguments.named {
            guard let position = target.parameters.firstIndex(of: argument.name) else {
                report(
                    "wrong-arguments", "the macro '\(target.name)' has no parameter '\(argument.name)'", argument.span,
                    help: suggestion(for: argument.name, among: target.parameters))
                continue
            }
            if list[position] >= 0 {
                report("wrong-arguments", "the parameter '\(argument.name)' is given twice", argument.span)
            }
            list[position] = compile(argument.value, in: scope).operation
        }
        let (start, count) = operandRange(list)
        return Compiled(
            operation: add(.call(function: Int32(index), start: start, count: count, caller: caller), span), shape: .any
        )
    }

    static func counted(_ count: Int, _ noun: String) -> String {
        count == 0 ? "no \(noun)s" : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    private func compileFunction(
        _ name: String, _ arguments: Arguments, _ nameSpan: Span, _ span: Span, in scope: Scope, caller: Int32
    ) -> Compiled? {
        if scope.seesRoot, view?.position(of: name) != nil { return nil }
        let values = arguments.positional.map { compile($0, in: scope).operation }
        if library.functions[name] != nil, let index = library.functionNames.firstIndex(of: name) {
            if let first = arguments.named.first {
                report("wrong-arguments", "the function '\(name)' takes no named arguments", first.span)
            }
            let (start, count) = operandRange(values)
            return Compiled(operation: add(.hostFunction(Int32(index), start: start, count: count), span), shape: .any)
        }
        let named = arguments.named.map { compile($0.value, in: scope).operation }
        let (start, count) = operandRange(values + named)
        let function: BuiltinFunction
        switch name {
        case "range":
            function = .range
            if !(1...3).contains(count) || !named.isEmpty {
                report("wrong-arguments", "'range' takes one to three numbers", nameSpan)
                return nothing(span)
            }
        case "dict": function = .dict
        case "namespace": function = .namespace
        default:
            if view != nil || !scope.seesRoot {
                if Self.isUnsupported(name) {
                    reportUnknownName(name, nameSpan, in: scope)
                } else {
                    let known = scope.names + library.functionNames + Self.functions
                    report(
                        "unknown-function", "no macro or function is called '\(name)'", nameSpan,
                        help: suggestion(for: name, among: known))
                }
                return nothing(span)
            }
            reportUnknownFunction(name, nameSpan, in: scope)
            return nothing(span)
        }
        if function != .range, values.count > 1 {
            report(
                "wrong-arguments", "'\(name)' takes one mapping and named arguments, not \(values.count) values",
                nameSpan)
            return nothing(span)
        }
        return Compiled(
            operation: add(.builtin(function, start: start, count: count, names: nameList(arguments)), span),
            shape: .any)
    }

    private static func isUnsupported(_ name: String) -> Bool {
        ["cycler", "joiner", "lipsum", "loop", "super", "self"].contains(name)
    }

    private func reportUnknownFunction(_ name: String, _ span: Span, in scope: Scope) {
        if Self.isUnsupported(name) { return reportUnknownName(name, span, in: scope) }
        if name == "caller" {
            report("unknown-function", "'caller' can only be used inside of a macro", span)
            return
        }
        report(
            "unknown-function", "no macro or function is called '\(name)'", span,
            help: suggestion(for: name, among: scope.names + library.functionNames + Self.functions))
    }

    private func compileMethod(
        _ base: Expression, _ name: String, _ nameSpan: Span, _ arguments: Arguments, _ span: Span, in scope: Scope
    ) -> Compiled {
        let value = compile(base, in: scope)
        guard let method = Methods.all[name] else {
            if Methods.unsupported.contains(name) || name.hasPrefix("__") {
                report("unsupported-construct", "the method '\(name)' of Python is not supported", nameSpan)
                return nothing(span)
            }
            report(
                "unknown-method", "no method is called '\(name)'", nameSpan,
                help: suggestion(for: name, among: Methods.all.keys))
            return nothing(span)
        }
        if let first = arguments.named.first {
            report("wrong-arguments", "the method '\(name)' takes no named arguments", first.span)
        }
        if !method.contains(arguments.positional.count) {
            report(
                "wrong-arguments",
                "the method '\(name)' takes \(Self.counted(in: method)), not \(arguments.positional.count)", nameSpan)
        }
        let (start, count) = operandRange(arguments.positional.map { compile($0, in: scope).operation })
        var shape = Shape.any
        if case .map(let element) = value.shape {
            if name == "items" { shape = .list(.tuple([.scalar("text"), element])) }
            if name == "values" { shape = .list(element) }
        }
        return Compiled(
            operation: add(.method(value.operation, name: self.name(name), start: start, count: count), span),
            shape: shape)
    }

    private static func counted(in range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound
            ? counted(range.lowerBound, "argument") : "\(range.lowerBound) to \(range.upperBound) arguments"
    }

    // MARK: Tests

    func compileTest(
        _ base: Expression, _ name: String, _ nameSpan: Span, _ arguments: Arguments, _ isNegated: Bool, _ span: Span,
        in scope: Scope
    ) -> Compiled {
        let isLenient = name == "defined" || name == "undefined"
        let value = compile(base, in: scope, isLenient: isLenient)
        guard let signature = TestSignature.all[name] else {
            reportUnknownTest(name, nameSpan)
            return nothing(span)
        }
        if let first = arguments.named.first {
            report("wrong-arguments", "the test '\(name)' takes no named arguments", first.span)
        } else if arguments.positional.count != signature.arguments {
            report(
                "wrong-arguments",
                "the test '\(name)' takes \(Self.counted(signature.arguments, "argument")), not \(arguments.positional.count)",
                nameSpan)
        }
        let (start, count) = operandRange(arguments.positional.map { compile($0, in: scope).operation })
        return Compiled(
            operation: add(
                .test(signature.test, value.operation, start: start, count: count, isNegated: isNegated), span),
            shape: .any)
    }

    func reportUnknownTest(_ name: String, _ span: Span) {
        if name == "filter" || name == "test" || name == "callable" {
            report("unsupported-construct", "the test '\(name)' of Jinja is not supported", span)
            return
        }
        report(
            "unknown-test", "no test is called '\(name)'", span,
            help: suggestion(for: name, among: TestSignature.all.keys))
    }
}
