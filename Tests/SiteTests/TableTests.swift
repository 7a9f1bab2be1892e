import Diagnostics
import Foundation
import MetaAnalysis
import Testing
import TestSupport

@testable import Site

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
        _ = TableAnalysis(TableSource(name: "table.csv", text: csv), options: options, &collector)
        return DiagnosticWriter(format: .text).write(collector)
    }

    @Test("Every problem, with its line and column, in one run")
    func everyProblem() {
        let csv = "study,estimate,low,high\r\nA,0.9,0,1.8\r\n\"B, é\",\"0,9\",0.8,1.1\r\nC,0.9,1.1,0.8\r\nD,,1,2\r\nE,1,2\r\n"
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
        #expect(problems("study,yi,sei\nA,0.9,0.8\nB,1,1\n", common).contains("warning: the test 'knha' belongs to random effects"))
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

    @Test("A file that is not there is a failure of the machine; one that is no text is not")
    func files() throws {
        #expect(throws: MachineFailure.self) {
            try TablePooling(file: "/nowhere/table.csv", options: options(nil), isJSON: true).run()
        }
        let site = try SiteFolder(FileTree(""))
        let path = site.path + "/table.csv"
        try FileSystem.write([0x73, 0xFF, 0x0A], to: path)
        let outcome = try TablePooling(file: path, options: options(nil), isJSON: true).run()
        #expect(outcome.output.isEmpty && outcome.diagnostics.sorted.map(\.diagnostic.identifier) == ["invalid-utf8"])
        try FileSystem.replace(path, with: Array("study,yi,sei\r\nAé,0,".utf8) + [0xC9, 0x0A])
        let place = try TablePooling(file: path, options: options(nil), isJSON: true).run().diagnostics.sorted.first?.diagnostic.place
        #expect(place?.line == 2 && place?.column == 6)
    }

    @Test("A name or a group of which nothing can be seen is empty")
    func invisible() {
        #expect(problems("study,yi,sei\n\u{200B}\u{AD},0,1\nB,0,1\n", options(nil)).contains("table.csv:2:1: error: 'study' is empty [empty-field]"))
        #expect(problems("study,group,yi,sei\nA,x,0,1\nB,\u{2060},0,1\n", options(nil)).contains("'group' is empty [empty-field]"))
    }
}

