/// Whether the conclusion depends on the method: the result under each model, estimator and test.
package struct SensitivityStrip: Sendable, Hashable {
    /// One way to pool.
    package struct Cell: Sendable, Hashable {
        /// Nil for the common effect.
        package let estimator: TauSquaredEstimator?
        package let test: PoolingTest
        package let pooled: PooledEstimate
        package let tauSquared: Double
        package let conclusion: Conclusion
    }

    /// What an interval says.
    package enum Conclusion: String, Sendable, Hashable {
        /// Wholly below the null value.
        case below
        /// Contains the null value.
        case uncertain
        /// Wholly above the null value.
        case above

        /// - Parameter interval: on the analysis scale, where the null value is 0.
        package init(_ interval: ConfidenceInterval) {
            self = interval.high < 0 ? .below : interval.low > 0 ? .above : .uncertain
        }
    }

    /// The common effect first, then every estimator with every test.
    package let cells: [Cell]
    /// The result without each study in turn, under the model that is shown; empty where that was not tried.
    package let withoutStudy: [InfluenceRow]
    /// What a way to pool could not be computed for, and why.
    package let failures: [Failure]

    package struct Failure: Sendable, Hashable {
        package let estimator: TauSquaredEstimator
        package let error: MetaAnalysisError
    }

    /// Whether one of the models and intervals, or leaving one study out, leads to another conclusion. A Hartung–Knapp
    /// interval without width concludes nothing and does not count.
    package var conclusionChanges: Bool {
        let tried = cells.map(\.pooled) + withoutStudy.map(\.pooled)
        return Set(tried.filter { !$0.isDegenerate }.map { Conclusion($0.interval) }).count > 1
    }

    /// The cells that conclude otherwise than the interval that is shown.
    package func cells(against shown: PooledEstimate) -> [Cell] {
        let main = Conclusion(shown.interval)
        return cells.filter { !$0.pooled.isDegenerate && $0.conclusion != main }
    }

    /// For each study whether the conclusion without it is otherwise than the interval that is shown has it.
    package func isDecisive(against shown: PooledEstimate) -> [Bool] {
        let main = Conclusion(shown.interval)
        return withoutStudy.map { !$0.pooled.isDegenerate && Conclusion($0.pooled.interval) != main }
    }

    /// - Parameters:
    ///   - studies: at least two.
    ///   - level: a proportion in (0, 1).
    ///   - estimators: of τ², in the order of the cells.
    ///   - withoutStudy: the result without each study, if it is known.
    /// - Throws: `noStudies`, `tooFewStudies`, `levelOutOfRange`.
    package init(
        _ studies: [StudyEffect], level: Double = 0.95, policy: InterpretationPolicy = InterpretationPolicy(),
        estimators: [TauSquaredEstimator] = TauSquaredEstimator.allCases, withoutStudy: [InfluenceRow] = []
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
        // With two studies an interval of Hartung and Knapp's may be narrower than any reader should trust.
        let tests = studies.count >= policy.minimumForHartungKnapp ? PoolingTest.allCases : [.wald, .adHocHartungKnapp]
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
        self.withoutStudy = withoutStudy
        self.failures = failures
    }
}
