import Diagnostics

/// Names and fields.
extension Compiler {
    func compileName(_ name: String, _ span: Span, in scope: Scope, isLenient: Bool) -> Compiled {
        switch scope.lookup(name) {
        case .slot(let slot, let owner, let shape)?:
            return Compiled(operation: add(owner == function ? .slot(slot) : .global(slot), span), shape: shape)
        case .macro(let index)?:
            return Compiled(operation: constant(.reference(Reference(.macro, index)), span), shape: .any)
        case .module(_, let template)?:
            report(
                "template-syntax", "'\(name)' is the imported template '\(template)' and not a value", span,
                help: "use one of its macros: \(name).macro()")
            return nothing(span)
        case .loop?:
            report("unsupported-construct", "'loop' can only be used for what it tells, such as loop.index", span)
            return nothing(span)
        case nil: break
        }
        if scope.seesRoot, let view {
            if let position = view.position(of: name) {
                return Compiled(
                    operation: add(
                        .rootField(position: Int32(position), type: type(view), name: self.name(name)), span),
                    shape: Shape(view.fields[position].type))
            }
        }
        if let global = library.globals[name] {
            let fallback = Int32(constants.count)
            constants.append(global)
            if scope.seesRoot, view == nil {
                return Compiled(operation: add(.root(name: self.name(name), fallback: fallback), span), shape: .any)
            }
            return Compiled(operation: add(.constant(fallback), span), shape: Shape(of: global))
        }
        if scope.seesRoot, view == nil {
            let isFunction = library.functions[name] != nil || Self.functions.contains(name)
            if !isFunction {
                return Compiled(operation: add(.root(name: self.name(name), fallback: -1), span), shape: .any)
            }
        }
        if !isLenient { reportUnknownName(name, span, in: scope) }
        return nothing(span)
    }

    static let functions: Set<String> = ["range", "dict", "namespace"]
    private static let unsupportedNames: Set<String> = [
        "cycler", "joiner", "lipsum", "varargs", "kwargs", "self", "super", "loop",
    ]

    func reportUnknownName(_ name: String, _ span: Span, in scope: Scope) {
        if name == "loop" {
            report("unknown-variable", "there is no loop around this 'loop'", span)
        } else if name == "super" {
            report("misplaced-super", "'super()' can only stand alone, as '{{ super() }}' inside of a block", span)
        } else if name == "self" {
            report("unsupported-construct", "'self' can only stand alone, as '{{ self.block() }}'", span)
        } else if Self.unsupportedNames.contains(name) {
            report("unsupported-construct", "'\(name)' of Jinja is not supported", span)
        } else if library.functions[name] != nil || Self.functions.contains(name) {
            report("template-syntax", "'\(name)' is a function and must be called", span)
        } else {
            let known = scope.names + (scope.seesRoot ? view?.fieldNames ?? [] : []) + library.globals.keys
            let isHidden = !scope.seesRoot && (view?.position(of: name) != nil || view == nil)
            report(
                "unknown-variable", "no variable is called '\(name)'", span,
                help: suggestion(for: name, among: known)
                    ?? (isHidden ? "an imported template sees only what its macros are given" : nil))
        }
    }

    func compileAttribute(
        _ base: Expression, _ name: String, _ nameSpan: Span, _ span: Span, in scope: Scope, isLenient: Bool
    ) -> Compiled {
        if case .name(let owner) = base.kind {
            switch scope.lookup(owner) {
            case .loop(let slot, let function, let element)?:
                return compileLoopProperty(name, nameSpan, slot, function, element)
            case .module(let module, let template)?:
                switch module.variables[name] {
                case .slot(let slot, let owner, let shape)?:
                    return Compiled(operation: add(owner == function ? .slot(slot) : .global(slot), span), shape: shape)
                case .macro(let index)?:
                    return Compiled(operation: constant(.reference(Reference(.macro, index)), span), shape: .any)
                default:
                    if !isLenient { reportUnknownMacro(name, nameSpan, module, template) }
                    return nothing(span)
                }
            case .macro?:
                report("unsupported-construct", "what a macro is called and takes cannot be asked", nameSpan)
                return nothing(span)
            case nil where owner == "loop": reportUnknownName("loop", base.span, in: scope)
            default: break
            }
        }
        if name.hasPrefix("__") {
            report("unsupported-construct", "the insides of Python, such as '\(name)', are not supported", nameSpan)
            return nothing(span)
        }
        let value = compile(base, in: scope)
        let plain = add(.attribute(value.operation, name: self.name(name)), nameSpan)
        switch value.shape {
        case .record(let type):
            guard let position = type.position(of: name) else {
                if !isLenient { reportUnknownField(name, nameSpan, type) }
                return nothing(span)
            }
            let operation = add(
                .field(value.operation, position: Int32(position), type: self.type(type), name: self.name(name)),
                nameSpan)
            return Compiled(operation: operation, shape: Shape(type.fields[position].type))
        case .map(let element): return Compiled(operation: plain, shape: element)
        case .scalar(let what):
            if !isLenient { report("unknown-field", "\(what) has no field '\(name)'", nameSpan) }
            return nothing(span)
        case .list(let element):
            if !isLenient {
                var help: String?
                if case .record(let type) = element, type.position(of: name) != nil {
                    help = "go over the list with 'for', or use map(attribute='\(name)')"
                }
                report("unknown-field", "a list has no field '\(name)'", nameSpan, help: help)
            }
            return nothing(span)
        case .any, .tuple: return Compiled(operation: plain, shape: .any)
        }
    }

    func reportUnknownField(_ name: String, _ span: Span, _ type: RecordType) {
        report(
            "unknown-field", "'\(type.name)' has no field '\(name)'", span,
            help: suggestion(for: name, among: type.fieldNames) ?? "its fields are \(Suggestion.list(type.fieldNames))")
    }

    func reportUnknownMacro(_ name: String, _ span: Span, _ module: Scope, _ template: String) {
        report(
            "unknown-macro", "'\(template)' has no macro '\(name)'", span,
            help: suggestion(for: name, among: module.variables.keys)
                ?? "it has \(Suggestion.list(module.variables.keys))")
    }

    private static let loopProperties: [String: LoopProperty] = [
        "index": .index, "index0": .index0, "revindex": .revindex, "revindex0": .revindex0, "first": .first,
        "last": .last, "length": .length, "previtem": .previousItem, "nextitem": .nextItem, "depth": .depth,
        "depth0": .depth0,
    ]

    private func compileLoopProperty(
        _ name: String, _ span: Span, _ slot: Int32, _ owner: Int, _ element: Shape
    ) -> Compiled {
        guard owner == function else {
            report("unsupported-construct", "'loop' cannot be used in a macro inside of the loop", span)
            return nothing(span)
        }
        guard let property = Self.loopProperties[name] else {
            let isCall = name == "cycle" || name == "changed"
            report(
                "unknown-field", isCall ? "'loop.\(name)' must be called" : "'loop' has no field '\(name)'", span,
                help: isCall
                    ? nil : suggestion(for: name, among: Array(Self.loopProperties.keys) + ["cycle", "changed"]))
            return nothing(span)
        }
        let isItem = property == .previousItem || property == .nextItem
        return Compiled(operation: add(.loop(property, slot: slot), span), shape: isItem ? element : .any)
    }
}
