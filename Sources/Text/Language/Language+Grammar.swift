extension Language {
    /// Things as a sentence lists them: "HORRAD", "HORRAD and STAMPEDE", "HORRAD, STAMPEDE and PEACE-1".
    package func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: say(", ")))\(say(" and "))\(last)"
    }

    /// Choices as a sentence lists them: "surgery", "surgery or radiotherapy".
    package func choices(_ items: [String]) -> String { items.joined(separator: say(" or ")) }

    /// Things beside one another, in a cell or below a heading: "lung, prostate".
    package func series(_ items: [String]) -> String { items.joined(separator: say(", ")) }

    /// Clauses or references beside one another, which may have commas of their own.
    package func sequence(_ items: [String]) -> String { items.joined(separator: say("; ")) }

    /// Two sides that are compared: "Radiotherapy vs observation".
    package func versus(_ sides: [String]) -> String { sides.joined(separator: say(" vs ")) }

    /// A label as it stands within a sentence: "hazard ratio" for "Hazard ratio", but "HbA1c", "HR", "PSA response" as they are.
    ///
    /// Only a word whose every letter but the first is small loses its capital: anything else is a name, an abbreviation or
    /// a symbol.
    package func inSentence(_ label: String) -> String {
        guard let first = label.first, first.isUppercase else { return label }
        let word = label.prefix { !$0.isWhitespace }
        let rest = word.dropFirst().drop { $0 == "-" }
        guard !rest.isEmpty, rest.allSatisfy({ $0.isLowercase || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "," })
        else {
            return label
        }
        return first.lowercased() + label.dropFirst()
    }

    /// A text as it begins a sentence or stands as a heading.
    package func capitalised(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// A text with something more about it: "Overall survival (all randomised)".
    package func remark(_ text: String, _ remark: String?) -> String {
        guard let remark, !remark.isEmpty else { return text }
        return "\(text) (\(remark))"
    }

    /// What stands where nothing is known.
    package var missing: String { say("\u{2013}") }

    /// Small numbers as words, from no to ten; others as digits.
    package func inWords(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return words.indices.contains(number) ? say(words[number]) : "\(number)"
    }
}
