/// Equality, hashing and order as Python has them: `1 == 1.0 == True`, text by code point.
extension Value: Hashable {
    public static func == (lhs: Value, rhs: Value) -> Bool {
        switch (lhs, rhs) {
        case (.none, .none): return true
        case (.undefined, .undefined): return true
        case (.string(let a), .string(let b)), (.safe(let a), .safe(let b)),
            (.string(let a), .safe(let b)), (.safe(let a), .string(let b)):
            return a.hasSameBytes(as: b)
        case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): return a == b
        case (.map(let a), .map(let b)):
            guard a.count == b.count else { return false }
            return zip(a.keys, a.values).allSatisfy { key, value in b[key].map { $0 == value } ?? false }
        case (.record(let a), .record(let b)):
            return a === b || (a.type === b.type && a.values == b.values)
        case (.reference(let a), .reference(let b)): return a == b
        default:
            switch (lhs.number, rhs.number) {
            case (.int(let a)?, .int(let b)?): return a == b
            case (.double(let a)?, .double(let b)?): return a == b
            case (.int(let a)?, .double(let b)?), (.double(let b)?, .int(let a)?): return Int(exactly: b) == a
            default: return false
            }
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .undefined, .none: hasher.combine(0 as UInt8)
        case .bool(let value): hasher.combine(value ? 1 : 0)
        case .int(let value): hasher.combine(value)
        case .double(let value):
            if let int = Int(exactly: value) { hasher.combine(int) } else { hasher.combine(value) }
        case .string(let text), .safe(let text):
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .list(let items), .tuple(let items): hasher.combine(items)
        case .map(let map): hasher.combine(map.count)
        case .record(let record): hasher.combine(record.type.fields.count)
        case .reference(let reference): hasher.combine(reference)
        }
    }

    enum Number {
        case int(Int)
        case double(Double)

        var asDouble: Double {
            switch self {
            case .int(let value): Double(value)
            case .double(let value): value
            }
        }
    }

    /// The value as a number; true and false count as 1 and 0.
    var number: Number? {
        switch self {
        case .bool(let value): .int(value ? 1 : 0)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        default: nil
        }
    }

    /// Whether `self` comes before `other`.
    func isLess(than other: Value) throws(Problem) -> Bool {
        switch (self, other) {
        case (.string(let a), .string(let b)), (.safe(let a), .safe(let b)),
            (.string(let a), .safe(let b)), (.safe(let a), .string(let b)):
            return a.comesBefore(b)
        case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
            for (x, y) in zip(a, b) where x != y { return try x.isLess(than: y) }
            return a.count < b.count
        default:
            switch (number, other.number) {
            case (.int(let a)?, .int(let b)?): return a < b
            case (.int(let a)?, .double(let b)?): return Self.order(a, b) < 0
            case (.double(let a)?, .int(let b)?): return Self.order(b, a) > 0
            case (.double(let a)?, .double(let b)?): return a < b
            default:
                throw Problem(
                    "type-mismatch", "\(typeName) and \(other.typeName) have no order and cannot be compared")
            }
        }
    }

    /// How a whole number stands to another number, exactly: below 0 if it is less. What is no number has no order.
    private static func order(_ whole: Int, _ other: Double) -> Int {
        if other.isNaN { return 0 }
        // Past 2^63 no whole number has to be looked at.
        if other.magnitude >= 0x1p63 { return other < 0 ? 1 : -1 }
        let floor = Int(other.rounded(.down))
        if whole != floor { return whole < floor ? -1 : 1 }
        return other > other.rounded(.down) ? -1 : 0
    }

    /// Whether the value can be a key: a list or a mapping may change in Python, and so may a tuple with one in it.
    var isHashable: Bool {
        switch self {
        case .list, .map, .reference, .undefined: false
        case .tuple(let items): items.allSatisfy(\.isHashable)
        default: true
        }
    }

    var isRecord: Bool { if case .record = self { true } else { false } }

    /// What kind of value this is, with its article, for messages.
    var typeName: String {
        switch self {
        case .undefined: "an undefined value"
        case .none: "none"
        case .bool: "a truth value"
        case .int: "an integer"
        case .double: "a number"
        case .string, .safe: "text"
        case .list: "a list"
        case .tuple: "a tuple"
        case .map: "a mapping"
        case .record(let record): "a record '\(record.type.name)'"
        case .reference(let reference): reference.kind == .namespace ? "a namespace" : "a macro"
        }
    }
}

extension String {
    func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    func comesBefore(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}

/// A problem found by an operation that does not know where in a template it stands.
final class Problem: Error {
    let identifier: String
    let summary: String
    let help: String?

    init(_ identifier: String, _ summary: String, help: String? = nil) {
        self.identifier = identifier
        self.summary = summary
        self.help = help
    }
}
