import Foundation
import MetaAnalysis
import TestSupport
import Testing
import Text

@testable import Tables

@Suite("The report of atlas pool")
struct PoolReportTests {
    private func report(_ csv: String, _ measure: EffectMeasure, _ options: Pool.Options = .init()) throws
        -> PoolReport
    {
        try PoolReport(PoolTable(csv: csv, measure: measure), options: options)
    }

    private func parsed(_ report: PoolReport) throws -> JSON {
        JSON(try JSONSerialization.jsonObject(with: Data(report.json().utf8)))
    }

    @Test("One study is not pooled")
    func oneStudy() throws {
        let json = try parsed(report("study,yi,sei\nA,-0.2,0.3\n", .hazardRatio))
        #expect(json.keys == ["cautions", "k", "level", "measure", "studies"])
        #expect(json["studies"].array[0].keys == ["sei", "study", "yi"])
    }

    @Test("Two studies have a Wald interval, a warning and no prediction")
    func twoStudies() throws {
        let json = try parsed(report("study,yi,sei\nA,-0.2,0.3\nB,0.1,0.2\n", .hazardRatio))
        #expect(json["random"]["test"].string == "z")
        #expect(json["random"]["df"].isMissing)
        #expect(json["cautions"].array.map(\.string) == ["two-studies"])
        #expect(json["prediction"].isMissing && json["egger"].isMissing && json["leaveOneOut"].isMissing)
    }

    @Test("Every dataset of metafor's, through a table", arguments: ReferenceFile.datasets)
    func datasets(_ data: Dataset) throws {
        let studies = try data.studies
        guard studies.count > 2 else { return }
        var csv = "study,yi,vi\n"
        for (index, study) in studies.enumerated() { csv += "S\(index),\(study.estimate),\(study.variance)\n" }
        let report = try report(csv, .generic, .init(test: .hartungKnapp))
        let json = try parsed(report)
        expect(json["common"]["estimate"].number, data.values["FE"]["estimate"])
        expect(json["common"]["p"].number, data.values["FE"]["p"])
        expect(json["random"]["ciLow"].number, data.values["HKSJ"]["REML"]["ci_lb"])
        expect(json["random"]["tau2"].number, data.values["RE"]["REML"]["tau2"], absolute: 1e-9)
        expect(json["heterogeneity"]["tau2Low"].number, data.values["tau2_ci_qprofile"]["tau2_lb"], absolute: 1e-9)
        expect(json["heterogeneity"]["tau2High"].number, data.values["tau2_ci_qprofile"]["tau2_ub"], absolute: 1e-9)
        expect(json["heterogeneity"]["i2High"].number, data.values["tau2_ci_qprofile"]["I2_ub"])
        expect(
            json["prediction"]["low"].number, data.values["prediction_interval"]["REML"]["hk_t_km2"]["lb"])
        if studies.count >= 10 {
            expect(json["egger"]["bias"].number, data.values["egger"]["lm"]["bias"])
        } else {
            #expect(json["egger"].isMissing)
        }
        #expect(json["leaveOneOut"].array.count == studies.count)
        let text = report.text(.english)
        #expect(!text.contains("nan") && !text.contains("inf"))
    }

