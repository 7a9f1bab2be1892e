/// Means, standard deviations and numbers of two arms.
package struct ContinuousArms: Sendable, Hashable {
    package let treatmentMean: Double
    package let treatmentDeviation: Double
    package let treatmentCount: Double
    package let controlMean: Double
    package let controlDeviation: Double
    package let controlCount: Double

    /// - Throws: `outOfRange` for a sample size below two, `notPositive` for a standard deviation that is not,
    ///   `estimateOutOfRange` for a mean that is not finite.
    package init(
        treatmentMean: Double, treatmentDeviation: Double, treatmentCount: Double,
        controlMean: Double, controlDeviation: Double, controlCount: Double
    ) throws(MetaAnalysisError) {
        for mean in [treatmentMean, controlMean] where !(abs(mean) <= 1e30) {
            throw .estimateOutOfRange(study: "", value: mean)
        }
        for deviation in [treatmentDeviation, controlDeviation] where !(deviation > 0 && deviation <= 1e30) {
            throw .notPositive(.standardDeviation, value: deviation)
        }
        for count in [treatmentCount, controlCount] where !(count >= 2 && count <= 1e15) {
            throw .outOfRange(.sampleSize, value: count, low: 2, high: 1e15)
        }
        self.treatmentMean = treatmentMean
        self.treatmentDeviation = treatmentDeviation
        self.treatmentCount = treatmentCount
        self.controlMean = controlMean
        self.controlDeviation = controlDeviation
        self.controlCount = controlCount
    }
}

extension EffectEstimate {
    /// The effect of two arms measured on a continuous scale, treatment less control.
    ///
    /// - Mean difference, in the units of the means, with variance s₁²/n₁ + s₀²/n₀.
    /// - Standardised mean difference: Hedges' g, the difference over the pooled deviation times the exact
    ///   J = Γ(m/2) / (√(m/2) Γ((m − 1)/2)), m = n₁ + n₀ − 2 (Hedges 1981), with variance
    ///   1/n₁ + 1/n₀ + g²/(2(n₁ + n₀)) (Hedges 1982; metafor's default).
    ///
    /// - Throws: `measureNotSupported` for any other measure; `standardErrorOutOfRange`.
    package init(_ arms: ContinuousArms, measure: EffectMeasure) throws(MetaAnalysisError) {
        let difference = arms.treatmentMean - arms.controlMean
        let (n1, n0) = (arms.treatmentCount, arms.controlCount)
        let (v1, v0) = (
            arms.treatmentDeviation * arms.treatmentDeviation, arms.controlDeviation * arms.controlDeviation
        )
        switch measure {
        case .meanDifference, .generic:
            try self.init(checking: difference, variance: v1 / n1 + v0 / n0)
        case .standardizedMeanDifference:
            let m = n1 + n0 - 2
            let pooled = (((n1 - 1) * v1 + (n0 - 1) * v0) / m).squareRoot()
            let g = Self.smallSampleCorrection(degreesOfFreedom: m) * difference / pooled
            try self.init(checking: g, variance: 1 / n1 + 1 / n0 + g * g / (2 * (n1 + n0)))
        case .hazardRatio, .oddsRatio, .riskRatio, .riskDifference:
            throw .measureNotSupported(measure, by: .effectSize)
        }
    }

    /// Hedges' exact J for m ≥ 2 degrees of freedom.
    ///
    /// ln J = ln Γ(m/2) − ln Γ((m − 1)/2) − ½ ln(m/2), by Stirling's formula with its error term, whose leading
    /// parts cancel on paper rather than in floating point.
    static func smallSampleCorrection(degreesOfFreedom m: Double) -> Double {
        let a = m / 2
        let b = a - 0.5
        // (a − ½) ln a − a − (b − ½) ln b + b − ½ ln a, with b = a − ½.
        let main = (b - 0.5) * Elementary.log1p(0.5 / b) - 0.5
        return Elementary.exp(main + SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b))
    }
}
