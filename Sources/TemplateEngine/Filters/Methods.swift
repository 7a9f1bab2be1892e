/// The methods of texts, lists and mappings that templates can call, with how many arguments they take.
enum Methods {
    static let all: [String: ClosedRange<Int>] = [
        "items": 0...0, "keys": 0...0, "values": 0...0, "get": 1...2,
        "upper": 0...0, "lower": 0...0, "title": 0...0, "capitalize": 0...0, "strip": 0...1, "lstrip": 0...1,
        "rstrip": 0...1, "split": 0...2, "splitlines": 0...0, "join": 1...1, "replace": 2...3, "startswith": 1...1,
        "endswith": 1...1, "find": 1...1, "count": 1...1, "index": 1...1, "isdigit": 0...0, "removeprefix": 1...1,
        "removesuffix": 1...1,
    ]

    /// Methods that Python has and templates cannot call.
    static let unsupported: Set<String> = [
        "append", "as_integer_ratio", "bit_length", "casefold", "center", "clear", "copy", "encode", "expandtabs",
        "extend",
        "format", "format_map", "fromkeys", "hex", "insert", "is_integer", "isalnum", "isalpha", "isascii", "isdecimal",
        "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "ljust", "maketrans",
        "partition", "pop", "popitem", "remove", "reverse", "rfind", "rindex", "rjust", "rpartition", "rsplit",
        "setdefault", "sort", "swapcase", "translate", "update", "zfill",
    ]
}

extension Renderer {
    mutating func callMethod(
        _ name: String, _ value: Value, _ arguments: [Value], _ operation: Int32
    ) throws(Failure) -> Value {
        switch value {
        case .map, .record:
            switch name {
            case "items": return .list(try pairs(value, operation).map { .tuple([$0.0, $0.1]) })
            case "keys": return .list(try pairs(value, operation).map(\.0))
            case "values": return .list(try pairs(value, operation).map(\.1))
            case "get":
                guard let key = arguments.first else { break }
                let found = try item(of: value, key, operation, operation)
                return found.isUndefined ? (arguments.count > 1 ? arguments[1] : .none) : found
            default: break
            }
        case .list(let items), .tuple(let items):
            guard let wanted = arguments.first else { break }
            switch name {
            case "count": return .int(items.count { $0 == wanted })
            case "index":
                guard let index = items.firstIndex(of: wanted) else {
                    throw fail("type-mismatch", "the list does not have this item", operation)
                }
                return .int(index)
            default: break
            }
        case .string(let text), .safe(let text):
            if let result = try callTextMethod(name, value, text, arguments, operation) { return result }
        default: break
        }
        throw fail("unknown-method", "\(value.typeName) has no method '\(name)'", operation)
    }

