import MetaAnalysis
import TestSupport
import Testing

@Suite("Pooling against metafor")
struct PoolingVectorTests {
    @Test("The reference file is complete")
    func complete() { #expect(ReferenceFile.datasets.count == 9) }

    @Test("Common effect", arguments: ReferenceFile.datasets)
    func commonEffect(_ data: Dataset) throws {
        let reference = data.values["FE"]
        let studies = try data.studies
        let common = try CommonEffect(studies)
        expectPooled(common.pooled, reference, data.tolerance, "FE")
        for (weight, expected) in zip(common.weights, reference["weights_percent"].array) {
            expect(weight, expected, relative: 1e-10)
        }
        let heterogeneity = try Heterogeneity(studies)
        expect(heterogeneity.q, reference["Q"], absolute: 1e-12, "Q")
        expect(heterogeneity.pValue, reference["Q_p"], "Q p")
        expect(heterogeneity.iSquared, reference["I2"], absolute: 1e-9, "I2")
        expect(heterogeneity.hSquared, reference["H2"], "H2")
        #expect(heterogeneity.degreesOfFreedom == Int(reference["Q_df"].number ?? -1))
    }

    @Test("Every estimator of τ²", arguments: ReferenceFile.datasets, TauSquaredEstimator.allCases)
    func randomEffects(_ data: Dataset, _ estimator: TauSquaredEstimator) throws {
        let reference = data.values["RE"][estimator.rawValue]
        let random = try RandomEffects(data.studies, estimator: estimator, test: .wald)
        expect(random.tauSquared, reference["tau2"], absolute: 1e-9, "τ²")
        expectPooled(random.pooled, reference, data.tolerance, estimator.rawValue)
        expect(random.iSquared, reference["I2_tau2based"], absolute: 1e-6, "I2")
        expect(random.hSquared, reference["H2_tau2based"], "H2")
        for (weight, expected) in zip(random.weights, reference["weights_percent"].array) {
            expect(weight, expected)
        }
    }

    @Test("Hartung–Knapp", arguments: ReferenceFile.datasets, ["DL", "PM", "REML"])
    func hartungKnapp(_ data: Dataset, _ name: String) throws {
        let reference = data.values["HKSJ"][name]
        guard !reference.isMissing else { return }
        let estimator = try #require(TauSquaredEstimator(rawValue: name))
        let plain = try RandomEffects(data.studies, estimator: estimator, test: .hartungKnapp)
        expect(plain.pooled.estimate, reference["estimate"])
        expect(plain.pooled.standardError, reference["se"])
        expect(plain.pooled.degreesOfFreedom, reference["df"])
        expect(plain.hartungKnappScale, reference["q_scale"])
        expect(plain.pooled.interval.low, reference["ci_lb"])
        expect(plain.pooled.interval.high, reference["ci_ub"])
        if plain.pooled.isDegenerate {
            #expect(plain.pooled.statistic == nil && plain.pooled.pValue == nil && reference["t"].isMissing)
        } else {
            expect(plain.pooled.statistic, reference["t"])
            expect(plain.pooled.pValue, reference["p"])
        }
        let adHoc = try RandomEffects(data.studies, estimator: estimator, test: .adHocHartungKnapp)
        expect(adHoc.pooled.standardError, reference["adhoc"]["se"])
        expect(adHoc.pooled.statistic, reference["adhoc"]["t"])
        expect(adHoc.pooled.pValue, reference["adhoc"]["p"])
        expect(adHoc.pooled.interval.low, reference["adhoc"]["ci_lb"])
        expect(adHoc.pooled.interval.high, reference["adhoc"]["ci_ub"])
    }

    @Test(
        "Prediction intervals with the standard error of each test", arguments: ReferenceFile.datasets,
        PoolingTest.allCases)
    func prediction(_ data: Dataset, _ test: PoolingTest) throws {
        for name in data.values["prediction_interval"].keys {
            let estimator = try #require(TauSquaredEstimator(rawValue: name))
            guard try data.studies.count >= PredictionInterval.minimumStudies else {
                let random = try RandomEffects(data.studies, estimator: estimator, test: .wald)
                #expect(throws: MetaAnalysisError.self) { try random.prediction() }
                continue
            }
            let random = try RandomEffects(data.studies, estimator: estimator, test: test)
            let prediction = try random.prediction()
            let isKnapp = test == .hartungKnapp || test == .adHocHartungKnapp && (random.hartungKnappScale ?? 1) > 1
            #expect(prediction.convention == (isKnapp ? .hartungKnapp : .higginsThompsonSpiegelhalter))
            let reference = data.values["prediction_interval"][name][prediction.convention.rawValue]
            expect(prediction.interval.low, reference["lb"])
            expect(prediction.interval.high, reference["ub"])
        }
    }

    @Test(
        "A prediction interval is never narrower than the confidence interval", arguments: TauSquaredEstimator.allCases,
        PoolingTest.allCases)
    func predictionIsWider(_ estimator: TauSquaredEstimator, _ test: PoolingTest) throws {
        for seed in PropertyTests.seeds {
            let studies = try PropertyTests.studies(seed)
            guard studies.count >= PredictionInterval.minimumStudies else { continue }
            let random = try RandomEffects(studies, estimator: estimator, test: test)
            let (narrow, wide) = (random.pooled.interval, try random.prediction().interval)
            #expect(wide.low <= narrow.low && wide.high >= narrow.high, "\(seed)")
        }
    }

    @Test("Q-profile interval of τ²", arguments: ReferenceFile.datasets)
    func qProfile(_ data: Dataset) throws {
        let reference = data.values["tau2_ci_qprofile"]
        guard !reference.isMissing else { return }
        let studies = try data.studies
        let interval = try TauSquaredInterval.qProfile(studies)
        if reference["empty_set"].isTrue {
            #expect(interval == .empty(level: 0.95))
            return
        }
        expect(interval.limits?.low, reference["tau2_lb"], absolute: 1e-9)
        expect(interval.limits?.high, reference["tau2_ub"], absolute: 1e-9)
        let intervals = try Heterogeneity(studies).intervals(from: interval)
        expect(intervals?.iSquared.low, reference["I2_lb"], absolute: 1e-7)
        expect(intervals?.iSquared.high, reference["I2_ub"])
        expect(intervals?.hSquared.low, reference["H2_lb"])
        expect(intervals?.hSquared.high, reference["H2_ub"])
    }

    @Test("Test-based interval of I²", arguments: ReferenceFile.datasets)
    func testBased(_ data: Dataset) throws {
        let reference = data.values["I2_ci_testbased"]
        let heterogeneity = try Heterogeneity(data.studies)
        if reference["I2_lb"].isMissing {
            #expect(throws: MetaAnalysisError.self) { try heterogeneity.testBasedInterval() }
            return
        }
        let interval = try heterogeneity.testBasedInterval()
        expect(interval.logHStandardError, reference["selogH"])
        expect(interval.h.low, reference["H_lb"])
        expect(interval.h.high, reference["H_ub"])
        expect(interval.iSquared.low, reference["I2_lb"])
        expect(interval.iSquared.high, reference["I2_ub"])
    }
}

/// Compares a Wald-tested estimate with metafor's.
func expectPooled(
    _ pooled: PooledEstimate, _ reference: JSON, _ tolerance: Double, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expect(pooled.estimate, reference["estimate"], relative: tolerance, name, sourceLocation: sourceLocation)
    expect(pooled.standardError, reference["se"], relative: tolerance, name, sourceLocation: sourceLocation)
    expect(pooled.interval.low, reference["ci_lb"], relative: tolerance, name, sourceLocation: sourceLocation)
    expect(pooled.interval.high, reference["ci_ub"], relative: tolerance, name, sourceLocation: sourceLocation)
    expect(pooled.statistic, reference["z"], relative: tolerance, name, sourceLocation: sourceLocation)
    expect(pooled.pValue, reference["p"], relative: tolerance, name, sourceLocation: sourceLocation)
}
