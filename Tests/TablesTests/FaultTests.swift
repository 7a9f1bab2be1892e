import Diagnostics
import Foundation
import MetaAnalysis
import TestSupport
import Testing
import Text

@testable import Tables

/// Small tables that were pooled wrongly, or said nothing of it. The right values are metafor's.
@Suite("Small tables that went wrong")
struct FaultTests {
    private struct Outcome {
        var report: PoolReport?
        var said: String

        var json: JSON {
            get throws { JSON(try JSONSerialization.jsonObject(with: Data((report?.json() ?? "{}").utf8))) }
        }
        var text: String { report?.text(.english) ?? "" }
    }

    private func pool(_ csv: String, _ measure: EffectMeasure?, _ change: (inout TableOptions) -> Void = { _ in })
        -> Outcome
    {
        var options = TableOptions()
        options.measure = measure
        change(&options)
        var collector = DiagnosticCollector()
        let analysis = TableAnalysis(
            TableSource(name: "t.csv", text: csv), options: options, language: .english, &collector)
        return Outcome(report: analysis?.report, said: DiagnosticWriter(format: .text).write(collector))
    }

    private func near(_ value: JSON, _ expected: Double) -> Bool { abs((value.number ?? .nan) - expected) < 0.000_51 }

    private static let eight =
        "study,yi,sei\nA,-0.43,0.46\nB,-1.06,0.56\nC,0.69,0.38\nD,-0.21,0.22\nE,-1.07,0.49\nF,-0.21,0.15\nG,-0.35,0.5\nH,0.07,0.43\n"

    @Test("The prediction interval has the standard error of the confidence interval, and is never narrower")
    func prediction() throws {
        let json = try pool(Self.eight, .generic).json
        #expect(near(json["prediction"]["low"], -0.539) && near(json["prediction"]["high"], 0.116))
        #expect(json["prediction"]["convention"].string == "hk_t_km2")
        for method in ["DL", "PM", "REML", "ML", "EB", "SJ", "HE"] {
            for test in PoolingTest.allCases {
                let json = try pool(Self.eight, .generic) {
                    $0.pooling.method = PoolingMethod(name: method) ?? .common
                    $0.pooling.test = test
                }.json
                let (low, high) = (json["prediction"]["low"].number ?? 9, json["prediction"]["high"].number ?? -9)
                #expect(low <= json["random"]["ciLow"].number ?? -9 && high >= json["random"]["ciHigh"].number ?? 9)
            }
        }
    }

