/// The shape of a record: its name, and its fields with types and one line of documentation each.
///
/// A record type is the layout of the values, the schema that templates are checked
/// against when they are loaded, and the documentation for theme authors.
///
///     let arm = RecordType("Arm", [
///         .init("label", .text, "The arm as the study names it"),
///         .init("patients", .optional(.integer), "How many were randomised to it"),
///     ])
public final class RecordType: Sendable {
    /// One field of a record.
    public struct Field: Sendable {
        public let name: String
        public let type: ViewType
        public let documentation: String

        public init(_ name: String, _ type: ViewType, _ documentation: String) {
            self.name = name
            self.type = type
            self.documentation = documentation
        }
    }

    public let name: String
    public let fields: [Field]
    let fieldNames: [String]
    /// The fields that may be absent.
    fileprivate let optionalPositions: [Int]
    private let positions: [String: Int]

    public init(_ name: String, _ fields: [Field]) {
        var positions: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            precondition(positions[field.name] == nil, "A record type has two fields called '\(field.name)'.")
            positions[field.name] = index
        }
        self.name = name
        self.fields = fields
        fieldNames = fields.map(\.name)
        optionalPositions = fields.indices.filter { if case .optional = fields[$0].type { true } else { false } }
        self.positions = positions
    }

    /// The position of a field, which is that of its value in a record.
    public func position(of field: String) -> Int? { positions[field] }
}

/// The type of a field of a view.
public indirect enum ViewType: Sendable {
    case text
    /// HTML that the host made and vouches for.
    case html
    case integer
    case number
    case bool
    case url
    /// May be absent. An absent one is undefined: ask `is defined`, or give a `default()`.
    case optional(ViewType)
    case list(ViewType)
    /// A mapping from text to values of one type.
    case map(ViewType)
    case record(RecordType)
    /// A record whose type is still being made, for nested data: `.list(.recursive { node })`.
    case recursive(@Sendable () -> RecordType)
    /// Not checked when templates are loaded.
    case any
}

/// The values of one record, in the order of the fields of its type.
public final class Record: Sendable {
    public let type: RecordType
    /// The values of this record, from `start` on, and perhaps those of its neighbours in a list.
    private let storage: [Value]
    private let start: Int

    /// - Parameter values: one per field; `none` for an optional field that is absent.
    public convenience init(_ type: RecordType, _ values: [Value]) {
        precondition(
            values.count == type.fields.count,
            "A '\(type.name)' has \(type.fields.count) fields, not \(values.count).")
        self.init(type, storage: Self.marked(values, type), start: 0)
    }

    private init(_ type: RecordType, storage: [Value], start: Int) {
        self.type = type
        self.storage = storage
        self.start = start
    }

    /// Records of one type.
    ///
    /// - Parameter values: those of the first record, then those of the second, and so on.
    static func list(_ type: RecordType, _ values: [Value]) -> [Value] {
        let width = type.fields.count
        precondition(
            width > 0 && values.count.isMultiple(of: width),
            "\(values.count) values are not a whole number of '\(type.name)' with \(width) fields.")
        guard !values.isEmpty else { return [] }
        let storage = marked(values, type)
        var records: [Value] = []
        records.reserveCapacity(values.count / width)
        for start in stride(from: 0, to: values.count, by: width) {
            records.append(.record(Record(type, storage: storage, start: start)))
        }
        return records
    }

    /// The values with absent ones made undefined.
    private static func marked(_ values: [Value], _ type: RecordType) -> [Value] {
        guard !type.optionalPositions.isEmpty else { return values }
        var values = values
        for start in stride(from: 0, to: values.count, by: type.fields.count) {
            for position in type.optionalPositions where values[start + position].isNone {
                values[start + position] = .undefined(nil)
            }
        }
        return values
    }

    public var values: ArraySlice<Value> { storage[start..<start + type.fields.count] }

    subscript(position: Int) -> Value { storage[start + position] }

    public subscript(field: String) -> Value? {
        type.position(of: field).map { self[$0] }
    }
}

extension ViewType: CustomStringConvertible {
    /// The type in words, for documentation and messages.
    public var description: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .integer: "integer"
        case .number: "number"
        case .bool: "true or false"
        case .url: "address"
        case .optional(let type): "\(type), may be absent"
        case .list(let type): "list of \(type)"
        case .map(let type): "mapping from text to \(type)"
        case .record(let type): type.name
        case .recursive(let type): type().name
        case .any: "any value"
        }
    }
}
