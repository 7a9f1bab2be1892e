import MetaAnalysis

/// How the studies of a plan are pooled: what the editor asked for, completed by the policy for so many studies.
struct Pooling {
    static let policy = InterpretationPolicy()
    /// Of every interval of the atlas.
    static let level = 0.95

    let model: SynthesisPlan.Model
    let estimator: TauSquaredEstimator
    let test: PoolingTest

    init(plan: SynthesisPlan, count: Int) {
        model = plan.model ?? .random
        estimator = plan.estimator ?? .restrictedMaximumLikelihood
        test = plan.test ?? Self.policy.test(studyCount: count)
    }

    /// The model for other numbers of studies, with the test that is asked for, else the one that suits each number.
    func repeated(asking test: PoolingTest?) -> PoolingModel {
        model == .common ? .common : .random(estimator, test)
    }

    /// Of groups: each has its own τ².
    var variance: Subgroups.Variance { model == .common ? .common : .separate(estimator) }

    /// The pooled result, and each study's share of the weight in per cent.
    func pool(
        _ effects: [StudyEffect], patients: [Int?]
    ) throws(MetaAnalysisError) -> (result: PooledResult, weights: [Double]) {
        let heterogeneity = try Heterogeneity(effects)
        let isFew = Self.policy.cautions(studyCount: effects.count).contains(.twoStudies)
        let known = patients.compactMap { $0 }
        var result: PooledResult
        let weights: [Double]
        switch model {
        case .common:
            let common = try CommonEffect(effects)
            weights = common.weights
            result = PooledResult(
                model: .common, estimate: common.pooled, studies: effects.count, heterogeneity: heterogeneity,
                iSquared: heterogeneity.iSquared, isFew: isFew)
        case .random:
            let random = try RandomEffects(effects, estimator: estimator, test: test)
            weights = random.weights
            result = PooledResult(
                model: .random, estimator: estimator, estimate: random.pooled, studies: effects.count,
                heterogeneity: heterogeneity, iSquared: random.iSquared, tauSquared: random.tauSquared,
                tauSquaredInterval: try TauSquaredInterval.qProfile(effects), isFew: isFew)
            if Self.policy.allowsPrediction(studyCount: effects.count) {
                result.prediction = try random.prediction(.higginsThompsonSpiegelhalter)
            }
        }
        result.patients = known.count == patients.count ? known.reduce(0, +) : nil
        return (result, weights)
    }

    /// The pooled estimate alone.
    func estimate(_ effects: [StudyEffect]) throws(MetaAnalysisError) -> PooledEstimate {
        switch model {
        case .common: try CommonEffect(effects).pooled
        case .random: try RandomEffects(effects, estimator: estimator, test: test).pooled
        }
    }
}

extension SensitivityResult {
    /// The pooled result under other choices than the one made.
    static func all(_ effects: [StudyEffect], chosen: PooledResult) throws(MetaAnalysisError) -> [SensitivityResult] {
        let strip = try SensitivityStrip(
            effects, level: Pooling.level, policy: Pooling.policy,
            estimators: [.restrictedMaximumLikelihood, .derSimonianLaird, .pauleMandel],
            // With two studies an interval of Hartung and Knapp's may be narrower than any reader should trust.
            tests: chosen.isFew ? [.wald, .adHocHartungKnapp] : nil)
        if let failure = strip.failures.first { throw failure.error }
        return strip.cells.map { cell in
            let model: SynthesisPlan.Model = cell.estimator == nil ? .common : .random
            return SensitivityResult(
                label: cell.estimator.map { "\($0.rawValue), \(cell.test.label)" } ?? "common effect",
                estimator: cell.estimator, estimate: cell.pooled, excludesNull: cell.conclusion != .uncertain,
                isChosen: chosen.model == model && chosen.estimator == cell.estimator
                    && chosen.estimate.test == cell.test)
        }
    }
}

extension PoolingTest {
    /// The interval in words.
    public var label: String {
        switch self {
        case .wald: "Wald interval"
        case .hartungKnapp: "Hartung-Knapp interval"
        case .adHocHartungKnapp: "ad hoc Hartung-Knapp interval"
        }
    }
}
