import MetaAnalysis
import Testing

@Suite("Edge cases")
struct EdgeCaseTests {
    private func studies(_ rows: [(Double, Double)]) throws -> [StudyEffect] {
        try rows.enumerated().map { try StudyEffect(study: "S\($0)", estimate: $1.0, standardError: $1.1) }
    }

    @Test("HORRAD and STAMPEDE from their printed intervals")
    func twoTrials() throws {
        let effects = [(0.90, 0.70, 1.14), (0.92, 0.80, 1.06)]
        let studies = try effects.map {
            try StudyEffect(
                study: "trial", effect: EffectEstimate(measure: .hazardRatio, value: $0.0, low: $0.1, high: $0.2))
        }
        let pooled = try CommonEffect(studies).pooled
        let shown = [pooled.estimate, pooled.interval.low, pooled.interval.high].map {
            (1000 * EffectMeasure.hazardRatio.printedScale($0)).rounded() / 1000
        }
        #expect(shown == [0.915, 0.810, 1.034])
    }

    @Test(
        "Nothing is NaN, whatever the data",
        arguments: [
            [(0.0, 1.0)], [(1, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)], [(0, 1e-4), (1, 1)], [(0, 1e-4), (1, 1), (5, 3)],
            [(0, 1e-30), (1, 1e30)], [(0, 1e-30), (1e30, 1e30), (-1e30, 1e-30)],
            [(1e30, 1e-30), (-1e30, 1e-30), (0, 1)],
            [(1e6, 0.1), (1e6 + 1e-9, 0.1), (1e6, 0.2)], [(0.1, 0.1), (0.2, 0.1), (1000, 0.1), (0.15, 0.1)],
            [(1e-30, 1e-30), (2e-30, 1e-30), (4e-30, 1e-30)], [(0.3, 0.1), (0.1 + 0.2, 0.1), (0.3, 0.3)],
            [(0, 1e-6), (0, 1e-6), (1, 1), (2, 1), (-4, 1e2), (3, 1e4)],
        ])
    func finite(_ rows: [(Double, Double)]) throws {
        let studies = try studies(rows)
        let pool = try Pool(studies)
        #expect(pool.omissions.isEmpty)
        #expect(pool.leaveOneOut.allSatisfy { $0.pooled.estimate.isFinite && $0.pooled.interval.high.isFinite })
        #expect(pool.sensitivity?.cells.allSatisfy { $0.pooled.interval.low.isFinite } ?? true)
        for estimator in TauSquaredEstimator.allCases {
            for test in PoolingTest.allCases where studies.count > 1 || test == .wald {
                let random = try RandomEffects(studies, estimator: estimator, test: test)
                #expect(random.tauSquared.isFinite && random.tauSquared >= 0)
                #expect(random.pooled.estimate.isFinite && random.pooled.standardError.isFinite)
                #expect(random.weights.allSatisfy { $0.isFinite && $0 >= 0 })
                #expect(random.pooled.pValue.map { (0...1).contains($0) } ?? random.pooled.isDegenerate)
            }
        }
    }

