import MetaAnalysis

extension PrintedNumber {
    /// Reads a number with a decimal point; a comma, which may group thousands or be a decimal mark, is refused.
    init?(decimal text: String) {
        guard !text.contains(","), !text.contains("·") else { return nil }
        self.init(text)
    }

    /// How many digits stand after the decimal point.
    public var decimals: Int {
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return text.utf8.distance(from: point, to: text.endIndex) - 1
    }

    /// The number with at least so many decimals, and a true minus sign.
    public func padded(to decimals: Int = 0) -> String {
        var out = text.replacing("-", with: "\u{2212}")
        if out.first == "+" { out.removeFirst() }
        let missing = decimals - self.decimals
        guard missing > 0 else { return out }
        if self.decimals == 0, !out.hasSuffix(".") { out += "." }
        return out + String(repeating: "0", count: missing)
    }

    /// Whether two printed numbers can be the same number rounded differently.
    func agrees(with other: PrintedNumber) -> Bool { range.sharesInterior(with: other.range) }
}

extension PrintedPValue {
    /// Whether it is printed as a bound, such as `<0.001`.
    public var isBound: Bool { text.contains { "<>≤≥".contains($0) } }

    /// "p = 0.09", "p < 0.001".
    public var phrase: String {
        let digits = text.drop { "=<>≤≥ ".contains($0) }
        let sign = text.first { "<>≤≥".contains($0) } ?? "="
        return "p \(sign) \(digits)"
    }

    func agrees(with other: PrintedPValue) -> Bool { range.sharesInterior(with: other.range) }
}

extension ClosedRange<Double> {
    /// Whether the ranges have more than an end in common: 0.92 and 0.93 both round 0.925, and are not the same number.
    func sharesInterior(with other: ClosedRange<Double>) -> Bool {
        let shared = Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound)
        let shorter = Swift.min(upperBound - lowerBound, other.upperBound - other.lowerBound)
        return shared > 1e-9 * shorter || self == other
    }
}
