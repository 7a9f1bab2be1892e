/// The random-effects model.
///
///     let random = try RandomEffects(studies, estimator: .restrictedMaximumLikelihood, test: .adHocHartungKnapp)
///     random.tauSquared
///     try random.prediction().interval
package struct RandomEffects: Sendable, Hashable {
    package let estimator: TauSquaredEstimator
    /// The variance between studies, on the squared analysis scale.
    package let tauSquared: Double
    package let pooled: PooledEstimate
    /// Wald's standard error, whatever the test.
    package let waldStandardError: Double
    /// The Hartung–Knapp scale, Σ wᵢ(yᵢ − μ)² / (k − 1); nil for one study.
    package let hartungKnappScale: Double?
    /// Each study's share of the weight in percent, in the order given.
    package let weights: [Double]
    /// Number of studies.
    package let count: Int
    /// I² from τ² in percent: 100 τ² / (τ² + s²), with the typical variance s² of Higgins & Thompson (2002), eq. 9.
    package let iSquared: Double
    /// H² from τ²: (τ² + s²) / s².
    package let hSquared: Double

    /// - Parameters:
    ///   - studies: at least one; at least two for the Hartung–Knapp tests.
    ///   - estimator: of τ².
    ///   - test: Wald, Hartung–Knapp, or its ad hoc variant.
    ///   - level: a proportion in (0, 1).
    /// - Throws: `noStudies`, `tooFewStudies`, `levelOutOfRange`, `notConverged`.
    ///
    /// With one study τ² is 0. Sources: see ``TauSquaredEstimator`` and ``PoolingTest``.
    package init(
        _ studies: [StudyEffect],
        estimator: TauSquaredEstimator = .restrictedMaximumLikelihood,
        test: PoolingTest = .adHocHartungKnapp,
        level: Double = 0.95
    ) throws(MetaAnalysisError) {
        try self.init(LocationModel(studies), estimator: estimator, test: test, level: level)
    }

    init(
        _ model: LocationModel, estimator: TauSquaredEstimator, test: PoolingTest, level: Double,
        start: Double? = nil
    ) throws(MetaAnalysisError) {
        let tauSquared = try TauSquaredSearch(model: model).estimate(estimator, start: start)
        try self.init(model, estimator: estimator, tauSquared: tauSquared, test: test, level: level)
    }

    init(
        _ model: LocationModel, estimator: TauSquaredEstimator, tauSquared: Double, test: PoolingTest, level: Double
    ) throws(MetaAnalysisError) {
        self.estimator = estimator
        self.tauSquared = tauSquared
        count = model.count
        let parts = try model.pooled(at: tauSquared, test: test, level: level)
        pooled = parts.pooled
        waldStandardError = parts.waldStandardError
        hartungKnappScale = parts.hartungKnappScale
        weights = model.weightFractions(at: tauSquared).map { 100 * $0 }
        let typical = model.typicalVariance
        iSquared = typical.map { 100 * tauSquared / (tauSquared + $0) } ?? 0
        hSquared = typical.map { (tauSquared + $0) / $0 } ?? 1
    }
}

extension LocationModel {
    /// The pooled effect at τ² with its test, Wald's standard error, and the Hartung–Knapp scale.
    func pooled(at tauSquared: Double, test: PoolingTest, level: Double) throws(MetaAnalysisError)
        -> (pooled: PooledEstimate, waldStandardError: Double, hartungKnappScale: Double?)
    {
        let (mean, weightSum) = location(at: tauSquared)
        let error = (1 / weightSum).squareRoot()
        let df = Double(count - 1)
        let scale = df > 0 ? generalizedQ(at: tauSquared).q / df : nil
        let factor: Double
        switch (test, scale) {
        case (.wald, _):
            return (try .wald(mean, error, level: level), error, scale)
        case (_, nil):
            throw .tooFewStudies(.hartungKnapp, needed: 2, found: count)
        case (.hartungKnapp, let scale?):
            factor = scale.squareRoot()
        case (.adHocHartungKnapp, let scale?):
            factor = max(1, scale).squareRoot()
        }
        let pooled = try PooledEstimate.student(
            mean, factor * error, degreesOfFreedom: df, test: test, level: level)
        return (pooled, error, scale)
    }
}
