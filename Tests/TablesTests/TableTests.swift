import Diagnostics
import MetaAnalysis
import Testing
import Text

@testable import Tables

@Suite("Tables given to pool and plot")
struct TableTests {
    private func options(_ measure: EffectMeasure?) -> TableOptions {
        var options = TableOptions()
        options.measure = measure
        return options
    }

    /// What is said of a table.
    private func problems(_ csv: String, _ options: TableOptions) -> String {
        var collector = DiagnosticCollector()
        _ = TableAnalysis(TableSource(name: "table.csv", text: csv), options: options, language: .english, &collector)
        return DiagnosticWriter(format: .text).write(collector)
    }

    @Test("Every problem, with its line and column, in one run")
    func everyProblem() {
        let csv =
            "study,estimate,low,high\r\nA,0.9,0,1.8\r\n\"B, é\",\"0,9\",0.8,1.1\r\nC,0.9,1.1,0.8\r\nD,,1,2\r\nE,1,2\r\n"
        #expect(
            problems(csv, options(.hazardRatio)) == """
                table.csv:2:3: error: a ratio or its limit is 0.0, and must be positive [not-positive]
                    2 | A,0.9,0,1.8
                      |   ^~~
                   help: ratios are given on their natural scale; for logs use the columns yi and sei
                table.csv:3:8: error: '0,9' in the column 'estimate' is not a number [not-a-number]
                    3 | "B, é","0,9",0.8,1.1
                      |        ^~~~~
                   help: write a decimal point, not a comma
                table.csv:4:3: error: the lower limit 1.1 is not below the upper limit 0.8 [limits-out-of-order]
                    4 | C,0.9,1.1,0.8
                      |   ^~~
                   help: check whether the limits are swapped
                table.csv:5:3: error: 'estimate' is empty [empty-field]
                    5 | D,,1,2
                      |   ^
                   help: write NE where nothing could be estimated; such a row is shown and not pooled
                table.csv:6:1: error: the row has 3 fields where the header has 4 [field-count]
                    6 | E,1,2
                      | ^~~~~

                """)
    }

    @Test("A misspelt column is a warning where it could be left out, and an error where it could not")
    func columns() {
        #expect(
            problems("study,yi,sei,yeer\nA,0.1,0.2,1999\nB,0.2,0.2,2000\n", options(nil)) == """
                table.csv:1:14: warning: the column 'yeer' is not used [unused-column]
                    1 | study,yi,sei,yeer
                      |              ^~~~
                   help: did you mean 'year'?

                """)
        var grouped = options(nil)
        grouped.group = "desing"
        #expect(
            problems("study,yi,sei,design\nA,0.1,0.2,x\n", grouped) == """
                table.csv:1:1: error: there is no column called 'desing' [missing-column]
                    1 | study,yi,sei,design
                      | ^~~~~~~~~~~~~~~~~~~
                   help: did you mean 'design'?

                """)
    }

    @Test("A table of ratios needs its measure; a table of logarithms does not")
    func measures() {
        let expected = """
            table.csv: error: the table does not say what its effects measure [unknown-measure]
               help: add --measure with one of HR, OR, RR, RD, MD, SMD, generic

            """
        #expect(problems("study,estimate,low,high\nA,0.9,0.8,1.0125\n", options(nil)) == expected)
        #expect(problems("study,e1,n1,e0,n0\nA,1,10,2,10\nB,1,10,2,10\n", options(nil)) == expected)
        #expect(problems("study,yi,sei\nA,0.9,0.8\n", options(nil)).isEmpty)
    }

    @Test("A method or test that does not go with the table is said")
    func methods() {
        var peto = options(.hazardRatio)
        peto.pooling.method = .peto
        #expect(
            problems("study,yi,sei\nA,0.9,0.8\nB,1,1\n", peto) == """
                table.csv: error: Peto's method does not go with the measure HR [measure-not-supported]
                   help: it needs the columns e1, n1, e0 and n0 in every row, and --measure OR

                """)
        var counts = options(.oddsRatio)
        counts.pooling.method = .mantelHaenszel
        #expect(
            problems("study,e1,n1,e0,n0,group\nA,1,9,3,9,x\nB,2,9,3,9,y\n", counts) == """
                table.csv: warning: groups are not pooled with the method MH [groups-not-pooled]
                   help: use FE or a random-effects method to compare them

                """)
        var common = options(.hazardRatio)
        common.pooling.method = .common
        common.pooling.test = .hartungKnapp
        #expect(
            problems("study,yi,sei\nA,0.9,0.8\nB,1,1\n", common).contains(
                "warning: the test 'knha' belongs to random effects"))
    }

    @Test("An interval that rounding does not explain is a warning")
    func asymmetry() {
        #expect(
            problems("study,estimate,low,high\nA,0.90,0.70,2.14\nB,0.9,0.7,1.14\n", options(.hazardRatio)).hasPrefix(
                "table.csv:2:1: warning: the estimate lies 1.08 standard errors off the middle of its interval"))
    }

    @Test("A column of groups that is empty makes no groups; a gap in one is an error")
    func groups() {
        #expect(problems("study,yi,sei,group\nA,0.9,0.8,\nB,1,1,\n", options(nil)).isEmpty)
        #expect(
            problems("study,yi,sei,group\nA,0.9,0.8,\nB,1,1,x\n", options(nil)) == """
                table.csv:2:11: error: 'group' is empty [empty-field]
                    2 | A,0.9,0.8,
                      |           ^

                """)
    }

    @Test("A name or a group of which nothing can be seen is empty")
    func invisible() {
        #expect(
            problems("study,yi,sei\n\u{200B}\u{AD},0,1\nB,0,1\n", options(nil)).contains(
                "table.csv:2:1: error: 'study' is empty [empty-field]"))
        #expect(
            problems("study,group,yi,sei\nA,x,0,1\nB,\u{2060},0,1\n", options(nil)).contains(
                "'group' is empty [empty-field]"))
    }
}
