/// A value that a template can show, compare, loop over or pass on.
///
/// Values print as Jinja prints them: `True`, `None`, `[1, 'a']`, `0.5`.
///
///     let study = Value.record(studyType, ["SABR-COMET", 99, .safe("<em>final</em>")])
///     let page: Value = ["title": "Studies", "studies": [study]]
public enum Value: Sendable {
    /// Something that is not there. Using it is an error; `is defined` and `default()` may look at it.
    case undefined(Undefined?)
    case none
    case bool(Bool)
    case int(Int)
    case double(Double)
    /// Plain text, escaped where it is shown.
    case string(String)
    /// HTML that the host vouches for, shown as it is in text; quotes are still escaped in attributes.
    case safe(String)
    case list([Value])
    case tuple([Value])
    case map(ValueMap)
    case record(Record)
    /// Something that lives only while one template renders: a macro, a namespace.
    case reference(Reference)

    /// A record: values in the order of the fields of its type.
    public static func record(_ type: RecordType, _ values: [Value]) -> Value {
        .record(Record(type, values))
    }

    /// Records of one type: the values of the first, then those of the second, and so on.
    public static func list(of type: RecordType, _ values: [Value]) -> Value {
        .list(Record.list(type, values))
    }

    /// A mapping with text keys, in the order given.
    public static func map(_ entries: [(String, Value)]) -> Value {
        .map(ValueMap(entries.map { (.string($0.0), $0.1) }))
    }
}

/// Why a value is undefined, so that a message can say it when the value is used.
public final class Undefined: Sendable {
    let summary: String
    let help: String?
    /// The undefined of an inline `if` without `else`: it prints as nothing.
    let isLenient: Bool

    init(_ summary: String, help: String? = nil, isLenient: Bool = false) {
        self.summary = summary
        self.help = help
        self.isLenient = isLenient
    }

    static let inlineIf = Undefined("the 'if' without 'else' gave no value", isLenient: true)
}

/// A macro, a namespace or a named filter, by its number in the running template.
public struct Reference: Sendable, Hashable {
    enum Kind: UInt8, Sendable { case missing, macro, caller, namespace, filter, hostFilter, test }

    let kind: Kind
    let index: Int32
    let generation: UInt16

    init(_ kind: Kind, _ index: Int, generation: UInt16 = 0) {
        self.kind = kind
        self.index = Int32(truncatingIfNeeded: index)
        self.generation = generation
    }
}

extension Value {
    /// An argument that was not given.
    static let missing = Value.reference(Reference(.missing, 0))

    var isMissing: Bool {
        if case .reference(let reference) = self { return reference.kind == .missing }
        return false
    }

    var isUndefined: Bool {
        if case .undefined = self { return true }
        return false
    }

    var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    /// The text of a string, safe or not.
    var text: String? {
        switch self {
        case .string(let text), .safe(let text): text
        default: nil
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) { self = .map(elements) }
}
