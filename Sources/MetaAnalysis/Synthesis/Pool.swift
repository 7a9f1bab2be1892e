/// What studies say together under one model, with all that must stand beside it.
///
///     let pool = try Pool(studies)
///     pool.estimate?.interval
///     pool.prediction?.interval
///
/// Everything is on the analysis scale (logs for ratios). What does not apply, because there are too few studies or the
/// method does not have it, is nil or empty.
package struct Pool: Sendable, Hashable {
    package struct Options: Sendable, Hashable {
        package var method: PoolingMethod
        /// Nil for the policy's choice.
        package var test: PoolingTest?
        /// Of every interval, a proportion in (0, 1).
        package var level: Double
        package var policy: InterpretationPolicy
        /// Under which the sensitivity strip pools again.
        package var estimators: [TauSquaredEstimator]

        package init(
            method: PoolingMethod = .random(.restrictedMaximumLikelihood), test: PoolingTest? = nil,
            level: Double = 0.95, policy: InterpretationPolicy = InterpretationPolicy(),
            estimators: [TauSquaredEstimator] = TauSquaredEstimator.allCases
        ) {
            self.method = method
            self.test = test
            self.level = level
            self.policy = policy
            self.estimators = estimators
        }

        /// The test of so many studies: the one that is asked for, else the policy's. Common effects have Wald's.
        func test(studyCount: Int) -> PoolingTest {
            guard case .random = method else { return .wald }
            return test ?? policy.test(studyCount: studyCount)
        }
    }

    package let options: Options
    /// How many studies are pooled; those of which nothing can be estimated are not among them.
    package let count: Int
    /// By inverse variance, or by Mantel–Haenszel or Peto where the method is theirs; nil for one study.
    package private(set) var common: PooledEstimate?
    /// Nil under other methods, and for one study.
    package private(set) var random: RandomEffects?
    /// Each study's share of the weight under the common effect in percent; nil for Mantel–Haenszel and Peto.
    package private(set) var commonWeights: [Double]?
    package private(set) var heterogeneity: Heterogeneity?
    /// Under Mantel–Haenszel and Peto, in place of ``heterogeneity``.
    package private(set) var countHeterogeneity: CountPooling.HeterogeneityTest?
    package private(set) var tauSquaredInterval: TauSquaredInterval?
    package private(set) var prediction: PredictionInterval?
    /// The groups and the test between them; nil without two of them.
    package private(set) var subgroups: Subgroups?
    /// The result without each study, from three on.
    package private(set) var leaveOneOut: [InfluenceRow] = []
    /// All studies with the kind of interval that ``leaveOneOut`` has, which fewer studies may not allow another; nil
    /// without those rows.
    package private(set) var comparableToLeaveOneOut: PooledEstimate?
    /// The result under each model, estimator and interval, and without each study.
    package private(set) var sensitivity: SensitivityStrip?
    package private(set) var cautions: [InterpretationPolicy.Caution]
    /// Parts that apply but could not be computed from these data.
    package private(set) var omissions: [Omission] = []

    /// A part that could not be computed, and why.
    package struct Omission: Sendable, Hashable {
        package let part: Part
        package let error: MetaAnalysisError

        package init(part: Part, error: MetaAnalysisError) {
            self.part = part
            self.error = error
        }
    }

    /// A part of an analysis beside the pooled estimate, by its key in the JSON.
    package enum Part: String, Sendable, Hashable {
        case egger, rankTest, trimFill, leaveOneOut, cumulative, subgroups, metaRegression, sensitivity
        case subgroupsWithSharedVariance = "subgroups.sharedTau2"
    }

    /// The most studies of which leave-one-out and other analyses that take time with the square of their number are
    /// made.
    package static let quadraticLimit = 2000

    /// By inverse variance.
    ///
    /// - Parameters:
    ///   - studies: at least one.
    ///   - groups: one label a study; subgroups are compared when there are two or more.
    /// - Throws: `noStudies`, `levelOutOfRange`, `notConverged`; `tooFewStudies` for an explicit Hartung–Knapp test of
    ///   one study. Parts beside the pooled estimate that fail are among ``omissions`` instead.
    /// - Precondition: the method of the options is not of counts.
    package init(_ studies: [StudyEffect], groups: [String]? = nil, options: Options = Options())
        throws(MetaAnalysisError)
    {
        self.options = options
        count = studies.count
        cautions = options.policy.cautions(studyCount: count)
        guard count > 0 else { throw .noStudies }
        try ConfidenceInterval.check(level: options.level)
        guard options.policy.allowsPooling(studyCount: count) else { return }
        let model = try LocationModel(studies)
        let inverse = try CommonEffect(model, level: options.level)
        common = inverse.pooled
        commonWeights = inverse.weights
        heterogeneity = Heterogeneity(model)
        let interval = try TauSquaredInterval.qProfile(model, level: options.level)
        tauSquaredInterval = interval
        if case .empty = interval { cautions.append(.emptyTauSquaredInterval) }
        if case .random(let estimator) = options.method {
            let random = try RandomEffects(
                model, estimator: estimator, test: options.test(studyCount: count), level: options.level)
            self.random = random
            if random.pooled.isDegenerate { cautions.append(.zeroWidthInterval) }
            if options.policy.allowsPrediction(studyCount: count) { prediction = try random.prediction() }
        }
        if count > Self.quadraticLimit { cautions.append(.tooManyForInfluence) }
        addInfluence(studies)
        addSubgroups(studies, groups)
    }

    /// By Mantel and Haenszel's method or Peto's.
    ///
    /// - Parameters:
    ///   - tables: the counts of each study, at least one.
    ///   - measure: the odds ratio, or for Mantel–Haenszel also the risk ratio or the risk difference.
    /// - Throws: `noStudies`, `levelOutOfRange`, `measureNotSupported`, `noInformativeTable`.
    /// - Precondition: the method of the options is of counts.
    package init(_ tables: [TwoByTwoTable], measure: EffectMeasure, options: Options) throws(MetaAnalysisError) {
        self.options = options
        count = tables.count
        cautions = options.policy.cautions(studyCount: count)
        guard count > 0 else { throw .noStudies }
        try ConfidenceInterval.check(level: options.level)
        try Self.check(measure, options.method)
        guard options.policy.allowsPooling(studyCount: count) else { return }
        let counts =
            options.method == .peto
            ? try CountPooling.peto(tables, level: options.level)
            : try CountPooling.mantelHaenszel(tables, measure: measure, level: options.level)
        common = counts.pooled
        countHeterogeneity = counts.heterogeneity
    }

    /// - Throws: `measureNotSupported`.
    private static func check(_ measure: EffectMeasure, _ method: PoolingMethod) throws(MetaAnalysisError) {
        switch method {
        case .common, .random: preconditionFailure("counts are pooled by Mantel-Haenszel's method or Peto's")
        case .mantelHaenszel:
            guard [.oddsRatio, .riskRatio, .riskDifference].contains(measure) else {
                throw .measureNotSupported(measure, by: .mantelHaenszel)
            }
        case .peto:
            guard measure == .oddsRatio else { throw .measureNotSupported(measure, by: .peto) }
        }
    }

    // MARK: Beside it

    private mutating func addInfluence(_ studies: [StudyEffect]) {
        let (level, policy, estimators) = (options.level, options.policy, options.estimators)
        if let model, policy.allowsInfluence(studyCount: count), count <= Self.quadraticLimit {
            leaveOneOut =
                attempt(.leaveOneOut) { () throws(MetaAnalysisError) in
                    try Influence.leaveOneOut(studies, model: model, level: level)
                } ?? []
        }
        if let test = leaveOneOut.first?.pooled.test, let estimate {
            comparableToLeaveOneOut =
                test == estimate.test
                ? estimate
                : attempt(.leaveOneOut) { [options] () throws(MetaAnalysisError) in
                    try options.estimate(studies, test: test)
                }
        }
        let without = leaveOneOut
        sensitivity = attempt(.sensitivity) { () throws(MetaAnalysisError) in
            try SensitivityStrip(studies, level: level, policy: policy, estimators: estimators, withoutStudy: without)
        }
    }

    /// Groups have the test of the total, so that their intervals can be compared with its own. A group with too few
    /// studies for it has no interval.
    private mutating func addSubgroups(_ studies: [StudyEffect], _ groups: [String]?) {
        guard let groups, let estimate, Set(groups).count > 1 else { return }
        let (level, test) = (options.level, estimate.test)
        let fewest = test == .wald ? 1 : options.test == nil ? options.policy.minimumForHartungKnapp : 2
        let variance: Subgroups.Variance = random.map { .separate($0.estimator) } ?? .common
        subgroups = attempt(.subgroups) { () throws(MetaAnalysisError) in
            try Subgroups(studies, groups: groups, variance: variance, test: test, fewest: fewest, level: level)
        }
    }

    private mutating func attempt<Value>(
        _ part: Part, _ compute: () throws(MetaAnalysisError) -> Value
    ) -> Value? {
        do {
            return try compute()
        } catch {
            omissions.append(Omission(part: part, error: error))
            return nil
        }
    }
}

