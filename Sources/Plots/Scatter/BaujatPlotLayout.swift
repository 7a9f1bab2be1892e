/// A Baujat plot laid out: how much each study contributes to heterogeneity against how much it moves the pooled
/// estimate (Baujat et al. 2002).
public struct BaujatPlotLayout: Sendable {
    public struct Study: Sendable, Hashable {
        public var label: String
        public var href: String?
        /// The study's part of Cochran's Q.
        public var contribution: Double
        /// The squared standardised change of the pooled estimate without the study.
        public var influence: Double

        public init(label: String, href: String? = nil, contribution: Double, influence: Double) {
            self.label = label
            self.href = href
            self.contribution = contribution
            self.influence = influence
        }
    }

    public let scene: Scene

    /// - Throws: `PlotError` for numbers that cannot be drawn.
    public init(
        id: String, title: String, description: String = "", studies: [Study], options: PlotOptions = PlotOptions()
    ) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        for study in studies {
            for value in [study.contribution, study.influence] {
                guard value.isFinite else { throw .notFinite(item: study.label) }
                guard value >= 0, value <= 1e9 else { throw .outOfRange(item: study.label) }
            }
        }
        let x = max((studies.map(\.contribution).max() ?? 1) * 1.08, 1e-6)
        let y = max((studies.map(\.influence).max() ?? 1) * 1.08, 1e-6)
        let numbers = { (value: Double) in NumberText.fixed(value, decimals: 2) }
        let plot = ScatterPlot(
            id: id, kind: .baujat, title: LabelText.clean(title), description: LabelText.clean(description),
            xHeader: "Contribution to heterogeneity (part of Q)", yHeader: "Influence on the pooled estimate",
            xScale: .linear, x: (0, x), y: (0, y), null: nil,
            items: studies.map {
                .init(
                    label: LabelText.clean($0.label), href: $0.href,
                    sentence: LabelText.clean($0.label) + ": contribution to Q " + numbers($0.contribution)
                        + ", influence " + numbers($0.influence),
                    x: $0.contribution, y: $0.influence, style: .circle)
            })
        var builder = ScatterPlotBuilder(plot, options)
        var scene = builder.build()
        scene.table.columns = [
            .init(header: "Study", isNumeric: false), .init(header: "Contribution to Q", isNumeric: true),
            .init(header: "Influence", isNumeric: true),
        ]
        scene.table.rows = studies.map {
            .init(
                kind: .study, href: $0.href,
                cells: [LabelText.clean($0.label), numbers($0.contribution), numbers($0.influence)])
        }
        self.scene = scene
    }
}