    private mutating func callTextMethod(
        _ name: String, _ value: Value, _ text: String, _ arguments: [Value], _ operation: Int32
    ) throws(Failure) -> Value? {
        func same(_ result: String) -> Value { value.isSafe ? .safe(result) : .string(result) }
        func argument(_ index: Int) throws(Failure) -> String? {
            guard index < arguments.count, !arguments[index].isNone else { return nil }
            guard let text = arguments[index].text else {
                throw fail("type-mismatch", "'\(name)' needs a text, not \(arguments[index].typeName)", operation)
            }
            return text
        }
        switch name {
        case "upper": return same(text.uppercased())
        case "lower": return same(text.lowercased())
        case "capitalize": return same(Text.capitalized(text))
        case "title": return same(Text.titleMethod(text))
        case "strip": return same(Text.trim(text, try argument(0)))
        case "lstrip": return same(Text.trim(text, try argument(0), right: false))
        case "rstrip": return same(Text.trim(text, try argument(0), left: false))
        case "splitlines": return .list(Text.lines(text).map(same))
        case "split":
            let most = try arguments.count > 1 ? wholeNumber(arguments[1], operation) : -1
            guard let separator = try argument(0) else { return .list(Text.words(text).map(same)) }
            guard !separator.isEmpty else { throw fail("wrong-arguments", "the separator is empty", operation) }
            return .list(Text.split(text, separator, most: most).map(same))
        case "join":
            guard let list = arguments.first else { return nil }
            var items = try items(of: list, at: operation)
            // Safe text escapes what it joins, whatever it is; plain text joins only texts, and what it makes is not safe.
            if !value.isSafe {
                items = try items.map { item throws(Failure) in
                    guard let text = item.text else {
                        throw fail(
                            "type-mismatch", "the method 'join' needs texts, not \(item.typeName)", operation,
                            help: "the filter 'join' writes every value")
                    }
                    return .string(text)
                }
            }
            let call = FilterCall(value: .list(items), arguments: [value, .missing], operation: operation)
            return try applySequence(.join, call)
        case "replace":
            let call = FilterCall(
                value: value, arguments: arguments + [Value](repeating: .missing, count: 3 - min(3, arguments.count)),
                operation: operation)
            return try applyText(.replace, call)
        case "startswith", "endswith":
            var parts = arguments
            if case .tuple(let several)? = arguments.first { parts = several }
            for part in parts {
                guard let part = part.text else {
                    throw fail("type-mismatch", "'\(name)' needs a text, not \(part.typeName)", operation)
                }
                let isThere =
                    name == "startswith"
                    ? text.utf8.starts(with: part.utf8) : text.utf8.reversed().starts(with: part.utf8.reversed())
                if isThere { return .bool(true) }
            }
            return .bool(false)
        case "find", "index":
            let bytes = Array(text.utf8)
            guard let found = Text.position(of: Array((try argument(0) ?? "").utf8), in: bytes, from: 0) else {
                if name == "find" { return .int(-1) }
                throw fail("type-mismatch", "the text does not have this part", operation)
            }
            return .int(String(decoding: bytes[..<found], as: UTF8.self).unicodeScalars.count)
        case "count": return .int(Text.split(text, try argument(0) ?? "", most: -1).count - 1)
        case "isdigit":
            return .bool(
                !text.isEmpty
                    && text.unicodeScalars.allSatisfy {
                        $0.properties.numericType == .decimal || $0.properties.numericType == .digit
                    })
        case "removeprefix", "removesuffix":
            let (bytes, part) = (Array(text.utf8), Array((try argument(0) ?? "").utf8))
            if name == "removeprefix" {
                return same(bytes.starts(with: part) ? String(decoding: bytes[part.count...], as: UTF8.self) : text)
            }
            return same(
                bytes.reversed().starts(with: part.reversed())
                    ? String(decoding: bytes[..<(bytes.count - part.count)], as: UTF8.self) : text)
        default: return nil
        }
    }

    private func wholeNumber(_ value: Value, _ operation: Int32) throws(Failure) -> Int {
        guard case .int(let number)? = value.number else {
            throw fail("type-mismatch", "a whole number is needed here, not \(value.typeName)", operation)
        }
        return number
    }
}

extension Text {
    static func split(_ text: String, _ separator: String, most: Int) -> [String] {
        let (bytes, needle) = (Array(text.utf8), Array(separator.utf8))
        guard !needle.isEmpty else { return Array(repeating: "", count: text.unicodeScalars.count + 2) }
        var parts: [String] = []
        var index = 0
        while most < 0 || parts.count < most, let found = position(of: needle, in: bytes, from: index) {
            parts.append(String(decoding: bytes[index..<found], as: UTF8.self))
            index = found + needle.count
        }
        parts.append(String(decoding: bytes[index...], as: UTF8.self))
        return parts
    }

    /// The method `title` of Python: words begin wherever a letter follows something else.
    static func titleMethod(_ text: String) -> String {
        var out = ""
        var isInside = false
        for scalar in text.unicodeScalars {
            out += isInside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
            isInside = scalar.properties.isCased
        }
        return out
    }
}