extension Pool.Options {
    /// The pooled estimate alone, by inverse variance.
    ///
    /// - Parameter test: nil for the one that suits the number of studies.
    /// - Precondition: the method is not of counts.
    package func estimate(_ studies: [StudyEffect], test: PoolingTest? = nil) throws(MetaAnalysisError)
        -> PooledEstimate
    {
        let model = try LocationModel(studies)
        guard case .random(let estimator) = method else { return try CommonEffect(model, level: level).pooled }
        return try RandomEffects(
            model, estimator: estimator, test: test ?? self.test(studyCount: studies.count), level: level
        ).pooled
    }
}

extension Pool {
    /// The pooled estimate under the method of the options.
    package var estimate: PooledEstimate? { random?.pooled ?? common }

    /// Each study's share of the weight in percent; nil for Mantel–Haenszel, Peto and one study.
    package var weights: [Double]? { random?.weights ?? commonWeights }

    /// I² in percent: from τ² under random effects, from Q under the common effect.
    package var iSquared: Double? { random?.iSquared ?? heterogeneity?.iSquared }

    /// Nil under common effects.
    package var tauSquared: Double? { random?.tauSquared }

    /// The model that analyses of parts of the studies repeat; nil for methods of counts.
    package var model: PoolingModel? {
        switch options.method {
        case .common: .common
        case .random(let estimator): .random(estimator, options.test)
        case .mantelHaenszel, .peto: nil
        }
    }
}
