import TemplateEngine

/// Reads JSON into values, keeping the order of keys; `{"$safe": "…"}` is safe HTML.
struct JSONReader {
    private var bytes: [UInt8]
    private var index = 0

    static func read(_ text: String) -> Value {
        var reader = JSONReader(bytes: Array(text.utf8))
        return reader.value()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skip() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09, 0x2C, 0x3A].contains(bytes[index]) { index += 1 }
    }

    private mutating func value() -> Value {
        skip()
        switch bytes[index] {
        case UInt8(ascii: "{"):
            index += 1
            var entries: [(String, Value)] = []
            while true {
                skip()
                if bytes[index] == UInt8(ascii: "}") { break }
                let key = string()
                entries.append((key, value()))
            }
            index += 1
            if entries.count == 1, entries[0].0 == "$safe", case .string(let text) = entries[0].1 { return .safe(text) }
            return .map(entries)
        case UInt8(ascii: "["):
            index += 1
            var items: [Value] = []
            while true {
                skip()
                if bytes[index] == UInt8(ascii: "]") { break }
                items.append(value())
            }
            index += 1
            return .list(items)
        case UInt8(ascii: "\""): return .string(string())
        default:
            let start = index
            while index < bytes.count, ![0x2C, 0x5D, 0x7D, 0x0A, 0x20].contains(bytes[index]) { index += 1 }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            switch word {
            case "true": return true
            case "false": return false
            case "null": return .none
            default: return Int(word).map(Value.int) ?? .double(Double(word) ?? .nan)
            }
        }
    }

    private mutating func string() -> String {
        index += 1
        var units: [UInt16] = []
        var out = ""
        func flush(_ units: inout [UInt16], _ out: inout String) {
            out += String(decoding: units, as: UTF16.self)
            units.removeAll()
        }
        while bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 1
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "u") {
                    units.append(UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16) ?? 0)
                    index += 4
                } else {
                    let plain: [UInt8: String] = [0x6E: "\n", 0x74: "\t", 0x72: "\r", 0x62: "\u{08}", 0x66: "\u{0C}"]
                    units += Array((plain[byte] ?? String(UnicodeScalar(byte))).utf16)
                }
            } else {
                let start = index
                while bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
                units += Array(String(decoding: bytes[start..<index], as: UTF8.self).utf16)
            }
        }
        flush(&units, &out)
        index += 1
        return out
    }
}
