import Diagnostics
import MetaAnalysis

/// Reads the fields of a mapping one by one, and reports those that nobody asked for.
struct FieldReader {
    let reading: Reading
    let mark: Mark
    /// What the mapping describes, in words, for messages: "a study".
    let subject: String
    private let lineOffset: Int
    private var fields: [Field] = []
    /// Where each key stands, for mappings with so many that going through them would take long.
    private var positions: [String: Int] = [:]
    private var known: [String] = []
    private var missing: [String] = []

    private struct Field {
        let key: YAMLNode.Scalar
        let node: YAMLNode
        var isUsed = false
    }

    init(_ mapping: YAMLNode.Mapping, mark: Mark? = nil, subject: String, lineOffset: Int = 0, in reading: Reading) {
        self.reading = reading
        self.subject = subject
        self.lineOffset = lineOffset
        self.mark = mark ?? YAMLReading.mark(of: .mapping(mapping), lineOffset: lineOffset)
        fields.reserveCapacity(mapping.fields.count)
        for (key, value) in mapping.fields {
            guard case .scalar(let scalar) = key else {
                reading.error(
                    "wrong-type", "a field's name must be plain text",
                    at: YAMLReading.mark(of: key, lineOffset: lineOffset))
                continue
            }
            fields.append(Field(key: scalar, node: value))
        }
        guard fields.count > Self.few else { return }
        positions = Dictionary(fields.indices.map { (fields[$0].key.string, $0) }) { first, _ in first }
    }

    private static let few = 64

    // MARK: Access

    private func index(of key: String) -> Int? {
        if fields.count > Self.few { return positions[key] }
        for index in fields.indices where fields[index].key.string == key { return index }
        return nil
    }

    private mutating func take(_ key: String) -> YAMLNode? {
        known.append(key)
        guard let index = index(of: key) else { return nil }
        fields[index].isUsed = true
        if case .scalar(let scalar) = fields[index].node, scalar.style == .plain,
            scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
        {
            reading.error(
                "empty-field", "'\(key)' has no value", at: keyMark(index), help: "give it a value, or delete the field"
            )
            return nil
        }
        return fields[index].node
    }

    /// Where a key stands; worked out only where it is asked for, because few are.
    private func keyMark(_ index: Int) -> Mark {
        YAMLReading.mark(of: fields[index].key, lineOffset: lineOffset)
    }

    func has(_ key: String) -> Bool { index(of: key) != nil }

    /// Whether there is a field of this name, or one that is probably this one misspelt.
    func mayHave(_ key: String) -> Bool {
        has(key) || fields.contains { !$0.isUsed && Suggestion.nearest(to: $0.key.string, among: [key]) != nil }
    }

    /// The keys that have not been asked for, in the order of the file: for mappings whose keys are names.
    func remainingKeys() -> [Marked<String>] {
        fields.indices.filter { !fields[$0].isUsed }.map { Marked(fields[$0].key.string, keyMark($0)) }
    }

    func mark(of key: String) -> Mark {
        index(of: key).map(keyMark) ?? mark
    }

    func mark(ofValue key: String) -> Mark {
        index(of: key).map { YAMLReading.mark(of: fields[$0].node, lineOffset: lineOffset) } ?? mark
    }

    private func wrongType(_ key: String, _ expected: String, _ node: YAMLNode) {
        reading.error(
            "wrong-type", "'\(key)' must be \(expected)", at: YAMLReading.mark(of: node, lineOffset: lineOffset))
    }

    // MARK: Scalars

    mutating func text(_ key: String) -> Marked<String>? {
        guard let node = take(key) else { return nil }
        guard case .scalar(let scalar) = node else {
            wrongType(key, "a text", node)
            return nil
        }
        let value = scalar.string.trimmed
        guard !value.isEmpty else {
            reading.error("empty-field", "'\(key)' is empty", at: YAMLReading.mark(of: node, lineOffset: lineOffset))
            return nil
        }
        return Marked(value, YAMLReading.mark(of: node, lineOffset: lineOffset))
    }

    mutating func requiredText(_ key: String) -> Marked<String>? {
        if !has(key) {
            known.append(key)
            missing.append(key)
            return nil
        }
        return text(key)
    }

    mutating func number(_ key: String) -> Marked<PrintedNumber>? {
        guard let text = text(key) else { return nil }
        guard let number = PrintedNumber(decimal: text.value) else {
            reading.error(
                "not-a-number", "'\(text.value)' is not a number", at: text.mark,
                help: reading.notEstimable(text.value)
                    ? "leave it out, and say in 'text' that it was not estimable or not reported"
                    : "write digits with a decimal point, such as 0.92")
            return nil
        }
        return Marked(number, text.mark)
    }

