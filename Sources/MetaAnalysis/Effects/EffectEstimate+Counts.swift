/// What is done about a table with a zero cell.
package enum ContinuityCorrection: Sendable, Hashable {
    /// Nothing: a ratio cannot be computed and that is an error.
    case none
    /// This much is added to all four cells of a table with a zero cell, and of no other.
    case whereAnyCellIsZero(Double)

    /// What the field does when nothing is said: a half for ratios, nothing for risk differences.
    package static func customary(for measure: EffectMeasure) -> ContinuityCorrection {
        measure.isRatio ? .whereAnyCellIsZero(0.5) : .none
    }
}

/// An effect from counts, saying whether the counts were corrected.
package struct CountEffect: Sendable, Hashable {
    package let effect: EffectEstimate
    /// What was added to each cell; 0 when nothing was.
    package let addedToCells: Double
}

extension EffectEstimate {
    /// The effect of a table of counts, on the analysis scale.
    ///
    /// Log odds ratio with variance Σ 1/cell (Woolf 1955), log risk ratio with variance
    /// 1/a − 1/n₁ + 1/c − 1/n₀ (Katz et al. 1978), risk difference with variance ab/n₁³ + cd/n₀³.
    ///
    /// - Parameters:
    ///   - table: events and totals.
    ///   - measure: `.oddsRatio`, `.riskRatio` or `.riskDifference`.
    ///   - correction: nil for the customary one; a risk difference is corrected only when asked for.
    /// - Throws: `measureNotSupported`; `zeroCell` for a ratio of an uncorrected table with a zero;
    ///   `standardErrorOutOfRange` for a risk difference without variance (all or none had the event in both arms).
    package static func counts(
        _ table: TwoByTwoTable, measure: EffectMeasure, correction: ContinuityCorrection? = nil
    ) throws(MetaAnalysisError) -> CountEffect {
        var used = table
        var added = 0.0
        if table.hasZeroCell, case .whereAnyCellIsZero(let amount) = correction ?? .customary(for: measure) {
            guard amount > 0, amount.isFinite else { throw .zeroCell(table) }
            used = try table.corrected(by: amount)
            added = amount
        }
        let (a, b) = (used.treatmentEvents, used.treatmentNonEvents)
        let (c, d) = (used.controlEvents, used.controlNonEvents)
        let (n1, n0) = (used.treatmentTotal, used.controlTotal)
        let effect: EffectEstimate
        switch measure {
        case .oddsRatio:
            guard !used.hasZeroCell else { throw .zeroCell(table) }
            effect = try EffectEstimate(
                checking: Elementary.log((a / b) * (d / c)),
                variance: 1 / a + 1 / b + 1 / c + 1 / d)
        case .riskRatio:
            guard a > 0, c > 0, b > 0 || d > 0 else { throw .zeroCell(table) }
            // 1/a − 1/n₁ = b / (a n₁), without the cancellation.
            effect = try EffectEstimate(
                checking: Elementary.log((a / n1) / (c / n0)),
                variance: b / (a * n1) + d / (c * n0))
        case .riskDifference:
            effect = try EffectEstimate(
                checking: a / n1 - c / n0,
                variance: a * b / (n1 * n1 * n1) + c * d / (n0 * n0 * n0))
        case .hazardRatio, .meanDifference, .standardizedMeanDifference, .generic:
            throw .measureNotSupported(measure, by: .effectSize)
        }
        return CountEffect(effect: effect, addedToCells: added)
    }

    /// Peto's one-step log odds ratio of one table (Yusuf et al. 1985).
    ///
    /// - Throws: `notPositive` when the table has no variance: nobody, or everybody, had the event.
    package static func peto(_ table: TwoByTwoTable) throws(MetaAnalysisError) -> EffectEstimate {
        let (observedMinusExpected, variance) = table.petoTerms
        return try EffectEstimate(observedMinusExpected: observedMinusExpected, variance: variance)
    }
}

extension TwoByTwoTable {
    /// O − E of the treatment arm and its hypergeometric variance.
    var petoTerms: (observedMinusExpected: Double, variance: Double) {
        let events = treatmentEvents + controlEvents
        let others = treatmentNonEvents + controlNonEvents
        let expected = events * (treatmentTotal / total)
        guard total > 1 else { return (treatmentEvents - expected, 0) }
        let variance = events * others * (treatmentTotal / total) * (controlTotal / total) / (total - 1)
        return (treatmentEvents - expected, variance)
    }
}
