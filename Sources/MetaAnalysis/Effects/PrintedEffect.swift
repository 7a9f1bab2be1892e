/// An effect as a paper prints it: what its digits allow, and whether they agree with each other.
///
///     let printed = PrintedEffect(measure: .hazardRatio, value: "0.92", low: "0.81", high: "1.06")
///     printed?.findings()
package struct PrintedEffect: Sendable, Hashable {
    package let measure: EffectMeasure
    package let value: PrintedNumber
    package let low: PrintedNumber?
    package let high: PrintedNumber?
    /// Of the two-sided interval, a proportion.
    package let level: Double
    package let pValue: PrintedPValue?
    /// Of the p-value.
    package let sides: Sidedness

    package init(
        measure: EffectMeasure, value: PrintedNumber, low: PrintedNumber? = nil, high: PrintedNumber? = nil,
        level: Double = 0.95, pValue: PrintedPValue? = nil, sides: Sidedness = .twoSided
    ) {
        self.measure = measure
        self.value = value
        self.low = low
        self.high = high
        self.level = level
        self.pValue = pValue
        self.sides = sides
    }

    /// - Returns: nil when one of the texts is not a printed number.
    package init?(
        measure: EffectMeasure, value: String, low: String, high: String, level: Double = 0.95, pValue: String? = nil
    ) {
        guard let value = PrintedNumber(value), let low = PrintedNumber(low), let high = PrintedNumber(high) else {
            return nil
        }
        var p: PrintedPValue?
        if let pValue {
            guard let read = PrintedPValue(pValue) else { return nil }
            p = read
        }
        self.init(measure: measure, value: value, low: low, high: high, level: level, pValue: p)
    }

    /// The estimates, on the analysis scale, that the printed digits allow; the lower end is −∞ where a ratio
    /// may have been rounded from nearly zero.
    package var estimateRange: ClosedRange<Double> { analysed(value) }

    /// The standard errors, on the analysis scale, that the printed limits allow; the upper end is ∞ where the
    /// lower limit of a ratio may have been rounded from nearly zero. Nil without both limits.
    package var standardErrorRange: ClosedRange<Double>? {
        guard let low, let high, level > 0, level < 1 else { return nil }
        let twice = 2 * NormalDistribution.criticalValue(level: level)
        let (lower, upper) = (analysed(low), analysed(high))
        let least = max(0, (upper.lowerBound - lower.upperBound) / twice)
        let most = (upper.upperBound - lower.lowerBound) / twice
        guard most >= least else { return nil }
        return least...most
    }

    /// The printed range on the analysis scale; what cannot be a ratio counts as its limit, zero.
    func analysed(_ number: PrintedNumber) -> ClosedRange<Double> {
        guard measure.isRatio else { return number.range }
        func log(_ x: Double) -> Double { x > 0 ? Elementary.log(x) : -.infinity }
        return log(number.range.lowerBound)...log(number.range.upperBound)
    }
}
