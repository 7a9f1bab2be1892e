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

    static let samples: [(name: String, data: any PlotData)] =
        ForestSamples.scenes.map { ($0.name, $0.data) } + OtherSamples.scenes

    private static func scene(_ name: String, _ options: PlotOptions) throws -> Scene {
        try #require(samples.first { $0.name == name }).data.scene(options, .english)
    }

    private static let templates = Result { () -> PlotTemplates in
        var problems = DiagnosticCollector()
        return try #require(try PlotTemplates(folder: SiteFolder.templates, &problems))
    }

    @Test("SVG", arguments: samples.map(\.name), Form.allCases)
    func svg(name: String, form: Form) throws {
        let svg = String(decoding: try Self.templates.get().render(Self.scene(name, form.options)), as: UTF8.self)
        #expect(svg == Golden("plots/\(name).\(form.rawValue).svg").expected(recording: svg))
        _ = try XMLReader(Data(svg.utf8))
    }

    @Test("A file of its own carries a rule for each of its marks", arguments: samples.map(\.name))
    func style(name: String) throws {
        let scene = try Self.scene(name, Form.alone.options)
        guard scene.isStandalone else { return }
        let svg = String(decoding: try Self.templates.get().render(scene), as: UTF8.self)
        let sheet = try #require(svg.components(separatedBy: "</style>").first)
        for group in scene.groups {
            let styles =
                group.rects.map(\.style) + group.lines.map(\.style) + group.paths.map(\.style)
                + group.circles.map(\.style)
            for style in Set(styles) where style != .hit {
                #expect(sheet.contains(".plot-\(style.rawValue){") || sheet.contains(".plot-\(style.rawValue),"))
            }
        }
    }

    @Test("A file of its own refers to nothing outside, and twenty studies take less than 30 kB")
    func size() throws {
        let svg = try Self.templates.get().render(
            ForestSamples.twenty.scene(Form.alone.options, .english))
        #expect(svg.count < 30_000)
        for (name, data) in Self.samples {
            let text = String(
                decoding: try Self.templates.get().render(data.scene(Form.alone.options, .english)), as: UTF8.self)
            for address in ["url(", "@import", "<script", "<image", "<use", "xlink"] where name != "forest-hostile" {
                #expect(!text.contains(address), "\(name)")
            }
            #expect(text.split(separator: "http").count == 2, "only the name of SVG's namespace")
        }
    }

    @Test("Table", arguments: samples.map(\.name))
    func table(name: String) throws {
        let table = try Self.scene(name, PlotOptions()).table
        let lines = [table.columns.map(\.header)] + table.rows.map(\.cells)
        let text = lines.map { $0.joined(separator: " | ") + "\n" }.joined()
        #expect(text == Golden("plots/\(name).txt").expected(recording: text))
    }
}
