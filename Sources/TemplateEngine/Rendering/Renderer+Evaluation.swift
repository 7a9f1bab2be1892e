import Diagnostics

/// Computing values.
extension Renderer {
    /// The value of an operation; undefined is a failure.
    mutating func value(_ operation: Int32) throws(Failure) -> Value {
        let value = try evaluate(operation)
        if case .undefined(let reason) = value { try refuse(reason, at: operation) }
        return value
    }

    @inline(never)
    func refuse(_ reason: Undefined?, at operation: Int32) throws(Failure) {
        if let reason {
            guard !reason.isLenient else { return }
            throw fail("undefined-value", reason.summary, operation, help: reason.help)
        }
        throw fail("undefined-value", "'\(sourceText(of: operation))' is undefined", operation)
    }

    /// The value of an operation, which may be undefined.
    mutating func evaluate(_ operation: Int32) throws(Failure) -> Value {
        switch program.operations[Int(operation)] {
        case .constant(let index): return program.constants[Int(index)]
        case .slot(let slot): return stack[base + Int(slot)]
        case .global(let slot): return stack[Int(slot)]
        case .root(let name, let fallback): return rootValue(name, fallback)
        case .rootField(let position, let type, let name): return rootField(position, type, name)
        case .field(let owner, let position, let type, let name):
            let value = try self.value(owner)
            if case .record(let record) = value, record.type === program.types[Int(type)] {
                let field = record[Int(position)]
                if case .undefined(nil) = field { return .undefined(absent(name, owner)) }
                return field
            }
            return try member(value, name, owner, operation)
        case .attribute(let owner, let name): return try member(try value(owner), name, owner, operation)
        case .not(let operand): return .bool(!(try truth(of: operand)))
        case .and(let left, let right):
            let value = try value(left)
            return Self.truth(value) ? try evaluate(right) : value
        case .or(let left, let right):
            let value = try value(left)
            return Self.truth(value) ? value : try evaluate(right)
        case .conditional(let test, let then, let otherwise):
            return try evaluate(try truth(of: test) ? then : otherwise)
        case .compare(let kind, let left, let right):
            return .bool(try compare(kind, try value(left), try value(right), at: operation))
        case .test(let test, let operand, let start, let count, let isNegated):
            return .bool(try evaluateTest(test, operand, start, count, operation) != isNegated)
        default: return try evaluateRarer(operation)
        }
    }

    private mutating func evaluateRarer(_ operation: Int32) throws(Failure) -> Value {
        try checkStack(operation)
        switch program.operations[Int(operation)] {
        case .loop(let property, let slot): return loopProperty(property, Int(slot))
        case .filter(let filter, let input, let start, let count):
            return try evaluateFilter(filter, input, start, count, operation)
        case .hostFilter(let index, let input, let start, let count):
            let arguments = [try value(input)] + (try values(start, count))
            return try callHost(filterAt: Int(index), arguments, operation)
        case .hostFunction(let index, let start, let count):
            let name = program.library.functionNames[Int(index)]
            return try callHost(program.library.functions[name], name, try values(start, count), operation)
        case .call(let function, let start, let count, let caller):
            return try callMacro(Int(function), start, count, caller, operation)
        case .callValue(let callee, let start, let count, let names, let caller):
            return try callValue(callee, start, count, names, caller, operation)
        case .method(let owner, let name, let start, let count):
            let receiver = try value(owner)
            let arguments = try values(start, count)
            return try callMethod(program.names[Int(name)], receiver, arguments, operation)
        case .item(let owner, let index): return try item(of: try value(owner), try value(index), owner, operation)
        case .slice(let owner, let start, let stop, let step):
            return try slice(try value(owner), start, stop, step, operation)
        case .list(let start, let count): return .list(try evaluated(start, count))
        case .tuple(let start, let count): return .tuple(try evaluated(start, count))
        case .map(let start, let count): return try mapping(start, count)
        case .concatenate(let start, let count): return try concatenate(try values(start, count), operation)
        case .negate(let operand): return try negate(try value(operand), operation)
        case .plus(let operand):
            let value = try value(operand)
            switch value.number {
            case .int(let number)?: return .int(number)
            case .double(let number)?: return .double(number)
            case nil: throw fail("type-mismatch", "\(value.typeName) has no sign", operation)
            }
        case .arithmetic(let kind, let left, let right):
            return try calculate(kind, try value(left), try value(right), operation)
        case .compareChain(let start, let count): return .bool(try compareChain(Int(start), Int(count), operation))
        case .cycle(let slot, let start, let count):
            guard count > 0, case .int(let index) = stack[base + Int(slot) + 1] else { return .undefined(nil) }
            return try evaluate(program.operands[Int(start) + index % Int(count)])
        case .changed(let slot, let start, let count):
            let now = Value.tuple(try values(start, count))
            let position = base + Int(slot) + 2
            if case .tuple = stack[position], stack[position] == now { return .bool(false) }
            stack[position] = now
            return .bool(true)
        case .builtin(let function, let start, let count, let names):
            return try callBuiltin(function, start, count, names, operation)
        case .capture(let body):
            let start = output.count
            try run(body)
            let text = output.take(from: start)
            return isMarkup(operation) ? .safe(text) : .string(text)
        default: return .undefined(nil)
        }
    }

