/// A value of a report on its way to JSON. Objects keep the order of their keys.
package indirect enum ReportValue: Sendable, Hashable {
    case number(Double)
    case integer(Int)
    case text(String)
    case flag(Bool)
    case list([ReportValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let key: String
        package let value: ReportValue
    }

    /// JSON (RFC 8259), indented by two spaces; numbers are the shortest that read back as the same double.
    package var json: String {
        var text = ""
        text.reserveCapacity(16_384)
        write(to: &text, indent: "")
        return text
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .number(let value): text += value == value.rounded() && abs(value) < 1e15 ? Int64(value).description : value.description
        case .integer(let value): text += value.description
        case .text(let value): Self.write(value, to: &text)
        case .flag(let value): text += value ? "true" : "false"
        case .list(let values):
            if values.isEmpty {
                text += "[]"
                return
            }
            text += "["
            for (index, value) in values.enumerated() {
                text += index == 0 ? "\n" : ",\n"
                text += indent + "  "
                value.write(to: &text, indent: indent + "  ")
            }
            text += "\n\(indent)]"
        case .object(let members):
            if members.isEmpty {
                text += "{}"
                return
            }
            text += "{"
            for (index, member) in members.enumerated() {
                text += index == 0 ? "\n" : ",\n"
                text += indent + "  "
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indent: indent + "  ")
            }
            text += "\n\(indent)}"
        }
    }

    private static func write(_ value: String, to text: inout String) {
        text += "\""
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

/// An object in the making. What is nil, and a number that is not finite, does not apply and is left out.
package struct ReportObject {
    private var members: [ReportValue.Member] = []

    package init() {}

    package var value: ReportValue { .object(members) }

    package mutating func set(_ key: String, _ value: ReportValue?) {
        if let value { members.append(ReportValue.Member(key: key, value: value)) }
    }

    package mutating func set(_ key: String, number: Double?) {
        if let number, number.isFinite { set(key, .number(number)) }
    }

    package mutating func set(_ key: String, count: Int) { set(key, .integer(count)) }
    package mutating func set(_ key: String, text: String) { set(key, .text(text)) }

    /// A list, left out when it is empty.
    package mutating func set(_ key: String, list: [ReportValue]) {
        if !list.isEmpty { set(key, .list(list)) }
    }

    /// An estimate with its error and interval.
    package mutating func set(_ pooled: PooledEstimate) {
        set("estimate", number: pooled.estimate)
        set("se", number: pooled.standardError)
        set("ciLow", number: pooled.interval.low)
        set("ciHigh", number: pooled.interval.high)
    }
}
