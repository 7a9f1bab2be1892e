import Text

/// Values as JSON that may stand inside of HTML.
enum JSONText {
    private static let escaping: JSONString.Escaping = [.markup, .beyondASCII]

    /// As `tojson` of Jinja: keys sorted, ASCII only, `<`, `>`, `&` and `'` escaped.
    static func text(of value: Value, indent: Int? = nil, limit: Int) throws(Problem) -> String {
        var out = ""
        try append(value, to: &out, indent: indent, depth: 0, limit: limit)
        return out
    }

    private static func append(
        _ value: Value, to out: inout String, indent: Int?, depth: Int, limit: Int
    ) throws(Problem) {
        guard out.utf8.count <= limit, depth < 200 else { throw .textTooLong(limit) }
        switch value {
        case .none: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .int(let value): out += String(value)
        case .double(let value):
            guard value.isFinite else {
                throw Problem("type-mismatch", "\(PythonNumber.repr(value)) cannot be written as JSON")
            }
            out += PythonNumber.repr(value)
        case .string(let text), .safe(let text): JSONString.append(quoted: text, to: &out, escaping: escaping)
        case .list(let items), .tuple(let items):
            try appendAll(items.count, "[", "]", to: &out, indent, depth) { index, out throws(Problem) in
                try append(items[index], to: &out, indent: indent, depth: depth + 1, limit: limit)
            }
        case .map(let map):
            var entries: [(String, Value)] = []
            for (key, value) in map.entries { entries.append((try name(key), value)) }
            try appendEntries(entries, to: &out, indent, depth, limit)
        case .record(let record):
            let entries = zip(record.type.fields, record.values).compactMap { field, value in
                value.isUndefined ? nil : (field.name, value)
            }
            try appendEntries(entries, to: &out, indent, depth, limit)
        case .undefined(let reason):
            throw Problem("undefined-value", reason?.summary ?? "an undefined value cannot be written as JSON")
        case .reference: throw Problem("type-mismatch", "\(value.typeName) cannot be written as JSON")
        }
    }

    private static func name(_ key: Value) throws(Problem) -> String {
        switch key {
        case .string(let text), .safe(let text): return text
        case .bool(let value): return value ? "true" : "false"
        case .none: return "null"
        case .int, .double: return try key.written(limit: 400)
        default: throw Problem("type-mismatch", "\(key.typeName) cannot be a key in JSON")
        }
    }

    private static func appendEntries(
        _ entries: [(String, Value)], to out: inout String, _ indent: Int?, _ depth: Int, _ limit: Int
    ) throws(Problem) {
        let sorted = entries.sorted { $0.0.comesBefore($1.0) }
        try appendAll(sorted.count, "{", "}", to: &out, indent, depth) { index, out throws(Problem) in
            JSONString.append(quoted: sorted[index].0, to: &out, escaping: escaping)
            out += ": "
            try append(sorted[index].1, to: &out, indent: indent, depth: depth + 1, limit: limit)
        }
    }

    private static func appendAll(
        _ count: Int, _ open: String, _ close: String, to out: inout String, _ indent: Int?, _ depth: Int,
        _ item: (Int, inout String) throws(Problem) -> Void
    ) throws(Problem) {
        out += open
        for index in 0..<count {
            if index > 0 { out += indent == nil ? ", " : "," }
            if let indent { out += "\n" + String(repeating: " ", count: indent * (depth + 1)) }
            try item(index, &out)
        }
        if let indent, count > 0 { out += "\n" + String(repeating: " ", count: indent * depth) }
        out += close
    }
}