    /// Whether an operation stands in a template that makes HTML, SVG or XML.
    func isMarkup(_ operation: Int32) -> Bool {
        let source = program.origins[Int(program.places[Int(operation)].origin)].source
        return program.library.parsed[source].format == .markup
    }

    mutating func values(_ start: Int32, _ count: Int32) throws(Failure) -> [Value] {
        var list: [Value] = []
        list.reserveCapacity(Int(count))
        for index in Int(start)..<Int(start + count) { list.append(try value(program.operands[index])) }
        return list
    }

    mutating func evaluated(_ start: Int32, _ count: Int32) throws(Failure) -> [Value] {
        var list: [Value] = []
        list.reserveCapacity(Int(count))
        for index in Int(start)..<Int(start + count) { list.append(try evaluate(program.operands[index])) }
        return list
    }

    private mutating func mapping(_ start: Int32, _ count: Int32) throws(Failure) -> Value {
        var entries: [(Value, Value)] = []
        for index in 0..<Int(count) {
            let key = program.operands[Int(start) + index * 2]
            let name = try value(key)
            guard name.isHashable, !name.isRecord else {
                throw fail("type-mismatch", "\(name.typeName) cannot be a key", key)
            }
            entries.append((name, try evaluate(program.operands[Int(start) + index * 2 + 1])))
        }
        return .map(ValueMap(entries))
    }

    // MARK: Truth

    mutating func truth(of operation: Int32) throws(Failure) -> Bool {
        switch program.operations[Int(operation)] {
        case .not(let operand): return !(try truth(of: operand))
        case .and(let left, let right):
            guard try truth(of: left) else { return false }
            return try truth(of: right)
        case .or(let left, let right):
            if try truth(of: left) { return true }
            return try truth(of: right)
        case .compare(let kind, let left, let right):
            return try compare(kind, try value(left), try value(right), at: operation)
        case .test(let test, let operand, let start, let count, let isNegated):
            return try evaluateTest(test, operand, start, count, operation) != isNegated
        case .field:
            if let field = localField(operation), !field.isUndefined { return Self.truth(field) }
            return Self.truth(try value(operation))
        default: return Self.truth(try value(operation))
        }
    }

    static func truth(_ value: Value) -> Bool {
        switch value {
        case .undefined, .none: false
        case .bool(let value): value
        case .int(let value): value != 0
        case .double(let value): value != 0
        case .string(let text), .safe(let text): !text.utf8.isEmpty
        case .list(let items), .tuple(let items): !items.isEmpty
        case .map(let map): map.count > 0
        case .record, .reference: true
        }
    }

    private mutating func compareChain(_ start: Int, _ count: Int, _ operation: Int32) throws(Failure) -> Bool {
        var left = try value(program.operands[start])
        for index in 0..<count {
            let kind =
                Comparison(rawValue: UInt8(truncatingIfNeeded: program.operands[start + 1 + index * 2])) ?? .equal
            let right = try value(program.operands[start + 2 + index * 2])
            guard try compare(kind, left, right, at: operation) else { return false }
            left = right
        }
        return true
    }

    func compare(_ kind: Comparison, _ left: Value, _ right: Value, at operation: Int32) throws(Failure) -> Bool {
        switch kind {
        case .equal: return left == right
        case .notEqual: return left != right
        case .isIn: return try contains(right, left, operation)
        case .isNotIn: return !(try contains(right, left, operation))
        default: break
        }
        if let a = left.number, let b = right.number, a.asDouble.isNaN || b.asDouble.isNaN { return false }
        return try attempt(operation) { () throws(Problem) in
            switch kind {
            case .less: try left.isLess(than: right)
            case .greater: try right.isLess(than: left)
            case .lessOrEqual: try !right.isLess(than: left)
            default: try !left.isLess(than: right)
            }
        }
    }

    func contains(_ container: Value, _ item: Value, _ operation: Int32) throws(Failure) -> Bool {
        switch container {
        case .list(let items), .tuple(let items): return items.contains(item)
        case .map(let map):
            guard item.isHashable else { throw fail("type-mismatch", "\(item.typeName) cannot be a key", operation) }
            return map[item] != nil
        case .record(let record): return item.text.flatMap { record[$0] }.map { !$0.isUndefined } ?? false
        case .undefined: return false
        case .string(let text), .safe(let text):
            guard let part = item.text else {
                throw fail("type-mismatch", "only text can be in a text, not \(item.typeName)", operation)
            }
            return Text.position(of: Array(part.utf8), in: Array(text.utf8), from: 0) != nil
        default: throw fail("type-mismatch", "nothing can be in \(container.typeName)", operation)
        }
    }
}
