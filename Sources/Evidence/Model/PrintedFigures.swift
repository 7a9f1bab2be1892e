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

extension AnalysisEffect {
    /// The effect on the analysis scale that printed figures determine, oriented experimental against control.
    ///
    /// From the interval where one is printed, else from an exact p-value; nil if neither is there, or if the figures
    /// cannot be (an estimate outside its interval is reported when the content is validated).
    init?(_ effect: Effect) {
        guard let value = effect.value?.value else { return nil }
        let fromInterval = effect.interval.flatMap { interval in
            try? EffectEstimate(
                measure: effect.measure, value: value, low: interval.low.value, high: interval.high.value,
                level: interval.level / 100)
        }
        let fromPValue = effect.p.flatMap { p -> EffectEstimate? in
            guard fromInterval == nil, !p.value.isBound, p.value.range.lowerBound > 0, p.value.range.upperBound < 1 else { return nil }
            let middle = (p.value.range.lowerBound + p.value.range.upperBound) / 2
            return try? EffectEstimate(measure: effect.measure, value: value, pValue: middle)
        }
        guard let found = fromInterval ?? fromPValue else { return nil }
        let oriented = effect.isInverted ? found.inverted : found
        guard let computed = try? oriented.interval() else { return nil }
        estimate = oriented.estimate
        standardError = oriented.standardError
        origin = fromInterval == nil ? .pValue : .interval
        if let interval = effect.interval, interval.level == 95, fromInterval != nil {
            let inverted = effect.isInverted && effect.measure.isRatio
            low = inverted ? 1 / interval.high.value : effect.isInverted ? -interval.high.value : interval.low.value
            high = inverted ? 1 / interval.low.value : effect.isInverted ? -interval.low.value : interval.high.value
            isDerived = false
        } else {
            low = effect.measure.printedScale(computed.low)
            high = effect.measure.printedScale(computed.high)
            isDerived = true
        }
    }
}
