/// Effects, their intervals and the numbers of tests. The digits are those of ``numbers``.
extension Language {
    /// 0.81 to 1.03
    package func interval(_ interval: IntervalText) -> String { say("\(interval.low) to \(interval.high)") }

    /// 0.92 (0.81 to 1.03); without an interval 0.92
    package func estimate(_ estimate: EstimateText) -> String {
        estimate.interval.map { say("\(estimate.value) (\(interval($0)))") } ?? estimate.value
    }

    /// HR 0.92 (95 % CI 0.81 to 1.03); without an interval HR 0.92
    ///
    /// - Parameters:
    ///   - code: That of the measure, `HR`; one without an abbreviation is not named.
    ///   - level: Of the interval, a proportion.
    package func effect(
        _ code: String, isInteraction: Bool = false, _ estimate: EstimateText, level: Double
    ) -> String {
        let abbreviation = abbreviation(ofMeasure: code)
        let measure = isInteraction ? interaction(abbreviation) : abbreviation
        let value = measure.isEmpty ? estimate.value : "\(measure) \(estimate.value)"
        guard let interval = estimate.interval else { return say(value) }
        return say("\(value) (\(intervalName(level: level)) \(self.interval(interval)))")
    }

    /// 95 % CI
    ///
    /// - Parameter level: A proportion.
    package func intervalName(level: Double) -> String { say("\(numbers.level(level)) CI") }

    /// p = 0.03, p < 0.001, p > 0.99
    package func pValue(_ p: Double) -> String { say("p \(numbers.relation(pValue: p))") }

    /// A p-value as printed: p = 0.03, p < 0.001
    ///
    /// - Parameter relation: `=`, `<`, `>`, `≤` or `≥`.
    package func pValue(printed digits: String, relation: Character) -> String {
        say("p \(relation) \(numbers.printed(digits))")
    }

    // MARK: Heterogeneity

    /// Q = 1.14, df = 2, p = 0.57
    package func chiSquared(_ q: Double, degreesOfFreedom: Int, p: Double) -> String {
        say("Q = \(numbers.statistic(q)), df = \(numbers.count(degreesOfFreedom)), p \(numbers.relation(pValue: p))")
    }

    /// I² = 54 %, I² > 99 %
    ///
    /// - Parameter percentage: 0 to 100.
    package func iSquared(_ percentage: Double) -> String { say("I² \(numbers.relation(percent: percentage))") }

    /// τ² = 0.013
    package func tauSquared(_ variance: Double) -> String { say("τ² = \(numbers.variance(variance))") }

    // MARK: Verdicts

    /// What an interval says of no difference: includes 1, does not include 1.
    ///
    /// - Parameter null: The value of no difference: 1 for ratios, 0 for differences.
    package func verdict(includesNull: Bool, null: Double) -> String {
        let null = numbers.plain(null)
        return includesNull ? say("includes \(null)") : say("does not include \(null)")
    }

    /// in favour of radiotherapy
    ///
    /// - Parameter arm: The arm as the plan's `favours` names it.
    package func inFavour(of arm: String) -> String { say("in favour of \(arm)") }
}
