/// Something about printed figures that rounding of their digits cannot explain.
package enum ConsistencyFinding: Sendable, Hashable {
    /// A ratio, or a limit of one, is not positive.
    case ratioNotPositive(Double)
    /// The limits are equal or upside down.
    case limitsOutOfOrder(low: Double, high: Double)
    /// The estimate is not between its limits.
    case estimateOutsideInterval(estimate: Double, low: Double, high: Double)
    /// The estimate is not midway between its limits on the analysis scale. `asymmetry` is its distance from the
    /// middle in standard errors, `unexplained` what is left of that after the most favourable rounding.
    case asymmetricInterval(asymmetry: Double, unexplained: Double)
    /// No p-value that rounds to the printed one belongs to an estimate and interval that round to the printed ones.
    /// `expected` is the two-sided p-value of the figures as printed, `possible` what their rounding allows.
    case pValueOutsideRange(printed: ClosedRange<Double>, expected: Double, possible: ClosedRange<Double>)
    /// More events than people.
    case eventsAboveTotal(events: Double, total: Double)
}

extension PrintedEffect {
    /// What does not fit, judged by what rounding of the printed digits can explain and nothing else.
    ///
    /// The asymmetry and p-value checks assume Wald intervals; exact, profile-likelihood and bootstrap intervals,
    /// and p-values of another test (log-rank), may differ by more without being wrong.
    package func findings() -> [ConsistencyFinding] {
        var findings: [ConsistencyFinding] = []
        if measure.isRatio {
            for number in [value, low, high].compactMap({ $0 }) where number.range.upperBound <= 0 || number.value < 0 {
                findings.append(.ratioNotPositive(number.value))
            }
        }
        guard findings.isEmpty, let low, let high else { return findings }
        guard low.value < high.value || (low.value == high.value && low.halfUnit > 0 && low.value == value.value) else {
            return [.limitsOutOfOrder(low: low.value, high: high.value)]
        }
        if value.range.upperBound < low.range.lowerBound || value.range.lowerBound > high.range.upperBound {
            findings.append(.estimateOutsideInterval(estimate: value.value, low: low.value, high: high.value))
        } else if let finding = asymmetry(low, high) {
            findings.append(finding)
        }
        if let finding = pValueMismatch(low, high) { findings.append(finding) }
        return findings
    }

    private func asymmetry(_ low: PrintedNumber, _ high: PrintedNumber) -> ConsistencyFinding? {
        let (estimate, lower, upper) = (analysed(value), analysed(low), analysed(high))
        let most = estimate.upperBound - (lower.lowerBound + upper.lowerBound) / 2
        let least = estimate.lowerBound - (lower.upperBound + upper.upperBound) / 2
        // A hair of room for the arithmetic itself.
        let hair = 1e-12 * max(1, abs(upper.upperBound))
        guard least > hair || most < -hair else { return nil }
        let exact = exactly()
        guard let exact, exact.standardError > 0 else { return nil }
        let unexplained = least > 0 ? least : most
        let asymmetry = (exact.estimate - exact.middle) / exact.standardError
        // Less than a hundredth of a standard error is nothing that anybody could look for.
        guard abs(asymmetry) >= 0.01 else { return nil }
        return .asymmetricInterval(asymmetry: asymmetry, unexplained: unexplained / exact.standardError)
    }

    private func pValueMismatch(_ low: PrintedNumber, _ high: PrintedNumber) -> ConsistencyFinding? {
        guard let pValue, let errors = standardErrorRange, let exact = exactly() else { return nil }
        let estimate = estimateRange
        let furthest = max(abs(estimate.lowerBound), abs(estimate.upperBound))
        let nearest = estimate.contains(0) ? 0 : min(abs(estimate.lowerBound), abs(estimate.upperBound))
        let largest = errors.lowerBound > 0 ? furthest / errors.lowerBound : .infinity
        let smallest = errors.upperBound > 0 && errors.upperBound.isFinite ? nearest / errors.upperBound : 0
        let sideFactor = sides == .twoSided ? 1.0 : 0.5
        let least = sideFactor * NormalDistribution.twoSidedP(largest)
        var most = sideFactor * NormalDistribution.twoSidedP(smallest)
        // A one-sided p-value on the other side of the null is the complement.
        if sides == .oneSided { most = max(most, 1 - least) }
        let possible = least...max(least, most)
        let hair = 1e-12
        guard
            possible.upperBound < pValue.range.lowerBound * (1 - hair)
                || possible.lowerBound > pValue.range.upperBound * (1 + hair)
        else { return nil }
        let expected =
            exact.standardError > 0
            ? sideFactor * NormalDistribution.twoSidedP(exact.estimate / exact.standardError) : 0
        return .pValueOutsideRange(printed: pValue.range, expected: expected, possible: possible)
    }

    /// The figures taken at face value, on the analysis scale.
    private func exactly() -> (estimate: Double, middle: Double, standardError: Double)? {
        guard let low, let high, level > 0, level < 1,
            let estimate = try? measure.analysisScale(value.value),
            let lower = try? measure.analysisScale(low.value),
            let upper = try? measure.analysisScale(high.value)
        else { return nil }
        let critical = NormalDistribution.criticalValue(level: level)
        return (estimate, (lower + upper) / 2, (upper - lower) / (2 * critical))
    }
}

extension TwoByTwoTable {
    /// Whether counts as printed can be a table at all, without making one.
    package static func findings(events: Double, total: Double) -> [ConsistencyFinding] {
        events > total ? [.eventsAboveTotal(events: events, total: total)] : []
    }
}
