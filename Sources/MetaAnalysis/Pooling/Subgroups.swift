/// Pooled results by subgroup and the test between them.
///
///     let subgroups = try Subgroups(studies, groups: designs)
///     subgroups.between.pValue
///
/// Source: Borenstein & Higgins (2013); Deeks et al. (2023), Cochrane Handbook 10.11.3.1.
package struct Subgroups: Sendable, Hashable {
    /// Whether each subgroup has its own τ².
    package enum Variance: Sendable, Hashable {
        /// None: common effect within each subgroup.
        case common
        /// Each its own, by this estimator.
        case separate(TauSquaredEstimator)
        /// One for all, estimated within them together by this estimator.
        case shared(TauSquaredEstimator)
    }

    /// One subgroup.
    package struct Level: Sendable, Hashable {
        package let group: String
        /// Positions of its studies in the list given.
        package let studies: [Int]
        package let estimate: Double
        /// Wald's, which the test between subgroups uses whatever the interval.
        package let standardError: Double
        /// With the test and interval that were asked for; nil where the subgroup has too few studies for them.
        package let pooled: PooledEstimate?
        package let tauSquared: Double
        package let heterogeneity: Heterogeneity
    }

    /// The test that all subgroups have one effect.
    package struct BetweenTest: Sendable, Hashable {
        package let q: Double
        package let degreesOfFreedom: Int
        package let pValue: Double
    }

    package let variance: Variance
    /// In the order in which their labels first occur.
    package let levels: [Level]
    /// The sum of the subgroups' Q.
    package let withinQ: Double
    package let between: BetweenTest

    /// - Parameters:
    ///   - groups: one label a study, in their order; at least two different ones.
    ///   - test: how each subgroup is tested and its interval made.
    ///   - fewest: the studies that a subgroup needs for that; with fewer it has no ``Level/pooled``.
    ///   - level: of the intervals, a proportion in (0, 1).
    /// - Throws: `groupCountMismatch`, `tooFewStudies` for fewer than two subgroups, and what pooling throws.
    package init(
        _ studies: [StudyEffect], groups: [String], variance: Variance = .separate(.restrictedMaximumLikelihood),
        test: PoolingTest = .wald, fewest: Int = 1, level: Double = 0.95
    ) throws(MetaAnalysisError) {
        try ConfidenceInterval.check(level: level)
        guard !studies.isEmpty else { throw .noStudies }
        guard groups.count == studies.count else {
            throw .groupCountMismatch(studies: studies.count, groups: groups.count)
        }
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            if members[group] == nil { order.append(group) }
            members[group, default: []].append(index)
        }
        guard order.count > 1 else { throw .tooFewStudies(.subgroups, needed: 2, found: order.count) }
        var models: [(group: String, positions: [Int], model: LocationModel)] = []
        for group in order {
            let positions = members[group] ?? []
            models.append((group, positions, try LocationModel(positions.map { studies[$0] })))
        }
        var shared: Double?
        if case .shared(let estimator) = variance {
            shared = try TauSquaredSearch(model: GroupedModel(models.map(\.model), studies)).estimate(estimator)
        }
        var levels: [Level] = []
        for (group, positions, model) in models {
            let tauSquared: Double =
                switch variance {
                case .common: 0
                case .separate(let estimator): try TauSquaredSearch(model: model).estimate(estimator)
                case .shared: shared ?? 0
                }
            let (mean, weightSum) = model.location(at: tauSquared)
            let pooled =
                model.count >= fewest
                ? try model.pooled(at: tauSquared, test: test, level: level).pooled : nil
            levels.append(
                Level(
                    group: group, studies: positions, estimate: mean, standardError: (1 / weightSum).squareRoot(),
                    pooled: pooled, tauSquared: tauSquared, heterogeneity: Heterogeneity(model)))
        }
        let summaries = try LocationModel(
            levels.map(\.estimate), levels.map { $0.standardError * $0.standardError }, names: order)
        let between = Heterogeneity(summaries)
        self.variance = variance
        self.levels = levels
        withinQ = levels.reduce(0) { $0 + $1.heterogeneity.q }
        self.between = BetweenTest(q: between.q, degreesOfFreedom: order.count - 1, pValue: between.pValue)
    }
}

/// The model of one location for each of several groups, with one τ².
struct GroupedModel: WeightedModel {
    private let groups: [LocationModel]
    let count: Int
    let studyNames: [String]
    let crudeVariance: Double
    let hedgesEstimate: Double

    var coefficientCount: Int { groups.count }
    var smallestVariance: Double { groups.reduce(.infinity) { min($0, $1.smallestVariance) } }

    init(_ groups: [LocationModel], _ studies: [StudyEffect]) throws(MetaAnalysisError) {
        self.groups = groups
        count = studies.count
        studyNames = studies.map(\.study)
        crudeVariance = try LocationModel(studies).crudeVariance
        let df = Double(studies.count - groups.count)
        var sum = 0.0
        for group in groups {
            sum += group.hedgesEstimate * Double(group.count - 1)
        }
        hedgesEstimate = df > 0 ? sum / df : 0
    }

    func generalizedQ(at tauSquared: Double) -> (q: Double, slope: Double) {
        var total = (q: 0.0, slope: 0.0)
        for group in groups {
            let one = group.generalizedQ(at: tauSquared)
            total.q += one.q
            total.slope += one.slope
        }
        return total
    }

    func evaluate(at tauSquared: Double) -> ModelEvaluation {
        var total = ModelEvaluation()
        for group in groups {
            let one = group.evaluate(at: tauSquared)
            total.q += one.q
            total.qq += one.qq
            total.qqq += one.qqq
            total.trace += one.trace
            total.squaredTrace += one.squaredTrace
            total.weightSum += one.weightSum
            total.squaredWeightSum += one.squaredWeightSum
        }
        return total
    }

    func doubledLogLikelihoodGain(at tauSquared: Double, restricted: Bool) -> Double {
        groups.reduce(0) { $0 + $1.doubledLogLikelihoodGain(at: tauSquared, restricted: restricted) }
    }
}
