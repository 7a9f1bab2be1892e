import MetaAnalysis
import TestSupport
import Testing

@Suite("Subgroups, regression, influence and bias against metafor")
struct AnalysisVectorTests {
    static let datasets = ReferenceFile.datasets

    @Test("Egger's test", arguments: datasets)
    func egger(_ data: Dataset) throws {
        let reference = data.values["egger"]
        guard !reference.isMissing else { return }
        let studies = try data.studies
        let linear = try EggerTest(studies)
        expect(linear.bias.estimate, reference["lm"]["bias"])
        expect(linear.bias.standardError, reference["lm"]["bias_se"])
        expect(linear.bias.statistic, reference["lm"]["t"])
        expect(linear.bias.degreesOfFreedom, reference["lm"]["df"])
        expect(linear.bias.pValue, reference["lm"]["p"])
        expect(linear.limit.estimate, reference["lm"]["limit_estimate"])
        expect(linear.limit.interval.low, reference["lm"]["limit_ci_lb"])
        expect(linear.limit.interval.high, reference["lm"]["limit_ci_ub"])
        for (name, estimator) in [
            ("rma_REML", TauSquaredEstimator.restrictedMaximumLikelihood), ("rma_DL", .derSimonianLaird),
        ] {
            let mixed = try EggerTest(studies, model: .mixedEffects(estimator))
            expect(mixed.bias.estimate, reference[name]["bias"], name)
            expect(mixed.bias.standardError, reference[name]["bias_se"], name)
            expect(mixed.bias.statistic, reference[name]["z"], name)
            expect(mixed.bias.pValue, reference[name]["p"], name)
            expect(mixed.tauSquared, reference[name]["tau2_residual"], absolute: 1e-9, name)
            expect(mixed.limit.estimate, reference[name]["limit_estimate"], name)
            expect(mixed.limit.interval.low, reference[name]["limit_ci_lb"], name)
            expect(mixed.limit.interval.high, reference[name]["limit_ci_ub"], name)
        }
    }

    @Test("Begg's rank test", arguments: datasets)
    func ranks(_ data: Dataset) throws {
        let reference = data.values["begg_ranktest"]
        guard !reference.isMissing else { return }
        let test = try RankCorrelationTest(data.studies)
        expect(test.kendallTau, reference["kendall_tau"])
        expect(test.pValue, reference["p"])
    }

    @Test("Trim and fill", arguments: datasets, ["FE_L0", "FE_R0", "DL_L0", "DL_R0"])
    func trimAndFill(_ data: Dataset, _ name: String) throws {
        let reference = data.values["trimfill"][name]
        guard !reference.isMissing else { return }
        let result = try TrimAndFill(
            data.studies, estimator: name.hasSuffix("L0") ? .linear : .run,
            model: name.hasPrefix("FE") ? .common : .random(.derSimonianLaird, .wald))
        #expect(result.side.rawValue == reference["side"].string)
        #expect(result.filled.count == Int(reference["k0"].number ?? -1))
        expect(result.pooled.estimate, reference["estimate"])
        expect(result.pooled.standardError, reference["se"])
        expect(result.pooled.interval.low, reference["ci_lb"])
        expect(result.pooled.interval.high, reference["ci_ub"])
        expect(result.tauSquared, reference["tau2"], absolute: 1e-9)
        for (study, (estimate, variance)) in zip(
            result.filled, zip(reference["filled_yi"].array, reference["filled_vi"].array))
        {
            expect(study.estimate, estimate)
            expect(study.variance, variance)
        }
    }

    @Test("Leave-one-out and cumulative", arguments: datasets)
    func influence(_ data: Dataset) throws {
        let studies = try data.studies
        let model = PoolingModel.random(.derSimonianLaird, .wald)
        let leaveOneOut = data.values["leave1out_DL"]
        if !leaveOneOut.isMissing {
            try compare(Influence.leaveOneOut(studies, model: model), leaveOneOut)
        }
        let cumulative = data.values["cumul_DL"]
        if !cumulative.isMissing {
            try compare(Influence.cumulative(studies, model: model), cumulative)
        }
    }

    private func compare(_ rows: [InfluenceRow], _ reference: JSON) throws {
        try #require(rows.count == reference.array.count)
        for (row, expected) in zip(rows, reference.array) {
            expect(row.pooled.estimate, expected["estimate"])
            expect(row.pooled.standardError, expected["se"])
            expect(row.pooled.interval.low, expected["ci_lb"])
            expect(row.pooled.interval.high, expected["ci_ub"])
            expect(row.pooled.pValue, expected["p"])
            expect(row.q, expected["Q"])
            expect(row.qPValue, expected["Q_p"])
            expect(row.tauSquared, expected["tau2"], absolute: 1e-9)
            expect(row.iSquared, expected["I2"], absolute: 1e-6)
        }
    }

