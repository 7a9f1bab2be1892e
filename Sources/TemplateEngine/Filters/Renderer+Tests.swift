/// The tests behind `is`.
extension Renderer {
    mutating func evaluateTest(
        _ test: BuiltinTest, _ operand: Int32, _ start: Int32, _ count: Int32, _ operation: Int32
    ) throws(Failure) -> Bool {
        switch test {
        case .defined: return !(try evaluate(operand)).isUndefined
        case .undefined: return try evaluate(operand).isUndefined
        default: return try apply(test, to: try value(operand), try values(start, count), operation)
        }
    }

    func apply(_ test: BuiltinTest, to value: Value, _ arguments: [Value], _ operation: Int32) throws(Failure) -> Bool {
        func argument() throws(Failure) -> Value {
            guard let first = arguments.first else {
                throw fail("wrong-arguments", "this test needs an argument", operation)
            }
            return first
        }
        switch test {
        case .defined: return !value.isUndefined
        case .undefined: return value.isUndefined
        case .none: return value.isNone
        case .boolean: if case .bool = value { return true } else { return false }
        case .isTrue: if case .bool(true) = value { return true } else { return false }
        case .isFalse: if case .bool(false) = value { return true } else { return false }
        case .integer: if case .int = value { return true } else { return false }
        case .float: if case .double = value { return true } else { return false }
        case .number: return value.number != nil
        case .string: return value.text != nil
        case .escaped: return value.isSafe
        case .mapping:
            switch value {
            case .map, .record: return true
            default: return false
            }
        case .sequence, .iterable:
            switch value {
            case .list, .tuple, .map, .record, .string, .safe: return true
            default: return false
            }
        case .even, .odd, .divisibleby:
            let divisor = test == .divisibleby ? try argument() : .int(2)
            let rest = try calculate(.modulo, value, divisor, operation)
            guard let number = rest.number?.asDouble else {
                throw fail("type-mismatch", "\(value.typeName) is not a number", operation)
            }
            return test == .odd ? number == 1 : number == 0
        case .sameas: return Self.isSame(value, try argument())
        case .isIn: return try contains(try argument(), value, operation)
        case .eq: return value == (try argument())
        case .ne: return value != (try argument())
        case .lt: return try compare(.less, value, try argument(), at: operation)
        case .le: return try compare(.lessOrEqual, value, try argument(), at: operation)
        case .gt: return try compare(.greater, value, try argument(), at: operation)
        case .ge: return try compare(.greaterOrEqual, value, try argument(), at: operation)
        case .lower: return Text.isCased(try text(of: value, at: operation), lower: true)
        case .upper: return Text.isCased(try text(of: value, at: operation), lower: false)
        }
    }

    private static func isSame(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.none, .none): true
        case (.bool(let x), .bool(let y)): x == y
        case (.int(let x), .int(let y)): x == y
        case (.double(let x), .double(let y)): x == y
        case (.string(let x), .string(let y)), (.safe(let x), .safe(let y)): x.hasSameBytes(as: y)
        case (.record(let x), .record(let y)): x === y
        case (.map(let x), .map(let y)): x === y
        case (.list(let x), .list(let y)), (.tuple(let x), .tuple(let y)): x == y
        case (.reference(let x), .reference(let y)): x == y
        default: false
        }
    }
}
