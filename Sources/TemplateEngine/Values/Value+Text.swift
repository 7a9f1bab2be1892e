/// How values are written: `str()` and `repr()` of Python.
extension Value {
    /// The value as text, as Python's `str` gives it.
    func written(limit: Int) throws(Problem) -> String {
        switch self {
        case .string(let text), .safe(let text): return text
        case .int(let value): return String(value)
        case .double(let value): return PythonNumber.repr(value)
        case .bool(let value): return value ? "True" : "False"
        case .none: return "None"
        case .undefined: return ""
        default:
            var out = ""
            try appendRepr(to: &out, limit: limit, depth: 0)
            return out
        }
    }

    /// The value as Python's `repr` gives it.
    func repr(limit: Int) throws(Problem) -> String {
        var out = ""
        try appendRepr(to: &out, limit: limit, depth: 0)
        return out
    }

    private func appendRepr(to out: inout String, limit: Int, depth: Int) throws(Problem) {
        guard out.utf8.count <= limit, depth < 200 else { throw Problem.textTooLong(limit) }
        switch self {
        case .string(let text): Self.appendQuoted(text, to: &out)
        case .safe(let text):
            out += "Markup("
            Self.appendQuoted(text, to: &out)
            out += ")"
        case .int, .double, .bool, .none: out += try written(limit: limit)
        case .undefined(let reason):
            if let reason, !reason.isLenient { throw Problem("undefined-value", reason.summary, help: reason.help) }
            out += "Undefined"
        case .list(let items):
            out += "["
            try Self.appendItems(items, to: &out, limit: limit, depth: depth)
            out += "]"
        case .tuple(let items):
            out += "("
            try Self.appendItems(items, to: &out, limit: limit, depth: depth)
            out += items.count == 1 ? ",)" : ")"
        case .map(let map):
            out += "{"
            for index in map.keys.indices {
                if index > 0 { out += ", " }
                try map.keys[index].appendRepr(to: &out, limit: limit, depth: depth + 1)
                out += ": "
                try map.values[index].appendRepr(to: &out, limit: limit, depth: depth + 1)
            }
            out += "}"
        case .record(let record):
            out += "{"
            var isFirst = true
            for (index, field) in record.type.fields.enumerated() where !record[index].isUndefined {
                if !isFirst { out += ", " }
                isFirst = false
                Self.appendQuoted(field.name, to: &out)
                out += ": "
                try record[index].appendRepr(to: &out, limit: limit, depth: depth + 1)
            }
            out += "}"
        case .reference:
            throw Problem("type-mismatch", "\(typeName) cannot be written as text")
        }
    }

    private static func appendItems(
        _ items: [Value], to out: inout String, limit: Int, depth: Int
    ) throws(Problem) {
        for index in items.indices {
            if index > 0 { out += ", " }
            try items[index].appendRepr(to: &out, limit: limit, depth: depth + 1)
        }
    }

    private static func appendQuoted(_ text: String, to out: inout String) {
        let quote: Unicode.Scalar = text.utf8.contains(0x27) && !text.utf8.contains(0x22) ? "\"" : "'"
        out.unicodeScalars.append(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\":
                out += "\\"
                out.unicodeScalars.append(scalar)
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if isPrintable(scalar) {
                    out.unicodeScalars.append(scalar)
                } else {
                    let value = scalar.value
                    let (mark, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
                    let hex = String(value, radix: 16)
                    out += "\\" + mark + String(repeating: "0", count: width - hex.utf8.count) + hex
                }
            }
        }
        out.unicodeScalars.append(quote)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}

extension Problem {
    static func textTooLong(_ limit: Int) -> Problem {
        Problem("text-limit", "a text would be longer than the limit of \(limit) bytes")
    }
}
