/// Calculating as Python does.
extension Renderer {
    func negate(_ value: Value, _ operation: Int32) throws(Failure) -> Value {
        switch value.number {
        case .int(let number)?:
            let (result, overflow) = Int(0).subtractingReportingOverflow(number)
            if overflow { throw overflowed(operation) }
            return .int(result)
        case .double(let number)?: return .double(-number)
        case nil: throw fail("type-mismatch", "\(value.typeName) has no sign", operation)
        }
    }

    private func overflowed(_ operation: Int32) -> Failure {
        fail("number-limit", "the result does not fit into 64 bits", operation)
    }

    func calculate(
        _ kind: Arithmetic, _ left: Value, _ right: Value, _ operation: Int32
    ) throws(Failure) -> Value {
        if let a = left.number, let b = right.number {
            if case .int(let x) = a, case .int(let y) = b { return try calculate(kind, x, y, operation) }
            return try calculate(kind, a.asDouble, b.asDouble, operation)
        }
        // True and false count as 1 and 0 here too.
        if case .bool(let flag) = right { return try calculate(kind, left, .int(flag ? 1 : 0), operation) }
        if case .bool(let flag) = left { return try calculate(kind, .int(flag ? 1 : 0), right, operation) }
        switch (kind, left, right) {
        case (.add, _, _) where left.text != nil && right.text != nil:
            return try concatenate([left, right], operation)
        case (.add, .list(let a), .list(let b)): return .list(try limited(a.count + b.count, operation) { a + b })
        case (.add, .tuple(let a), .tuple(let b)): return .tuple(try limited(a.count + b.count, operation) { a + b })
        case (.multiply, _, .int(let count)) where left.text != nil: return try repeated(left, count, operation)
        case (.multiply, .int(let count), _) where right.text != nil: return try repeated(right, count, operation)
        case (.multiply, .list(let items), .int(let count)), (.multiply, .int(let count), .list(let items)):
            return .list(try repeated(items, count, operation))
        case (.multiply, .tuple(let items), .int(let count)), (.multiply, .int(let count), .tuple(let items)):
            return .tuple(try repeated(items, count, operation))
        case (.modulo, .string(let format), _): return .string(try formatted(format, right, false, operation))
        case (.modulo, .safe(let format), _): return .safe(try formatted(format, right, true, operation))
        default: break
        }
        let sign =
            switch kind {
            case .add: "+"
            case .subtract: "-"
            case .multiply: "*"
            case .divide: "/"
            case .floorDivide: "//"
            case .modulo: "%"
            case .power: "**"
            }
        throw fail(
            "type-mismatch", "'\(sign)' cannot be used between \(left.typeName) and \(right.typeName)", operation,
            help: kind == .add && (left.text != nil || right.text != nil) ? "use '~' to join values as text" : nil)
    }

    private func formatted(
        _ format: String, _ right: Value, _ isSafe: Bool, _ operation: Int32
    ) throws(Failure) -> String {
        let arguments: [Value]
        if case .tuple(let items) = right { arguments = items } else { arguments = [right] }
        let limit = options.textLimit
        return try attempt(operation) { () throws(Problem) in
            try PercentFormat.format(format, arguments, escapes: isSafe, limit: limit)
        }
    }

    private func repeated(_ value: Value, _ count: Int, _ operation: Int32) throws(Failure) -> Value {
        let text = value.text ?? ""
        guard count > 0, !text.isEmpty else { return value.isSafe ? .safe("") : .string("") }
        let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
        guard !overflow, size <= options.textLimit else {
            throw Failure(.textTooLong(options.textLimit), at: operation)
        }
        let result = String(repeating: text, count: count)
        return value.isSafe ? .safe(result) : .string(result)
    }

    private func repeated(_ items: [Value], _ count: Int, _ operation: Int32) throws(Failure) -> [Value] {
        guard count > 0, !items.isEmpty else { return [] }
        let (size, overflow) = items.count.multipliedReportingOverflow(by: count)
        return try limited(overflow ? Int.max : size, operation) {
            Array(repeatElement(items, count: count).joined())
        }
    }

