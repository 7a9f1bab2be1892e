/// What the critical value and the standard error of a prediction interval are.
///
/// Both are μ ± c √(τ² + se²), c from t with k − 2 degrees of freedom; the standard error is that of the pooled
/// estimate, so that a prediction interval is never narrower than the confidence interval beside it.
package enum PredictionConvention: String, Sendable, Hashable, CaseIterable {
    /// The standard error is Wald's (Higgins, Thompson & Spiegelhalter 2009).
    case higginsThompsonSpiegelhalter = "hts_t_km2"
    /// The standard error is Hartung and Knapp's (Partlett & Riley 2017).
    case hartungKnapp = "hk_t_km2"
}

/// Where the true effect of a new study is expected, on the analysis scale.
package struct PredictionInterval: Sendable, Hashable {
    package let interval: ConfidenceInterval
    package let convention: PredictionConvention
    /// Of t: k − 2.
    package let degreesOfFreedom: Int

    /// The fewest studies for which it is defined.
    package static let minimumStudies = 3
}

extension RandomEffects {
    /// The prediction interval at the level of the pooled interval, with the standard error of the pooled estimate.
    ///
    /// The ad hoc variant of Hartung and Knapp's test has their standard error or Wald's, whichever is larger; the
    /// convention names the one that it is.
    ///
    /// - Throws: `tooFewStudies` below three.
    package func prediction() throws(MetaAnalysisError) -> PredictionInterval {
        guard count >= PredictionInterval.minimumStudies else {
            throw .tooFewStudies(.predictionInterval, needed: PredictionInterval.minimumStudies, found: count)
        }
        let level = pooled.interval.level
        let critical = StudentDistribution(degreesOfFreedom: Double(count - 2)).criticalValue(level: level)
        let halfWidth = critical * (tauSquared + pooled.standardError * pooled.standardError).squareRoot()
        return PredictionInterval(
            interval: ConfidenceInterval(around: pooled.estimate, halfWidth: halfWidth, level: level),
            convention: isScaled ? .hartungKnapp : .higginsThompsonSpiegelhalter, degreesOfFreedom: count - 2)
    }

    /// Whether the standard error is Hartung and Knapp's rather than Wald's.
    private var isScaled: Bool {
        switch pooled.test {
        case .wald: false
        case .hartungKnapp: true
        case .adHocHartungKnapp: (hartungKnappScale ?? 1) > 1
        }
    }
}
