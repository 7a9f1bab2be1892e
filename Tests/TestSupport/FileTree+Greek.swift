extension FileTree {
    /// A copy of an atlas whose texts are in Greek letters, so that every Latin letter that a page shows was written by the
    /// generator.
    ///
    /// Texts are the values of the keys that hold words, and the prose; identifiers, codes and numbers stay.
    package var inGreek: FileTree {
        var copy = self
        for path in paths {
            guard let text = self[path] else { continue }
            if path.hasSuffix(".yaml") {
                copy[path] = Self.greekData(text)
            } else if path.hasPrefix("Content/"), path.hasSuffix(".md") {
                let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
                copy[path] =
                    parts.count == 3
                    ? "---\n\(Self.greekData(String(parts[1])))---\n\(Self.greekProse(String(parts[2])))"
                    : Self.greekProse(text)
            }
        }
        return copy
    }

    private static let keys: Set<String> = [
        "name", "tagline", "description", "disclaimer", "label", "abbreviation", "definition", "synonyms", "french",
        "title",
        "container-title", "short", "note", "tables", "aliases", "timing", "countries", "masking", "dose", "text",
        "reason",
        "because", "doubt", "population", "at", "printed", "intervention", "comparison", "answer", "group", "favours",
        "event",
        "domain", "tool", "family", "given", "editors", "license", "analysis", "report",
    ]

    /// Values of keys that hold words: up to the comma or brace of a flow mapping, or the end of the line.
    private static func greekData(_ text: String) -> String {
        var out = ""
        var rest = Substring(text)
        while let colon = rest.firstIndex(of: ":") {
            let head = rest[..<colon]
            let key = String(head.reversed().prefix { $0.isLetter || $0 == "-" }.reversed())
            out += rest[...colon]
            rest = rest[rest.index(after: colon)...]
            guard keys.contains(key), rest.first == " " else { continue }
            let inner = text[..<colon].reversed().prefix { $0 != "\n" }
            let isFlow = inner.contains("{") || inner.contains("[")
            let value = Self.value(rest, isFlow: isFlow)
            out += key == "answer" ? greekProse(String(value)) : greek(String(value))
            rest = rest[value.endIndex...]
        }
        return out + rest
    }

    private static func value(_ text: Substring, isFlow: Bool) -> Substring {
        var isQuoted = false
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "\"": isQuoted.toggle()
            case "\n": return text[..<index]
            case "[" where !isQuoted: depth += 1
            case "]" where !isQuoted:
                if depth == 0 { return text[..<index] }
                depth -= 1
            case "{" where !isQuoted: return text[..<index]
            case ",", "}": if isFlow, !isQuoted, depth == 0 { return text[..<index] }
            default: break
            }
        }
        return text
    }

    /// Prose, without the addresses of its links and citations.
    private static func greekProse(_ text: String) -> String {
        var out = ""
        var address: Character?
        var previous: Character = " "
        for character in text {
            if let end = address {
                if character == end { address = nil }
                // The place in a citation is text, its document is not.
                if end == "]", character == "," { address = nil }
                out.append(character)
            } else if character == "(", previous == "]" {
                address = ")"
                out.append(character)
            } else if character == "@", previous == "[" {
                address = "]"
                out.append(character)
            } else if character == "^", previous == "[" {
                address = "]"
                out.append(character)
            } else {
                out += greek(String(character))
            }
            previous = character
        }
        return out
    }

    private static let letters: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "αβψδεφγηιξκλμνοπϟρστθωϛχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠϞΡΣΤΘΩϚΧΥΖ"))

    private static func greek(_ text: String) -> String { String(text.map { letters[$0] ?? $0 }) }
}
