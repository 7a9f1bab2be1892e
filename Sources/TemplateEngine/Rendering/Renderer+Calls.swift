/// Macros, the body of `call`, and functions.
extension Renderer {
    mutating func callMacro(
        _ function: Int, _ start: Int32, _ count: Int32, _ caller: Int32, _ operation: Int32
    ) throws(Failure) -> Value {
        let arguments = try arguments(start, count)
        let output = self.output.count
        try enter(function, arguments, caller, operation)
        return taken(from: output, function)
    }

    /// Runs a macro so that what it writes goes straight into the page.
    mutating func showMacro(
        _ function: Int, _ start: Int32, _ count: Int32, _ caller: Int32, _ operation: Int32
    ) throws(Failure) {
        let arguments = try arguments(start, count)
        try enter(function, arguments, caller, operation)
    }

    private mutating func arguments(_ start: Int32, _ count: Int32) throws(Failure) -> [Value] {
        var arguments: [Value] = []
        arguments.reserveCapacity(Int(count))
        for index in Int(start)..<Int(start + count) {
            let operand = program.operands[index]
            arguments.append(operand < 0 ? .missing : try evaluate(operand))
        }
        return arguments
    }

    private mutating func taken(from start: Int, _ function: Int) -> Value {
        let text = output.take(from: start)
        return program.functions[function].format == .markup ? .safe(text) : .string(text)
    }

    /// Refuses calls that go too deep, counted in calls and in the machine's own stack, since one
    /// call can stand deep inside of an expression.
    private mutating func checkCall(_ operation: Int32) throws(Failure) {
        try step(at: operation)
        guard depth < options.callLimit else {
            throw fail("call-limit", "macros call each other more than \(options.callLimit) deep", operation)
        }
        try checkStack(operation)
    }

    @inline(__always)
    func checkStack(_ operation: Int32) throws(Failure) {
        guard MachineStack.address() >= stackMark else {
            throw fail("call-limit", "calls and expressions nest too deep here", operation)
        }
    }

    /// Runs a macro in a frame of its own.
    private mutating func enter(
        _ function: Int, _ arguments: [Value], _ caller: Int32, _ operation: Int32
    ) throws(Failure) {
        try checkCall(operation)
        depth += 1
        calls.append(operation)
        let saved = (base, top)
        let frame = top
        let size = Int(program.functions[function].frameSize)
        reserveStack(frame + size)
        top = frame + size
        for slot in frame..<top { stack[slot] = .undefined(nil) }
        if caller >= 0 {
            let generation = UInt16(truncatingIfNeeded: steps)
            callers.append(CallerFrame(function: caller, base: saved.0, generation: generation))
            stack[frame + arguments.count] = .reference(
                Reference(.caller, callers.count - 1, generation: generation))
        } else {
            stack[frame + arguments.count] = .undefined(
                Undefined("'caller' is undefined", help: "the macro was not used with '{% call %}'"))
        }
        base = frame
        try fill(function, arguments, from: frame)
        try run(program.functions[function].body)
        (base, top) = saved
        if caller >= 0 { callers.removeLast() }
        calls.removeLast()
        depth -= 1
    }

    /// Puts arguments into the slots of the parameters; what is missing gets its default.
    private mutating func fill(_ function: Int, _ arguments: [Value], from slot: Int) throws(Failure) {
        for (index, argument) in arguments.enumerated() {
            if !argument.isMissing {
                stack[slot + index] = argument
            } else if program.functions[function].fallbacks[index] >= 0 {
                stack[slot + index] = try evaluate(program.functions[function].fallbacks[index])
            } else {
                let name = program.functions[function].parameters[index]
                stack[slot + index] = .undefined(Undefined("the parameter '\(name)' was not given"))
            }
        }
    }

    mutating func callValue(
        _ callee: Int32, _ start: Int32, _ count: Int32, _ names: Int32, _ caller: Int32, _ operation: Int32
    ) throws(Failure) -> Value {
        let target = try value(callee)
        guard case .reference(let reference) = target else {
            throw fail(
                "type-mismatch", "'\(sourceText(of: callee))' is \(target.typeName) and cannot be called", operation)
        }
        let function: Int
        switch reference.kind {
        case .macro: function = Int(reference.index)
        case .caller:
            guard Int(reference.index) < callers.count,
                callers[Int(reference.index)].generation == reference.generation
            else {
                throw fail("type-mismatch", "the body of a 'call' is used after the call has ended", operation)
            }
            function = Int(callers[Int(reference.index)].function)
        default: throw fail("type-mismatch", "\(target.typeName) cannot be called", operation)
        }
        let signature = program.functions[function]
        let arguments = try bind(signature, start, count, names, operation)
        let written = output.count
        if reference.kind == .macro {
            try enter(function, arguments, caller, operation)
            return taken(from: written, function)
        }
        try checkCall(operation)
        depth += 1
        calls.append(operation)
        let saved = base
        base = callers[Int(reference.index)].base
        try fill(function, arguments, from: base + Int(signature.slot))
        try run(signature.body)
        base = saved
        calls.removeLast()
        depth -= 1
        return taken(from: written, function)
    }

