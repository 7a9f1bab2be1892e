/// Filters about text.
extension Renderer {
    func applyText(_ filter: BuiltinFilter, _ call: FilterCall) throws(Failure) -> Value {
        let operation = call.operation
        if filter == .urlencode { return .string(try urlEncoded(call)) }
        if filter == .xmlattr { return try attributes(call) }
        if filter == .truncate || filter == .indent, call.value.text == nil {
            let name = filter == .truncate ? "truncate" : "indent"
            throw fail("type-mismatch", "'\(name)' needs a text, not \(call.value.typeName)", operation)
        }
        let text = try text(of: call.value, at: operation)
        func same(_ result: String) -> Value { call.value.isSafe ? .safe(result) : .string(result) }
        switch filter {
        case .upper: return same(text.uppercased())
        case .lower: return same(text.lowercased())
        case .capitalize: return same(Text.capitalized(text))
        case .title: return .string(Text.title(text))
        case .trim:
            return same(
                Text.trim(
                    text, try call.given(0).map { value throws(Failure) in try self.text(of: value, at: operation) }))
        case .center:
            let width = try integer(call, 0, or: 80)
            guard width <= options.textLimit else { throw Failure(.textTooLong(options.textLimit), at: operation) }
            return same(Text.centered(text, width))
        case .replace: return try replaced(call, text)
        case .truncate: return same(try truncated(call, text))
        case .indent: return same(try indented(call, text))
        case .striptags: return .string(Text.stripTags(text))
        case .wordcount: return .int(Text.wordCount(text))
        case .format:
            let limit = options.textLimit
            let result = try attempt(operation) { () throws(Problem) in
                try PercentFormat.format(text, call.arguments, escapes: call.value.isSafe, limit: limit)
            }
            return same(result)
        default: return call.value
        }
    }

    private func replaced(_ call: FilterCall, _ text: String) throws(Failure) -> Value {
        let count = try integer(call, 2, or: -1)
        let isSafe =
            isMarkup(call.operation)
            && (call.value.isSafe || (call.given(0)?.isSafe ?? false) || (call.given(1)?.isSafe ?? false))
        // As Jinja: the text is escaped if what replaces it is safe, and what replaces it if the text is.
        let escapesText = isSafe && !call.value.isSafe
        let limit = options.textLimit
        let needle = try string(call, 0, or: "")
        let new = try string(call, 1, or: "")
        let replacement = isSafe && !(call.given(1)?.isSafe ?? false) ? Text.escaped(new) : new
        let result = try attempt(call.operation) { () throws(Problem) in
            try Text.replace(
                escapesText ? Text.escaped(text) : text, needle, replacement, count: count, limit: limit)
        }
        return isSafe ? .safe(result) : .string(result)
    }

    private func truncated(_ call: FilterCall, _ text: String) throws(Failure) -> String {
        let length = try integer(call, 0, or: 255)
        let end = try string(call, 2, or: "...")
        let leeway = try integer(call, 3, or: 5)
        let (scalars, tail) = (Array(text.unicodeScalars), end.unicodeScalars.count)
        guard length >= tail, leeway >= 0 else {
            throw fail("wrong-arguments", "'truncate' needs a length of at least \(tail)", call.operation)
        }
        if scalars.count <= length || scalars.count - length <= leeway { return text }
        var kept = Array(scalars[..<(length - tail)])
        if !flag(call, 1), let space = kept.lastIndex(of: " ") { kept.removeSubrange(space...) }
        var out = String.UnicodeScalarView()
        out.append(contentsOf: kept)
        let shown = call.value.isSafe && !(call.given(2)?.isSafe ?? false) ? Text.escaped(end) : end
        return String(out) + shown
    }

