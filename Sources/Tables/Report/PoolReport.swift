import MetaAnalysis

/// Everything `atlas pool` says of a table, on the analysis scale (logs for ratios).
///
///     let report = try PoolReport(table, options: Pool.Options(method: .common))
///     print(report.json())
///
/// What does not apply (too few studies, no groups, no counts) is nil or empty, and left out of the JSON.
package struct PoolReport: Sendable {
    /// A study of the table, pooled or not.
    package struct Row: Sendable {
        package let study: String
        /// Nil where nothing can be estimated.
        package let effect: StudyEffect?
        /// Its place among the studies that are pooled; nil where it is not.
        package let position: Int?
        /// The interval as the table prints it, if it prints one.
        package let printed: PoolTable.Printed?
        /// Whether rounding does not explain that the printed interval is not symmetric.
        package let isAsymmetric: Bool
    }

    package let measure: EffectMeasure
    package let options: Pool.Options
    package let rows: [Row]
    /// The studies that are pooled and have an effect of their own.
    package let studies: [StudyEffect]
    package let pool: Pool
    package private(set) var egger: EggerTest?
    package private(set) var rankTest: RankCorrelationTest?
    package private(set) var trimAndFill: TrimAndFill?
    package private(set) var cumulative: [InfluenceRow] = []
    /// The groups with one τ² for all; nil under the common effect.
    package private(set) var subgroupsWithSharedVariance: Subgroups?
    package private(set) var metaRegression: MetaRegression?
    package private(set) var cautions: [InterpretationPolicy.Caution]
    /// Parts that apply but could not be computed from these data.
    package private(set) var omissions: [Pool.Omission]

    /// - Throws: `noStudies` where no row can be estimated, `levelOutOfRange`, `notConverged`; `tooFewStudies` for an
    ///   explicit Hartung–Knapp test of one study; `measureNotSupported` when the method needs counts and the table has
    ///   none; `noInformativeTable`. Secondary parts that fail are among ``omissions`` instead.
    package init(_ table: PoolTable, options: Pool.Options = Pool.Options()) throws(MetaAnalysisError) {
        self.options = options
        measure = table.measure
        let isOfCounts = options.method.needsCounts
        var rows: [Row] = []
        var pooled: [PoolTable.Row] = []
        for row in table.rows {
            let isPooled = isOfCounts ? row.source != .notEstimable : row.effect != nil
            let isAsymmetric = row.findings.contains { if case .asymmetricInterval = $0 { true } else { false } }
            rows.append(
                Row(
                    study: row.study, effect: row.effect, position: isPooled ? pooled.count : nil, printed: row.printed,
                    isAsymmetric: isAsymmetric))
            if isPooled { pooled.append(row) }
        }
        self.rows = rows
        studies = pooled.compactMap(\.effect)
        let groups = table.hasGroups ? pooled.map { $0.group ?? "" } : nil
        if isOfCounts {
            guard let tables = table.tables else {
                throw .measureNotSupported(measure, by: options.method == .peto ? .peto : .mantelHaenszel)
            }
            pool = try Pool(tables, measure: measure, options: options)
        } else {
            pool = try Pool(studies, groups: groups, options: options)
        }
        cautions = pool.cautions
        omissions = pool.omissions
        if pooled.count < rows.count { cautions.append(.notEstimable) }
        let isCorrected = pooled.contains { if case .counts(_, let added) = $0.source { added > 0 } else { false } }
        if isCorrected { cautions.append(.continuityCorrection) }
        guard let model = pool.model, pool.estimate != nil else { return }
        addAsymmetry(model)
        addCumulative(model, years: table.hasYears ? pooled.map(\.year) : nil)
        addSharedVariance(groups)
        addRegression(
            table.moderatorNames.enumerated().map { index, name in
                MetaRegression.Moderator(name, pooled.map { $0.moderators[index] })
            })
    }

    // MARK: Secondary parts

    private mutating func addAsymmetry(_ model: PoolingModel) {
        let (level, studies) = (options.level, studies)
        guard options.policy.allowsAsymmetry(studyCount: studies.count) else { return }
        egger = attempt(.egger) { () throws(MetaAnalysisError) in try EggerTest(studies, level: level) }
        trimAndFill = attempt(.trimFill) { () throws(MetaAnalysisError) in
            try TrimAndFill(studies, model: model, level: level)
        }
        guard studies.count <= Pool.quadraticLimit else { return }
        rankTest = attempt(.rankTest) { () throws(MetaAnalysisError) in try RankCorrelationTest(studies) }
    }

    /// - Parameter years: the order; studies without a year come last. Nil for the order of the table.
    private mutating func addCumulative(_ model: PoolingModel, years: [Double?]?) {
        guard studies.count <= Pool.quadraticLimit else { return }
        let level = options.level
        var order = studies
        if let years {
            order = studies.indices.sorted { (years[$0] ?? .infinity, $0) < (years[$1] ?? .infinity, $1) }.map {
                studies[$0]
            }
        }
        cumulative =
            attempt(.cumulative) { [order] () throws(MetaAnalysisError) in
                try Influence.cumulative(order, model: model, level: level)
            } ?? []
    }

    private mutating func addSharedVariance(_ groups: [String]?) {
        guard let groups, pool.subgroups != nil, case .random(let estimator) = options.method else { return }
        let (level, studies) = (options.level, studies)
        subgroupsWithSharedVariance = attempt(.subgroupsWithSharedVariance) { () throws(MetaAnalysisError) in
            try Subgroups(studies, groups: groups, variance: .shared(estimator), level: level)
        }
    }

    private mutating func addRegression(_ moderators: [MetaRegression.Moderator]) {
        guard !moderators.isEmpty else { return }
        let (level, studies, test) = (options.level, studies, pool.estimate?.test ?? .wald)
        let weighting: MetaRegression.Weighting
        if case .random(let estimator) = options.method { weighting = .random(estimator) } else { weighting = .common }
        metaRegression = attempt(.metaRegression) { () throws(MetaAnalysisError) in
            try MetaRegression(studies, moderators: moderators, weighting: weighting, test: test, level: level)
        }
        if metaRegression != nil, studies.count < options.policy.minimumForRegression {
            cautions.append(.regressionOnFewStudies)
        }
    }

    private mutating func attempt<Value>(
        _ part: Pool.Part, _ compute: () throws(MetaAnalysisError) -> Value
    ) -> Value? {
        do {
            return try compute()
        } catch {
            omissions.append(Pool.Omission(part: part, error: error))
            return nil
        }
    }
}
