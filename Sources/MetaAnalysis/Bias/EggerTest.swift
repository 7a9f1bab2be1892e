/// Funnel-plot asymmetry: the regression of effects on their standard errors.
package struct EggerTest: Sendable, Hashable {
    /// Which regression.
    package enum Model: Sendable, Hashable {
        /// Weighted least squares with residual variance and t (Egger et al. 1997; metafor's `model = "lm"`).
        case weightedLeastSquares
        /// Mixed-effects meta-regression with z (Sterne & Egger 2005; metafor's `model = "rma"`).
        case mixedEffects(TauSquaredEstimator)
    }

    package let model: Model
    /// The coefficient of the standard error: Egger's intercept on the scale of standardised effects.
    package let bias: PooledEstimate
    /// The effect as the standard error goes to zero, on the analysis scale.
    package let limit: PooledEstimate
    /// The variance left between studies; 0 for least squares.
    package let tauSquared: Double

    /// - Parameters:
    ///   - studies: at least three; fewer than ten cannot tell bias from chance.
    ///   - level: of the intervals, a proportion in (0, 1).
    /// - Throws: `tooFewStudies`; `singularDesign` when all standard errors are equal; `noVariation` when all effects
    ///   lie on one line; `levelOutOfRange`; `notConverged`.
    package init(_ studies: [StudyEffect], model: Model = .weightedLeastSquares, level: Double = 0.95)
        throws(MetaAnalysisError)
    {
        let moderator = MetaRegression.Moderator("standardError", studies.map(\.standardError))
        let (weighting, test): (MetaRegression.Weighting, PoolingTest) =
            switch model {
            case .weightedLeastSquares: (.common, .hartungKnapp)
            case .mixedEffects(let estimator): (.random(estimator), .wald)
            }
        let regression = try MetaRegression(
            studies, moderators: [moderator], weighting: weighting, test: test, level: level, for: .egger)
        self.model = model
        limit = regression.coefficients[0].pooled
        bias = regression.coefficients[1].pooled
        tauSquared = regression.tauSquared
    }
}
