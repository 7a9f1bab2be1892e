/// Reads numbers as people see them: 1 234.5, −0.03, 1.23×10⁶.
enum WrittenNumber {
    static func value(_ text: String) -> Double? {
        var digits = ""
        var exponent = ""
        var isExponent = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2212}": digits += "-"
            case "\u{202F}": continue
            case "\u{221E}": return digits == "-" ? -.infinity : .infinity
            case "\u{D7}": isExponent = true
            case "\u{207B}": exponent = "-"
            default:
                if isExponent {
                    if let digit = superscripts.firstIndex(of: scalar) { exponent += "\(digit)" }
                } else {
                    digits.unicodeScalars.append(scalar)
                }
            }
        }
        return Double(isExponent ? digits + "e" + exponent : digits)
    }

    /// Whether a text is a number of one of the forms that we write.
    static func isWellFormed(_ text: String) -> Bool {
        let plain = /\u{2212}?(\d{1,4}|\d{2,3}(\u{202F}\d{3})+)(\.\d+)?/
        let scientific = /\u{2212}?\d\.\d{2,12}\u{D7}10\u{207B}?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/
        return text.wholeMatch(of: plain) != nil || text.wholeMatch(of: scientific) != nil
            || text == "\u{221E}" || text == "\u{2212}\u{221E}"
    }

    private static let superscripts: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
