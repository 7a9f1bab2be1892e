import Diagnostics
import Evidence
import TemplateEngine
import Text

/// Reads JSON or YAML data into values for templates, keeping the order of keys.
enum DataReader {
    static func value(of file: SourceText) -> (value: Value?, diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        // JSON is YAML but for its way of writing characters beyond U+FFFF.
        let text = file.file.hasSuffix(".json") ? joiningSurrogates(file.text) : file.text
        guard let root = YAMLReading.root(text, in: reading) else { return (nil, reading.diagnostics) }
        return (value(of: root), reading.diagnostics)
    }

    private static func value(of node: YAMLNode) -> Value {
        switch node {
        case .scalar(let scalar): return scalar.style == .plain ? plain(scalar.string) : .string(scalar.string)
        case .sequence(let items, _): return .list(items.map(value))
        case .mapping(let mapping):
            return .map(
                mapping.fields.map { key, value in
                    guard case .scalar(let scalar) = key else { return ("", self.value(of: value)) }
                    return (scalar.string, self.value(of: value))
                })
        }
    }

    /// A scalar without quotes, by the core schema of YAML 1.2.
    private static func plain(_ text: String) -> Value {
        switch text {
        case "", "~", "null", "Null", "NULL": return .none
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
            return .string(text)
        }
        if let number = Int(text) { return .int(number) }
        let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        if isNumber, let number = Double(text), number.isFinite { return .double(number) }
        return .string(text)
    }

    /// Replaces pairs such as `\ud83d\ude00` by the character that they stand for.
    private static func joiningSurrogates(_ text: String) -> String {
        guard text.contains("\\ud") || text.contains("\\uD") else { return text }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        func unit(at start: Int) -> UInt32? {
            guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
            else {
                return nil
            }
            return UInt32(String(decoding: bytes[(start + 2)..<(start + 6)], as: UTF8.self), radix: 16)
        }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                out.append(bytes[index])
                index += 1
                continue
            }
            if let high = unit(at: index), (0xD800..<0xDC00).contains(high), let low = unit(at: index + 6),
                (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            {
                out.append(contentsOf: String(Character(scalar)).utf8)
                index += 12
            } else {
                // An escape is kept whole, so that an escaped backslash does not begin another.
                out.append(bytes[index])
                out.append(bytes[index + 1])
                index += 2
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