    @Test("Identical effects: a zero-width interval is a warning and has no statistic")
    func identical() throws {
        let csv = "study,yi,sei\n" + ["0.2", "0.3", "0.1", "0.15"].enumerated().map { "S\($0),-0.25,\($1)\n" }.joined()
        let json = try parsed(report(csv, .hazardRatio, .init(test: .hartungKnapp)))
        #expect(json["random"]["se"].number == 0)
        #expect(json["random"]["statistic"].isMissing && json["random"]["p"].isMissing)
        #expect(
            json["cautions"].array.map(\.string) == ["few-studies", "empty-tau2-interval", "zero-width-interval"])
        #expect(json["heterogeneity"]["tau2IntervalEmpty"].isTrue)
        let policy = try parsed(report(csv, .hazardRatio))
        #expect((policy["random"]["se"].number ?? 0) > 0.07)
    }

    @Test("Subgroups and meta-regression when the table has them")
    func columns() throws {
        let rows = (1...12).map {
            "S\($0),\(Double($0 * $0 % 7) / 10),0.\($0 + 10),\($0 % 2 == 0 ? "even" : "odd"),\($0),\(2020 - $0)"
        }
        let csv = "study,yi,sei,group,moderator,year\n" + rows.joined(separator: "\n")
        let json = try parsed(report(csv, .meanDifference))
        #expect(json["subgroups"]["levels"].array.map { $0["group"].string } == ["odd", "even"])
        #expect(json["metaRegression"]["coefficients"].array.map { $0["name"].string } == ["intercept", "moderator"])
        #expect(json["cumulative"].array.first?["study"].string == "S12")
        #expect(json["egger"].keys.contains("bias") && json["trimFill"].keys.contains("k0"))
    }

    @Test("Mantel–Haenszel and Peto need counts")
    func counts() throws {
        let csv = "study,e1,n1,e0,n0\nA,0,22,5,21\nB,9,50,16,48\nC,3,60,0,58\n"
        let mh = try parsed(report(csv, .oddsRatio, .init(method: .mantelHaenszel)))
        #expect(mh["common"]["method"].string == "MH" && mh["random"].isMissing)
        let peto = try parsed(report(csv, .oddsRatio, .init(method: .peto)))
        #expect(peto["common"]["method"].string == "PETO")
        #expect(throws: MetaAnalysisError.measureNotSupported(.riskRatio, by: .peto)) {
            try report(csv, .riskRatio, .init(method: .peto))
        }
        #expect(throws: MetaAnalysisError.measureNotSupported(.hazardRatio, by: .mantelHaenszel)) {
            try report("study,yi,sei\nA,1,1\nB,1,2\n", .hazardRatio, .init(method: .mantelHaenszel))
        }
        let inverse = try parsed(report(csv, .oddsRatio))
        #expect(inverse["cautions"].array.map(\.string).contains("continuity-correction"))
    }

    @Test("Above the limit, analyses that take quadratic time are left out, and it is said")
    func manyStudies() throws {
        let rows = (0...Pool.quadraticLimit).map { "S\($0),\(Double($0 % 7) / 10),0.\(10 + $0 % 80)\n" }
        let report = try report("study,yi,sei\n" + rows.joined(), .generic)
        #expect(report.pool.leaveOneOut.isEmpty && report.cumulative.isEmpty && report.rankTest == nil)
        #expect(report.cautions.contains(.tooManyForInfluence))
    }

    @Test("Text for people")
    func text() throws {
        let text = try report("study,estimate,low,high\nHORRAD,0.90,0.70,1.14\nSTAMPEDE,0.92,0.80,1.06\n", .hazardRatio)
            .text(.english)
        #expect(
            text == """
                HORRAD    0.90  0.70 to 1.14  25.0\u{202F}%
                STAMPEDE  0.92  0.80 to 1.06  75.0\u{202F}%

                Common effect: HR 0.91 (95\u{202F}% CI 0.81 to 1.03), p = 0.15
                Random effects (REML, Wald interval): HR 0.91 (95\u{202F}% CI 0.81 to 1.03), p = 0.15
                Heterogeneity: Q = 0.02, df = 1, p = 0.88; I² = 0\u{202F}%; τ² = 0.000 (95\u{202F}% CI 0.000 to 0.236)
                The interval includes 1 under every model and interval tried.
                Note: two studies; how much effects vary between studies is unknown, and the interval ignores it.

                """)
    }

    @Test("JSON escapes what it must and reads back the same doubles")
    func escaping() throws {
        let name = "a\"\\\u{2028}é"
        let report = try report("study,yi,sei\n\"a\"\"\\\u{2028}é\",0.30000000000000004,1e-7\n", .generic)
        #expect(try parsed(report)["studies"].array[0]["study"].string == name)
        #expect(report.json().contains("\"yi\": 0.30000000000000004"))
    }
}