    @Test("Mantel and Haenszel's risk difference needs no variance of a study")
    func riskDifference() throws {
        let zero = "study,e1,n1,e0,n0\nA,0,50,0,48\nB,3,100,7,98\nC,2,60,5,61\n"
        let first = try pool(zero, .riskDifference) { $0.pooling.method = .mantelHaenszel }.json
        #expect(near(first["common"]["estimate"], -0.0338) && near(first["common"]["ciLow"], -0.0715))
        #expect(near(first["common"]["ciHigh"], 0.0039) && near(first["heterogeneity"]["q"], 0.185))
        #expect(first["heterogeneity"]["df"].number == 1 && first["k"].number == 3)
        #expect(first["studies"].array[0].keys == ["study"])
        let one = "study,e1,n1,e0,n0\nA,2,2,0,2\nB,2,2,0,2\nC,19,20,1,8\n"
        let second = try pool(one, .riskDifference) { $0.pooling.method = .mantelHaenszel }.json
        #expect(near(second["common"]["estimate"], 0.870) && near(second["common"]["ciLow"], 0.682))
        #expect(near(second["common"]["ciHigh"], 1.059) && near(second["heterogeneity"]["q"], 1.025))
        let inverse = pool(zero, .riskDifference)
        #expect(inverse.report == nil)
        #expect(
            inverse.said.hasPrefix(
                "t.csv:2:1: error: the risk difference of 'A' has no variance: in each arm nobody had the event, or everybody [no-variance]"
            ))
        #expect(inverse.said.contains("help: use --method MH, which needs none"))
    }

    @Test(
        "Zero cells under each method, as metafor has them",
        arguments: [
            ("RR", "MH", -0.82732794, -1.6232257, -0.031430215), ("OR", "MH", -0.92160557, -1.7992804, -0.043930771),
            ("OR", "PETO", -0.86688894, -1.6754066, -0.058371241),
            ("RD", "MH", -0.056615823, -0.10892299, -0.004308651),
        ])
    func zeroCells(_ measure: String, _ method: String, _ estimate: Double, _ low: Double, _ high: Double) throws {
        let csv = "study,e1,n1,e0,n0\nA,3,50,7,50\nB,0,40,2,42\nC,5,60,9,58\nD,0,30,0,30\n"
        let common = try pool(csv, EffectMeasure(rawValue: measure)) {
            $0.pooling.method = PoolingMethod(name: method) ?? .common
        }.json["common"]
        for (value, expected) in [(common["estimate"], estimate), (common["ciLow"], low), (common["ciHigh"], high)] {
            #expect(abs((value.number ?? .nan) / expected - 1) < 1e-7)
        }
    }

    @Test("A moderator that the method does not use is said")
    func moderator() {
        let csv = "study,e1,n1,e0,n0,dose\nA,1,10,3,12,1\nB,4,20,8,22,2\nC,3,20,7,22,3\nD,5,20,8,22,4\n"
        let said = pool(csv, .oddsRatio) {
            $0.pooling.method = .mantelHaenszel
            $0.moderators = ["dose"]
        }.said
        #expect(
            said.hasPrefix(
                "t.csv: warning: there is no meta-regression on 'dose' with the method MH [moderator-not-used]"))
    }

    @Test("The note on two studies fits the interval that is printed")
    func twoStudies() {
        let csv = "study,estimate,low,high\nA,0.90,0.70,1.14\nB,0.5,0.30,0.80\n"
        #expect(pool(csv, .hazardRatio).text.contains("and the interval ignores it."))
        let knapp = pool(csv, .hazardRatio) { $0.pooling.test = .hartungKnapp }.text
        #expect(!knapp.contains("ignores") && knapp.contains("the interval rests on what two can tell of it."))
    }

    @Test("Variances that differ in their last digit are no ties of the rank test")
    func rankTies() throws {
        let csv = """
            study,yi,vi
            S1,-0.52,0.10000000000000001
            S2,0.09,0.10000000000000002
            S3,-0.26,0.11370000000000001
            S4,0.21,0.11370000000000002
            S5,0.25,0.1411
            S6,-0.87,0.14110000000000003
            S7,-0.97,0.20959999999999995
            S8,0.67,0.20959999999999998
            S9,-0.48,0.22329999999999994
            S10,-0.53,0.22329999999999997
            S11,0.99,0.23699999999999993
            S12,-0.06,0.23699999999999996
            """
        let json = try pool(csv, .meanDifference).json
        #expect(near(json["rankTest"]["kendallTau"], 0.1515) && near(json["rankTest"]["p"], 0.545))
    }

    // MARK: Input

    @Test(
        "Semicolons, tabs and a line that names the separator are read, and it is said",
        arguments: [
            "study;estimate;low;high\nA;0,90;0,70;1,14\n", "study\testimate\tlow\thigh\nA\t0.90\t0.70\t1.14\n",
            "sep=,\nstudy,estimate,low,high\nA,0.90,0.70,1.14\n", "sep=;\nstudy;estimate;low;high\nA;0.90;0.70;1.14\n",
        ])
    func separators(_ csv: String) throws {
        let outcome = pool(csv, .hazardRatio)
        #expect(outcome.report?.studies.count == 1)
        #expect(outcome.text.contains("A  0.90  0.70 to 1.14"))
        #expect(outcome.said.contains("separated by a") == !csv.contains("sep=,"))
    }

    @Test("Where the columns are not found, what was found to separate them is named")
    func separatorInError() {
        #expect(pool("study;yi\nA;1\n", .generic).said.contains("the fields are separated by a semicolon"))
    }

    @Test("Rows of nothing but separators are no rows")
    func blankRows() {
        let outcome = pool("study,estimate,low,high\nA,0.90,0.70,1.14\nB,0.92,0.80,1.06\n,,,\n,,,\n", .hazardRatio)
        #expect(outcome.said.isEmpty && outcome.report?.pool.count == 2)
    }

    @Test("A printed interval stays as it is printed, and the one that is analysed is named where it differs")
    func printedInterval() {
        let text = pool("study,estimate,low,high\nA,0.90,0.70,1.10\nB,0.92,0.80,1.06\n", .hazardRatio).text
        #expect(text.hasPrefix("A  0.90  0.70 to 1.10  "))
        #expect(
            text.contains("Note: the interval of A is shown as printed, 0.70 to 1.10, and analysed as 0.72 to 1.13"))
        #expect(!text.contains("the interval of B"))
    }

    @Test("Two studies of one name are a warning; a year tells them apart")
    func duplicates() {
        let said = pool("study,yi,sei\nLee 2020,0.5,0.2\nLee 2020,0.1,0.2\nLee 2020 ,0.3,0.3\n", .generic).said
        #expect(
            said.contains("t.csv:3:1: warning: two rows are called 'Lee 2020' [duplicate-study]")
                && said.contains("t.csv:4:1:"))
        #expect(pool("study,year,yi,sei\nLee,2019,0.5,0.2\nLee,2020,0.1,0.2\n", .generic).said.isEmpty)
    }

    @Test(
        "A row without an estimate is shown and not pooled, and that is said",
        arguments: ["NE", "NR", "n/a", "Inf", "-", "NaN"])
    func notEstimable(_ word: String) throws {
        let outcome = pool(
            "study,estimate,low,high\nA,0.90,0.70,\(word)\nB,0.92,0.80,1.06\nC,0.7,0.5,0.98\nD,,,\n", .hazardRatio)
        let json = try outcome.json
        #expect(json["k"].number == 2 && json["studies"].array.map(\.keys.count) == [1, 5, 5, 1])
        #expect(
            outcome.text.contains("A  not estimable, not pooled\n")
                && outcome.text.contains("D  not estimable, not pooled\n"))
        #expect(outcome.text.contains("Note: studies that are not estimable are shown and not pooled."))
    }

    @Test("A field that is empty beside others is an error, with what to write")
    func emptyField() {
        let said = pool("study,estimate,low,high\nA,0.90,0.70,\n", .hazardRatio).said
        #expect(said.contains("t.csv:2:13: error: 'high' is empty") && said.contains("help: write NE where"))
    }

    @Test("What is rounded too far is said to be")
    func rounded() {
        let zero = pool("study,estimate,low,high\nA,0.30,0.00,1.14\n", .hazardRatio).said
        #expect(
            zero.contains("the ratio '0.00' in the column 'low' is rounded to zero [rounded-to-zero]")
                && zero.contains("help: give it with more digits"))
        let alike = pool("study,estimate,low,high\nA,1.00,1.00,1.00\n", .hazardRatio).said
        #expect(
            alike.contains("the estimate and its limits are all rounded to 1.00 [rounded-alike]")
                && !alike.contains("swapped"))
    }

    @Test("A negative variance is called one")
    func negativeVariance() {
        let said = pool("study,yi,vi\nA,0.5,-0.04\n", .generic).said
        #expect(
            said.hasPrefix(
                "t.csv:2:7: error: the variance of 'A' is -0.04, and must be positive and finite [variance-out-of-range]"
            ))
        #expect(said.contains("the column 'vi' holds variances"))
    }

    @Test("No warning speaks of 0.00 standard errors")
    func offTheMiddle() {
        let said = pool("study,estimate,low,high\nD,2.675,1.345,5.325\nE,2.7,1.3,5.4\n", .oddsRatio).said
        #expect(!said.contains("0.00 standard errors"))
    }

    @Test("What would steer the terminal is shown as a mark, in the report too")
    func controlCharacters() {
        let report = pool("study,yi,sei,group\nA\u{1B}[2Jx,0.2,0.1,a\u{7}\nB,0.3,0.1,\u{202E}b\n", .hazardRatio).text
        #expect(report.contains("A\u{241B}[2Jx"))
        #expect(!report.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }

    // MARK: Words and numbers

    @Test("Levels, p-values and I² at their ends have one form")
    func ends() {
        let level = pool("study,estimate,low,high\nA,0.90,0.70,1.14\nB,0.92,0.80,1.06\n", .hazardRatio) {
            $0.pooling.level = 0.9999
        }
        #expect(level.text.contains("(99.99\u{202F}% CI ") && !level.text.contains("100"))
        let p = pool("study,yi,sei\nA,0.001,0.5\nB,-0.001,0.5\nC,0,0.5\n", .meanDifference) {
            $0.pooling.method = .common
        }
        #expect(p.text.contains(", p > 0.99\n"))
        #expect(pool("study,yi,sei\nA,0,0.1\nB,5,0.1\nC,9,0.1\n", .meanDifference).text.contains("I² > 99\u{202F}%"))
        let small = pool("study,estimate,low,high\nA,0.0004,0.0001,0.0016\nB,0.00035,0.0001,0.001\n", .oddsRatio).text
        #expect(small.contains("OR 0.00037 (") && small.contains("A   0.0004    0.0001 to 0.0016"))
    }

    @Test("Leaving one study out is among what was tried, in the same sentence")
    func leavingOneOut() {
        let steady = pool("study,yi,sei\nA,1,0.1\nB,1.1,0.1\nC,0.9,0.1\nD,1,0.1\n", .hazardRatio).text
        #expect(
            steady.contains(
                "The interval does not include 1 under every model and interval tried, and with each study left out."))
        let one = pool("study,yi,sei\nA,0.5,0.1\nB,0.1,0.3\nC,0.1,0.35\n", .meanDifference) {
            $0.pooling.method = .common
        }
        #expect(one.text.contains("without A."))
    }

    @Test("Groups have the interval of the total, or none")
    func groups() throws {
        let csv = "study,yi,sei,group\nA,0.5,0.2,x\nB,0.1,0.2,x\nC,0.9,0.2,y\nD,0.3,0.2,y\nE,0.4,0.2,y\n"
        let levels = try pool(csv, .meanDifference).json["subgroups"]["levels"].array
        #expect(levels[0]["ciLow"].isMissing && !levels[0]["estimate"].isMissing)
        #expect(levels[1]["test"].string == "adhoc")
        #expect(
            pool(csv, .meanDifference).text.contains("x (2): too few studies for the ad hoc Hartung-Knapp interval"))
        let wald = try pool(csv, .meanDifference) { $0.pooling.test = .wald }.json["subgroups"]["levels"].array
        #expect(wald.map { $0["test"].string } == ["z", "z"])
    }
}
