import MetaAnalysis

extension PrintedNumber {
    /// Reads a number with a decimal point; a comma, which may group thousands or be a decimal mark, is refused.
    ///
    /// Its text has one form however it was typed: `.90` and `00.90` are 0.90. What stands in the document is kept in the
    /// provenance.
    init?(decimal text: String) {
        guard !text.contains(","), !text.contains("·") else { return nil }
        self.init(Self.inOneForm(text))
    }

    /// A number without plus sign, needless zeros before it, and a decimal point that nothing follows, and with the zero that
    /// belongs before a decimal point.
    static func inOneForm(_ text: String) -> String {
        var rest = text[...]
        var sign = ""
        if let first = rest.first, "+-\u{2212}".contains(first) {
            if first != "+" { sign = String(first) }
            rest.removeFirst()
        }
        if rest.last == ".", rest.utf8.count > 1 { rest.removeLast() }
        while rest.first == "0", let second = rest.dropFirst().first, second != "." { rest.removeFirst() }
        return sign + (rest.first == "." ? "0" : "") + rest
    }

    /// Whether two printed numbers can be the same number rounded differently.
    func agrees(with other: PrintedNumber) -> Bool { range.sharesInterior(with: other.range) }
}

extension PrintedPValue {
    /// Reads a p-value whose digits have one form, as ``PrintedNumber/init(decimal:)``: `<.001` is <0.001.
    init?(decimal text: String) {
        let digits = text.drop { "=<>≤≥ ".contains($0) }
        self.init(String(text[..<digits.startIndex]) + PrintedNumber.inOneForm(String(digits)))
    }

    /// Whether it is printed as a bound, such as `<0.001`.
    package var isBound: Bool { text.contains { "<>≤≥".contains($0) } }

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

extension Effect {
    /// The ratio, or the limit of one, that is printed as 0, so that no standard error follows.
    var figureRoundedToZero: PrintedNumber? {
        guard measure.isRatio else { return nil }
        return [value, interval?.low, interval?.high].lazy.compactMap(\.self).first { $0.value == 0 }
    }
}
