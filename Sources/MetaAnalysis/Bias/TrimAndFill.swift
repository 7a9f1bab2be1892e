/// Duval & Tweedie's (2000) trim-and-fill: how the pooled effect changes when the studies
/// that an asymmetric funnel seems to lack are supplied.
package struct TrimAndFill: Sendable, Hashable {
    /// The estimator of the number of missing studies (Duval & Tweedie 2000):
    /// L₀ = (4 Tₙ − n(n + 1)) / (2n − 1) and R₀ = γ* − 1.
    package enum Estimator: String, Sendable, Hashable, CaseIterable {
        case linear = "L0"
        case run = "R0"
    }

    /// The side of the funnel on which studies seem to be missing.
    package enum Side: String, Sendable, Hashable {
        case left
        case right
    }

    /// A supplied study, on the analysis scale.
    package struct FilledStudy: Sendable, Hashable {
        package let estimate: Double
        package let variance: Double
    }

    package let estimator: Estimator
    package let side: Side
    /// The studies supplied, from the least to the most extreme.
    package let filled: [FilledStudy]
    /// The effect with them.
    package let pooled: PooledEstimate
    package let tauSquared: Double

    /// The studies are trimmed and pooled until their number settles. The side, unless given, is the one opposite to
    /// the slope of a regression on the standard error under the same model, as in metafor.
    ///
    /// - Parameters:
    ///   - studies: at least three; fewer than ten cannot tell bias from chance.
    ///   - model: of the pooling while trimming and at the end.
    /// - Throws: `tooFewStudies`; `noVariation` when all effects are equal; `singularDesign` when all standard errors
    ///   are equal and no side is given; `notConverged`; `levelOutOfRange`.
    package init(
        _ studies: [StudyEffect], estimator: Estimator = .linear, model: PoolingModel = .common, side: Side? = nil,
        level: Double = 0.95
    ) throws(MetaAnalysisError) {
        let k = studies.count
        guard k >= 3 else { throw .tooFewStudies(.trimAndFill, needed: 3, found: k) }
        guard try Heterogeneity(studies).q > 0 else { throw .noVariation(.trimAndFill) }
        let missing: Side
        if let side { missing = side } else { missing = try Self.side(studies, model) }
        let sign: Double = missing == .right ? -1 : 1
        let sorted = studies.enumerated()
            .map { (estimate: sign * $1.estimate, variance: $1.variance, position: $0) }
            .sorted { ($0.estimate, $0.position) < ($1.estimate, $1.position) }
        var trimmed = 0
        var center = 0.0
        var settled = false
        for _ in 0..<1000 {
            let kept = sorted.prefix(k - trimmed)
            let location = try LocationModel(
                kept.map(\.estimate), kept.map(\.variance), names: kept.map { studies[$0.position].study })
            center = location.location(at: try Self.tauSquared(location, model)).mean
            let next = try Self.missingCount(sorted.map { $0.estimate - center }, estimator)
            settled = next == trimmed
            trimmed = next
            if settled { break }
        }
        guard settled else { throw .notConverged(.trimAndFill, studies: studies.map(\.study)) }
        let filled = sorted.suffix(trimmed).map {
            FilledStudy(estimate: sign * (2 * center - $0.estimate), variance: $0.variance)
        }
        let complete = try LocationModel(
            studies.map(\.estimate) + filled.map(\.estimate), studies.map(\.variance) + filled.map(\.variance),
            names: studies.map(\.study) + filled.map { _ in "filled" })
        self.estimator = estimator
        self.side = missing
        self.filled = filled
        switch model {
        case .common:
            tauSquared = 0
            pooled = try CommonEffect(complete, level: level).pooled
        case .random(let tau, let test):
            let random = try RandomEffects(
                complete, estimator: tau,
                test: test ?? InterpretationPolicy().test(studyCount: complete.count), level: level)
            tauSquared = random.tauSquared
            pooled = random.pooled
        }
    }

    private static func tauSquared(_ location: LocationModel, _ model: PoolingModel) throws(MetaAnalysisError)
        -> Double
    {
        switch model {
        case .common: 0
        case .random(let estimator, _): try TauSquaredSearch(model: location).estimate(estimator)
        }
    }

    private static func side(_ studies: [StudyEffect], _ model: PoolingModel) throws(MetaAnalysisError) -> Side {
        let weighting: MetaRegression.Weighting =
            switch model {
            case .common: .common
            case .random(let estimator, _): .random(estimator)
            }
        let regression = try MetaRegression(
            studies, moderators: [MetaRegression.Moderator("standardError", studies.map(\.standardError))],
            weighting: weighting, test: .wald, level: 0.95, for: .trimAndFill)
        return regression.coefficients[1].estimate < 0 ? .right : .left
    }

    /// How many studies are missing, from the ranks of the absolute deviations of studies in ascending order.
    private static func missingCount(_ deviations: [Double], _ estimator: Estimator) throws(MetaAnalysisError) -> Int {
        let k = deviations.count
        let order = deviations.indices.sorted {
            (deviations[$0].magnitude, $0) < (deviations[$1].magnitude, $1)
        }
        var positiveSum = 0
        var largestNegative = 0
        for (rank, index) in order.enumerated() {
            if deviations[index] > 0 { positiveSum += rank + 1 }
            if deviations[index] < 0 { largestNegative = rank + 1 }
        }
        switch estimator {
        case .linear:
            let estimate = Double(4 * positiveSum - k * (k + 1)) / Double(2 * k - 1)
            return max(0, Int(estimate.rounded(.toNearestOrEven)))
        case .run:
            guard largestNegative > 0 else { throw .noVariation(.trimAndFill) }
            return max(0, k - largestNegative - 1)
        }
    }
}
