/// Effects as a linear function of one or several moderators, with variance left between studies.
///
///     let regression = try MetaRegression(studies, moderators: [Moderator("dose", doses)])
///     regression.coefficients[1].estimate   // the slope
///
/// Source: Thompson & Higgins (2002); Knapp & Hartung (2003) for the t and F tests.
package struct MetaRegression: Sendable, Hashable {
    /// A column of the design.
    package struct Moderator: Sendable, Hashable {
        package let name: String
        /// One value a study, in their order.
        package let values: [Double]

        package init(_ name: String, _ values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    /// How the model is weighted.
    package enum Weighting: Sendable, Hashable {
        /// By the studies' own variances: no variance between studies.
        case common
        /// With τ² estimated by this estimator.
        case random(TauSquaredEstimator)
    }

    /// A coefficient with its test; a slope is per unit of its moderator.
    package struct Coefficient: Sendable, Hashable {
        /// `intercept` or the moderator's name.
        package let name: String
        package let pooled: PooledEstimate
        package var estimate: Double { pooled.estimate }
    }

    /// The test of all moderators together.
    package struct ModeratorTest: Sendable, Hashable {
        /// χ² for Wald, F for the Hartung–Knapp tests (metafor's QM).
        package let statistic: Double
        package let degreesOfFreedom: Int
        /// Of F; nil for χ².
        package let denominatorDegreesOfFreedom: Int?
        package let pValue: Double
    }

    package let count: Int
    package let weighting: Weighting
    /// The intercept first, then the moderators in the order given.
    package let coefficients: [Coefficient]
    /// The variance left between studies; 0 under `.common`.
    package let tauSquared: Double
    /// The Q left unexplained (QE) with common-effect weights.
    package let residualQ: Double
    package let residualDegreesOfFreedom: Int
    package let residualPValue: Double
    package let moderatorTest: ModeratorTest
    /// The share of τ² that the moderators explain in percent (Raudenbush 2009); nil when τ² without them is 0.
    /// Under `.common` nil.
    package let explained: Double?

    /// - Parameters:
    ///   - studies: at least two more than there are moderators.
    ///   - moderators: one or more.
    /// - Throws: `tooFewStudies`, `invalidModerator`, `singularDesign`, `levelOutOfRange`, `notConverged`.
    package init(
        _ studies: [StudyEffect], moderators: [Moderator],
        weighting: Weighting = .random(.restrictedMaximumLikelihood), test: PoolingTest = .wald, level: Double = 0.95
    ) throws(MetaAnalysisError) {
        try self.init(
            studies, moderators: moderators, weighting: weighting, test: test, level: level, for: .metaRegression)
    }

    init(
        _ studies: [StudyEffect], moderators: [Moderator], weighting: Weighting, test: PoolingTest, level: Double,
        for procedure: MetaAnalysisError.Procedure
    ) throws(MetaAnalysisError) {
        guard !moderators.isEmpty else { throw .singularDesign(procedure, moderators: []) }
        let model = try RegressionModel(
            studies, moderators: moderators.map { ($0.name, $0.values) }, for: procedure)
        let search = TauSquaredSearch(model: model)
        let df = model.count - model.coefficientCount
        var tauSquared = 0.0
        var explained: Double?
        if case .random(let estimator) = weighting {
            tauSquared = try search.estimate(estimator)
            let before = try TauSquaredSearch(model: LocationModel(studies)).estimate(estimator)
            explained = before > 0 ? max(0, 100 * (before - tauSquared) / before) : nil
        }
        residualQ = model.generalizedQ(at: 0).q
        residualDegreesOfFreedom = df
        residualPValue = ChiSquaredDistribution(degreesOfFreedom: Double(df)).upperTail(residualQ)
        let knapp = model.generalizedQ(at: tauSquared).q / Double(df)
        let scale: Double =
            switch test {
            case .wald: 1
            case .hartungKnapp: knapp
            case .adHocHartungKnapp: max(1, knapp)
            }
        guard scale > 0 else { throw .noVariation(procedure) }
        let (values, covariance) = try model.coefficients(at: tauSquared)
        var coefficients: [Coefficient] = []
        for (index, value) in values.enumerated() {
            let error = (scale * covariance[index][index]).squareRoot()
            let pooled: PooledEstimate =
                test == .wald
                ? try .wald(value, error, level: level)
                : try .student(value, error, degreesOfFreedom: Double(df), test: test, level: level)
            coefficients.append(
                Coefficient(name: index == 0 ? "intercept" : moderators[index - 1].name, pooled: pooled))
        }
        let statistic = try model.moderatorStatistic(at: tauSquared, scale: scale)
        let m = moderators.count
        if test == .wald {
            moderatorTest = ModeratorTest(
                statistic: statistic, degreesOfFreedom: m, denominatorDegreesOfFreedom: nil,
                pValue: ChiSquaredDistribution(degreesOfFreedom: Double(m)).upperTail(statistic))
        } else {
            let f = statistic / Double(m)
            moderatorTest = ModeratorTest(
                statistic: f, degreesOfFreedom: m, denominatorDegreesOfFreedom: df,
                pValue: FDistribution(numerator: Double(m), denominator: Double(df)).upperTail(f))
        }
        self.count = studies.count
        self.weighting = weighting
        self.coefficients = coefficients
        self.tauSquared = tauSquared
        self.explained = explained
    }
}
