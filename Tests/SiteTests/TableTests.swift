import Diagnostics
import Foundation
import MetaAnalysis
import Tables
import TestSupport
import Testing

@testable import Site

@Suite("Figures of tables")
struct TablePlotTests {
    private static let twenty =
        "study,year,e1,n1,e0,n0,group\n"
        + (0..<20).map {
            "Trial of a treatment \($0),\(1990 + $0),\(5 + $0 * 7 % 19),\(60 + $0),\(9 + $0 * 5 % 17),\(58 + $0),\($0 % 2 == 0 ? "early" : "late")\n"
        }
        .joined()

    private func plot(
        _ kind: TableFigure.Kind, _ csv: String, _ measure: EffectMeasure,
        _ change: (inout TableFigure.Appearance) -> Void = { _ in }
    ) throws -> TableOutcome {
        let site = try SiteFolder(FileTree("-- table.csv --\n" + csv))
        var options = TableOptions()
        options.measure = measure
        var appearance = TableFigure.Appearance()
        change(&appearance)
        return try TablePlot(
            TableFigure(kind, appearance), file: site.path + "/table.csv", options: options,
            templates: SiteFolder.templates
        ).run()
    }

    /// The texts of a figure, if it is well-formed XML.
    private func texts(_ outcome: TableOutcome) throws -> [String] {
        try XMLReader(Data(outcome.output)).texts
    }

    @Test(
        "Twenty studies with everything, in every shape, are XML below 30 KiB",
        arguments: [
            (TableFigure.Kind.forest, TableFigure.Variant.studies, "wide"), (.forest, .studies, "narrow"),
            (.forest, .cumulative, "wide"),
            (.forest, .leaveOneOut, "narrow"), (.funnel, .studies, "wide"), (.funnel, .studies, "narrow"),
        ])
    func size(_ kind: TableFigure.Kind, _ variant: TableFigure.Variant, _ shape: String) throws {
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
        for text in [
            "early", "late", "early, 10 studies", "late, 10 studies", "All studies, random effects", "1990", "5/60",
        ] {
            #expect(texts.contains(text), "\(text)")
        }
        #expect(
            texts.contains {
                $0.replacing("\u{A0}", with: " ").hasPrefix("Test between groups: Q = ")
                    && $0.contains(", df = 1, p ".keptTogether)
            })
    }

    @Test("Printed limits are drawn as they are printed")
    func printed() throws {
        let csv = "study,estimate,low,high\nHORRAD,0.90,0.70,1.14\nSTAMPEDE,0.92,0.80,1.06\n"
        let texts = try texts(plot(.forest, csv, .hazardRatio))
        #expect(
            texts.contains("(0.70 to 1.14)") && texts.contains("(0.80 to 1.06)") && texts.contains("(0.81 to 1.03)"))
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
        #expect(
            outcome.diagnostics.sorted.map { "\($0.diagnostic.place?.line ?? 0):\($0.diagnostic.place?.column ?? 0)" }
                == ["2:3"])
        let few = try plot(.forest, "study,yi,sei\nA,1,0.3\nB,1,0.2\n", .hazardRatio) { $0.variant = .leaveOneOut }
        #expect(few.output.isEmpty)
        #expect(
            few.diagnostics.sorted.map(\.diagnostic.summary) == [
                "leave-one-out needs at least 3 studies, and there are 2"
            ])
        let huge = try plot(.forest, "study,yi,sei\nA,40,0.3\nB,1,0.2\n", .hazardRatio)
        #expect(huge.output.isEmpty && huge.diagnostics.sorted.map(\.diagnostic.place?.line) == [2])
    }

    @Test("A folder without templates is a failure of the machine, said in words")
    func noTemplates() throws {
        let site = try SiteFolder(FileTree("-- table.csv --\nstudy,yi,sei\nA,1,1"))
        #expect(throws: MachineFailure.self) {
            try TablePlot(
                TableFigure(.forest, .init()), file: site.path + "/table.csv", options: TableOptions(),
                templates: "/nowhere"
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

    @Test("A file that is not there is a failure of the machine; one that is no text is not")
    func files() throws {
        #expect(throws: MachineFailure.self) {
            try TablePooling(file: "/nowhere/table.csv", options: TableOptions(), isJSON: true).run()
        }
        let site = try SiteFolder(FileTree(""))
        let path = site.path + "/table.csv"
        try FileSystem.write([0x73, 0xFF, 0x0A], to: path)
        let outcome = try TablePooling(file: path, options: TableOptions(), isJSON: true).run()
        #expect(outcome.output.isEmpty && outcome.diagnostics.sorted.map(\.diagnostic.identifier) == ["invalid-utf8"])
        try FileSystem.replace(path, with: Array("study,yi,sei\r\nAé,0,".utf8) + [0xC9, 0x0A])
        let place = try TablePooling(file: path, options: TableOptions(), isJSON: true).run().diagnostics.sorted.first?
            .diagnostic.place
        #expect(place?.line == 2 && place?.column == 6)
    }
}
