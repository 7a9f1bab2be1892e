import Diagnostics
import MetaAnalysis
import Plots
import TemplateEngine

/// A figure of a table of studies: `atlas plot`.
public struct TablePlot: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case forest
        case funnel
    }

    /// What a forest plot shows of the studies.
    public enum Variant: String, Sendable, CaseIterable {
        /// Each study, and what they say together.
        case studies
        /// The pooled result as studies are added, by year or in the order given.
        case cumulative
        /// The pooled result without each study.
        case leaveOneOut = "leave-one-out"
    }

    /// How the figure looks.
    public struct Appearance: Sendable {
        public var title: String?
        /// What lies left and right of no effect.
        public var favours: (left: String, right: String)?
        public var order: ForestPlotData.Order?
        /// Columns of the table that a forest plot shows, left and right of the effects.
        public var columns: (left: [String], right: [String]) = ([], [])
        public var variant = Variant.studies
        public var shape = PlotVariant.wide

        public init() {}

        /// The title, unless nothing of it can be seen.
        var visibleTitle: String? {
            title.flatMap { title in
                let isVisible = title.unicodeScalars.contains {
                    !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
                        && $0.properties.generalCategory != .control
                }
                return isVisible ? title : nil
            }
        }
    }

    private let kind: Kind
    private let file: String
    private let options: TableOptions
    private let appearance: Appearance
    private let templates: String?

    /// - Parameters:
    ///   - file: a path, or `-` for standard input.
    ///   - templates: the folder with the templates; nil for `Templates` here or in the repository of the program.
    public init(_ kind: Kind, file: String, options: TableOptions, appearance: Appearance, templates: String?) {
        self.kind = kind
        self.file = file
        self.options = options
        self.appearance = appearance
        self.templates = templates
    }

    /// - Returns: the figure as SVG, or what is wrong.
    /// - Throws: ``MachineFailure`` if the table or the templates cannot be read.
    public func run() throws(MachineFailure) -> TableOutcome {
        var outcome = TableOutcome()
        let templates = try PlotTemplates(folder: templates, &outcome.diagnostics)
        var options = options
        options.shown = appearance.columns.left + appearance.columns.right
        guard let templates, let analysis = try TableAnalysis(file: file, options: options, &outcome.diagnostics) else { return outcome }
        do {
            guard let scene = try scene(analysis, &outcome.diagnostics) else { return outcome }
            outcome.output = try templates.render(scene)
        } catch let error as PlotError {
            outcome.diagnostics.report(Self.diagnostic(error, analysis))
        } catch let error as TemplateError {
            outcome.diagnostics.report(error.diagnostic)
        } catch {
            throw MachineFailure("cannot draw '\(file)'", reason: "\(error)")
        }
        return outcome
    }

    private func scene(_ analysis: TableAnalysis, _ collector: inout DiagnosticCollector) throws(PlotError) -> Scene? {
        let layout = PlotOptions(appearance.shape, isStandalone: true)
        switch kind {
        case .funnel:
            return try FunnelTable(analysis, appearance).data().scene(layout, .english)
        case .forest:
            guard let data = ForestTable(analysis, appearance).data(&collector) else { return nil }
            return try data.scene(layout, .english)
        }
    }

    /// What cannot be drawn, at the row of the study if it is one.
    private static func diagnostic(_ error: PlotError, _ analysis: TableAnalysis) -> Diagnostic {
        let row = error.item.flatMap { item in analysis.table.rows.first { $0.effect.study == item } }
        return .error(
            "cannot-be-drawn", error.description,
            at: row.map { analysis.source.row(line: $0.line) } ?? analysis.source.whole)
    }

    /// Writes a figure in one step; an older one stays until the new one is whole.
    public static func write(_ bytes: [UInt8], to file: String) throws(MachineFailure) {
        try FileSystem.replace(file, with: bytes)
    }
}