@Suite("atlas pool --json against metafor's reference values")
struct PoolVectorTests {
    /// The reference values, read loosely.
    static var vectors: [[String: Any]] {
        let path = "\(#filePath)".split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/MetaAnalysisTests/Vectors/metafor.json"
        let root = (try? JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))) as? [String: Any]
        return root?["datasets"] as? [[String: Any]] ?? []
    }

    @Test("Every dataset, written as a table and pooled", arguments: vectors.indices)
    func dataset(_ index: Int) throws {
        let data = Self.vectors[index]
        let studies = try #require(data["studies"] as? [[String: Any]])
        let hasGroups = studies.allSatisfy { $0["group"] is String }
        var csv = "study,yi,vi" + (hasGroups ? ",group" : "") + "\n"
        for study in studies {
            let label = (study["label"] as? String ?? "").replacing("\"", with: "\"\"")
            csv += "\"\(label)\",\(try #require(study["yi"] as? Double)),\(try #require(study["vi"] as? Double))"
            csv += (hasGroups ? ",\"\(study["group"] as? String ?? "")\"" : "") + "\n"
        }
        let relative = max(data["tolerance_relative"] as? Double ?? 1e-8, 1e-8)
        for method in ["DL", "PM", "REML", "ML", "EB", "SJ", "HE"] {
            guard studies.count > 1 else { continue }
            var options = TableOptions()
            options.pooling.method = try #require(PoolingMethod(name: method))
            options.pooling.test = .wald
            let report = try pool(csv, options)
            let random = try #require(report["random"] as? [String: Any])
            let reference = try #require((data["RE"] as? [String: Any])?[method] as? [String: Any])
            for (key, other) in [("estimate", "estimate"), ("se", "se"), ("ciLow", "ci_lb"), ("ciHigh", "ci_ub"), ("p", "p")] {
                close(random[key], reference[other], relative, 1e-12, "\(method) \(key)")
            }
            close(random["tau2"], reference["tau2"], relative, 1e-9, "\(method) tau2")
            #expect(random["method"] as? String == method && random["test"] as? String == "z" && random["df"] == nil)
        }
        let report = try pool(csv, TableOptions())
        let expectedKeys: Set<String> = studies.count == 1 ? ["k", "measure", "level", "studies", "cautions"] : [
            "k", "measure", "level", "studies", "common", "random", "heterogeneity", "cumulative", "sensitivity",
        ]
        #expect(expectedKeys.isSubset(of: report.keys))
        #expect((report["egger"] != nil) == (studies.count >= 10))
        #expect((report["trimFill"] != nil) == (studies.count >= 10))
        #expect((report["leaveOneOut"] != nil) == (studies.count >= 3))
        #expect((report["prediction"] != nil) == (studies.count >= 3))
        #expect((report["subgroups"] != nil) == (hasGroups && Set(studies.map { $0["group"] as? String }).count > 1))
        if let common = report["common"] as? [String: Any], let reference = data["FE"] as? [String: Any] {
            close(common["estimate"], reference["estimate"], relative, 1e-12, "common")
            close(common["z"], reference["z"], relative, 1e-12, "z")
        }
    }

    private func pool(_ csv: String, _ options: TableOptions) throws -> [String: Any] {
        var collector = DiagnosticCollector()
        let analysis = try #require(TableAnalysis(TableSource(name: "t.csv", text: csv), options: options, &collector))
        let text = analysis.report.json()
        #expect(!text.contains(": null") && !text.lowercased().contains(": nan") && !text.contains(": inf"))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func close(_ value: Any?, _ reference: Any?, _ relative: Double, _ absolute: Double, _ name: String) {
        guard let expected = reference as? Double else { return }
        guard let value = value as? Double else {
            Issue.record("\(name) is missing, expected \(expected)")
            return
        }
        #expect(abs(value - expected) <= max(relative * abs(expected), absolute), "\(name): \(value), expected \(expected)")
    }
}

@Suite("Figures of tables")
struct TablePlotTests {
    private static let twenty =
        "study,year,e1,n1,e0,n0,group\n"
        + (0..<20).map { "Trial of a treatment \($0),\(1990 + $0),\(5 + $0 * 7 % 19),\(60 + $0),\(9 + $0 * 5 % 17),\(58 + $0),\($0 % 2 == 0 ? "early" : "late")\n" }
        .joined()

    private func plot(
        _ kind: TablePlot.Kind, _ csv: String, _ measure: EffectMeasure, _ change: (inout TablePlot.Appearance) -> Void = { _ in }
    ) throws -> TableOutcome {
        let site = try SiteFolder(FileTree("-- table.csv --\n" + csv))
        var options = TableOptions()
        options.measure = measure
        var appearance = TablePlot.Appearance()
        change(&appearance)
        return try TablePlot(
            kind, file: site.path + "/table.csv", options: options, appearance: appearance, templates: SiteFolder.templates
        ).run()
    }

    /// The texts of a figure, if it is well-formed XML.
    private func texts(_ outcome: TableOutcome) throws -> [String] {
        try XMLReader(Data(outcome.output)).texts
    }

    @Test("Twenty studies with everything, in every shape, are XML below 30 KiB", arguments: [
        (TablePlot.Kind.forest, TablePlot.Variant.studies, "wide"), (.forest, .studies, "narrow"), (.forest, .cumulative, "wide"),
        (.forest, .leaveOneOut, "narrow"), (.funnel, .studies, "wide"), (.funnel, .studies, "narrow"),
    ])
    func size(_ kind: TablePlot.Kind, _ variant: TablePlot.Variant, _ shape: String) throws {
        let outcome = try plot(kind, Self.twenty, .oddsRatio) {
            $0.variant = variant
            $0.shape = shape == "wide" ? .wide : .narrow
            $0.title = "A <title> & \"quotes\""
            $0.favours = ("Favours treatment", "Favours control")
        }
        #expect(!outcome.diagnostics.hasErrors)
        #expect(outcome.output.count < 30 * 1024, "\(outcome.output.count) bytes")
        #expect(try texts(outcome).contains("A <title> & \"quotes\""))
    }