    private func indented(_ call: FilterCall, _ text: String) throws(Failure) -> String {
        let lead: String
        if let given = call.given(0), let text = given.text {
            lead = text
        } else {
            let width = try integer(call, 0, or: 4)
            guard (0...1000).contains(width) else {
                throw fail("wrong-arguments", "'indent' cannot indent by \(width)", call.operation)
            }
            lead = String(repeating: " ", count: width)
        }
        let (first, blank) = (flag(call, 1), flag(call, 2))
        let lines = Text.lines(text + "\n")
        guard lines.count * lead.utf8.count + text.utf8.count <= options.textLimit else {
            throw Failure(.textTooLong(options.textLimit), at: call.operation)
        }
        var out = ""
        for (index, line) in lines.enumerated() {
            if index > 0 { out += "\n" }
            if index == 0 ? first : (blank || !line.isEmpty) { out += lead }
            out += line
        }
        return out
    }

    private func urlEncoded(_ call: FilterCall) throws(Failure) -> String {
        let pairs: [(Value, Value)]
        switch call.value {
        case .map(let map): pairs = map.entries
        case .list(let items), .tuple(let items):
            var list: [(Value, Value)] = []
            for item in items {
                let parts = try self.items(of: item, at: call.operation)
                guard parts.count == 2 else {
                    throw fail("type-mismatch", "'urlencode' needs a text, a mapping or pairs", call.operation)
                }
                list.append((parts[0], parts[1]))
            }
            pairs = list
        default: return Text.percentEncoded(try text(of: call.value, at: call.operation), keepsSlash: true)
        }
        var out: [String] = []
        for (key, value) in pairs {
            let name = Text.percentEncoded(try text(of: key, at: call.operation), keepsSlash: false, plusForSpace: true)
            let content = Text.percentEncoded(
                try text(of: value, at: call.operation), keepsSlash: false, plusForSpace: true)
            out.append(name + "=" + content)
        }
        return out.joined(separator: "&")
    }

    /// What `xmlattr` does not write, besides addresses and event handlers.
    private static let refusedAttributes: Set<String> = [
        "style", "srcdoc", "type", "http-equiv", "content", "attributename",
    ]

    private func attributes(_ call: FilterCall) throws(Failure) -> Value {
        guard case .map(let map) = call.value else {
            throw fail("type-mismatch", "'xmlattr' needs a mapping, not \(call.value.typeName)", call.operation)
        }
        var out = ""
        for (key, value) in map.entries where !value.isNone && !value.isUndefined {
            let name = try text(of: key, at: call.operation)
            let isPlain =
                !name.isEmpty && name.utf8.allSatisfy { !" \t\n\u{0C}\r/>=\"'<&".utf8.contains($0) && $0 > 0x20 }
            let low = name.lowercased()
            guard isPlain, !low.hasPrefix("on"), !low.hasSuffix(":href"), !MarkupState.addressAttributes.contains(low),
                !MarkupState.animationValues.contains(low), !Self.refusedAttributes.contains(low)
            else {
                throw fail("unsafe-context", "'xmlattr' cannot write the attribute '\(name)'", call.operation)
            }
            if !out.isEmpty { out += " " }
            out += Text.escaped(name) + "=\""
            let content = try text(of: value, at: call.operation)
            out += Text.escaped(content) + "\""
        }
        if flag(call, 0, or: true), !out.isEmpty { out = " " + out }
        return .safe(out)
    }
}

extension Text {
    /// Python's `center`: the odd blank goes left when the width is odd.
    static func centered(_ text: String, _ width: Int) -> String {
        let count = text.unicodeScalars.count
        guard width > count else { return text }
        let missing = width - count
        let left = missing / 2 + (missing & width & 1)
        return String(repeating: " ", count: left) + text + String(repeating: " ", count: missing - left)
    }

    /// Runs of letters, digits and underscores.
    static func wordCount(_ text: String) -> Int {
        var (count, isInside) = (0, false)
        for scalar in text.unicodeScalars {
            let isWord =
                scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isWord, !isInside { count += 1 }
            isInside = isWord
        }
        return count
    }
}
