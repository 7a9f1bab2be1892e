import Diagnostics

/// Names of the root, fields, keys and what `loop` tells.
extension Renderer {
    func rootValue(_ name: Int32, _ fallback: Int32) -> Value {
        let key = program.names[Int(name)]
        trace?.names.insert(key)
        switch root {
        case .map(let map): if let value = map[key] { return value }
        case .record(let record): if let value = record[key], !value.isUndefined { return value }
        default: break
        }
        if fallback >= 0 { return program.constants[Int(fallback)] }
        return .undefined(missing(key))
    }

    private func missing(_ key: String) -> Undefined {
        let known: [String]
        switch root {
        case .map(let map): known = map.names
        case .record(let record): known = record.type.fieldNames
        default: known = []
        }
        return Undefined("'\(key)' is undefined", help: suggestion(for: key, among: known))
    }

    func rootField(_ position: Int32, _ type: Int32, _ name: Int32) -> Value {
        if let trace { trace.names.insert(program.names[Int(name)]) }
        if case .record(let record) = root, record.type === program.types[Int(type)] {
            let value = record[Int(position)]
            if case .undefined(nil) = value {
                return .undefined(
                    Undefined(
                        "'\(program.names[Int(name)])' is absent",
                        help: "it is optional: ask 'is defined' first, or give a default()"))
            }
            return value
        }
        return rootValue(name, -1)
    }

    /// The value of a field of a loop's variable, if the type of the variable was known when the template was loaded.
    @inline(__always)
    func localField(_ operation: Int32) -> Value? {
        guard case .field(let owner, let position, let type, _) = program.operations[Int(operation)],
            case .slot(let slot) = program.operations[Int(owner)],
            case .record(let record) = stack[base + Int(slot)], record.type === program.types[Int(type)]
        else { return nil }
        return record[Int(position)]
    }

    func absent(_ name: Int32, _ owner: Int32) -> Undefined {
        Undefined(
            "'\(program.names[Int(name)])' is absent here",
            help: "it is optional: ask 'is defined' first, or give a default()")
    }

    func member(_ value: Value, _ name: Int32, _ owner: Int32, _ operation: Int32) throws(Failure) -> Value {
        if let found = quickMember(value, Int(name)) { return found }
        let key = program.names[Int(name)]
        switch value {
        case .map(let map):
            if let found = map[key] { return found }
            return .undefined(
                Undefined(
                    "'\(sourceText(of: owner))' has no key '\(key)'", help: suggestion(for: key, among: map.names)))
        case .record(let record):
            if let found = record[key] { return found.isUndefined ? .undefined(absent(name, owner)) : found }
            return .undefined(
                Undefined(
                    "'\(record.type.name)' has no field '\(key)'",
                    help: suggestion(for: key, among: record.type.fieldNames)
                        ?? "its fields are \(Suggestion.list(record.type.fieldNames))"))
        case .reference(let reference) where reference.kind == .namespace:
            let namespace = namespaces[Int(reference.index)]
            if let found = namespace[key] { return found }
            return .undefined(
                Undefined("the namespace has no '\(key)'", help: suggestion(for: key, among: namespace.keys)))
        case .tuple(let parts) where parts.count == 2 && (key == "grouper" || key == "list"):
            return key == "grouper" ? parts[0] : parts[1]
        default:
            return .undefined(Undefined("\(value.typeName) has no field '\(key)'"))
        }
    }

    /// The member of a name where such a member was found before, or nil.
    @inline(__always)
    private func quickMember(_ value: Value, _ name: Int) -> Value? {
        let guess = Int(guesses[name])
        switch value {
        case .record(let record):
            if guess < record.type.fieldNames.count, record.type.fieldNames[guess] == program.names[name] {
                let found = record[guess]
                return found.isUndefined ? nil : found
            }
            guard let position = record.type.position(of: program.names[name]) else { return nil }
            guesses[name] = Int32(truncatingIfNeeded: position)
            let found = record[position]
            return found.isUndefined ? nil : found
        case .map(let map):
            if guess < map.count, case .string(let key) = map.keys[guess], key == program.names[name],
                key.hasSameBytes(as: program.names[name])
            {
                return map.values[guess]
            }
            guard let position = map.position(of: program.names[name]) else { return nil }
            guesses[name] = Int32(truncatingIfNeeded: position)
            return map.values[position]
        default: return nil
        }
    }

    func loopProperty(_ property: LoopProperty, _ slot: Int) -> Value {
        guard case .list(let items) = stack[base + slot], case .int(let index) = stack[base + slot + 1] else {
            return .undefined(nil)
        }
        switch property {
        case .index: return .int(index + 1)
        case .index0: return .int(index)
        case .revindex: return .int(items.count - index)
        case .revindex0: return .int(items.count - index - 1)
        case .first: return .bool(index == 0)
        case .last: return .bool(index == items.count - 1)
        case .length: return .int(items.count)
        case .previousItem:
            return index > 0 ? items[index - 1] : .undefined(Undefined("there is no previous item"))
        case .nextItem:
            return index + 1 < items.count ? items[index + 1] : .undefined(Undefined("there is no next item"))
        case .depth: return .int(1)
        case .depth0: return .int(0)
        }
    }
}
