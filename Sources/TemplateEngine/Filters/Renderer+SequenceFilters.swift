import Diagnostics

/// Filters about lists and mappings.
extension Renderer {
    func applySequence(_ filter: BuiltinFilter, _ call: FilterCall) throws(Failure) -> Value {
        let operation = call.operation
        switch filter {
        case .attr:
            guard let name = call.given(0)?.text else {
                throw fail("type-mismatch", "'attr' needs the name of an attribute", operation)
            }
            return attribute(named: name, of: call.value)
        case .items: return .list(try pairs(call.value, operation).map { .tuple([$0.0, $0.1]) })
        case .dictsort: return try sortedPairs(call)
        case .reverse:
            if call.value.text != nil {
                let text = try text(of: call.value, at: operation)
                let reversed = String(String.UnicodeScalarView(text.unicodeScalars.reversed()))
                return call.value.isSafe ? .safe(reversed) : .string(reversed)
            }
        default: break
        }
        switch filter {
        case .map, .mapAttribute, .select, .reject, .selectattr, .rejectattr:
            // As in Jinja, none, 0 and false have no items here.
            if !Self.truth(call.value) { return .list([]) }
        default: break
        }
        let items = try items(of: call.value, at: operation)
        switch filter {
        case .first: return items.first ?? .undefined(Undefined("there is no first item in an empty list"))
        case .last: return items.last ?? .undefined(Undefined("there is no last item in an empty list"))
        case .list: return .list(items)
        case .reverse: return .list(items.reversed())
        case .join: return try joined(items, call)
        case .sort: return .list(try sorted(items, call))
        case .unique: return .list(try unique(items, call))
        case .min, .max: return try extreme(items, call, isMaximum: filter == .max)
        case .sum: return try sum(items, call)
        case .groupby: return try grouped(items, call)
        case .batch: return try batches(items, call)
        case .slice: return try slices(items, call)
        case .map: return .list(try mapped(items, call))
        case .mapAttribute:
            let path = try Self.path(call.given(0), self, operation)
            // Without a default an item may be undefined; using it is an error then.
            return .list(try items.map { item throws(Failure) in try member(path, of: item, call.given(1), operation) })
        case .select, .reject, .selectattr, .rejectattr: return .list(try selected(items, filter, call))
        default: return call.value
        }
    }

    // MARK: Attributes

    enum PathPart {
        case name(String)
        case position(Int)
    }

    /// The parts of `'arm.label'` or `'0.name'`.
    static func path(_ value: Value?, _ renderer: borrowing Renderer, _ operation: Int32) throws(Failure) -> [PathPart]
    {
        guard let value, !value.isNone else { return [] }
        if case .int(let position)? = value.number { return [.position(position)] }
        return try renderer.text(of: value, at: operation).split(separator: ".", omittingEmptySubsequences: false).map {
            part in
            let isPosition = !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isPosition ? Int(part).map(PathPart.position) ?? .name(String(part)) : .name(String(part))
        }
    }

    /// What a path leads to; undefined is a failure.
    func attribute(_ path: [PathPart], of value: Value, _ operation: Int32) throws(Failure) -> Value {
        let found = try member(path, of: value, nil, operation)
        if !path.isEmpty, case .undefined(let reason) = found { try refuse(reason, at: operation) }
        return found
    }

    /// What a path leads to; a fallback takes the place of each part that is not there, and without one the last part may
    /// be undefined.
    func member(
        _ path: [PathPart], of value: Value, _ fallback: Value?, _ operation: Int32
    ) throws(Failure) -> Value {
        var value = value
        for part in path {
            if case .undefined(let reason) = value { try refuse(reason, at: operation) }
            switch part {
            case .name(let name):
                var found: Value?
                var names: [String] = []
                switch value {
                case .map(let map): (found, names) = (map[name], map.names)
                case .record(let record): (found, names) = (record[name], record.type.fieldNames)
                default: found = attribute(named: name, of: value)
                }
                if let found, !found.isUndefined {
                    value = found
                } else {
                    value = .undefined(
                        Undefined("\(value.typeName) has no '\(name)'", help: suggestion(for: name, among: names)))
                }
            case .position(let position): value = try item(of: value, .int(position), operation, operation)
            }
            if value.isUndefined, let fallback, !fallback.isNone { value = fallback }
        }
        return value
    }

    /// What a value has besides keys and positions: the fields of a record, the parts of a group, the names of a namespace.
    private func attribute(named name: String, of value: Value) -> Value {
        switch value {
        case .record(let record):
            if let found = record[name], !found.isUndefined { return found }
        case .tuple(let parts) where parts.count == 2 && (name == "grouper" || name == "list"):
            return parts[name == "grouper" ? 0 : 1]
        case .reference(let reference) where reference.kind == .namespace:
            if let found = namespaces[Int(reference.index)][name] { return found }
        default: break
        }
        return .undefined(Undefined("\(value.typeName) has no attribute '\(name)'"))
    }

    // MARK: Sums, groups and parts

    private func sum(_ items: [Value], _ call: FilterCall) throws(Failure) -> Value {
        let path = try Self.path(call.given(0), self, call.operation)
        var total = call.given(1) ?? .int(0)
        guard total.text == nil else {
            throw fail("type-mismatch", "'sum' does not add texts", call.operation, help: "join them with 'join'")
        }
        for item in items {
            total = try calculate(.add, total, try attribute(path, of: item, call.operation), call.operation)
        }
        return total
    }

