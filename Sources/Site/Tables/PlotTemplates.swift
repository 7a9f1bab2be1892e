import Diagnostics
import Plots
import TemplateEngine
import Text

/// The SVG templates of plots, ready to write plots without a site.
package struct PlotTemplates: Sendable {
    private let environment: TemplateEnvironment

    /// - Parameters:
    ///   - folder: the folder of the theme; nil for `Templates` here or in the repository of the program.
    ///   - collector: gets the mistakes of the templates; if there are any the result is nil.
    /// - Throws: ``MachineFailure`` if the templates cannot be read.
    package init?(folder: String?, _ collector: inout DiagnosticCollector) throws(MachineFailure) {
        guard let folder = folder ?? Self.found() else {
            throw MachineFailure(
                "cannot find the templates of plots", reason: "there is no folder 'Templates' here",
                help: "name the folder with --templates")
        }
        let plots = try InputFolder(folder + "/plots", purpose: "plot template", option: "--templates")
        let sources = TemplateFolder(plots).sources.map { TemplateSource(name: "plots/" + $0.name, text: $0.text) }
        do {
            environment = try TemplateEnvironment(
                sources: sources, options: SiteBuilder.templateOptions, views: PageViews.byPlotTemplate,
                globals: WordsView.globals(.english))
        } catch {
            collector.report(contentsOf: error.diagnostics)
            return nil
        }
    }

    /// `Templates` in the working folder, or beside the program or above it.
    private static func found() -> String? {
        var candidates = ["Templates"]
        let program = FileSystem.resolved("/proc/self/exe") ?? FileSystem.resolved(CommandLine.arguments.first ?? "")
        if var folder = program.map(FileSystem.parent) {
            for _ in 0..<5 {
                candidates.append(folder + "/Templates")
                folder = FileSystem.parent(of: folder)
            }
        }
        return candidates.first { FileSystem.kind(at: $0 + "/plots/plot.svg") == .file }
    }

    /// A plot as SVG; one that stands alone with its own style.
    ///
    /// - Throws: ``TemplateError`` if the template asks for what is not there.
    package func render(_ scene: Scene) throws(TemplateError) -> [UInt8] {
        let name = PageViews.template(of: scene.kind)
        guard let template = environment.template(named: name) else {
            throw TemplateError(
                diagnostic: .error("unknown-template", "there is no template '\(name)'", at: Place(file: name)))
        }
        var bytes: [UInt8] = []
        try template.render(PageViews.plotFile.value(of: scene), into: &bytes)
        return bytes
    }
}
