/// Everything `atlas pool` says of a table, on the analysis scale (logs for ratios).
///
///     let report = try PoolReport(table, options: PoolReport.Options(method: .random(.restrictedMaximumLikelihood)))
///     print(report.json())
///
/// What does not apply (too few studies, no groups, no counts) is nil or empty, and left out of the JSON.
public struct PoolReport: Sendable, Hashable {
    public struct Options: Sendable, Hashable {
        public var method: PoolingMethod
        /// Nil for the policy's choice.
        public var test: PoolingTest?
        /// Of every interval, a proportion in (0, 1).
        public var level: Double
        public var prediction: PredictionConvention
        public var policy: InterpretationPolicy
        /// Leave-one-out, cumulative and rank analyses take time with the square of the number of studies;
        /// above this number they are left out.
        public var quadraticLimit: Int

        public init(
            method: PoolingMethod = .random(.restrictedMaximumLikelihood), test: PoolingTest? = nil,
            level: Double = 0.95, prediction: PredictionConvention = .higginsThompsonSpiegelhalter,
            policy: InterpretationPolicy = InterpretationPolicy(), quadraticLimit: Int = 2000
        ) {
            self.method = method
            self.test = test
            self.level = level
            self.prediction = prediction
            self.policy = policy
            self.quadraticLimit = quadraticLimit
        }
    }

    /// A part that could not be computed, and why.
    public struct Omission: Sendable, Hashable {
        /// The key of the part in the JSON.
        public let part: String
        public let error: MetaAnalysisError
    }

    public let measure: EffectMeasure
    public let options: Options
    public let studies: [StudyEffect]
    /// Inverse variance, or Mantel–Haenszel or Peto when the method is theirs.
    public private(set) var common: PooledEstimate?
    /// In percent; nil for Mantel–Haenszel and Peto.
    public private(set) var commonWeights: [Double]?
    public private(set) var random: RandomEffects?
    public private(set) var heterogeneity: Heterogeneity?
    /// Under Mantel–Haenszel and Peto, in place of `heterogeneity`.
    public private(set) var countHeterogeneity: CountPooling.HeterogeneityTest?
    public private(set) var tauSquaredInterval: TauSquaredInterval?
    public private(set) var testBasedInterval: HeterogeneityInterval?
    public private(set) var prediction: PredictionInterval?
    public private(set) var egger: EggerTest?
    public private(set) var rankTest: RankCorrelationTest?
    public private(set) var trimAndFill: TrimAndFill?
    public private(set) var leaveOneOut: [InfluenceRow] = []
    public private(set) var cumulative: [InfluenceRow] = []
    public private(set) var subgroups: Subgroups?
    /// The same with one τ² for all; nil under the common effect.
    public private(set) var subgroupsWithSharedVariance: Subgroups?
    public private(set) var metaRegression: MetaRegression?
    public private(set) var sensitivity: SensitivityStrip?
    public private(set) var cautions: [InterpretationPolicy.Caution]
    /// Parts that apply but could not be computed from these data.
    public private(set) var omissions: [Omission] = []

    /// From a table.
    ///
    /// - Throws: as the other initialiser; `measureNotSupported` when the method needs counts and the table has none.
    public init(_ table: PoolTable, options: Options = Options()) throws(MetaAnalysisError) {
        try self.init(
            studies: table.studies, measure: table.measure, options: options, tables: table.tables,
            groups: table.hasGroups ? table.rows.map { $0.group ?? "" } : nil,
            moderators: table.moderatorNames.enumerated().map { index, name in
                MetaRegression.Moderator(name, table.rows.map { $0.moderators[index] })
            },
            years: table.hasYears ? table.rows.map(\.year) : nil)
        let corrected = table.rows.contains {
            if case .counts(_, let added) = $0.source { added > 0 } else { false }
        }
        if corrected { cautions.append(.continuityCorrection) }
    }

    /// From effects.
    ///
    /// - Parameters:
    ///   - studies: at least one.
    ///   - tables: the counts of each study, which Mantel–Haenszel and Peto need.
    ///   - groups: one label a study; subgroups are compared when there are two or more.
    ///   - moderators: regressed on together.
    ///   - years: the order of the cumulative analysis; studies without a year come last. Nil for the order given.
    /// - Throws: `noStudies`, `levelOutOfRange`, `notConverged`; `tooFewStudies` for an explicit Hartung–Knapp test of
    ///   one study; `measureNotSupported`; `noInformativeTable`. Secondary parts that fail are among `omissions` instead.
    public init(
        studies: [StudyEffect], measure: EffectMeasure, options: Options = Options(), tables: [TwoByTwoTable]? = nil,
        groups: [String]? = nil, moderators: [MetaRegression.Moderator] = [], years: [Double?]? = nil
    ) throws(MetaAnalysisError) {
        self.measure = measure
        self.options = options
        self.studies = studies
        let k = studies.count
        cautions = options.policy.cautions(studyCount: k)
        guard k > 0 else { throw .noStudies }
        try ConfidenceInterval.check(level: options.level)
        let counts = try Self.counts(tables, measure: measure, method: options.method)
        guard options.policy.allowsPooling(studyCount: k), k > 1 else { return }
        try pool(counts)
        addSecondary(groups: groups, moderators: moderators, years: years)
    }

