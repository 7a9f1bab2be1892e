/// A mapping that keeps the order of its keys, as a Python dictionary does.
public final class ValueMap: Sendable {
    public let keys: [Value]
    public let values: [Value]
    private let positions: [Value: Int]

    /// Later entries replace earlier ones with an equal key, in the earlier one's position.
    public init(_ entries: [(Value, Value)]) {
        var positions = [Value: Int](minimumCapacity: entries.count)
        var (keys, values) = ([Value](), [Value]())
        keys.reserveCapacity(entries.count)
        values.reserveCapacity(entries.count)
        for (key, value) in entries {
            if let position = positions[key] {
                values[position] = value
            } else {
                positions[key] = keys.count
                keys.append(key)
                values.append(value)
            }
        }
        self.keys = keys
        self.values = values
        self.positions = positions
    }

    public var count: Int { keys.count }

    public subscript(key: Value) -> Value? {
        positions[key].map { values[$0] }
    }

    func position(of key: String) -> Int? { positions[.string(key)] }

    public subscript(key: String) -> Value? { self[.string(key)] }

    /// The keys that are text, for suggestions.
    var names: [String] { keys.compactMap(\.text) }

    var entries: [(Value, Value)] { Array(zip(keys, values)) }
}
