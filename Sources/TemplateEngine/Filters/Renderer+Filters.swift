/// Filters: which one, and those that are about text and numbers.
extension Renderer {
    mutating func evaluateFilter(
        _ filter: BuiltinFilter, _ input: Int32, _ start: Int32, _ count: Int32, _ operation: Int32
    ) throws(Failure) -> Value {
        let value = try filter == .default ? evaluate(input) : value(input)
        if filter == .default { return try defaulted(value, start, operation) }
        var arguments: [Value] = []
        arguments.reserveCapacity(Int(count))
        for index in Int(start)..<Int(start + count) {
            let operand = program.operands[index]
            arguments.append(operand < 0 ? .missing : try self.value(operand))
        }
        return try apply(filter, to: value, arguments, operation)
    }

    private mutating func defaulted(_ value: Value, _ start: Int32, _ operation: Int32) throws(Failure) -> Value {
        let (fallback, boolean) = (program.operands[Int(start)], program.operands[Int(start) + 1])
        var isMissing = value.isUndefined
        if !isMissing, boolean >= 0, try truth(of: boolean) { isMissing = !Self.truth(value) }
        guard isMissing else { return value }
        return fallback < 0 ? .string("") : try evaluate(fallback)
    }

    /// Applies a filter; `arguments` has a value per parameter, `missing` where none was given.
    func apply(
        _ filter: BuiltinFilter, to value: Value, _ arguments: [Value], _ operation: Int32
    ) throws(Failure) -> Value {
        let call = FilterCall(value: value, arguments: arguments, operation: operation)
        switch filter {
        case .abs:
            switch value.number {
            case .int(let number)?:
                guard let size = Int(exactly: number.magnitude) else {
                    throw fail("number-limit", "the result does not fit into 64 bits", operation)
                }
                return .int(size)
            case .double(let number)?: return .double(number.magnitude)
            case nil: throw fail("type-mismatch", "'abs' needs a number, not \(value.typeName)", operation)
            }
        case .default: return value.isUndefined && !arguments.isEmpty ? arguments[0] : value
        case .escape: return value.isSafe ? value : .safe(Text.escaped(try text(of: value, at: operation)))
        case .safe: return .safe(try text(of: value, at: operation))
        case .string: return value.text != nil ? value : .string(try text(of: value, at: operation))
        case .count: return .int(try self.count(of: value, operation))
        case .float: return try asFloat(call)
        case .int: return try asInt(call)
        case .round: return try rounded(call)
        case .tojson:
            let (limit, indent) = (options.textLimit, try integer(call, 0, or: -1))
            guard indent <= 100 else { throw fail("wrong-arguments", "'tojson' cannot indent by \(indent)", operation) }
            let json = try attempt(operation) { () throws(Problem) in
                try JSONText.text(of: value, indent: indent < 0 ? nil : indent, limit: limit)
            }
            return .safe(json)
        case .upper, .lower, .capitalize, .title, .trim, .center, .replace, .truncate, .indent, .striptags, .urlencode,
            .wordcount, .format, .xmlattr:
            return try applyText(filter, call)
        default: return try applySequence(filter, call)
        }
    }

    struct FilterCall {
        let value: Value
        let arguments: [Value]
        let operation: Int32

        func given(_ index: Int) -> Value? {
            index < arguments.count && !arguments[index].isMissing ? arguments[index] : nil
        }
    }

    func integer(_ call: FilterCall, _ index: Int, or fallback: Int) throws(Failure) -> Int {
        guard let value = call.given(index), !value.isNone else { return fallback }
        guard case .int(let number)? = value.number else {
            throw fail("type-mismatch", "a whole number is needed here, not \(value.typeName)", call.operation)
        }
        return number
    }

    func flag(_ call: FilterCall, _ index: Int, or fallback: Bool = false) -> Bool {
        call.given(index).map(Self.truth) ?? fallback
    }

    func string(_ call: FilterCall, _ index: Int, or fallback: String) throws(Failure) -> String {
        guard let value = call.given(index) else { return fallback }
        return try text(of: value, at: call.operation)
    }

    private func count(of value: Value, _ operation: Int32) throws(Failure) -> Int {
        switch value {
        case .list(let items), .tuple(let items): return items.count
        case .string(let text), .safe(let text): return text.unicodeScalars.count
        case .map(let map): return map.count
        case .record: return try items(of: value, at: operation).count
        case .undefined: return 0
        default: throw fail("type-mismatch", "\(value.typeName) has no length", operation)
        }
    }

    // MARK: Numbers

    private func asFloat(_ call: FilterCall) throws(Failure) -> Value {
        if let number = call.value.number { return .double(number.asDouble) }
        if let text = call.value.text, let number = PythonNumber.double(text) { return .double(number) }
        return call.given(0) ?? .double(0)
    }

    private func asInt(_ call: FilterCall) throws(Failure) -> Value {
        let fallback = call.given(0) ?? .int(0)
        switch call.value.number {
        case .int(let number)?: return .int(number)
        case .double(let number)?: return number.isNaN ? fallback : try whole(number, call.operation)
        case nil: break
        }
        guard let text = call.value.text else { return fallback }
        switch PythonNumber.integer(text, base: try integer(call, 1, or: 10)) {
        case .number(let number): return .int(number)
        case .tooLarge: throw tooLarge(call.operation)
        case .invalid: break
        }
        guard let number = PythonNumber.double(text), number.isFinite else { return fallback }
        return try whole(number, call.operation)
    }

    private func whole(_ number: Double, _ operation: Int32) throws(Failure) -> Value {
        guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw tooLarge(operation) }
        return .int(whole)
    }

    private func tooLarge(_ operation: Int32) -> Failure {
        fail("number-limit", "the number does not fit into 64 bits", operation)
    }

    private func rounded(_ call: FilterCall) throws(Failure) -> Value {
        guard let number = call.value.number else {
            throw fail("type-mismatch", "'round' needs a number, not \(call.value.typeName)", call.operation)
        }
        let places = try integer(call, 0, or: 0)
        guard places.magnitude <= 300 else {
            throw fail("wrong-arguments", "'round' cannot round to \(places) places", call.operation)
        }
        let method = try string(call, 1, or: "common")
        switch method {
        case "common":
            if case .int(let whole) = number {
                guard let rounded = PythonNumber.round(whole, places: places) else { throw tooLarge(call.operation) }
                return .int(rounded)
            }
            return .double(PythonNumber.round(number.asDouble, places: places))
        case "ceil", "floor":
            let factor = PythonNumber.power(10, Double(places))
            return .double((number.asDouble * factor).rounded(method == "ceil" ? .up : .down) / factor)
        default:
            throw fail("wrong-arguments", "'round' knows 'common', 'ceil' and 'floor', not '\(method)'", call.operation)
        }
    }
}
