/// Everything that is said of one set of studies, computed once and together.
///
///     let analysis = try PooledAnalysis(studies)
///     analysis.random?.pooled.interval
///     analysis.cautions          // what a reader must be told
///
/// What the policy does not allow for so few studies is nil.
public struct PooledAnalysis: Sendable, Hashable {
    public let studies: [StudyEffect]
    public let level: Double
    public let policy: InterpretationPolicy
    /// Nil for one study.
    public let common: CommonEffect?
    /// Nil for one study.
    public let random: RandomEffects?
    /// Nil for one study.
    public let heterogeneity: Heterogeneity?
    /// Nil for one study.
    public let tauSquaredInterval: TauSquaredInterval?
    /// Nil below three studies.
    public let prediction: PredictionInterval?
    /// Empty below three studies.
    public let leaveOneOut: [InfluenceRow]
    /// Nil for one study.
    public let sensitivity: SensitivityStrip?
    /// Nil below ten studies, and where it is not defined.
    public let egger: EggerTest?
    public let cautions: [InterpretationPolicy.Caution]

    /// - Parameters:
    ///   - studies: at least one.
    ///   - estimator: of τ².
    ///   - test: nil for the policy's choice.
    ///   - prediction: the convention of the prediction interval.
    ///   - level: a proportion in (0, 1).
    /// - Throws: `noStudies`, `levelOutOfRange`, `notConverged`; `tooFewStudies` never, except for a test given.
    public init(
        _ studies: [StudyEffect],
        estimator: TauSquaredEstimator = .restrictedMaximumLikelihood,
        test: PoolingTest? = nil,
        prediction convention: PredictionConvention = .higginsThompsonSpiegelhalter,
        level: Double = 0.95,
        policy: InterpretationPolicy = InterpretationPolicy()
    ) throws(MetaAnalysisError) {
        let k = studies.count
        let model = try LocationModel(studies)
        try ConfidenceInterval.check(level: level)
        var cautions = policy.cautions(studyCount: k)
        self.studies = studies
        self.level = level
        self.policy = policy
        guard policy.allowsPooling(studyCount: k), k > 1 else {
            (common, random, heterogeneity, tauSquaredInterval) = (nil, nil, nil, nil)
            (prediction, leaveOneOut, sensitivity, egger) = (nil, [], nil, nil)
            self.cautions = cautions
            return
        }
        let chosen = test ?? policy.test(studyCount: k)
        let random = try RandomEffects(model, estimator: estimator, test: chosen, level: level)
        let interval = try TauSquaredInterval.qProfile(model, level: level)
        if random.pooled.isDegenerate { cautions.append(.zeroWidthInterval) }
        if case .empty = interval { cautions.append(.emptyTauSquaredInterval) }
        self.random = random
        common = try CommonEffect(model, level: level)
        heterogeneity = Heterogeneity(model)
        tauSquaredInterval = interval
        prediction = policy.allowsPrediction(studyCount: k) ? try random.prediction(convention) : nil
        leaveOneOut = policy.allowsInfluence(studyCount: k)
            ? try Influence.leaveOneOut(studies, model: .random(estimator, test), level: level) : []
        sensitivity = try SensitivityStrip(studies, level: level, policy: policy)
        egger = policy.allowsAsymmetry(studyCount: k) ? try? EggerTest(studies, level: level) : nil
        self.cautions = cautions
    }
}
