import Diagnostics
import Foundation
import PlotSamples
import Plots
import TestSupport
import Testing

@testable import Site

/// Every graphic as it is written, for wide screens, for phones and as a file of its own, with its table.
@Suite struct PlotGoldenTests {
    enum Form: String, CaseIterable {
        case wide, narrow, alone

        var options: PlotOptions { PlotOptions(self == .narrow ? .narrow : .wide, isStandalone: self == .alone) }
    }

    static let samples: [(name: String, layout: OtherSamples.Layout)] =
        ForestSamples.scenes.map { sample in (sample.name, { try ForestPlotLayout(sample.data, options: $0).scene }) }
        + OtherSamples.scenes

    private static let templates = Result { () -> PlotTemplates in
        var problems = DiagnosticCollector()
        return try #require(try PlotTemplates(folder: SiteFolder.templates, &problems))
    }

    @Test("SVG", arguments: samples.map(\.name), Form.allCases)
    func svg(name: String, form: Form) throws {
        let layout = try #require(Self.samples.first { $0.name == name }).layout
        let svg = String(decoding: try Self.templates.get().render(layout(form.options)), as: UTF8.self)
        #expect(svg == Golden("plots/\(name).\(form.rawValue).svg").expected(recording: svg))
        _ = try XMLReader(Data(svg.utf8))
    }

    @Test("Table", arguments: samples.map(\.name))
    func table(name: String) throws {
        let layout = try #require(Self.samples.first { $0.name == name }).layout
        let table = try layout(PlotOptions()).table
        let lines = [table.columns.map(\.header)] + table.rows.map(\.cells)
        let text = lines.map { $0.joined(separator: " | ") + "\n" }.joined()
        #expect(text == Golden("plots/\(name).txt").expected(recording: text))
    }
}
