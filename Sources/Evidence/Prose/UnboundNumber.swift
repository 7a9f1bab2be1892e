import Diagnostics
import Text

/// A ratio, a median or a percentage typed as plain text.
struct UnboundNumber {
    /// The text from the label, or the number, to the unit.
    var text: String

    func diagnostic(at place: Place) -> Diagnostic {
        .warning(
            "unbound-number", "'\(text)' is typed beside a study's name and not bound to data", at: place,
            help: "use a link such as [](value:STUDY/RESULT), so that the number cannot drift")
    }

    private static let labels: Set<String> = ["HR", "OR", "RR", "ratio"]
    private static let units: Set<String> = ["months", "month", "%", "percent"]

    /// The numbers in a text that follow a ratio's name, or stand before a unit of time or "%".
    static func find(in text: String) -> [UnboundNumber] {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\n" }
        var found: [UnboundNumber] = []
        for (index, word) in words.enumerated() {
            guard let number = number(in: word) else { continue }
            let before = index > 0 ? words[index - 1].filter { $0.isLetter } : ""
            let beforeLast = index > 1 ? words[index - 2].filter { $0.isLetter } : ""
            let after = index + 1 < words.count ? words[index + 1].filter { $0.isLetter || $0 == "%" } : ""
            // "a 95% interval" names a level.
            if ["interval", "intervals", "CI", "confidence", "prediction", "level"].contains(after), word.contains("%")
            {
                continue
            }
            if word.hasSuffix("%") || word.contains("%)") || word.contains("%,") || word.contains("%.") {
                found.append(UnboundNumber(text: String(number) + "%"))
            } else if units.contains(String(after)) {
                found.append(UnboundNumber(text: "\(number) \(after)"))
            } else if labels.contains(String(before))
                || (["of", "is", "was", ""].contains(before) && labels.contains(String(beforeLast)))
            {
                found.append(UnboundNumber(text: String(number)))
            }
        }
        return found
    }

    private static func number(in word: Substring) -> Substring? {
        guard let start = word.firstIndex(where: \.isNumber) else { return nil }
        guard word[..<start].allSatisfy({ !$0.isLetter }) else { return nil }
        return word[start...].prefix { $0.isNumber || $0 == "." }.trimmingDots
    }
}

extension Substring {
    fileprivate var trimmingDots: Substring {
        var rest = self
        while rest.last == "." { rest.removeLast() }
        return rest
    }
}
