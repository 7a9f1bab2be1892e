import MetaAnalysis

/// How the studies of a plan are pooled: what the editor asked for, completed by the atlas's policy.
///
/// With two studies the interval is Wald's, and the result is marked as resting on few; from three on it is the ad hoc
/// Hartung-Knapp interval. There is no prediction interval below three studies.
struct Pooling {
    let model: SynthesisPlan.Model
    let estimator: TauSquaredEstimator
    let test: PoolingTest

    init(plan: SynthesisPlan, count: Int) {
        model = plan.model ?? .random
        estimator = plan.estimator ?? .restrictedMaximumLikelihood
        test = plan.test ?? (count < 3 ? .wald : .adHocHartungKnapp)
    }

    /// The pooled result, and each study's share of the weight in per cent.
    func pool(
        _ effects: [StudyEffect], patients: [Int?]
    ) throws(MetaAnalysisError) -> (result: PooledResult, weights: [Double]) {
        let heterogeneity = try Heterogeneity(effects)
        let known = patients.compactMap { $0 }
        var result: PooledResult
        let weights: [Double]
        switch model {
        case .common:
            let common = try CommonEffect(effects)
            weights = common.weights
            result = PooledResult(
                model: .common, estimate: common.pooled, studies: effects.count, heterogeneity: heterogeneity,
                iSquared: heterogeneity.iSquared, isFew: effects.count < 3)
        case .random:
            let random = try RandomEffects(effects, estimator: estimator, test: test)
            weights = random.weights
            result = PooledResult(
                model: .random, estimator: estimator, estimate: random.pooled, studies: effects.count,
                heterogeneity: heterogeneity, iSquared: random.iSquared, tauSquared: random.tauSquared,
                tauSquaredInterval: try TauSquaredInterval.qProfile(effects), isFew: effects.count < 3)
            if effects.count >= 3 { result.prediction = try random.prediction(.higginsThompsonSpiegelhalter) }
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

/// The pooled result under other choices than the one made.
enum Sensitivity {
    static func results(
        _ effects: [StudyEffect], chosen: PooledResult
    ) throws(MetaAnalysisError) -> [SensitivityResult] {
        var found = [entry("common effect", try CommonEffect(effects).pooled, chosen, model: .common, estimator: nil)]
        let tests: [PoolingTest] = effects.count < 3 ? [.wald, .adHocHartungKnapp] : [.wald, .hartungKnapp, .adHocHartungKnapp]
        for estimator in [TauSquaredEstimator.restrictedMaximumLikelihood, .derSimonianLaird, .pauleMandel] {
            for test in tests {
                let random = try RandomEffects(effects, estimator: estimator, test: test)
                found.append(
                    entry(
                        "\(estimator.rawValue), \(test.label)", random.pooled, chosen, model: .random,
                        estimator: estimator))
            }
        }
        return found
    }

    private static func entry(
        _ label: String, _ estimate: PooledEstimate, _ chosen: PooledResult, model: SynthesisPlan.Model,
        estimator: TauSquaredEstimator?
    ) -> SensitivityResult {
        SensitivityResult(
            label: label, estimate: estimate, excludesNull: !estimate.interval.contains(0),
            isChosen: chosen.model == model && chosen.estimator == estimator && chosen.estimate.test == estimate.test)
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