    @Test("Inputs that cannot be are typed errors")
    func errors() throws {
        #expect(throws: MetaAnalysisError.noStudies) { try RandomEffects([]) }
        #expect(throws: MetaAnalysisError.noStudies) { try Pool([]) }
        #expect(throws: MetaAnalysisError.standardErrorOutOfRange(study: "A", value: 0)) {
            try StudyEffect(study: "A", estimate: 0, standardError: 0)
        }
        #expect(throws: MetaAnalysisError.self) { try StudyEffect(study: "A", estimate: .nan, standardError: 1) }
        #expect(throws: MetaAnalysisError.self) { try StudyEffect(study: "A", estimate: 0, variance: -1) }
        let two = try studies([(0, 1), (1, 1)])
        #expect(throws: MetaAnalysisError.levelOutOfRange(1)) { try CommonEffect(two, level: 1) }
        #expect(throws: MetaAnalysisError.levelOutOfRange(95)) { try Pool(two, options: .init(level: 95)) }
        #expect(throws: MetaAnalysisError.tooFewStudies(.hartungKnapp, needed: 2, found: 1)) {
            try RandomEffects([two[0]])
        }
        #expect(throws: MetaAnalysisError.tooFewStudies(.egger, needed: 3, found: 2)) { try EggerTest(two) }
        let equal = try studies([(0, 1), (1, 1), (2, 1), (3, 1)])
        #expect(throws: MetaAnalysisError.singularDesign(.egger, moderators: ["standardError"])) {
            try EggerTest(equal)
        }
        #expect(throws: MetaAnalysisError.singularDesign(.metaRegression, moderators: ["a", "b"])) {
            try MetaRegression(equal, moderators: [.init("a", [1, 2, 3, 4]), .init("b", [3, 5, 7, 9])])
        }
        #expect(throws: MetaAnalysisError.invalidModerator(name: "a")) {
            try MetaRegression(equal, moderators: [.init("a", [1, 2, 3, .nan])])
        }
        #expect(throws: MetaAnalysisError.groupCountMismatch(studies: 4, groups: 1)) {
            try Subgroups(equal, groups: ["a"])
        }
        #expect(throws: MetaAnalysisError.noVariation(.trimAndFill)) {
            try TrimAndFill(studies([(1, 1), (1, 2), (1, 3)]))
        }
        let nobody = try TwoByTwoTable(treatmentEvents: 0, treatmentTotal: 9, controlEvents: 0, controlTotal: 9)
        #expect(throws: MetaAnalysisError.noInformativeTable(.peto)) { try CountPooling.peto([nobody]) }
        #expect(throws: MetaAnalysisError.noInformativeTable(.mantelHaenszel)) {
            try CountPooling.mantelHaenszel([nobody], measure: .riskDifference)
        }
        #expect(throws: MetaAnalysisError.nullEstimateWithPValue(0.5)) {
            try EffectEstimate(measure: .hazardRatio, value: 1, pValue: 0.5)
        }
    }

    @Test("The policy: one, two, three and ten studies")
    func policy() throws {
        let rows = [(0.1, 0.2), (0.3, 0.1), (-0.2, 0.3), (0.4, 0.2), (0.0, 0.15)]
        let one = try Pool(studies([rows[0]]))
        #expect(one.common == nil && one.random == nil && one.cautions == [.singleStudy])
        let two = try Pool(studies(Array(rows[..<2])))
        #expect(two.random?.pooled.test == .wald && two.cautions == [.twoStudies] && two.prediction == nil)
        let three = try Pool(studies(Array(rows[..<3])))
        #expect(three.random?.pooled.test == .adHocHartungKnapp && three.prediction != nil)
        #expect(three.leaveOneOut.count == 3 && three.cautions == [.fewStudies])
        let ten = try Pool(studies(rows + rows.map { ($0.0 + 0.05, $0.1 * 1.1) }))
        #expect(ten.cautions.isEmpty)
        #expect(ten.sensitivity?.cells.count == 22)
    }

    @Test("One-sided intervals and p-values")
    func oneSided() throws {
        // The upper limit of a one-sided 97.5 % interval is that of a two-sided 95 % one.
        let one = try EffectEstimate(measure: .hazardRatio, value: 0.8, limit: 1.0, level: 0.975, sides: .oneSided)
        let two = try EffectEstimate(measure: .hazardRatio, value: 0.8, limit: 1.0, level: 0.95)
        #expect(abs(one.standardError - two.standardError) < 1e-14)
        #expect(throws: MetaAnalysisError.levelOutOfRange(0.4)) {
            try EffectEstimate(measure: .hazardRatio, value: 0.8, limit: 1.0, level: 0.4, sides: .oneSided)
        }
        #expect(throws: MetaAnalysisError.pValueOutOfRange(0.6)) {
            try EffectEstimate(measure: .hazardRatio, value: 0.8, pValue: 0.6, sides: .oneSided)
        }
        // The interval that a p-value gives has that p-value.
        let effect = try EffectEstimate(measure: .oddsRatio, value: 0.7, pValue: 1e-40)
        #expect(abs(effect.pValue / 1e-40 - 1) < 1e-11)
    }

    @Test("Absolute effects")
    func absolute() throws {
        let effect = try AbsoluteEffect(hazardRatio: 0.68, low: 0.52, high: 0.90, controlSurvival: 0.73)
        #expect(abs(effect.treatmentSurvival.value - 0.80733) < 1e-4)
        #expect(abs(effect.survivalGainPerThousand.value - 77.33) < 0.1)
        #expect(effect.survivalGainPerThousand.low < effect.survivalGainPerThousand.high)
        #expect(effect.numberNeeded == .toBenefit(1000 / effect.survivalGainPerThousand.value))
        let null = try AbsoluteEffect(hazardRatio: 1, low: 0.8, high: 1.25, controlSurvival: 0.5)
        #expect(null.numberNeeded == .none)
        if case .toBenefit = null.numberNeededAtLow, case .toHarm = null.numberNeededAtHigh {
        } else {
            Issue.record("an interval that contains 1 benefits at one limit and harms at the other")
        }
        #expect(throws: MetaAnalysisError.self) {
            try AbsoluteEffect(hazardRatio: 0.7, low: 0.5, high: 0.9, controlSurvival: 1)
        }
    }

    @Test("Printed figures: only what rounding cannot explain is found")
    func findings() throws {
        func findings(_ value: String, _ low: String, _ high: String, _ p: String? = nil) throws -> [ConsistencyFinding]
        {
            try #require(PrintedEffect(measure: .hazardRatio, value: value, low: low, high: high, pValue: p)).findings()
        }
        #expect(try findings("0.92", "0.81", "1.06").isEmpty)
        #expect(try findings("0.62", "0.43", "0.89", "0.009").isEmpty)
        #expect(try findings("0.62", "0.43", "0.89", "<0.05").isEmpty)
        #expect(try findings("0.62", "0.43", "0.89", "0.03").count == 1)
        #expect(try findings("0.62", "0.43", "0.89", "<0.001").count == 1)
        #expect(
            try findings("1.20", "0.43", "0.89") == [.estimateOutsideInterval(estimate: 1.2, low: 0.43, high: 0.89)])
        #expect(try findings("0.60", "0.45", "1.05").count == 1)
        #expect(try findings("0.5", "0.9", "0.4") == [.limitsOutOfOrder(low: 0.9, high: 0.4)])
        #expect(try findings("0.5", "\u{2212}0.1", "0.9") == [.ratioNotPositive(-0.1)])
        #expect(try findings("0·92", "0,81", "1.06").isEmpty)
        #expect(PrintedNumber("1e5") == nil && PrintedNumber("") == nil && PrintedNumber("1.2.3") == nil)
        #expect(PrintedPValue("p=0.1") == nil && PrintedPValue("2") == nil)
        let printed = try #require(PrintedEffect(measure: .hazardRatio, value: "0.92", low: "0.81", high: "1.06"))
        let errors = try #require(printed.standardErrorRange)
        #expect(errors.lowerBound < errors.upperBound && printed.estimateRange.contains(-0.0833816))
    }
}