    func limited<Result>(_ count: Int, _ operation: Int32, _ make: () -> Result) throws(Failure) -> Result {
        guard count <= options.itemLimit else {
            throw fail("item-limit", "a list would have more than \(options.itemLimit) items", operation)
        }
        return make()
    }

    private func calculate(_ kind: Arithmetic, _ a: Int, _ b: Int, _ operation: Int32) throws(Failure) -> Value {
        let result: (partialValue: Int, overflow: Bool)
        switch kind {
        case .add: result = a.addingReportingOverflow(b)
        case .subtract: result = a.subtractingReportingOverflow(b)
        case .multiply: result = a.multipliedReportingOverflow(by: b)
        case .divide:
            guard b != 0 else { throw dividedByZero(operation) }
            return .double(PythonNumber.quotient(a, b))
        case .floorDivide:
            guard b != 0 else { throw dividedByZero(operation) }
            let (quotient, overflow) = a.dividedReportingOverflow(by: b)
            let isRounded = !overflow && quotient * b != a && (a < 0) != (b < 0)
            result = (isRounded ? quotient - 1 : quotient, overflow)
        case .modulo:
            guard b != 0 else { throw dividedByZero(operation) }
            if b == -1 { return .int(0) }
            let rest = a % b
            return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
        case .power:
            if b < 0 {
                guard a != 0 else { throw dividedByZero(operation) }
                return .double(PythonNumber.power(Double(a), Double(b)))
            }
            result = Self.power(a, b)
        }
        if result.overflow { throw overflowed(operation) }
        return .int(result.partialValue)
    }

    private static func power(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
        if base == 1 || exponent == 0 { return (1, false) }
        if base == 0 { return (0, false) }
        if base == -1 { return (exponent % 2 == 0 ? 1 : -1, false) }
        var result = 1
        for _ in 0..<min(exponent, 64) {
            let (next, overflow) = result.multipliedReportingOverflow(by: base)
            if overflow { return (0, true) }
            result = next
        }
        return (result, exponent > 64)
    }

    private func dividedByZero(_ operation: Int32) -> Failure {
        fail("division-by-zero", "a number is divided by zero", operation)
    }

    private func calculate(_ kind: Arithmetic, _ a: Double, _ b: Double, _ operation: Int32) throws(Failure) -> Value {
        switch kind {
        case .add: return .double(a + b)
        case .subtract: return .double(a - b)
        case .multiply: return .double(a * b)
        case .divide, .floorDivide, .modulo:
            guard b != 0 else { throw dividedByZero(operation) }
            if kind == .divide { return .double(a / b) }
            var rest = a.truncatingRemainder(dividingBy: b)
            if rest != 0, (rest < 0) != (b < 0) { rest += b }
            if kind == .modulo { return .double(rest == 0 ? Double(signOf: b, magnitudeOf: 0) : rest) }
            return .double(((a - rest) / b).rounded())
        case .power:
            if a == 0, b < 0 { throw dividedByZero(operation) }
            if a < 0, a.isFinite, b.isFinite, b != b.rounded() {
                throw fail("unsupported-construct", "this power is a complex number, which is not supported", operation)
            }
            let power = PythonNumber.power(a, b)
            if power.isInfinite, a.isFinite, b.isFinite { throw overflowed(operation) }
            return .double(power)
        }
    }

    /// `~`, and `+` of texts: if one part is safe, the others are escaped and the result is safe.
    func concatenate(_ parts: [Value], _ operation: Int32) throws(Failure) -> Value {
        let isSafe = parts.contains { $0.isSafe } && isMarkup(operation)
        var out = ""
        for part in parts {
            let text = try text(of: part, at: operation)
            if isSafe, !part.isSafe { Text.appendEscaped(text, to: &out) } else { out += text }
            if out.utf8.count > options.textLimit { throw Failure(.textTooLong(options.textLimit), at: operation) }
        }
        return isSafe ? .safe(out) : .string(out)
    }
}
