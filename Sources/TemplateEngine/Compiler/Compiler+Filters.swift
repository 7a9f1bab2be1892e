/// Filters and their arguments.
extension Compiler {
    func compileFilter(
        _ base: Expression, _ name: String, _ nameSpan: Span, _ arguments: Arguments, _ span: Span, in scope: Scope
    ) -> Compiled {
        let isDefault = name == "default" || name == "d"
        let value = compile(base, in: scope, isLenient: isDefault)
        if library.filters[name] != nil, let index = library.filterNames.firstIndex(of: name) {
            if let first = arguments.named.first {
                report("wrong-arguments", "the filter '\(name)' takes no named arguments", first.span)
            }
            let (start, count) = operandRange(arguments.positional.map { compile($0, in: scope).operation })
            return Compiled(
                operation: add(.hostFilter(Int32(index), value.operation, start: start, count: count), span),
                shape: .any)
        }
        guard let signature = FilterSignature.all[name] else {
            reportUnknownFilter(name, nameSpan)
            // The arguments may have problems of their own.
            for argument in arguments.positional { _ = compile(argument, in: scope) }
            return nothing(span)
        }
        if name == "safe", !library.options.allowsSafeFilter {
            report(
                "safe-forbidden", "the filter 'safe' is not allowed in this site", nameSpan,
                help: "only the generator can vouch for HTML")
        }
        let element = value.shape.element
        let list: [Int32]
        var filter = signature.filter
        switch signature.filter {
        case .map:
            (filter, list) = mapOperands(arguments, nameSpan, element, in: scope)
        case .select, .reject: list = testOperands(arguments.positional[...], nameSpan, in: scope)
        case .selectattr, .rejectattr:
            guard let attribute = arguments.positional.first else {
                report("wrong-arguments", "the filter '\(name)' needs the name of an attribute", nameSpan)
                return nothing(span)
            }
            checkAttribute(attribute, element)
            list =
                [compile(attribute, in: scope).operation]
                + testOperands(arguments.positional.dropFirst(), nameSpan, in: scope)
        case .format: list = formatOperands(arguments, span, in: scope)
        case .attr:
            if let name = arguments.positional.first ?? arguments.named.first?.value, let text = name.literalText,
                Methods.all[text] != nil || Methods.unsupported.contains(text) || text.hasPrefix("__")
            {
                report("unsupported-construct", "'attr' does not give the method '\(text)'", name.span)
            }
            list = bind(
                arguments, to: signature.parameters, signature.required, "the filter '\(name)'", nameSpan, in: scope)
        default:
            list = bind(
                arguments, to: signature.parameters, signature.required, "the filter '\(name)'", nameSpan, in: scope)
            if let position = signature.parameters.firstIndex(of: "attribute"),
                let attribute = arguments.named.first(where: { $0.name == "attribute" })?.value
                    ?? (position < arguments.positional.count ? arguments.positional[position] : nil)
            {
                checkAttribute(attribute, element)
            }
        }
        let (start, count) = operandRange(list)
        let shape = signature.filter.shape(of: value.shape)
        return Compiled(
            operation: add(.filter(filter, value.operation, start: start, count: count), span), shape: shape)
    }

    private static let unsupportedFilters: Set<String> = [
        "forceescape", "urlize", "wordwrap", "pprint", "random", "filesizeformat",
    ]

    private func reportUnknownFilter(_ name: String, _ span: Span) {
        if Self.unsupportedFilters.contains(name) {
            report("unsupported-construct", "the filter '\(name)' of Jinja is not supported", span)
        } else {
            report(
                "unknown-filter", "no filter is called '\(name)'", span,
                help: suggestion(for: name, among: Array(FilterSignature.all.keys) + library.filterNames))
        }
    }

    /// One operand per parameter, -1 for those not given.
    private func bind(
        _ arguments: Arguments, to parameters: [String], _ required: Int, _ what: String, _ span: Span, in scope: Scope
    ) -> [Int32] {
        var list = [Int32](repeating: -1, count: parameters.count)
        if arguments.positional.count > list.count {
            report(
                "wrong-arguments",
                "\(what) takes \(Self.counted(list.count, "argument")), not \(arguments.positional.count)", span)
        }
        for (position, argument) in arguments.positional.enumerated() where position < list.count {
            list[position] = compile(argument, in: scope).operation
        }
        for argument in arguments.named {
            guard let position = parameters.firstIndex(of: argument.name) else {
                report(
                    "wrong-arguments", "\(what) has no argument '\(argument.name)'", argument.span,
                    help: suggestion(for: argument.name, among: parameters))
                continue
            }
            list[position] = compile(argument.value, in: scope).operation
        }
        if let missing = list.prefix(required).firstIndex(of: -1), arguments.positional.count <= list.count {
            report("wrong-arguments", "\(what) needs the argument '\(parameters[missing])'", span)
        }
        return list
    }

