import MetaAnalysis
import TestSupport
import Testing

@Suite("Conversions against R")
struct ConversionVectorTests {
    static let conversions = ReferenceFile.metafor?.root["conversions"] ?? .null

    @Test("From an interval", arguments: conversions["hr_ci"].array)
    func interval(_ row: JSON) throws {
        let input = row["input"]
        let hr = try #require(input["hr"].number)
        let (low, high) = try (#require(input["ci_lb"].number), #require(input["ci_ub"].number))
        let level = try #require(input["level"].number)
        let effect = try EffectEstimate(measure: .hazardRatio, value: hr, low: low, high: high, level: level)
        expect(effect.estimate, row["log_hr"])
        expect(effect.standardError, row["se"])
        expect(effect.zStatistic, row["z"])
        expect(effect.pValue, row["p_two_sided"])
        let interval = try effect.interval().map(EffectMeasure.hazardRatio.printedScale)
        expect(interval.low, row["ci95_lb"])
        expect(interval.high, row["ci95_ub"])
        for (limit, name) in [(low, "se_from_lower_only"), (high, "se_from_upper_only")] {
            let one = try EffectEstimate(measure: .hazardRatio, value: hr, limit: limit, level: level)
            expect(one.standardError, row[name])
        }
        let inverted = try EffectEstimate(
            measure: .hazardRatio, value: 1 / hr, low: 1 / high, high: 1 / low, level: level)
        expect(inverted.estimate, row["inverted"]["log_hr"])
        expect(inverted.standardError, row["inverted"]["se"])
        expect(effect.inverted.estimate, row["inverted"]["log_hr"])
        let reciprocal = ConfidenceInterval(low: low, high: high, level: level).reciprocal
        expect(reciprocal.low, row["inverted"]["ci_lb"])
        expect(reciprocal.high, row["inverted"]["ci_ub"])

        // All rows are printed to two decimals.
        let printed = try #require(
            PrintedEffect(
                measure: .hazardRatio, value: twoDecimals(hr), low: twoDecimals(low), high: twoDecimals(high),
                level: level))
        let range = try #require(printed.standardErrorRange)
        expect(range.lowerBound, row["se_min_given_rounding"])
        expect(range.upperBound, row["se_max_given_rounding"])
        let asymmetric = printed.findings().contains {
            if case .asymmetricInterval(let asymmetry, _) = $0 {
                expect(asymmetry, row["asymmetry_in_se"])
                return true
            }
            return false
        }
        #expect(asymmetric == (abs(row["asymmetry_in_se"].number ?? 0) > 0.1))
    }

    private func twoDecimals(_ x: Double) -> String {
        let hundredths = Int((x * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    @Test("From a p-value", arguments: conversions["hr_p"].array)
    func pValue(_ row: JSON) throws {
        let input = row["input"]
        let effect = try EffectEstimate(
            measure: .hazardRatio, value: #require(input["hr"].number), pValue: #require(input["p"].number),
            sides: input["p_sided"].number == 1 ? .oneSided : .twoSided)
        expect(effect.estimate, row["log_hr"])
        expect(effect.standardError, row["se"])
        expect(abs(effect.zStatistic), row["z_exact"])
        expect(effect.pValue, row["p_two_sided"])
        let interval = try effect.interval().map(EffectMeasure.hazardRatio.printedScale)
        expect(interval.low, row["ci95_lb"])
        expect(interval.high, row["ci95_ub"])
    }

    @Test("From O − E and V", arguments: conversions["o_minus_e_v"].array)
    func logRank(_ row: JSON) throws {
        let effect = try EffectEstimate(
            observedMinusExpected: #require(row["input"]["o_minus_e"].number),
            variance: #require(row["input"]["v"].number))
        expect(effect.estimate, row["log_hr"])
        expect(effect.standardError, row["se"])
        expect(effect.zStatistic, row["z"])
        expect(effect.pValue, row["p_two_sided"])
    }

    @Test("From a log-rank p-value and events", arguments: conversions["p_and_events"].array)
    func events(_ row: JSON) throws {
        let input = row["input"]
        let table = try TwoByTwoTable(
            treatmentEvents: #require(input["events_treat"].number), treatmentTotal: #require(input["n_treat"].number),
            controlEvents: #require(input["events_ctrl"].number), controlTotal: #require(input["n_ctrl"].number))
        let variances: [(String, EffectEstimate.LogRankVariance)] = [
            ("v_events_by_arm", .eventsByArm), ("v_total_events_and_numbers", .totalEventsAndNumbers),
            ("v_total_events_1to1", .totalEventsOneToOne),
        ]
        for (name, variance) in variances {
            let effect = try EffectEstimate(
                logRankPValue: #require(input["p_two_sided"].number), table: table, variance: variance,
                favoursTreatment: input["favours"].string == "treatment")
            expect(try variance.value(of: table), row[name]["v"])
            expect(effect.estimate, row[name]["log_hr"])
            expect(effect.standardError, row[name]["se"])
        }
    }

    @Test("From counts", arguments: conversions["two_by_two"].array)
    func counts(_ row: JSON) throws {
        let input = row["input"]
        let table = try TwoByTwoTable(
            treatmentEvents: #require(input["events_treat"].number), treatmentTotal: #require(input["n_treat"].number),
            controlEvents: #require(input["events_ctrl"].number), controlTotal: #require(input["n_ctrl"].number))
        #expect(table.hasZeroCell == row["any_zero_cell"].isTrue)
        #expect(table.isInformativeForRatios == row["informative_for_or_rr"].isTrue)
        let corrected = row["half_added_to_all_four_cells_if_any_zero"]
        for (measure, name) in [
            (EffectMeasure.riskRatio, "log_rr"), (.oddsRatio, "log_or"), (.riskDifference, "rd"),
        ] {
            let half = try EffectEstimate.counts(table, measure: measure, correction: .whereAnyCellIsZero(0.5))
            expect(half.effect.estimate, corrected[name])
            expect(half.effect.standardError, corrected[name + "_se"])
            #expect(half.addedToCells == (table.hasZeroCell ? 0.5 : 0))
        }
        let uncorrected = row["uncorrected"]
        if let se = uncorrected["rd_se"].number, se > 0 {
            let difference = try EffectEstimate.counts(table, measure: .riskDifference)
            expect(difference.effect.estimate, uncorrected["rd"])
            expect(difference.effect.standardError, uncorrected["rd_se"])
            #expect(difference.addedToCells == 0)
        }
        if uncorrected["log_or"].isMissing {
            #expect(throws: MetaAnalysisError.zeroCell(table)) {
                try EffectEstimate.counts(table, measure: .oddsRatio, correction: ContinuityCorrection.none)
            }
        } else {
            let odds = try EffectEstimate.counts(table, measure: .oddsRatio, correction: ContinuityCorrection.none)
            expect(odds.effect.estimate, uncorrected["log_or"])
            expect(odds.effect.standardError, uncorrected["log_or_se"])
            let risk = try EffectEstimate.counts(table, measure: .riskRatio, correction: ContinuityCorrection.none)
            expect(risk.effect.estimate, uncorrected["log_rr"])
            expect(risk.effect.standardError, uncorrected["log_rr_se"])
        }
        if row["peto"]["log_or"].isMissing {
            #expect(throws: MetaAnalysisError.self) { try EffectEstimate.peto(table) }
        } else {
            let peto = try EffectEstimate.peto(table)
            expect(peto.estimate, row["peto"]["log_or"])
            expect(peto.standardError, row["peto"]["se"])
        }
    }
}
