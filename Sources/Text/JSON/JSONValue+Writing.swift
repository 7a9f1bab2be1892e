extension JSONValue {
    /// How a value is laid out.
    package enum Style: Sendable {
        /// On one line without blanks.
        case compact
        /// A member or element a line, indented by two spaces.
        case indented
    }

    /// The text of the value, without a line break at its end.
    ///
    /// Numbers are the shortest that read back as the same double; one that is not finite, which JSON cannot say, is null.
    package func written(_ style: Style) -> String {
        var out = ""
        write(to: &out, lineStart: style == .indented ? "\n" : nil)
        return out
    }

    /// - Parameter lineStart: a line break and the indent of the value, nil for none.
    private func write(to out: inout String, lineStart: String?) {
        switch self {
        case .number(let value): out += Self.written(value)
        case .integer(let value): out += value.description
        case .text(let value): JSONString.append(quoted: value, to: &out)
        case .flag(let value): out += value ? "true" : "false"
        case .list(let values):
            Self.write(values, "[", "]", to: &out, lineStart) { value, out, inner in
                value.write(to: &out, lineStart: inner)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &out, lineStart) { member, out, inner in
                JSONString.append(quoted: member.key, to: &out)
                out += inner == nil ? ":" : ": "
                member.value.write(to: &out, lineStart: inner)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ open: String, _ close: String, to out: inout String, _ lineStart: String?,
        _ write: (Part, inout String, String?) -> Void
    ) {
        out += open
        let inner = lineStart.map { $0 + "  " }
        for (index, part) in parts.enumerated() {
            if index > 0 { out += "," }
            if let inner { out += inner }
            write(part, &out, inner)
        }
        if let lineStart, !parts.isEmpty { out += lineStart }
        out += close
    }

    private static func written(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? Int64(value).description : value.description
    }
}