    mutating func count(_ key: String) -> Marked<Int>? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text.value), number >= 0, number <= 1_000_000_000 else {
            reading.error("not-a-count", "'\(text.value)' is not a whole number", at: text.mark)
            return nil
        }
        return Marked(number, text.mark)
    }

    mutating func flag(_ key: String) -> Bool? {
        guard let text = text(key) else { return nil }
        switch text.value {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            reading.error("not-a-flag", "'\(key)' must be true or false, not '\(text.value)'", at: text.mark)
            return nil
        }
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _: Choice.Type = Choice.self, isRequired: Bool = false
    ) -> Choice? where Choice.RawValue == String {
        guard let text = isRequired ? requiredText(key) : text(key) else { return nil }
        return choice(text, of: key)
    }

    /// A list of values of one kind, each once; nil if the field is not there.
    mutating func choices<Choice: RawRepresentable & CaseIterable & Equatable>(_ key: String) -> [Choice]?
    where Choice.RawValue == String {
        guard mayHave(key) else { return nil }
        var found: [Choice] = []
        for text in texts(key) {
            guard let choice: Choice = choice(text, of: key) else { continue }
            if found.contains(choice) {
                reading.error(
                    "repeated-value", "'\(text.value)' is in '\(key)' twice", at: text.mark, help: "keep one of them")
            } else {
                found.append(choice)
            }
        }
        return found
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(_ text: Marked<String>, of key: String) -> Choice?
    where Choice.RawValue == String {
        if let choice = Choice(rawValue: text.value) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let suggestion = Suggestion.didYouMean(text.value, among: names).map { "; \($0)" } ?? ""
        reading.error(
            "unknown-value", "'\(text.value)' is not a value of '\(key)'", at: text.mark,
            help: "use one of \(Suggestion.list(names, limit: 20))\(suggestion)")
        return nil
    }

    mutating func pValue(_ key: String) -> Marked<PrintedPValue>? {
        guard let text = text(key) else { return nil }
        guard let value = PrintedPValue(decimal: text.value) else {
            reading.error(
                "not-a-p-value", "'\(text.value)' is not a p-value", at: text.mark,
                help: "write it as it is printed, such as \"0.09\", \"<0.001\" or \"3.4e-7\"")
            return nil
        }
        return Marked(value, text.mark)
    }

    // MARK: Lists and mappings

    /// A list of texts, or one text standing for a list of one.
    mutating func texts(_ key: String) -> [Marked<String>] {
        guard let node = take(key) else { return [] }
        switch node {
        case .scalar(let scalar):
            return [Marked(scalar.string.trimmed, YAMLReading.mark(of: node, lineOffset: lineOffset))]
        case .sequence(let items, _):
            return items.compactMap { item in
                guard case .scalar(let scalar) = item, !scalar.string.trimmed.isEmpty else {
                    wrongType(key, "a list of texts", item)
                    return nil
                }
                return Marked(scalar.string.trimmed, YAMLReading.mark(of: item, lineOffset: lineOffset))
            }
        default:
            wrongType(key, "a list of texts", node)
            return []
        }
    }

    /// The fields of a mapping under a key.
    mutating func fields(_ key: String, subject: String) -> FieldReader? {
        guard let node = take(key) else { return nil }
        guard case .mapping(let mapping) = node else {
            wrongType(key, "fields (`name: value`)", node)
            return nil
        }
        return FieldReader(
            mapping, mark: YAMLReading.mark(of: node, lineOffset: lineOffset), subject: subject,
            lineOffset: lineOffset, in: reading)
    }

    /// The mappings of a list under a key; one mapping stands for a list of one.
    mutating func list(_ key: String, subject: String) -> [FieldReader] {
        guard let node = take(key) else { return [] }
        let items: [YAMLNode]
        switch node {
        case .sequence(let sequence, _): items = sequence
        case .mapping: items = [node]
        default:
            wrongType(key, "a list", node)
            return []
        }
        return items.compactMap { item in
            guard case .mapping(let mapping) = item else {
                wrongType(key, "a list of fields (`name: value`)", item)
                return nil
            }
            return FieldReader(
                mapping, mark: YAMLReading.mark(of: item, lineOffset: lineOffset), subject: subject,
                lineOffset: lineOffset, in: reading)
        }
    }

    enum Shape {
        case scalar, mapping, sequence
    }

    func shape(_ key: String) -> Shape? {
        guard let index = index(of: key) else { return nil }
        switch fields[index].node {
        case .mapping: return .mapping
        case .sequence: return .sequence
        case .scalar: return .scalar
        }
    }

    /// Takes a field as read, because its problem has been reported.
    mutating func ignore(_ key: String) {
        if let index = index(of: key) { fields[index].isUsed = true }
    }

    // MARK: End

    /// Reports every field that nobody asked for, and every one that is missing and not merely misspelt.
    func finish() {
        var misspelt: Set<String> = []
        for index in fields.indices where !fields[index].isUsed {
            let key = fields[index].key.string
            let nearest = Suggestion.nearest(to: key, among: known)
            if let nearest { misspelt.insert(nearest) }
            reading.error(
                "unknown-field", "\(subject) has no field '\(key)'", at: keyMark(index),
                help: nearest.map { "did you mean '\($0)'?" } ?? "the fields are \(Suggestion.list(known, limit: 30))")
        }
        for key in missing where !misspelt.contains(key) {
            reading.error("missing-field", "\(subject) needs '\(key)'", at: mark, help: "add a line '\(key): …'")
        }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        // Most texts have none: visible ASCII at both ends.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
            return self
        }
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        guard start < endIndex else { return "" }
        let end = lastIndex { !$0.isWhitespace } ?? start
        return start == startIndex && index(after: end) == endIndex ? self : String(self[start...end])
    }
}
