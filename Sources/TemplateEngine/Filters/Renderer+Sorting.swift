/// Filters that put items in order.
extension Renderer {
    /// Text without its case, unless the case matters.
    func key(_ value: Value, isCaseSensitive: Bool) -> Value {
        isCaseSensitive ? value : value.text.map { .string($0.lowercased()) } ?? value
    }

    func mergeSorted<Item>(
        _ items: [Item], _ isLess: (Item, Item) throws(Problem) -> Bool, _ operation: Int32
    ) throws(Failure) -> [Item] {
        // A stable merge sort: the order of Python, also when reversed.
        guard items.count > 1 else { return items }
        let half = items.count / 2
        let left = try mergeSorted(Array(items[..<half]), isLess, operation)
        let right = try mergeSorted(Array(items[half...]), isLess, operation)
        var out: [Item] = []
        out.reserveCapacity(items.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            let takesRight = try attempt(operation) { () throws(Problem) in try isLess(right[j], left[i]) }
            if takesRight {
                out.append(right[j])
                j += 1
            } else {
                out.append(left[i])
                i += 1
            }
        }
        return out + left[i...] + right[j...]
    }

    func sorted(_ items: [Value], _ call: FilterCall) throws(Failure) -> [Value] {
        let isReversed = flag(call, 0)
        let isCaseSensitive = flag(call, 1)
        var paths: [[PathPart]] = [[]]
        if let attribute = call.given(2), !attribute.isNone {
            if let text = attribute.text {
                paths = []
                for part in text.split(separator: ",") {
                    paths.append(try Self.path(.string(String(part)), self, call.operation))
                }
            } else {
                paths = [try Self.path(attribute, self, call.operation)]
            }
        }
        var keyed: [(key: [Value], item: Value)] = []
        for item in items {
            var keys: [Value] = []
            for path in paths {
                keys.append(key(try attribute(path, of: item, call.operation), isCaseSensitive: isCaseSensitive))
            }
            keyed.append((keys, item))
        }
        func isLess(_ a: (key: [Value], item: Value), _ b: (key: [Value], item: Value)) throws(Problem) -> Bool {
            for (x, y) in zip(a.key, b.key) where x != y { return try x.isLess(than: y) }
            return false
        }
        if isReversed {
            return try mergeSorted(keyed, { a, b throws(Problem) in try isLess(b, a) }, call.operation).map(\.item)
        }
        return try mergeSorted(keyed, isLess, call.operation).map(\.item)
    }

    func sortedPairs(_ call: FilterCall) throws(Failure) -> Value {
        let isCaseSensitive = flag(call, 0)
        let by = try string(call, 1, or: "key")
        guard by == "key" || by == "value" else {
            throw fail("wrong-arguments", "'dictsort' sorts by 'key' or 'value', not '\(by)'", call.operation)
        }
        let keyed = try pairs(call.value, call.operation).map { pair in
            (key: key(by == "key" ? pair.0 : pair.1, isCaseSensitive: isCaseSensitive), pair: pair)
        }
        let isReversed = flag(call, 2)
        let sorted = try mergeSorted(
            keyed,
            { a, b throws(Problem) in try isReversed ? b.key.isLess(than: a.key) : a.key.isLess(than: b.key) },
            call.operation)
        return .list(sorted.map { .tuple([$0.pair.0, $0.pair.1]) })
    }

    func pairs(_ value: Value, _ operation: Int32) throws(Failure) -> [(Value, Value)] {
        switch value {
        case .map(let map): return map.entries
        case .record(let record):
            return zip(record.type.fields, record.values).compactMap { $1.isUndefined ? nil : (.string($0.name), $1) }
        case .undefined: return []
        default: throw fail("type-mismatch", "a mapping is needed here, not \(value.typeName)", operation)
        }
    }

    func unique(_ items: [Value], _ call: FilterCall) throws(Failure) -> [Value] {
        let path = try Self.path(call.given(1), self, call.operation)
        let isCaseSensitive = flag(call, 0)
        var seen: Set<Value> = []
        var out: [Value] = []
        for item in items {
            let key = key(try attribute(path, of: item, call.operation), isCaseSensitive: isCaseSensitive)
            guard key.isHashable else {
                throw fail("type-mismatch", "'unique' cannot look for \(key.typeName)", call.operation)
            }
            if seen.insert(key).inserted { out.append(item) }
        }
        return out
    }

    func extreme(_ items: [Value], _ call: FilterCall, isMaximum: Bool) throws(Failure) -> Value {
        let path = try Self.path(call.given(1), self, call.operation)
        let isCaseSensitive = flag(call, 0)
        var best: (key: Value, item: Value)?
        for item in items {
            let key = key(try attribute(path, of: item, call.operation), isCaseSensitive: isCaseSensitive)
            if let current = best {
                let isBetter = try attempt(call.operation) { () throws(Problem) in
                    try isMaximum ? current.key.isLess(than: key) : key.isLess(than: current.key)
                }
                if isBetter { best = (key, item) }
            } else {
                best = (key, item)
            }
        }
        return best?.item ?? .undefined(Undefined("an empty list has no \(isMaximum ? "largest" : "smallest") item"))
    }
}
