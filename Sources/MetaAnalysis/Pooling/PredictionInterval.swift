/// Which of the usual formulas a prediction interval follows.
///
/// All are μ ± c √(τ² + se²); they differ in the critical value and the standard error.
public enum PredictionConvention: String, Sendable, Hashable, CaseIterable {
    /// Normal critical value, Wald standard error: metafor's default with a z test.
    case normal = "metafor_default_z"
    /// t with k − 2 degrees of freedom, Wald standard error (Higgins, Thompson & Spiegelhalter 2009).
    case higginsThompsonSpiegelhalter = "hts_t_km2"
    /// t with k − 1 degrees of freedom, Wald standard error (R meta from version 8).
    case studentMinusOne = "t_km1"
    /// t with k − 1 degrees of freedom, Hartung–Knapp standard error: metafor's default with that test.
    case hartungKnappMinusOne = "hk_t_km1"
    /// t with k − 2 degrees of freedom, Hartung–Knapp standard error (Partlett & Riley 2017).
    case hartungKnappMinusTwo = "hk_t_km2"

    /// The fewest studies for which it is defined.
    public var minimumStudies: Int {
        switch self {
        case .normal: 1
        case .studentMinusOne, .hartungKnappMinusOne: 2
        case .higginsThompsonSpiegelhalter, .hartungKnappMinusTwo: 3
        }
    }
}

/// Where the true effect of a new study is expected, on the analysis scale.
public struct PredictionInterval: Sendable, Hashable {
    public let interval: ConfidenceInterval
    public let convention: PredictionConvention
}

extension RandomEffects {
    /// The prediction interval at the level of the pooled interval.
    ///
    /// - Throws: `tooFewStudies` when the convention needs more.
    public func prediction(_ convention: PredictionConvention = .higginsThompsonSpiegelhalter)
        throws(MetaAnalysisError) -> PredictionInterval
    {
        guard count >= convention.minimumStudies else {
            throw .tooFewStudies(.predictionInterval(convention), needed: convention.minimumStudies, found: count)
        }
        let level = pooled.interval.level
        let wald = waldStandardError * waldStandardError
        let knapp = wald * (hartungKnappScale ?? 1)
        let (critical, variance): (Double, Double) =
            switch convention {
            case .normal: (NormalDistribution.criticalValue(level: level), wald)
            case .higginsThompsonSpiegelhalter: (student(2, level), wald)
            case .studentMinusOne: (student(1, level), wald)
            case .hartungKnappMinusOne: (student(1, level), knapp)
            case .hartungKnappMinusTwo: (student(2, level), knapp)
            }
        let halfWidth = critical * (tauSquared + variance).squareRoot()
        return PredictionInterval(
            interval: ConfidenceInterval(around: pooled.estimate, halfWidth: halfWidth, level: level),
            convention: convention)
    }

    private func student(_ lost: Int, _ level: Double) -> Double {
        StudentDistribution(degreesOfFreedom: Double(count - lost)).criticalValue(level: level)
    }
}
