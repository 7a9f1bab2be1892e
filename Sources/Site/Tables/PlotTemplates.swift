import Diagnostics
import Plots
import TemplateEngine

/// The SVG templates of plots, found without a site.
struct PlotTemplates {
    private let sources: [TemplateSource]

    /// - Parameter folder: the folder of the theme; nil for `Templates` here or in the repository of the program.
    init(folder: String?) throws(MachineFailure) {
        guard let folder = folder ?? Self.found() else {
            throw MachineFailure(
                "cannot find the templates of plots", reason: "there is no folder 'Templates' here",
                help: "name the folder with --templates")
        }
        let plots = try InputFolder(folder + "/plots", purpose: "plot template", option: "--templates")
        sources = TemplateFolder(plots).sources.map { TemplateSource(name: "plots/" + $0.name, text: $0.text) }
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

    /// A plot as a file of its own; empty if the templates have a mistake, which goes to the collector.
    func render(_ scene: Scene, as kind: String, _ collector: inout DiagnosticCollector) -> [UInt8] {
        let name = "plots/\(kind).svg"
        do {
            let environment = try TemplateEnvironment(
                sources: sources, options: SiteBuilder.templateOptions, views: [name: PageViews.plotFile])
            guard let template = environment.template(named: name) else {
                collector.report(.error("unknown-template", "there is no template '\(name)'", at: Place(file: name)))
                return []
            }
            var bytes: [UInt8] = []
            try template.render(
                .record(PageViews.plotFile, [PlotViews.value(of: scene, isStandalone: true)]), into: &bytes)
            return bytes
        } catch let error as TemplateLoadingError {
            collector.report(contentsOf: error.diagnostics)
        } catch let error as TemplateError {
            collector.report(error.diagnostic)
        } catch {
            collector.report(.error("cannot-be-drawn", "\(error)", at: Place(file: name)))
        }
        return []
    }
}