    @Test("Subgroups", arguments: datasets)
    func subgroups(_ data: Dataset) throws {
        let reference = data.values["subgroups"]
        guard !reference.isMissing else { return }
        let studies = try data.studies
        let groups = data.values["studies"].array.map { $0["group"].string }
        let variances: [(String, Subgroups.Variance)] = [
            ("FE", .common), ("DL_separate_tau2", .separate(.derSimonianLaird)),
            ("REML_separate_tau2", .separate(.restrictedMaximumLikelihood)),
        ]
        for (name, variance) in variances {
            let subgroups = try Subgroups(studies, groups: groups, variance: variance)
            #expect(subgroups.levels.map(\.group) == reference["order"].array.map(\.string))
            let expected = reference[name]
            for (level, row) in zip(subgroups.levels, expected["levels"].array) {
                expectPooled(try #require(level.pooled), row, data.tolerance, name)
                expect(level.tauSquared, row["tau2"], absolute: 1e-9)
                expect(level.heterogeneity.q, row["Q"])
                expect(level.heterogeneity.pValue, row["Q_p"])
                // The file gives metafor's I², which is from τ² under random effects.
                let iSquared =
                    variance == .common
                    ? level.heterogeneity.iSquared : level.heterogeneity.iSquared(tauSquared: level.tauSquared)
                expect(iSquared, row["I2"], absolute: 1e-6)
            }
            expect(subgroups.between.q, expected["between"]["Q_between"], absolute: 1e-9)
            expect(subgroups.between.pValue, expected["between"]["p"])
            if name == "FE" { expect(subgroups.withinQ, expected["Q_within"]) }
        }
        for (name, estimator) in [
            ("DL_common_tau2_mixed", TauSquaredEstimator.derSimonianLaird),
            ("REML_common_tau2_mixed", .restrictedMaximumLikelihood),
        ] {
            let shared = try Subgroups(studies, groups: groups, variance: .shared(estimator))
            let expected = reference[name]
            expect(shared.between.q, expected["QM"])
            expect(Double(shared.between.degreesOfFreedom), expected["df"])
            expect(shared.between.pValue, expected["p"])
            expect(shared.levels[0].tauSquared, expected["tau2_residual"], absolute: 1e-9)
            expect(shared.withinQ, expected["QE"])
        }
    }

    @Test("Meta-regression", arguments: datasets, ["FE", "DL", "REML", "REML_knha"])
    func metaRegression(_ data: Dataset, _ name: String) throws {
        let reference = data.values["meta_regression"][name]
        guard !reference.isMissing else { return }
        let values = data.values["studies"].array.compactMap { $0["moderator"].number }
        let weighting: MetaRegression.Weighting =
            switch name {
            case "FE": .common
            case "DL": .random(.derSimonianLaird)
            default: .random(.restrictedMaximumLikelihood)
            }
        let regression = try MetaRegression(
            data.studies, moderators: [.init("x", values)], weighting: weighting,
            test: name == "REML_knha" ? .hartungKnapp : .wald)
        expect(regression.coefficients[0].estimate, reference["intercept"])
        expect(regression.coefficients[0].pooled.standardError, reference["intercept_se"])
        let slope = regression.coefficients[1].pooled
        expect(slope.estimate, reference["slope"])
        expect(slope.standardError, reference["slope_se"])
        expect(slope.statistic, reference["slope_stat"])
        expect(slope.pValue, reference["slope_p"])
        expect(slope.interval.low, reference["slope_ci_lb"])
        expect(slope.interval.high, reference["slope_ci_ub"])
        expect(regression.tauSquared, reference["tau2_residual"], absolute: 1e-9)
        expect(regression.residualQ, reference["QE"])
        expect(regression.residualPValue, reference["QE_p"])
        expect(regression.moderatorTest.statistic, reference["QM"])
        expect(regression.moderatorTest.pValue, reference["QM_p"])
        if name != "FE" { expect(regression.explained, reference["R2"]) }
    }

    @Test("Mantel–Haenszel", arguments: datasets, [EffectMeasure.oddsRatio, .riskRatio, .riskDifference])
    func mantelHaenszel(_ data: Dataset, _ measure: EffectMeasure) throws {
        let reference = data.values["mantel_haenszel"][measure.rawValue]
        guard !reference.isMissing else { return }
        let pooled = try CountPooling.mantelHaenszel(data.tables, measure: measure)
        expectPooled(pooled.pooled, reference, data.tolerance, measure.rawValue)
        expect(pooled.heterogeneity?.q, reference["Q"], "Q")
        expect(pooled.heterogeneity?.pValue, reference["Q_p"], "Q p")
        expect(pooled.heterogeneity.map { Double($0.degreesOfFreedom + 1) }, reference["k_used_in_Q"])
    }

    @Test("Peto", arguments: datasets)
    func peto(_ data: Dataset) throws {
        let reference = data.values["peto"]
        guard !reference.isMissing else { return }
        let peto = try CountPooling.peto(data.tables)
        expect(peto.pooled.estimate, reference["log_or"])
        expect(peto.pooled.standardError, reference["se"])
        expect(peto.pooled.interval.low, reference["ci_lb"])
        expect(peto.pooled.statistic, reference["z"])
        expect(peto.pooled.pValue, reference["p"])
        expect(peto.heterogeneity?.q, reference["Q"])
        expect(peto.heterogeneity?.pValue, reference["Q_p"])
    }
}
