/// A forest plot small enough for a line of a list: the studies as thin lines, the result as a diamond, no text.
///
/// Lists give all their sparks the same axis, so that they can be compared.
public struct SparkForestLayout: Sendable {
    /// What a spark shows, on the natural scale.
    public struct Data: Sendable, Hashable {
        public var id: String
        /// Said in place of the marks: "Overall survival: pooled hazard ratio 0.91, 95% CI 0.81 to 1.03".
        public var sentence: String
        public var scale: PlotScale
        public var nullValue: Double?
        public var studies: [ForestPlotData.Effect]
        /// Whether the interval of a study that stands alone is derived and not printed.
        public var isDerived: Bool
        /// Nil where nothing was pooled.
        public var pooled: ForestPlotData.Effect?
        /// The ends of the axis; what is beyond is cut.
        public var axis: ClosedRange<Double>

        public init(
            id: String, sentence: String, scale: PlotScale = .logarithmic, nullValue: Double? = 1,
            studies: [ForestPlotData.Effect], isDerived: Bool = false, pooled: ForestPlotData.Effect?, axis: ClosedRange<Double> = 0.25...4
        ) {
            self.id = id
            self.sentence = sentence
            self.scale = scale
            self.nullValue = nullValue
            self.studies = studies
            self.isDerived = isDerived
            self.pooled = pooled
            self.axis = axis
        }
    }

    public let scene: Scene

    /// - Parameters:
    ///   - width: In user units, 60 to 400.
    ///   - height: In user units, 16 to 60; of more studies than fit, the lines lie closer together.
    /// - Throws: `PlotError` for numbers that cannot be drawn.
    public init(_ data: Data, width: Double = 132, height: Double = 26) throws(PlotError) {
        guard width >= 60, width <= 400, height >= 16, height <= 60 else { throw .width }
        var forest = ForestPlotData(
            id: data.id, title: "", measure: "", shortMeasure: "", scale: data.scale, nullValue: data.nullValue,
            axis: data.axis)
        forest.rows = data.studies.map { .study(.init(label: data.sentence, effect: $0)) }
        if let pooled = data.pooled { forest.rows.append(.pooled(.init(label: data.sentence, effect: pooled))) }
        try forest.validate()
        let axis = Axis(
            scale: data.scale, low: data.axis.lowerBound, high: data.axis.upperBound, start: 4, end: width - 4)
        let sentence = LabelText.clean(data.sentence)
        var group = SceneGroup(.mark, sentence: sentence)
        if let null = data.nullValue, null >= axis.low, null <= axis.high {
            group.line(axis.position(null), 0, axis.position(null), height, .null)
        }
        Self.draw(data, axis, height: height, in: &group)
        scene = Scene(
            id: Scene.identifier(data.id), kind: .spark, variant: .wide, isStandalone: false, title: sentence, description: "",
            width: width, height: height, groups: [group], table: TableTwin())
    }

    private static func draw(_ data: Data, _ axis: Axis, height: Double, in group: inout SceneGroup) {
        let isAlone = data.pooled == nil && data.studies.count == 1
        let room = data.pooled == nil ? height - 6 : height - 15
        let step = min(4, room / Double(max(data.studies.count - 1, 1)))
        let used = step * Double(max(data.studies.count - 1, 0))
        var y = 3 + (room - used) / 2
        if isAlone { y = height / 2 }
        for study in data.studies {
            let place = axis.clamped(study.estimate)
            let from = axis.clamped(study.low ?? study.estimate)
            let to = axis.clamped(study.high ?? study.estimate)
            if to > from { group.line(from, y, to, y, isAlone ? data.isDerived ? .intervalDerived : .interval : .intervalShown) }
            // What the axis cuts goes on.
            let head = isAlone ? 3.5 : 1.5
            if (study.low ?? study.estimate) < axis.low {
                group.polygon([(0, y), (axis.start + 1, y - head), (axis.start + 1, y + head)], isAlone ? .arrow : .arrowShown)
            }
            if (study.high ?? study.estimate) > axis.high {
                group.polygon(
                    [(axis.end + 4, y), (axis.end - 1, y - head), (axis.end - 1, y + head)], isAlone ? .arrow : .arrowShown)
            }
            // An estimate beyond the axis has no place on it.
            if study.estimate >= axis.low, study.estimate <= axis.high {
                let side = isAlone ? 7.0 : 2.5
                group.rect(place - side / 2, y - side / 2, side, side, .square)
            }
            y += step
        }
        guard let pooled = data.pooled else { return }
        let middle = axis.clamped(pooled.estimate)
        let left = min(axis.clamped(pooled.low ?? pooled.estimate), middle - 2)
        let right = max(axis.clamped(pooled.high ?? pooled.estimate), middle + 2)
        let centre = height - 6
        group.polygon(
            [(left, centre), (middle, centre - 4.5), (right, centre), (middle, centre + 4.5)], .diamond)
    }
}
