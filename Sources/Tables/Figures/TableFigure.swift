import Diagnostics
import Plots

/// A figure of a table of studies: what `atlas plot` draws.
package struct TableFigure: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case forest
        case funnel
    }

    /// What a forest plot shows of the studies.
    package enum Variant: String, Sendable, CaseIterable {
        /// Each study, and what they say together.
        case studies
        /// The pooled result as studies are added, by year or in the order given.
        case cumulative
        /// The pooled result without each study.
        case leaveOneOut = "leave-one-out"
    }

    /// How the figure looks.
    package struct Appearance: Sendable {
        package var title: String?
        /// What lies left and right of no effect.
        package var favours: (left: String, right: String)?
        package var order: ForestPlotData.Order?
        /// Columns of the table that a forest plot shows, left and right of the effects.
        package var columns: (left: [String], right: [String]) = ([], [])
        package var variant = Variant.studies
        package var shape = PlotVariant.wide

        package init() {}

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

    package let kind: Kind
    package let appearance: Appearance

    package init(_ kind: Kind, _ appearance: Appearance) {
        self.kind = kind
        self.appearance = appearance
    }

    /// - Returns: nil if the figure cannot be made of the table; the collector then has every reason.
    package func scene(of analysis: TableAnalysis, _ collector: inout DiagnosticCollector) -> Scene? {
        do throws(PlotError) {
            let layout = PlotOptions(appearance.shape, isStandalone: true)
            switch kind {
            case .funnel:
                return try FunnelTable(analysis, appearance).data().scene(layout, analysis.language)
            case .forest:
                guard let data = ForestTable(analysis, appearance).data(&collector) else { return nil }
                return try data.scene(layout, analysis.language)
            }
        } catch {
            collector.report(Self.diagnostic(error, analysis))
            return nil
        }
    }

    /// What cannot be drawn, at the row of the study if it is one.
    private static func diagnostic(_ error: PlotError, _ analysis: TableAnalysis) -> Diagnostic {
        let row = error.item.flatMap { item in analysis.table.rows.first { $0.study == item } }
        return .error(
            "cannot-be-drawn", error.description,
            at: row.map { analysis.source.row(line: $0.line) } ?? analysis.source.whole)
    }
}
