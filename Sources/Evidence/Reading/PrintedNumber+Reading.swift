extension PrintedNumber {
    /// Reads a plain decimal number; a minus sign U+2212 is understood.
    init?(_ text: String) {
        let plain = text.replacing("\u{2212}", with: "-")
        guard !plain.isEmpty, plain.utf8.count <= 40 else { return nil }
        let allowed = plain.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        guard allowed, let value = Double(plain), value.isFinite else { return nil }
        self.init(text: plain, value: value)
    }
}

extension PrintedPValue {
    /// Reads `0.09`, `<0.001`, `> 0.05` or `3.4e-7`.
    init?(_ text: String) {
        var rest = text[...].drop { $0 == " " }
        var relation = Relation.equal
        if let sign = rest.first, let found = Relation(rawValue: String(sign)) {
            relation = found
            rest = rest.dropFirst().drop { $0 == " " }
        }
        let digits = String(rest)
        guard !digits.isEmpty, digits.utf8.count <= 40,
            digits.utf8.allSatisfy({ "0123456789.eE-+".utf8.contains($0) }),
            let value = Double(digits), value >= 0, value <= 1
        else { return nil }
        let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
        let decimals = mantissa.firstIndex(of: ".").map { mantissa[mantissa.index(after: $0)...].count } ?? 0
        let exponent = Int(digits.dropFirst(mantissa.count + 1)) ?? 0
        var rounding = 0.5
        for _ in 0..<max(0, min(400, decimals - exponent)) { rounding /= 10 }
        self.init(text: digits, relation: relation, value: value, rounding: rounding)
    }
}