    private mutating func bind(
        _ signature: Function, _ start: Int32, _ count: Int32, _ names: Int32, _ operation: Int32
    ) throws(Failure) -> [Value] {
        let given = try evaluated(start, count)
        let named = names >= 0 ? program.nameLists[Int(names)] : []
        let positional = given.count - named.count
        guard positional <= signature.parameters.count else {
            throw fail(
                "wrong-arguments",
                "'\(signature.name)' takes \(Compiler.counted(signature.parameters.count, "argument")), not \(positional)",
                operation)
        }
        var arguments = [Value](repeating: .missing, count: signature.parameters.count)
        for index in 0..<positional { arguments[index] = given[index] }
        for (offset, name) in named.enumerated() {
            guard let index = signature.parameters.firstIndex(of: name) else {
                throw fail("wrong-arguments", "'\(signature.name)' has no parameter '\(name)'", operation)
            }
            arguments[index] = given[positional + offset]
        }
        return arguments
    }

    // MARK: Functions

    mutating func callBuiltin(
        _ function: BuiltinFunction, _ start: Int32, _ count: Int32, _ names: Int32, _ operation: Int32
    ) throws(Failure) -> Value {
        let arguments = try values(start, count)
        let named = names >= 0 ? program.nameLists[Int(names)] : []
        switch function {
        case .range: return .list(try range(arguments, operation))
        case .dict:
            let entries = arguments.count > named.count ? try entries(of: arguments[0], "dict", operation) : []
            return .map(ValueMap(entries + zip(named, arguments.suffix(named.count)).map { (.string($0), $1) }))
        case .namespace:
            guard namespaces.count < options.itemLimit else {
                throw fail("item-limit", "there are more than \(options.itemLimit) namespaces", operation)
            }
            var names: [String: Value] = [:]
            if arguments.count > named.count {
                for (key, value) in try entries(of: arguments[0], "namespace", operation) {
                    if let name = key.text { names[name] = value }
                }
            }
            for (name, value) in zip(named, arguments.suffix(named.count)) { names[name] = value }
            for value in names.values { try checkDepth(of: value, at: operation) }
            namespaces.append(names)
            return .reference(Reference(.namespace, namespaces.count - 1))
        }
    }

    /// The entries of a mapping, or of a list of pairs.
    private func entries(
        of value: Value, _ function: String, _ operation: Int32
    ) throws(Failure) -> [(Value, Value)] {
        switch value {
        case .map(let map): return map.entries
        case .list(let items), .tuple(let items):
            var entries: [(Value, Value)] = []
            for item in items {
                let pair = try self.items(of: item, at: operation)
                guard pair.count == 2, pair[0].isHashable else { break }
                entries.append((pair[0], pair[1]))
            }
            if entries.count == items.count { return entries }
        default: break
        }
        throw fail("type-mismatch", "'\(function)' takes a mapping or pairs, not \(value.typeName)", operation)
    }

    private func range(_ arguments: [Value], _ operation: Int32) throws(Failure) -> [Value] {
        var numbers: [Int] = []
        for argument in arguments {
            guard case .int(let number)? = argument.number else {
                throw fail("type-mismatch", "'range' takes whole numbers, not \(argument.typeName)", operation)
            }
            numbers.append(number)
        }
        let (first, last) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
        let step = numbers.count > 2 ? numbers[2] : 1
        guard step != 0 else { throw fail("wrong-arguments", "the step of 'range' cannot be 0", operation) }
        let (width, overflow) = (step > 0 ? last : first).subtractingReportingOverflow(step > 0 ? first : last)
        let count = overflow ? Int.max : width <= 0 ? 0 : (width - 1) / Int(clamping: step.magnitude) + 1
        return try limited(count, operation) { (0..<count).map { .int(first &+ $0 &* step) } }
    }

    func callHost(
        _ function: TemplateEnvironment.HostFunction?, _ name: String, _ arguments: [Value], _ operation: Int32
    ) throws(Failure) -> Value {
        guard let function else { return .undefined(nil) }
        do {
            return try function(arguments)
        } catch let error as TemplateHostError {
            throw fail("host-function", error.summary, operation, help: error.help)
        } catch {
            throw fail("host-function", "'\(name)' failed: \(error)", operation)
        }
    }

    func callHost(filterAt index: Int, _ arguments: [Value], _ operation: Int32) throws(Failure) -> Value {
        let name = program.library.filterNames[index]
        return try callHost(program.library.filters[name], name, arguments, operation)
    }
}

/// What a filter or function of the host throws to say in a sentence what is wrong.
package struct TemplateHostError: Error, Sendable {
    package let summary: String
    package let help: String?

    package init(_ summary: String, help: String? = nil) {
        self.summary = summary
        self.help = help
    }
}
