import Diagnostics
import Text

/// An expression in the program, and what is known of its value.
struct Compiled {
    var operation: Int32
    var shape: Shape
}

/// Expressions.
extension Compiler {
    func add(_ operation: Operation, _ span: Span) -> Int32 {
        operations.append(operation)
        places.append(OperationPlace(origin: origin, span: span))
        return Int32(operations.count - 1)
    }

    func constant(_ value: Value, _ span: Span) -> Int32 {
        constants.append(value)
        return add(.constant(Int32(constants.count - 1)), span)
    }

    func name(_ name: String) -> Int32 {
        if let index = nameIndex[name] { return index }
        names.append(name)
        nameIndex[name] = Int32(names.count - 1)
        return Int32(names.count - 1)
    }

    func type(_ type: RecordType) -> Int32 {
        if let index = types.firstIndex(where: { $0 === type }) { return Int32(index) }
        types.append(type)
        return Int32(types.count - 1)
    }

    func nothing(_ span: Span) -> Compiled { Compiled(operation: constant(.undefined(nil), span), shape: .any) }

    /// Appends operations as the operands of another one.
    func operandRange(_ list: [Int32]) -> (start: Int32, count: Int32) {
        let start = Int32(operands.count)
        operands += list
        return (start, Int32(list.count))
    }

    func compile(_ expression: Expression, in scope: Scope, isLenient: Bool = false) -> Compiled {
        let span = expression.span
        switch expression.kind {
        case .literal(let value): return Compiled(operation: constant(value, span), shape: .any)
        case .captured:
            return Compiled(operation: captured ?? constant(.string(""), span), shape: .any)
        case .name(let name): return compileName(name, span, in: scope, isLenient: isLenient)
        case .list(let items):
            let compiled = items.map { compile($0, in: scope).operation }
            // A list of literals is made once.
            let literals = compiled.compactMap { item in
                if case .constant(let index) = operations[Int(item)] { constants[Int(index)] } else { nil }
            }
            if literals.count == items.count {
                return Compiled(operation: constant(.list(literals), span), shape: .any)
            }
            let (start, count) = operandRange(compiled)
            return Compiled(operation: add(.list(start: start, count: count), span), shape: .any)
        case .tuple(let items):
            let (start, count) = operandRange(items.map { compile($0, in: scope).operation })
            return Compiled(operation: add(.tuple(start: start, count: count), span), shape: .any)
        case .map(let entries):
            let list = entries.flatMap {
                [compile($0.key, in: scope).operation, compile($0.value, in: scope).operation]
            }
            let (start, _) = operandRange(list)
            return Compiled(operation: add(.map(start: start, count: Int32(entries.count)), span), shape: .any)
        case .attribute(let base, let name, let nameSpan):
            return compileAttribute(base, name, nameSpan, span, in: scope, isLenient: isLenient)
        case .item(let base, let index):
            if let text = index.literalText, !text.isEmpty {
                return compileAttribute(base, text, index.span, span, in: scope, isLenient: isLenient)
            }
            let value = compile(base, in: scope)
            var shape = Shape.any
            switch value.shape {
            case .list(let element): shape = element
            case .map(let element): shape = element
            case .tuple(let parts):
                if case .literal(.int(let position)) = index.kind, parts.indices.contains(position) {
                    shape = parts[position]
                }
            default: break
            }
            return Compiled(
                operation: add(.item(value.operation, compile(index, in: scope).operation), span), shape: shape)
        case .slice(let base, let start, let stop, let step):
            let value = compile(base, in: scope)
            let bounds = [start, stop, step].map { part in part.map { compile($0, in: scope).operation } ?? -1 }
            return Compiled(
                operation: add(.slice(value.operation, start: bounds[0], stop: bounds[1], step: bounds[2]), span),
                shape: value.shape)
        case .call(let callee, let arguments): return compileCall(callee, arguments, span, in: scope, caller: -1)
        case .filter(let base, let name, let nameSpan, let arguments):
            return compileFilter(base, name, nameSpan, arguments, span, in: scope)
        case .test(let base, let name, let nameSpan, let arguments, let isNegated):
            return compileTest(base, name, nameSpan, arguments, isNegated, span, in: scope)
        default: return compileOperator(expression, in: scope)
        }
    }