    private func mapOperands(
        _ arguments: Arguments, _ span: Span, _ element: Shape, in scope: Scope
    ) -> (BuiltinFilter, [Int32]) {
        if let attribute = arguments.named.first(where: { $0.name == "attribute" }) {
            let fallback = arguments.named.first { $0.name == "default" }
            if fallback == nil { checkAttribute(attribute.value, element) }
            return (
                .mapAttribute,
                [
                    compile(attribute.value, in: scope).operation,
                    fallback.map { compile($0.value, in: scope).operation } ?? -1,
                ]
            )
        }
        guard let filter = arguments.positional.first else {
            report("wrong-arguments", "the filter 'map' needs the name of a filter, or 'attribute='", span)
            return (.map, [])
        }
        guard let name = filter.literalText else {
            report("unsupported-construct", "'map' needs the name of a filter in quotes", filter.span)
            return (.map, [])
        }
        let rest = Arguments(positional: Array(arguments.positional.dropFirst()), named: arguments.named)
        if let index = library.filterNames.firstIndex(of: name) {
            let list = rest.positional.map { compile($0, in: scope).operation }
            return (.map, [constant(.reference(Reference(.hostFilter, index)), filter.span)] + list)
        }
        guard let signature = FilterSignature.all[name] else {
            reportUnknownFilter(name, filter.span)
            return (.map, [])
        }
        switch signature.filter {
        case .map, .select, .reject, .selectattr, .rejectattr, .format:
            report("unsupported-construct", "'map' cannot use the filter '\(name)'", filter.span)
            return (.map, [])
        case .safe where !library.options.allowsSafeFilter:
            report("safe-forbidden", "the filter 'safe' is not allowed in this site", filter.span)
        default: break
        }
        let list = bind(
            rest, to: signature.parameters, signature.required, "the filter '\(name)'", filter.span, in: scope)
        let reference = Value.reference(Reference(.filter, Int(signature.filter.rawValue)))
        return (.map, [constant(reference, filter.span)] + list)
    }

    private func testOperands(_ arguments: ArraySlice<Expression>, _ span: Span, in scope: Scope) -> [Int32] {
        guard let first = arguments.first else { return [] }
        guard let name = first.literalText else {
            report("unsupported-construct", "the name of the test must stand in quotes", first.span)
            return []
        }
        guard let signature = TestSignature.all[name] else {
            reportUnknownTest(name, first.span)
            return []
        }
        let rest = arguments.dropFirst().map { compile($0, in: scope).operation }
        if rest.count != signature.arguments {
            report(
                "wrong-arguments",
                "the test '\(name)' takes \(Self.counted(signature.arguments, "argument")), not \(rest.count)",
                first.span)
        }
        return [constant(.reference(Reference(.test, Int(signature.test.rawValue))), first.span)] + rest
    }

    private func formatOperands(_ arguments: Arguments, _ span: Span, in scope: Scope) -> [Int32] {
        guard !arguments.named.isEmpty else { return arguments.positional.map { compile($0, in: scope).operation } }
        let pairs = arguments.named.flatMap {
            [constant(.string($0.name), $0.span), compile($0.value, in: scope).operation]
        }
        let (start, _) = operandRange(pairs)
        return [add(.map(start: start, count: Int32(arguments.named.count)), span)]
    }

    /// Checks a literal attribute, `'arm.label'`, against what is known of the items.
    private func checkAttribute(_ attribute: Expression, _ element: Shape) {
        guard let text = attribute.literalText else { return }
        for path in text.split(separator: ",") {
            var shape = element
            for part in path.split(separator: ".") {
                guard case .record(let type) = shape else { break }
                guard let position = type.position(of: String(part)) else {
                    reportUnknownField(String(part), attribute.span, type)
                    return
                }
                shape = Shape(type.fields[position].type)
            }
        }
    }
}