    private func joined(_ items: [Value], _ call: FilterCall) throws(Failure) -> Value {
        let path = try Self.path(call.given(1), self, call.operation)
        let separator = call.given(0) ?? .string("")
        var parts: [Value] = []
        for item in items {
            let value = try attribute(path, of: item, call.operation)
            if case .undefined(let reason) = value { try refuse(reason, at: call.operation) }
            if !parts.isEmpty { parts.append(separator) }
            parts.append(value)
        }
        // Of one item the separator decides too.
        let isSafe = isMarkup(call.operation) && (parts.contains { $0.isSafe } || separator.isSafe)
        var out = ""
        for part in parts {
            let text = try text(of: part, at: call.operation)
            if isSafe, !part.isSafe { Text.appendEscaped(text, to: &out) } else { out += text }
            if out.utf8.count > options.textLimit { throw Failure(.textTooLong(options.textLimit), at: call.operation) }
        }
        return isSafe ? .safe(out) : .string(out)
    }

    private func grouped(_ items: [Value], _ call: FilterCall) throws(Failure) -> Value {
        let path = try Self.path(call.given(0), self, call.operation)
        let isCaseSensitive = flag(call, 2)
        var keyed: [(key: Value, shown: Value, item: Value)] = []
        for item in items {
            let value = try member(path, of: item, call.given(1), call.operation)
            if case .undefined(let reason) = value { try refuse(reason, at: call.operation) }
            keyed.append((key(value, isCaseSensitive: isCaseSensitive), value, item))
        }
        let sorted = try mergeSorted(keyed, { a, b throws(Problem) in try a.key.isLess(than: b.key) }, call.operation)
        var groups: [(key: Value, shown: Value, items: [Value])] = []
        for entry in sorted {
            if let last = groups.last, last.key == entry.key {
                groups[groups.count - 1].items.append(entry.item)
            } else {
                groups.append((entry.key, entry.shown, [entry.item]))
            }
        }
        return .list(groups.map { .tuple([$0.shown, .list($0.items)]) })
    }

    private func batches(_ items: [Value], _ call: FilterCall) throws(Failure) -> Value {
        let size = try integer(call, 0, or: 1)
        guard size > 0, size <= options.itemLimit else {
            throw fail("wrong-arguments", "'batch' cannot make rows of \(size)", call.operation)
        }
        var out: [Value] = []
        var index = 0
        while index < items.count {
            var row = Array(items[index..<min(index + size, items.count)])
            if let fill = call.given(1), !fill.isNone { row += [Value](repeating: fill, count: size - row.count) }
            out.append(.list(row))
            index += size
        }
        return .list(out)
    }

    private func slices(_ items: [Value], _ call: FilterCall) throws(Failure) -> Value {
        let count = try integer(call, 0, or: 1)
        guard count > 0, count <= options.itemLimit else {
            throw fail("wrong-arguments", "'slice' cannot make \(count) columns", call.operation)
        }
        let (size, extra) = (items.count / count, items.count % count)
        var out: [Value] = []
        var start = 0
        for column in 0..<count {
            let end = start + size + (column < extra ? 1 : 0)
            var part = Array(items[start..<end])
            if let fill = call.given(1), !fill.isNone, column >= extra { part.append(fill) }
            out.append(.list(part))
            start = end
        }
        return .list(out)
    }

    // MARK: Filters and tests by name

    private func mapped(_ items: [Value], _ call: FilterCall) throws(Failure) -> [Value] {
        guard case .reference(let reference)? = call.arguments.first else { return items }
        let rest = Array(call.arguments.dropFirst())
        var out: [Value] = []
        out.reserveCapacity(items.count)
        for item in items {
            if reference.kind == .hostFilter {
                out.append(try callHost(filterAt: Int(reference.index), [item] + rest, call.operation))
            } else if let filter = BuiltinFilter(rawValue: UInt8(truncatingIfNeeded: reference.index)) {
                if filter != .default, case .undefined(let reason) = item { try refuse(reason, at: call.operation) }
                out.append(try apply(filter, to: item, rest, call.operation))
            }
        }
        return out
    }

    private func selected(_ items: [Value], _ filter: BuiltinFilter, _ call: FilterCall) throws(Failure) -> [Value] {
        let usesAttribute = filter == .selectattr || filter == .rejectattr
        let keeps = filter == .select || filter == .selectattr
        let path = usesAttribute ? try Self.path(call.given(0), self, call.operation) : []
        let arguments = call.arguments.dropFirst(usesAttribute ? 1 : 0)
        var test: BuiltinTest?
        if case .reference(let reference)? = arguments.first {
            test = BuiltinTest(rawValue: UInt8(truncatingIfNeeded: reference.index))
        }
        let rest = Array(arguments.dropFirst())
        var out: [Value] = []
        for item in items {
            let value = try member(path, of: item, nil, call.operation)
            let holds: Bool
            if test != .defined, test != .undefined, case .undefined(let reason) = value {
                try refuse(reason, at: call.operation)
            }
            if let test {
                holds = try apply(test, to: value, rest, call.operation)
            } else {
                holds = Self.truth(value)
            }
            if holds == keeps { out.append(item) }
        }
        return out
    }
}
