import Text

/// Showing values.
extension Renderer {
    /// Writes the value of an operation, escaped for where it stands.
    mutating func show(_ operation: Int32, _ escape: Escape) throws(Failure) {
        if escape == .text || escape == .attribute, let field = localField(operation) {
            switch field {
            case .string(let text):
                output.append(escaping: text)
                try checkOutput(at: operation)
                return
            case .safe(let text) where escape == .text:
                output.append(text)
                try checkOutput(at: operation)
                return
            case .int(let value):
                output.append(value)
                return
            case .double(let value):
                output.append(value)
                return
            default: break
            }
        }
        if escape == .text,
            case .call(let function, let start, let count, let caller) = program.operations[Int(operation)],
            program.functions[Int(function)].format == .markup
        {
            try showMacro(Int(function), start, count, caller, operation)
            try checkOutput(at: operation)
            return
        }
        let value = try value(operation)
        try write(value, escape, at: operation)
        try checkOutput(at: operation)
    }

    @inline(__always)
    private func checkOutput(at operation: Int32) throws(Failure) {
        if output.count > options.outputLimit {
            throw fail("output-limit", "the page is longer than \(options.outputLimit) bytes", operation)
        }
    }

    private mutating func write(_ value: Value, _ escape: Escape, at operation: Int32) throws(Failure) {
        switch escape {
        case .plain:
            output.append(try text(of: value, at: operation))
        case .text:
            switch value {
            case .safe(let text): output.append(text)
            case .string(let text): output.append(escaping: text)
            case .int(let value): output.append(value)
            case .double(let value): output.append(value)
            default: output.append(escaping: try text(of: value, at: operation))
            }
        case .attribute: try writeAttribute(value, at: operation)
        case .address, .addressRest:
            let text = try text(of: value, at: operation)
            try checkAddress(text, isSafe: value.isSafe, isRest: escape == .addressRest, at: operation)
            try writeAttribute(value, at: operation)
        case .jsonString:
            let text = try text(of: value, at: operation)
            output.reserve(text.utf8.count * 6)
            var out = ""
            JSONString.append(text, to: &out, escaping: .markup)
            output.append(out)
        case .jsonValue:
            let limit = options.textLimit
            output.append(try attempt(operation) { () throws(Problem) in try JSONText.text(of: value, limit: limit) })
        case .jsonRaw: output.append(try text(of: value, at: operation))
        }
    }

    private mutating func writeAttribute(_ value: Value, at operation: Int32) throws(Failure) {
        switch value {
        case .safe(let text): output.append(escaping: text, keepsReferences: true)
        case .string(let text): output.append(escaping: text)
        case .int(let value): output.append(value)
        case .double(let value): output.append(value)
        default: output.append(escaping: try text(of: value, at: operation))
        }
    }

    /// Refuses addresses whose scheme could run a script or hide what is behind them.
    private func checkAddress(_ text: String, isSafe: Bool, isRest: Bool, at operation: Int32) throws(Failure) {
        var scheme: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return
            case UInt8(ascii: "&") where isSafe:
                throw fail("unsafe-address", "the address '\(text)' hides its scheme behind '&'", operation)
            case UInt8(ascii: ":"):
                let name = String(decoding: scheme, as: UTF8.self).lowercased()
                if !isRest, MarkupState.schemes.contains(name) { return }
                throw fail(
                    "unsafe-address",
                    isRest
                        ? "the address would get its scheme from '\(text)'"
                        : "the scheme of the address '\(text)' is not allowed", operation,
                    help: "allowed are http, https, mailto, tel, and addresses without a scheme")
            case 0...0x20, 0x7F: break
            default: scheme.append(byte)
            }
        }
    }

    // MARK: Text

    /// A value as text, as `str()` of Python.
    func text(of value: Value, at operation: Int32) throws(Failure) -> String {
        switch value {
        case .string(let text), .safe(let text): return text
        default:
            let limit = options.textLimit
            return try attempt(operation) { () throws(Problem) in try value.written(limit: limit) }
        }
    }

    /// Runs code that does not know its place, and gives its problem one.
    func attempt<Result>(
        _ operation: Int32, _ work: () throws(Problem) -> Result
    ) throws(Failure) -> Result {
        do throws(Problem) {
            return try work()
        } catch {
            throw Failure(error, at: operation)
        }
    }
}

extension Value {
    var isSafe: Bool {
        if case .safe = self { return true }
        return false
    }
}
