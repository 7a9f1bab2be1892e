/// The common-effect (fixed-effect) model: inverse-variance pooling.
///
///     let common = try CommonEffect(studies)
///     common.pooled.interval.map(exp)
package struct CommonEffect: Sendable, Hashable {
    package let pooled: PooledEstimate
    /// Each study's share of the weight in percent, in the order given.
    package let weights: [Double]

    /// - Parameters:
    ///   - studies: at least one.
    ///   - level: of the Wald interval, a proportion in (0, 1).
    /// - Throws: `noStudies`, `levelOutOfRange`.
    ///
    /// μ = Σwy / Σw with standard error 1/√Σw, w = 1/v (Borenstein et al. 2010).
    package init(_ studies: [StudyEffect], level: Double = 0.95) throws(MetaAnalysisError) {
        try self.init(LocationModel(studies), level: level)
    }

    init(_ model: LocationModel, level: Double) throws(MetaAnalysisError) {
        let (mean, weightSum) = model.location(at: 0)
        pooled = try .wald(mean, (1 / weightSum).squareRoot(), level: level)
        weights = model.weightFractions(at: 0).map { 100 * $0 }
    }
}
