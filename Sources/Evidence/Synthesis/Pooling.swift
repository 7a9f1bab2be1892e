import MetaAnalysis

/// How the studies of a plan are pooled: what the editor asked for, completed by the policy for so many studies.
extension Pool.Options {
    /// Of every interval of the atlas.
    static let atlasLevel = 0.95

    init(_ plan: SynthesisPlan) {
        self.init(
            method: plan.model == .common ? .common : .random(plan.estimator ?? .restrictedMaximumLikelihood),
            test: plan.model == .common ? nil : plan.test, level: Self.atlasLevel,
            estimators: [.restrictedMaximumLikelihood, .derSimonianLaird, .pauleMandel])
    }
}
