import MetaAnalysis
import TestSupport
import Testing
import Text

@testable import Tables

@Suite("Tables of studies")
struct PoolTableTests {
    private func problems(_ csv: String, measure: EffectMeasure = .hazardRatio, moderators: [String]? = nil)
        -> [TableProblem]
    {
        do {
            _ = try PoolTable(csv: csv, measure: measure, moderators: moderators)
            return []
        } catch {
            return error.problems
        }
    }

    private func lines(_ problems: [TableProblem]) -> [String] {
        problems.map { "\($0.line):\($0.column) \($0.kind)" }
    }

    @Test("Each set of columns makes effects")
    func sets() throws {
        let interval = try PoolTable(
            csv: "study,estimate,low,high\nHORRAD,0.90,0.70,1.14\nSTAMPEDE,0.92,0.80,1.06\n", measure: .hazardRatio)
        #expect(interval.rows.map(\.source) == [.interval(level: 0.95), .interval(level: 0.95)])
        let common = try CommonEffect(interval.studies).pooled
        let numbers = Language.english.numbers
        let text = numbers.estimate(
            EffectMeasure.hazardRatio.printedScale(common.estimate),
            EffectMeasure.hazardRatio.printedScale(common.interval.low),
            EffectMeasure.hazardRatio.printedScale(common.interval.high), scale: .ratio, null: 1)
        #expect(Language.english.estimate(text) == "0.91 (0.81 to 1.03)")

        let direct = try PoolTable(csv: "sei,Study,YI\n0.2,A,-0.5\n0.3,B,\u{2212}1e-1\n", measure: .hazardRatio)
        #expect(direct.studies.map(\.estimate) == [-0.5, -0.1])
        #expect(direct.studies.map(\.standardError) == [0.2, 0.3])
        let variance = try PoolTable(csv: "study,yi,vi\nA,1,0.25\n", measure: .generic)
        #expect(variance.studies[0].standardError == 0.5)
        let p = try PoolTable(csv: "study,estimate,p\nA,0.62,0.009\n", measure: .hazardRatio)
        #expect(abs(p.studies[0].standardError - 0.18301144428730254) < 1e-14)
        let counts = try PoolTable(
            csv: "study,e1,n1,e0,n0\nA,0,22,5,21\nB,9,50,16,48\n", measure: .oddsRatio)
        #expect(abs(counts.studies[0].estimate + 2.7080502011022105) < 1e-14)
        #expect(counts.tables?.count == 2)
        let means = try PoolTable(
            csv: "study,m1,sd1,n1,m0,sd0,n0\nA,10,2,20,8,2,20\n", measure: .meanDifference)
        #expect(means.studies[0].estimate == 2)
        let level = try PoolTable(
            csv: "study,estimate,low,high,level\nA,0.48,0.29,0.79,90\nB,0.48,0.29,0.79,0.9\n", measure: .hazardRatio)
        #expect(level.rows[0].source == level.rows[1].source)
        #expect(abs(level.studies[0].standardError - 0.304632584340623) < 1e-14)
    }

    @Test("A row with a p-value but no interval uses the p-value")
    func fallsThrough() throws {
        let table = try PoolTable(
            csv: "study,estimate,low,high,p\nA,0.62,,,0.009\nB,0.62,0.43,0.89,\n", measure: .hazardRatio)
        #expect(table.rows.map(\.source) == [.pValue, .interval(level: 0.95)])
    }

    @Test("Quotes, line ends, byte-order mark and blank lines")
    func dialects() throws {
        let table = try PoolTable(
            csv: "\u{FEFF}study,yi,sei,group\r\n\"Doe, \"\"J\"\"\n2001\",0.1,0.2,\"a\"\r\n\r\nB,0.3,0.4,b\rC,1,1,c",
            measure: .generic)
        #expect(table.studies.map(\.study) == ["Doe, \"J\"\n2001", "B", "C"])
        #expect(table.rows.map(\.line) == [2, 5, 6])
        #expect(table.rows.map(\.group) == ["a", "b", "c"])
    }

    @Test("Groups, years, moderators and unused columns")
    func options() throws {
        let table = try PoolTable(
            csv: "study,yi,sei,grup,year,dose,age\nA,0.1,0.2,x,1999,1.5,60\nB,0.1,0.2,x,,2.5,61\n", measure: .generic,
            moderators: ["dose", "Age"])
        #expect(table.unusedColumns.map { "\($0.line):\($0.column) \($0.name)" } == ["1:14 grup"])
        #expect(!table.hasGroups)
        #expect(table.rows.map(\.year) == [1999, nil])
        #expect(table.moderatorNames == ["dose", "age"])
        #expect(table.rows[1].moderators == [2.5, 61])
    }

