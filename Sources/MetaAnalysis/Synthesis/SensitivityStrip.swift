/// Whether the conclusion depends on the method: the result under each model, estimator and test.
public struct SensitivityStrip: Sendable, Hashable {
    /// One way to pool.
    public struct Cell: Sendable, Hashable {
        /// Nil for the common effect.
        public let estimator: TauSquaredEstimator?
        public let test: PoolingTest
        public let pooled: PooledEstimate
        public let tauSquared: Double
        public let conclusion: Conclusion
    }

    /// What an interval says.
    public enum Conclusion: String, Sendable, Hashable {
        /// Wholly below the null value.
        case below
        /// Contains the null value.
        case uncertain
        /// Wholly above the null value.
        case above

        /// - Parameter interval: on the analysis scale, where the null value is 0.
        public init(_ interval: ConfidenceInterval) {
            self = interval.high < 0 ? .below : interval.low > 0 ? .above : .uncertain
        }
    }

    /// The common effect first, then every estimator with every test.
    public let cells: [Cell]
    /// What a way to pool could not be computed for, and why.
    public let failures: [Failure]

    public struct Failure: Sendable, Hashable {
        public let estimator: TauSquaredEstimator
        public let error: MetaAnalysisError
    }

    /// Whether the cells differ in their conclusion. A Hartung–Knapp interval without width concludes nothing and does
    /// not count.
    public var conclusionChanges: Bool {
        Set(cells.filter { !$0.pooled.isDegenerate }.map(\.conclusion)).count > 1
    }

    /// - Parameters:
    ///   - studies: at least two.
    ///   - level: a proportion in (0, 1).
    ///   - estimators: of τ², in the order of the cells.
    ///   - tests: for each of them; nil for all, and for Wald's alone with two studies, whose interval is the only one
    ///     of use.
    /// - Throws: `noStudies`, `tooFewStudies`, `levelOutOfRange`.
    public init(
        _ studies: [StudyEffect], level: Double = 0.95, policy: InterpretationPolicy = InterpretationPolicy(),
        estimators: [TauSquaredEstimator] = TauSquaredEstimator.allCases, tests: [PoolingTest]? = nil
    ) throws(MetaAnalysisError) {
        guard studies.count > 1 else { throw .tooFewStudies(.commonEffect, needed: 2, found: studies.count) }
        let model = try LocationModel(studies)
        let common = try CommonEffect(model, level: level)
        var cells = [
            Cell(
                estimator: nil, test: .wald, pooled: common.pooled, tauSquared: 0,
                conclusion: Conclusion(common.pooled.interval))
        ]
        var failures: [Failure] = []
        let tests = tests ?? (studies.count >= policy.minimumForHartungKnapp ? PoolingTest.allCases : [.wald])
        for estimator in estimators {
            do {
                let tauSquared = try TauSquaredSearch(model: model).estimate(estimator)
                for test in tests {
                    let random = try RandomEffects(
                        model, estimator: estimator, tauSquared: tauSquared, test: test, level: level)
                    cells.append(
                        Cell(
                            estimator: estimator, test: test, pooled: random.pooled, tauSquared: tauSquared,
                            conclusion: Conclusion(random.pooled.interval)))
                }
            } catch {
                failures.append(Failure(estimator: estimator, error: error))
            }
        }
        self.cells = cells
        self.failures = failures
    }
}
