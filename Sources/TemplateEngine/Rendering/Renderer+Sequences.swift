/// Items, subscripts and slices.
extension Renderer {
    /// What a loop goes over.
    func items(of value: Value, at operation: Int32) throws(Failure) -> [Value] {
        switch value {
        case .list(let items), .tuple(let items): return items
        case .map(let map): return map.keys
        case .record(let record):
            return zip(record.type.fields, record.values).compactMap { $1.isUndefined ? nil : .string($0.name) }
        case .string(let text), .safe(let text):
            return try limited(text.utf8.count, operation) {
                text.unicodeScalars.map { .string(String(Character($0))) }
            }
        case .undefined: return []
        default: throw fail("type-mismatch", "\(value.typeName) has no items to go over", operation)
        }
    }

    func item(of value: Value, _ index: Value, _ owner: Int32, _ operation: Int32) throws(Failure) -> Value {
        switch value {
        case .list(let items), .tuple(let items):
            guard case .int(let position)? = index.number else { break }
            let offset = position < 0 ? position + items.count : position
            if items.indices.contains(offset) { return items[offset] }
            return .undefined(
                Undefined("'\(sourceText(of: owner))' has \(items.count) items and none at \(position)"))
        case .string(let text), .safe(let text):
            guard case .int(let position)? = index.number else { break }
            let scalars = Array(text.unicodeScalars)
            let offset = position < 0 ? position + scalars.count : position
            guard scalars.indices.contains(offset) else {
                return .undefined(Undefined("the text has \(scalars.count) characters and none at \(position)"))
            }
            let part = String(Character(scalars[offset]))
            return value.isSafe ? .safe(part) : .string(part)
        case .map(let map):
            if let found = map[index] { return found }
            return .undefined(
                Undefined(
                    "'\(sourceText(of: owner))' has no key \((try? index.repr(limit: 200)) ?? "of this kind")",
                    help: index.text.flatMap { suggestion(for: $0, among: map.names) }))
        case .record(let record):
            if let name = index.text {
                if let found = record[name], !found.isUndefined { return found }
                return .undefined(
                    Undefined(
                        "'\(record.type.name)' has no field '\(name)'",
                        help: suggestion(for: name, among: record.type.fieldNames)))
            }
        default: break
        }
        return .undefined(Undefined("\(value.typeName) has no item \((try? index.repr(limit: 200)) ?? "of this kind")"))
    }

    mutating func slice(
        _ value: Value, _ start: Int32, _ stop: Int32, _ step: Int32, _ operation: Int32
    ) throws(Failure) -> Value {
        let bounds = (try bound(start), try bound(stop), try bound(step))
        if bounds.2 == 0 { throw fail("wrong-arguments", "the step of a slice cannot be 0", operation) }
        switch value {
        case .list(let items): return .list(Self.slice(items, bounds))
        case .tuple(let items): return .tuple(Self.slice(items, bounds))
        case .string(let text), .safe(let text):
            var out = String.UnicodeScalarView()
            out.append(contentsOf: Self.slice(Array(text.unicodeScalars), bounds))
            return value.isSafe ? .safe(String(out)) : .string(String(out))
        default: throw fail("type-mismatch", "\(value.typeName) cannot be sliced", operation)
        }
    }

    private mutating func bound(_ operation: Int32) throws(Failure) -> Int? {
        guard operation >= 0 else { return nil }
        let value = try value(operation)
        if value.isNone { return nil }
        guard case .int(let number)? = value.number else {
            throw fail("type-mismatch", "the parts of a slice are whole numbers, not \(value.typeName)", operation)
        }
        return min(max(number, -(1 << 40)), 1 << 40)
    }

    private static func slice<Element>(_ items: [Element], _ bounds: (Int?, Int?, Int?)) -> [Element] {
        let step = bounds.2 ?? 1
        let count = items.count
        let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
        func place(_ bound: Int?, _ otherwise: Int) -> Int {
            guard var bound else { return otherwise }
            if bound < 0 { bound += count }
            return min(max(bound, low), high)
        }
        let start = place(bounds.0, step > 0 ? 0 : count - 1)
        let stop = place(bounds.1, step > 0 ? count : -1)
        var out: [Element] = []
        var index = start
        while step > 0 ? index < stop : index > stop {
            out.append(items[index])
            index += step
        }
        return out
    }
}
