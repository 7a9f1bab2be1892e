import Text

/// The main effect of a study small enough for a line of a list: its interval as a thin line, no text.
///
/// Lists give all their sparks the same axis, so that they can be compared.
package struct SparkForestData: PlotData, Hashable {
    package var id: String
    /// Said in place of the marks: "STAMPEDE, overall survival: HR 0.92 (95 % CI 0.80 to 1.06)".
    package var title: String
    /// A ratio, on the natural scale.
    package var effect: ForestPlotData.Effect
    /// Whether the interval is derived and not printed.
    package var isDerived: Bool
    /// The ends of the axis; what is beyond is cut.
    package var axis: ClosedRange<Double>

    private static let width = 132.0
    private static let height = 26.0

    package init(
        id: String, title: String, effect: ForestPlotData.Effect, isDerived: Bool = false, axis: ClosedRange<Double>
    ) {
        self.id = id
        self.title = title
        self.effect = effect
        self.isDerived = isDerived
        self.axis = axis
    }

    /// - Parameter options: Of no use here: a spark has one size and stands in a page.
    /// - Throws: `PlotError` for numbers that cannot be drawn.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        guard axis.lowerBound >= 1e-12, axis.upperBound <= 1e12, axis.upperBound / axis.lowerBound >= 1.001 else {
            throw .axis
        }
        var forest = ForestPlotData(id: id, title: "", measure: "", shortMeasure: "")
        forest.rows = [.study(.init(label: title, effect: effect))]
        try forest.validate()
        let title = LabelText.clean(title)
        return Scene(
            id: Scene.identifier(id), kind: .spark, variant: .wide, isStandalone: false, title: title, description: "",
            width: Self.width, height: Self.height, groups: [group(title)], table: TableTwin())
    }

    private func group(_ title: String) -> SceneGroup {
        let scale = Axis(
            scale: .logarithmic, low: axis.lowerBound, high: axis.upperBound, start: 4, end: Self.width - 4)
        var group = SceneGroup(.mark, sentence: title)
        if axis.contains(1) { group.line(scale.position(1), 0, scale.position(1), Self.height, .null) }
        let y = Self.height / 2
        let (low, high) = (effect.low ?? effect.estimate, effect.high ?? effect.estimate)
        let (from, to) = (scale.clamped(low), scale.clamped(high))
        if to > from { group.line(from, y, to, y, isDerived ? .intervalDerived : .interval) }
        // What the axis cuts goes on.
        if low < scale.low { group.polygon([(0, y), (scale.start + 1, y - 3.5), (scale.start + 1, y + 3.5)], .arrow) }
        if high > scale.high {
            group.polygon([(scale.end + 4, y), (scale.end - 1, y - 3.5), (scale.end - 1, y + 3.5)], .arrow)
        }
        // An estimate beyond the axis has no place on it.
        if axis.contains(effect.estimate) { group.rect(scale.position(effect.estimate) - 3.5, y - 3.5, 7, 7, .square) }
        return group
    }
}