    @Test("Every problem of a file, in order")
    func everyProblem() {
        let csv = """
            study,yi,sei,moderator
            A,0.1,0.2,1
            ,0.1,0.2,1
            B,1e999,x,1
            C,1e400,-0.1,x
            D,0.1,0,2
            E,0.1,0.2
            F,0x10,0,92,1
            G,"0,92",0.1,1
            """
        #expect(
            lines(problems(csv)) == [
                "3:1 emptyField(column: \"study\")",
                "4:3 notFinite(column: \"yi\", text: \"1e999\")",
                "4:9 notANumber(column: \"sei\", text: \"x\")",
                "5:14 notANumber(column: \"moderator\", text: \"x\")",
                "5:3 notFinite(column: \"yi\", text: \"1e400\")",
                "6:7 effect(MetaAnalysis.MetaAnalysisError.standardErrorOutOfRange(study: \"D\", value: 0.0))",
                "7:1 fieldCount(expected: 4, found: 3)",
                "8:1 fieldCount(expected: 4, found: 5)",
                "9:3 notANumber(column: \"yi\", text: \"0,92\")",
            ])
    }

    @Test("Headers that will not do")
    func headers() {
        #expect(problems("").map(\.kind) == [.empty])
        #expect(problems("\n\n  \n").map(\.kind) == [.empty])
        #expect(problems("study,yi,sei\n").map(\.kind) == [.noRows])
        #expect(problems("study,yi\nA,1\n").map(\.kind) == [.noEffectColumns(nearest: ["sei"])])
        #expect(
            problems("name,yi,sei,yi\nA,1,1,1\n").map(\.kind) == [
                .repeatedColumn(name: "yi"), .missingColumn(name: "study"),
            ])
        #expect(problems("study,yi,sei\nA,1,1\n", moderators: ["dose"]).map(\.kind) == [.missingColumn(name: "dose")])
    }

    @Test("Figures that cannot be")
    func figures() {
        #expect(
            problems("study,estimate,low,high\nA,1.20,0.80,1.10\n").map(\.kind)
                == [.estimateOutsideInterval(estimate: 1.2, low: 0.8, high: 1.1)])
        // To one decimal 1.2 and 1.1 may both be 1.15.
        #expect(problems("study,estimate,low,high\nA,1.2,0.8,1.1\n").isEmpty)
        #expect(
            problems("study,estimate,low,high\nA,0.9,1.1,0.8\n").map(\.kind)
                == [.effect(.limitsOutOfOrder(low: 1.1, high: 0.8))])
        #expect(
            problems("study,estimate,low,high\nA,0.9,0,1.8\n").map(\.kind) == [.effect(.notPositive(.ratio, value: 0))])
        #expect(problems("study,estimate,p\nA,0.9,<0.001\n").map(\.kind) == [.inexactPValue(text: "<0.001")])
        #expect(problems("study,estimate,p\nA,0.9,1.5\n").map(\.kind) == [.effect(.pValueOutOfRange(1.5))])
        #expect(
            problems("study,e1,n1,e0,n0\nA,12,10,1,10\n", measure: .oddsRatio).map(\.kind)
                == [.effect(.impossibleCounts(events: 12, total: 10))])
        #expect(
            problems("study,e1,n1,e0,n0\nA,1.5,10,1,10\n", measure: .oddsRatio).map(\.kind)
                == [.notWhole(column: "e1", text: "1.5")])
        #expect(
            problems("study,estimate,low,high,level\nA,0.9,0.8,1,100\n").map(\.kind)
                == [.effect(.levelOutOfRange(1))])
    }

    @Test(
        "Hostile text is refused, quickly and without a crash",
        arguments: [
            String(repeating: "\"", count: 5_000_001), String(repeating: ",", count: 2_000_000),
            "study,yi,sei\n" + String(repeating: "\n", count: 3_000_000), String(repeating: "\r", count: 1_000_000),
            "study,yi,sei\n" + String(repeating: "x,y,z\n", count: 200_000), "\u{0}\u{0}\u{0}", "\u{FEFF}",
            "study,yi,sei\n\"A\"B,1,1\nC\"D,1,1\n", "study,yi,sei\nA,\(String(repeating: "9", count: 400_000)),1\n",
            "study,yi,sei\nA,1e-320,1e-320\n", "study,yi,vi\nA,1,1e-320\n", "study,e1,n1,e0,n0\nA,0,0,0,0\n",
            "study,yi,sei\nA,1,--1\nB,1,1e\nC,1,.\nD,1,+\n",
        ])
    func hostile(_ csv: String) {
        let found = problems(csv, measure: .oddsRatio)
        #expect(!found.isEmpty)
        #expect(found.count <= PoolTable.maximumProblemCount + 1)
    }
}

@Suite("Wording of problems")
struct WordingTests {
    @Test("Problems say what is wrong and what to do")
    func wording() {
        let csv = "study,estimate,low,high\nA,0.9,0,1.8\nB,\"0,9\",0.8,1.1\nC,0.9,1.1,0.8\n"
        var problems: [TableProblem] = []
        do { _ = try PoolTable(csv: csv, measure: .hazardRatio) } catch { problems = error.problems }
        #expect(
            problems.map { "\($0.line):\($0.column): \($0.summary) [\($0.identifier)]; \($0.help ?? "")" } == [
                "2:3: a ratio or its limit is 0.0, and must be positive [not-positive]; "
                    + "ratios are given on their natural scale; for logs use the columns yi and sei",
                "3:3: '0,9' in the column 'estimate' is not a number [not-a-number]; write a decimal point, not a comma",
                "4:3: the lower limit 1.1 is not below the upper limit 0.8 [limits-out-of-order]; "
                    + "check whether the limits are swapped",
            ])
    }

    @Test("Errors are one sentence")
    func errors() {
        #expect(
            MetaAnalysisError.tooFewStudies(.egger, needed: 3, found: 2).summary
                == "Egger's test needs at least 3 studies, and there are 2")
        #expect(
            MetaAnalysisError.impossibleCounts(events: 12, total: 10).summary == "12 events among 10 are impossible")
    }
}
