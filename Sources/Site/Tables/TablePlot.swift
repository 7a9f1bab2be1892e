import Diagnostics
import Plots
import Tables
import TemplateEngine

/// A figure of a table of studies, written through the templates of a theme: `atlas plot`.
package struct TablePlot: Sendable {
    private let figure: TableFigure
    private let file: String
    private let options: TableOptions
    private let templates: String?

    /// - Parameters:
    ///   - file: a path, or `-` for standard input.
    ///   - templates: the folder with the templates; nil for `Templates` here or in the repository of the program.
    package init(_ figure: TableFigure, file: String, options: TableOptions, templates: String?) {
        self.figure = figure
        self.file = file
        self.options = options
        self.templates = templates
    }

    /// - Returns: the figure as SVG, or what is wrong.
    /// - Throws: ``MachineFailure`` if the table or the templates cannot be read.
    package func run() throws(MachineFailure) -> TableOutcome {
        var outcome = TableOutcome()
        let templates = try PlotTemplates(folder: templates, &outcome.diagnostics)
        var options = options
        options.shown = figure.appearance.columns.left + figure.appearance.columns.right
        guard let templates, let analysis = try TableAnalysis(file: file, options: options, &outcome.diagnostics),
            let scene = figure.scene(of: analysis, &outcome.diagnostics)
        else { return outcome }
        do throws(TemplateError) {
            outcome.output = try templates.render(scene)
        } catch {
            outcome.diagnostics.report(error.diagnostic)
        }
        return outcome
    }

    /// Writes a figure in one step; an older one stays until the new one is whole.
    package static func write(_ bytes: [UInt8], to file: String) throws(MachineFailure) {
        try FileSystem.replace(file, with: bytes)
    }
}