    @Test("Groups have their own diamonds and the test between them")
    func groups() throws {
        let texts = try texts(plot(.forest, Self.twenty, .oddsRatio))
        for text in ["early", "late", "early, 10 studies", "late, 10 studies", "All studies, random effects", "1990", "5/60"] {
            #expect(texts.contains(text), "\(text)")
        }
        #expect(texts.contains { $0.replacing("\u{A0}", with: " ").hasPrefix("Test between groups: Q = ") && $0.contains(", df = 1, p ".whole) })
    }

    @Test("Printed limits are drawn as they are printed")
    func printed() throws {
        let csv = "study,estimate,low,high\nHORRAD,0.90,0.70,1.14\nSTAMPEDE,0.92,0.80,1.06\n"
        let texts = try texts(plot(.forest, csv, .hazardRatio))
        #expect(texts.contains("(0.70 to 1.14)") && texts.contains("(0.80 to 1.06)") && texts.contains("(0.81 to 1.03)"))
    }

    @Test("One study has no diamond")
    func one() throws {
        let texts = try texts(plot(.forest, "study,yi,sei\nA,-0.2,0.3\n", .hazardRatio))
        #expect(texts.contains("A") && !texts.contains { $0.hasPrefix("All studies") })
    }

    @Test("A bad table gives line and column, and no figure")
    func bad() throws {
        let outcome = try plot(.forest, "study,yi,sei\nA,x,0.3\n", .hazardRatio)
        #expect(outcome.output.isEmpty)
        #expect(outcome.diagnostics.sorted.map { "\($0.diagnostic.place?.line ?? 0):\($0.diagnostic.place?.column ?? 0)" } == ["2:3"])
        let few = try plot(.forest, "study,yi,sei\nA,1,0.3\nB,1,0.2\n", .hazardRatio) { $0.variant = .leaveOneOut }
        #expect(few.output.isEmpty)
        #expect(few.diagnostics.sorted.map(\.diagnostic.summary) == ["leave-one-out needs at least 3 studies, and there are 2"])
        let huge = try plot(.forest, "study,yi,sei\nA,40,0.3\nB,1,0.2\n", .hazardRatio)
        #expect(huge.output.isEmpty && huge.diagnostics.sorted.map(\.diagnostic.place?.line) == [2])
    }

    @Test("A folder without templates is a failure of the machine, said in words")
    func noTemplates() throws {
        let site = try SiteFolder(FileTree("-- table.csv --\nstudy,yi,sei\nA,1,1"))
        #expect(throws: MachineFailure.self) {
            try TablePlot(
                .forest, file: site.path + "/table.csv", options: TableOptions(), appearance: .init(), templates: "/nowhere"
            ).run()
        }
    }

    @Test("Columns of the table stand where they are asked for; one that is not there is an error")
    func columns() throws {
        let table = "study,estimate,low,high,setting,dose\nA,0.9,0.7,1.14,few,36\nB,0.92,0.8,1.06,many,55.5\n"
        let outcome = try plot(.forest, table, .hazardRatio) { $0.columns = (["setting"], ["Dose"]) }
        #expect(outcome.diagnostics.sorted.isEmpty)
        let texts = try texts(outcome)
        for text in ["setting", "few", "many", "dose", "36", "55.5"] { #expect(texts.contains(text)) }
        let wrong = try plot(.forest, table, .hazardRatio) { $0.columns = (["seting"], []) }
        #expect(wrong.output.isEmpty)
        #expect(wrong.diagnostics.sorted.map(\.diagnostic.identifier) == ["missing-column"])
    }

    @Test("A figure replaces an older one in one step, and leaves nothing beside it")
    func replacing() throws {
        let site = try SiteFolder(FileTree("-- out/plot.svg --\nold"))
        try TablePlot.write(Array("new".utf8), to: site.path + "/out/plot.svg")
        #expect(site.read("out/plot.svg") == "new")
        #expect(try FileSystem.entries(of: site.path + "/out").map(\.name) == ["plot.svg"])
    }
}