    private func compileOperator(_ expression: Expression, in scope: Scope) -> Compiled {
        let span = expression.span
        func part(_ expression: Expression) -> Int32 { compile(expression, in: scope).operation }
        let operation: Int32
        switch expression.kind {
        case .negate(let operand): operation = add(.negate(part(operand)), span)
        case .plus(let operand): operation = add(.plus(part(operand)), span)
        case .arithmetic(let kind, let left, let right):
            operation = add(.arithmetic(kind, part(left), part(right)), span)
        case .compare(let first, let rest):
            if rest.count == 1 {
                operation = add(.compare(rest[0].operation, part(first), part(rest[0].operand)), span)
            } else {
                var list = [part(first)]
                for item in rest { list += [Int32(item.operation.rawValue), part(item.operand)] }
                let (start, _) = operandRange(list)
                operation = add(.compareChain(start: start, count: Int32(rest.count)), span)
            }
        case .and(let left, let right): operation = add(.and(part(left), part(right)), span)
        case .or(let left, let right): operation = add(.or(part(left), part(right)), span)
        case .not(let operand): operation = add(.not(part(operand)), span)
        case .concatenate(let items):
            let (start, count) = operandRange(items.map(part))
            operation = add(.concatenate(start: start, count: count), span)
        case .conditional(let test, let then, let otherwise):
            switch staticTruth(test, in: scope) {
            case true?: return compile(then, in: scope)
            case false?:
                return otherwise.map { compile($0, in: scope) }
                    ?? Compiled(operation: constant(.undefined(.inlineIf), span), shape: .any)
            case nil: break
            }
            let yes = compile(then, in: scope)
            operation = add(
                .conditional(
                    test: part(test), then: yes.operation,
                    otherwise: otherwise.map(part) ?? constant(.undefined(.inlineIf), span)), span)
        default: return nothing(span)
        }
        return Compiled(operation: operation, shape: .any)
    }

    // MARK: What is known beforehand

    /// Whether a condition is known to hold or not, from the schema alone.
    func staticTruth(_ expression: Expression, in scope: Scope) -> Bool? {
        switch expression.kind {
        case .not(let operand): return staticTruth(operand, in: scope).map { !$0 }
        case .and(let left, let right):
            let (a, b) = (staticTruth(left, in: scope), staticTruth(right, in: scope))
            if a == false || b == false { return false }
            return a == true ? b : nil
        case .or(let left, let right):
            let (a, b) = (staticTruth(left, in: scope), staticTruth(right, in: scope))
            if a == true { return true }
            return a == false ? b : nil
        case .test(let operand, let name, _, _, let isNegated) where name == "defined" || name == "undefined":
            guard isKnownMissing(operand, in: scope) else { return nil }
            return (name == "undefined") != isNegated
        default: return nil
        }
    }

    private func isKnownMissing(_ expression: Expression, in scope: Scope) -> Bool {
        switch expression.kind {
        case .name(let name):
            guard scope.lookup(name) == nil, library.globals[name] == nil else { return false }
            if !scope.seesRoot { return true }
            guard let view else { return false }
            return view.position(of: name) == nil
        case .attribute(let base, let name, _):
            if case .name(let owner) = base.kind {
                switch scope.lookup(owner) {
                case .loop?: return false
                case .module(let module, _)?: return module.variables[name] == nil
                default: break
                }
            }
            // Compiled only for its shape; the operations are left unused.
            let reported = diagnostics.count
            let shape = compile(base, in: scope, isLenient: true).shape
            diagnostics.removeSubrange(reported...)
            if case .record(let type) = shape { return type.position(of: name) == nil }
            return false
        default: return false
        }
    }
}

extension Expression {
    /// Whether evaluating it may make a new list or mapping.
    var buildsCollection: Bool {
        switch kind {
        case .literal, .name, .attribute, .item, .arithmetic, .compare, .not, .negate, .plus, .concatenate, .test,
            .captured:
            false
        default: true
        }
    }
}