    private static func counts(_ tables: [TwoByTwoTable]?, measure: EffectMeasure, method: PoolingMethod)
        throws(MetaAnalysisError) -> [TwoByTwoTable]
    {
        switch method {
        case .common, .random: return []
        case .mantelHaenszel:
            guard let tables, [.oddsRatio, .riskRatio, .riskDifference].contains(measure) else {
                throw .measureNotSupported(measure, by: .mantelHaenszel)
            }
            return tables
        case .peto:
            guard let tables, measure == .oddsRatio else { throw .measureNotSupported(measure, by: .peto) }
            return tables
        }
    }

    private mutating func pool(_ tables: [TwoByTwoTable]) throws(MetaAnalysisError) {
        let (level, policy, k) = (options.level, options.policy, studies.count)
        switch options.method {
        case .mantelHaenszel, .peto:
            let counts = options.method == .peto
                ? try CountPooling.peto(tables, level: level)
                : try CountPooling.mantelHaenszel(tables, measure: measure, level: level)
            common = counts.pooled
            countHeterogeneity = counts.heterogeneity
        case .common, .random:
            let model = try LocationModel(studies)
            let inverse = try CommonEffect(model, level: level)
            common = inverse.pooled
            commonWeights = inverse.weights
            let heterogeneity = Heterogeneity(model)
            self.heterogeneity = heterogeneity
            testBasedInterval = try? heterogeneity.testBasedInterval(level: level)
            let interval = try TauSquaredInterval.qProfile(model, level: level)
            tauSquaredInterval = interval
            sensitivity = try SensitivityStrip(studies, level: level, policy: policy)
            if case .empty = interval { cautions.append(.emptyTauSquaredInterval) }
            guard case .random(let estimator) = options.method else { return }
            let random = try RandomEffects(
                model, estimator: estimator, test: options.test ?? policy.test(studyCount: k), level: level)
            self.random = random
            if random.pooled.isDegenerate { cautions.append(.zeroWidthInterval) }
            if policy.allowsPrediction(studyCount: k), k >= options.prediction.minimumStudies {
                prediction = try random.prediction(options.prediction)
            }
        }
    }

    // MARK: Secondary parts

    /// The model that sensitivity analyses repeat; nil for methods of counts.
    private var repeatedModel: PoolingModel? {
        switch options.method {
        case .common: .common
        case .random(let estimator): .random(estimator, options.test)
        case .mantelHaenszel, .peto: nil
        }
    }

    private mutating func addSecondary(
        groups: [String]?, moderators: [MetaRegression.Moderator], years: [Double?]?
    ) {
        guard let model = repeatedModel else { return }
        let (level, policy, k, studies) = (options.level, options.policy, studies.count, studies)
        if k > options.quadraticLimit { cautions.append(.tooManyForInfluence) }
        if policy.allowsAsymmetry(studyCount: k) {
            egger = attempt("egger") { () throws(MetaAnalysisError) in try EggerTest(studies, level: level) }
            trimAndFill = attempt("trimFill") { () throws(MetaAnalysisError) in
                try TrimAndFill(studies, model: model, level: level)
            }
            if k <= options.quadraticLimit {
                rankTest = attempt("rankTest") { () throws(MetaAnalysisError) in try RankCorrelationTest(studies) }
            }
        }
        if k <= options.quadraticLimit {
            let order = Self.chronological(studies, years)
            leaveOneOut = policy.allowsInfluence(studyCount: k)
                ? attempt("leaveOneOut") { () throws(MetaAnalysisError) in
                    try Influence.leaveOneOut(studies, model: model, level: level)
                } ?? [] : []
            cumulative = attempt("cumulative") { () throws(MetaAnalysisError) in
                try Influence.cumulative(order, model: model, level: level)
            } ?? []
        }
        addSubgroups(groups)
        if !moderators.isEmpty {
            let test = options.test ?? policy.test(studyCount: k)
            let weighting: MetaRegression.Weighting
            if case .random(let estimator) = options.method { weighting = .random(estimator) } else { weighting = .common }
            metaRegression = attempt("metaRegression") { () throws(MetaAnalysisError) in
                try MetaRegression(
                    studies, moderators: moderators, weighting: weighting,
                    test: weighting == .common ? .wald : test, level: level)
            }
            if metaRegression != nil, k < policy.minimumForRegression { cautions.append(.regressionOnFewStudies) }
        }
    }

    private mutating func addSubgroups(_ groups: [String]?) {
        guard let groups, Set(groups).count > 1 else { return }
        let (studies, level) = (studies, options.level)
        guard case .random(let estimator) = options.method else {
            subgroups = attempt("subgroups") { () throws(MetaAnalysisError) in
                try Subgroups(studies, groups: groups, variance: .common, level: level)
            }
            return
        }
        subgroups = attempt("subgroups") { () throws(MetaAnalysisError) in
            try Subgroups(studies, groups: groups, variance: .separate(estimator), level: level)
        }
        subgroupsWithSharedVariance = attempt("subgroups.sharedTau2") { () throws(MetaAnalysisError) in
            try Subgroups(studies, groups: groups, variance: .shared(estimator), level: level)
        }
    }

    private mutating func attempt<Value>(
        _ part: String, _ compute: () throws(MetaAnalysisError) -> Value
    ) -> Value? {
        do {
            return try compute()
        } catch {
            omissions.append(Omission(part: part, error: error))
            return nil
        }
    }

    /// By year, those without one last, otherwise in the order given.
    private static func chronological(_ studies: [StudyEffect], _ years: [Double?]?) -> [StudyEffect] {
        guard let years, years.count == studies.count else { return studies }
        return studies.indices
            .sorted { (years[$0] ?? .infinity, $0) < (years[$1] ?? .infinity, $1) }
            .map { studies[$0] }
    }
}
