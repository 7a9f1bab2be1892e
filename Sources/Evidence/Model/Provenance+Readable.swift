extension Provenance {
    private static let commands: [(String, String)] = [
        ("\\times", "×"), ("\\geq", "≥"), ("\\leq", "≤"), ("\\pm", "±"), ("\\%", "%"), ("\\sim", "~"),
    ]

    /// A printed figure as a reader saw it on the page.
    ///
    /// The copies that figures are compared with were made by machine, which wrote formulas and emphasis as markup:
    /// `$p = 3.4 \times 10^{-7}$` stands for "p = 3.4 × 10⁻⁷". The record keeps what the copy has; the site shows this.
    static func withoutMarkup(_ text: String) -> String {
        var (hasFormula, hasTag, hasStar, hasExponent) = (false, false, false, false)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"), UInt8(ascii: "\\"): hasFormula = true
            case UInt8(ascii: "<"): hasTag = true
            case UInt8(ascii: "*"): hasStar = true
            case UInt8(ascii: "^"): hasExponent = true
            default: break
            }
        }
        guard hasFormula || hasTag || hasStar else { return text }
        var out = text
        if hasFormula {
            out = out.replacing("$", with: "")
            for (command, sign) in commands where out.utf8.contains(UInt8(ascii: "\\")) {
                out = out.replacing(command, with: sign)
            }
        }
        if hasTag { for tag in ["<i>", "</i>", "<b>", "</b>"] { out = out.replacing(tag, with: "") } }
        if hasExponent { out = withoutExponents(out) }
        return (hasStar ? withoutEmphasis(out) : out).trimmed
    }

    /// `10^{-7}` as 10⁻⁷; anything else after a caret is left as it is.
    private static func withoutExponents(_ text: String) -> String {
        let raised: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
            "9": "⁹",
        ]
        var out = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "^{"), let close = rest[open.upperBound...].firstIndex(of: "}") {
            let digits = rest[open.upperBound..<close].filter { $0 != " " }
            let signs = digits.compactMap { raised[$0] }
            guard signs.count == digits.count else { break }
            out += rest[..<open.lowerBound] + String(signs)
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    /// `*p*` as p; a star beside a figure is a mark of its own and stays.
    private static func withoutEmphasis(_ text: String) -> String {
        let parts = text.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return text }
        var out = String(parts[0])
        var index = 1
        while index < parts.count {
            let word = parts[index]
            if index + 1 < parts.count, !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == " " }) {
                out += word + parts[index + 1]
                index += 2
            } else {
                out += "*" + word
                index += 1
            }
        }
        return out
    }
}
