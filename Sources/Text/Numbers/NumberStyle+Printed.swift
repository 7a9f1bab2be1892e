/// Numbers as a document prints them.
extension NumberStyle {
    /// A printed number with its digits kept: a true minus sign, one zero before the decimal mark, and no fewer decimals than
    /// asked for.
    ///
    /// - Parameter text: An optional sign, digits and at most one decimal mark (`.`, `·` or `,`); a power of ten as in 3.4e-7.
    package func printed(_ text: String, decimals: Int = 0) -> String {
        if let same = unchanged(text, decimals: decimals) { return same }
        if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
            let power = Int(text[text.index(after: mark)...])
        {
            return printed(String(text[..<mark])) + "\u{D7}" + Self.powerOfTen(power)
        }
        var whole = ""
        var fraction: String?
        var isNegative = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", "\u{2212}": isNegative = true
            case "0"..."9":
                fraction == nil ? whole.unicodeScalars.append(scalar) : fraction?.unicodeScalars.append(scalar)
            case ".", "\u{B7}", ",": fraction = fraction ?? ""
            default: continue
            }
        }
        whole = String(whole.drop { $0 == "0" })
        var decimalsText = fraction ?? ""
        if decimalsText.count < decimals {
            decimalsText += String(repeating: "0", count: decimals - decimalsText.count)
        }
        var out = isNegative ? String(Character(minus)) : ""
        out += whole.isEmpty ? "0" : grouped(whole)
        if !decimalsText.isEmpty {
            out.unicodeScalars.append(decimalMark)
            out += decimalsText
        }
        return out
    }

    /// A text that already has the form of this style, which is how most numbers are typed; nil for any other.
    private func unchanged(_ text: String, decimals: Int) -> String? {
        guard decimalMark == "." else { return nil }
        var (whole, fraction, isFraction, first) = (0, 0, false, UInt8(0))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if whole == 0, !isFraction { first = byte }
                if isFraction { fraction += 1 } else { whole += 1 }
            case UInt8(ascii: ".") where !isFraction: isFraction = true
            default: return nil
            }
        }
        let isLed = whole == 1 || whole > 1 && whole <= 4 && first != UInt8(ascii: "0")
        return isLed && fraction >= decimals && isFraction == (fraction > 0) ? text : nil
    }

    /// An estimate and its interval as printed, with the decimals of the one that has most.
    package func printed(_ value: String, _ low: String, _ high: String) -> EstimateText {
        let decimals = max(Self.decimals(of: value), Self.decimals(of: low), Self.decimals(of: high))
        return EstimateText(
            value: printed(value, decimals: decimals),
            interval: IntervalText(low: printed(low, decimals: decimals), high: printed(high, decimals: decimals)))
    }

    /// How many digits stand after the decimal mark.
    package static func decimals(of printed: String) -> Int {
        guard let mark = printed.unicodeScalars.firstIndex(where: { ".,\u{B7}".unicodeScalars.contains($0) }) else {
            return 0
        }
        return printed.unicodeScalars.distance(from: mark, to: printed.unicodeScalars.endIndex) - 1
    }

    private func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 4, let thousandsMark else { return digits }
        var out = ""
        for (index, digit) in digits.unicodeScalars.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { out.unicodeScalars.append(thousandsMark) }
            out.unicodeScalars.append(digit)
        }
        return out
    }
}
