import Text

/// The work of laying out points in a plane.
struct ScatterPlotBuilder: PlotBuilder {
    let plot: ScatterPlot
    let options: PlotOptions
    let language: Language
    let width: Double
    var groups: [SceneGroup] = []
    var y: Double
    /// The room of texts and points so far, which labels keep clear of.
    private var taken: [(minX: Double, minY: Double, maxX: Double, maxY: Double)] = []

    init(_ plot: ScatterPlot, _ options: PlotOptions, _ language: Language) {
        self.plot = plot
        self.options = options
        self.language = language
        width = min(options.width, 640)
        y = options.margin
    }

    mutating func build() -> Scene {
        addTitle(plot.title)
        addKeys(plot.keys.map(\.label)) { [keys = plot.keys] index, x, y, group in
            group.rect(x, y + 4, 12, 9, keys[index].style)
            group.rect(x, y + 4, 12, 9, .outline)
        }
        var group = SceneGroup(.header)
        let yHeader = Typography.header.fit(plot.yHeader, width: width - 2 * margin, lineLimit: 2)
        group.text(yHeader, full: plot.yHeader, x: margin, y: y + 12, .header, .header)
        y += Double(yHeader.lines.count) * Typography.header.leading + 9
        groups.append(group)

        let height = (width * (options.variant == .wide ? 0.62 : 0.85)).rounded()
        let vertical = Axis(scale: .linear, low: plot.y.low, high: plot.y.high, start: 0, end: height)
        let yTicks = vertical.ticks(null: nil, language.numbers, limit: 7)
        let labels = yTicks.map { Typography.tick.room($0.label) }.max() ?? 0
        let left = margin + labels + 8
        let top = y
        let horizontal = Axis(
            scale: plot.xScale, low: plot.x.low, high: plot.x.high, start: left + 8, end: width - margin - 8)
        let isUpsideDown = plot.isUpsideDown
        let place = { (value: Double) in
            isUpsideDown ? top + vertical.position(value) : top + height - vertical.position(value)
        }
        addFrame(horizontal, place, yTicks, left: left, top: top, bottom: top + height)
        y = top + height
        addHorizontalAxis(horizontal, left: left)
        addPoints(horizontal, place, left: left, top: top, bottom: top + height)
        addFootnotes(plot.footnotes)
        return scene(id: plot.id, kind: plot.kind, title: plot.title, description: plot.description)
    }

    private mutating func addFrame(
        _ axis: Axis, _ place: (Double) -> Double, _ ticks: [Axis.Tick], left: Double, top: Double, bottom: Double
    ) {
        var regions = SceneGroup(.frame)
        for region in plot.regions {
            regions.polygon(region.points.map { (axis.position($0.x), place($0.y)) }, region.style)
        }
        groups.append(regions)
        var frame = SceneGroup(.frame)
        for tick in ticks {
            let y = place(tick.value)
            frame.line(left, y, left + 5, y, .tick)
            frame.text(tick.label, x: left - 6, y: y + 4, anchor: .end, .tick, .tickLabel)
        }
        frame.line(left, top, left, bottom, .axis)
        if let null = plot.null, null >= axis.low, null <= axis.high {
            frame.line(axis.position(null), top, axis.position(null), bottom, .null)
        }
        for line in plot.lines {
            frame.line(
                axis.position(line.from.x), place(line.from.y), axis.position(line.to.x), place(line.to.y), line.style)
        }
        groups.append(frame)
    }

    private mutating func addHorizontalAxis(_ axis: Axis, left: Double) {
        var group = SceneGroup(.axis)
        group.line(left, y, width - margin, y, .axis)
        // The lowest label of the vertical axis is beside the corner, these are below it.
        addTicks(axis.ticks(null: plot.null, language.numbers), of: axis, drop: 19, to: &group)
        y += 25
        let header = Typography.header.fit(plot.xHeader, width: width - left - margin, lineLimit: 2)
        group.text(
            header, full: plot.xHeader, x: (left + width - margin) / 2, y: y + 12, anchor: .middle, .header, .header)
        y += Double(header.lines.count) * Typography.header.leading + 2
        groups.append(group)
    }

    /// The points, each with its label where there is room for one beside, above or below it.
    private mutating func addPoints(
        _ axis: Axis, _ place: (Double) -> Double, left: Double, top: Double, bottom: Double
    ) {
        let centres = plot.items.map { (x: axis.clamped($0.x), y: min(max(place($0.y), top), bottom)) }
        for centre in centres { taken.append((centre.x - 5, centre.y - 5, centre.x + 5, centre.y + 5)) }
        for (item, centre) in zip(plot.items, centres) {
            var group = SceneGroup(.mark, sentence: item.sentence, href: item.href)
            if item.href != nil { group.rect(centre.x - 9, centre.y - 9, 18, 18, .hit) }
            group.circle(centre.x, centre.y, radius: 4, item.style)
            if plot.items.count <= 40 { addLabel(item.label, at: centre, left, top, bottom, to: &group) }
            groups.append(group)
        }
    }

    private mutating func addLabel(
        _ label: String, at centre: (x: Double, y: Double), _ left: Double, _ top: Double, _ bottom: Double,
        to group: inout SceneGroup
    ) {
        let type = Typography.small
        let fitted = type.fit(label, width: 130)
        guard let text = fitted.lines.first, !text.isEmpty else { return }
        let room = type.room(text)
        let places: [(x: Double, y: Double, anchor: TextAnchor)] = [
            (centre.x + 8, centre.y + 4, .start), (centre.x - 8, centre.y + 4, .end),
            (centre.x, centre.y - 8, .middle), (centre.x, centre.y + 16, .middle),
            (centre.x + 4, centre.y - 7, .start), (centre.x + 4, centre.y + 15, .start),
            (centre.x - 4, centre.y - 7, .end), (centre.x - 4, centre.y + 15, .end),
        ]
        for place in places {
            let minX = place.anchor == .start ? place.x : place.anchor == .end ? place.x - room : place.x - room / 2
            let box = (
                minX: minX, minY: place.y - type.size * TextMeasure.ascent, maxX: minX + room,
                maxY: place.y + type.size * TextMeasure.descent
            )
            guard box.minX >= left + 7, box.maxX <= width - margin, box.minY >= top, box.maxY <= bottom - 1 else {
                continue
            }
            let isFree = taken.allSatisfy {
                $0.maxX <= box.minX || $0.minX >= box.maxX || $0.maxY <= box.minY || $0.minY >= box.maxY
            }
            guard isFree else { continue }
            taken.append(box)
            group.text(
                text, x: place.x, y: place.y, anchor: place.anchor, type, .pointLabel,
                full: fitted.isShortened ? label : nil)
            return
        }
    }
}
