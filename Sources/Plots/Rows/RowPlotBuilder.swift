import Text

/// The work of laying out a plot of rows, wide or narrow.
struct RowPlotBuilder: PlotBuilder {
    /// Draws an item's marks: where, on which axis, at which height, into what.
    typealias Draw = (_ item: Int, _ axis: Axis, _ centre: Double, _ group: inout SceneGroup) -> Void

    let plot: RowPlot
    let options: PlotOptions
    let language: Language
    var groups: [SceneGroup] = []
    var width: Double
    var y: Double
    private var labelWidth = 0.0
    private var valueWidths: [Double] = []
    private var panelStart = 0.0
    private var panelEnd = 0.0

    private static let gap = 16.0
    private static let leastPanel = 240.0
    private static let widestValue = 136.0
    /// The label column grows to the second of these if the panel keeps the third.
    private static let widestLabel = 240.0
    private static let roomyLabel = 280.0
    private static let roomyPanel = 320.0
    private static let laneWidth = 34.0
    /// From the end of the axis to the lane.
    private static let laneGap = 16.0

    private var isNarrow: Bool { options.variant == .narrow }
    private var laneStart: Double { panelEnd - (plot.lane == nil ? 0 : Self.laneWidth) }
    /// Where the marks of the lane stand.
    var laneCentre: Double { (laneStart + panelEnd) / 2 }
    private var axisEnd: Double { plot.lane == nil ? panelEnd - 10 : laneStart - Self.laneGap }

    init(_ plot: RowPlot, _ options: PlotOptions, _ language: Language) {
        self.plot = plot
        self.options = options
        self.language = language
        width = options.width
        y = options.margin
        measure()
    }

    private mutating func measure() {
        if isNarrow {
            panelStart = margin
            panelEnd = width - margin
            return
        }
        var label = Typography.header.room(plot.labelHeader)
        valueWidths = plot.valueHeaders.map { header in
            header.split(separator: " ").map { Typography.header.room(String($0)) }.max() ?? 0
        }
        // Headings run across the panel.
        for item in plot.items where item.kind != .heading {
            label = max(label, Typography.body.room(item.label), Typography.small.room(item.sublabel))
            for (index, value) in item.values.enumerated() where index < valueWidths.count {
                valueWidths[index] = max(valueWidths[index], min(Typography.body.room(value), Self.widestValue))
            }
        }
        let values = valueWidths.reduce(0) { $0 + $1 + Self.gap }
        let spare = width - 2 * margin - Self.gap - values - Self.roomyPanel
        labelWidth = min(max(label, 60), max(Self.widestLabel, min(spare, Self.roomyLabel)))
        width = max(width, (2 * margin + labelWidth + Self.gap + Self.leastPanel + values).rounded(.up))
        panelStart = margin + labelWidth + Self.gap
        panelEnd = width - margin - values
    }

    /// - Parameters:
    ///   - axis: Gives the axis between two positions.
    ///   - draw: Draws the marks of an item.
    mutating func build(axis: (Double, Double) -> Axis, reference: Double?, draw: Draw) -> Scene {
        let axis = axis(panelStart + 10, axisEnd)
        addTitle(plot.title)
        addKeys(plot.keys.map(\.label)) { [keys = plot.keys] in keys[$0].draw($1, $2, in: &$3) }
        addHeader()
        let top = y
        let place = groups.count
        y += 3
        var bands: [(Double, Double)] = []
        if plot.items.isEmpty { addEmpty() }
        for index in plot.items.indices {
            let band = add(index, axis, draw)
            bands.append(band)
        }
        y += 5
        var frame = SceneGroup(.frame)
        if let reference, reference >= axis.low, reference <= axis.high {
            let x = axis.position(reference)
            if isNarrow {
                for band in bands where band.1 > band.0 { frame.line(x, band.0, x, band.1, .now) }
            } else if !plot.items.isEmpty {
                frame.line(x, top, x, y, .now)
            }
        }
        if plot.lane != nil, !plot.items.isEmpty {
            let x = laneStart - 4
            for band in isNarrow ? bands : [(top, y)] where band.1 > band.0 { frame.line(x, band.0, x, band.1, .lane) }
        }
        groups.insert(frame, at: place)
        addAxis(axis)
        addFootnotes(plot.footnotes)
        return scene(id: plot.id, kind: plot.kind, title: plot.title, description: plot.description)
    }

    private mutating func addHeader() {
        var group = SceneGroup(.header)
        let type = Typography.header
        let half = (width - 2 * margin - 12) / 2
        let label = type.fit(plot.labelHeader, width: isNarrow ? half : labelWidth, lineLimit: 2)
        let panelText = isNarrow ? plot.narrowHeader : plot.panelHeader
        let panel = type.fit(panelText, width: isNarrow ? half : panelEnd - panelStart, lineLimit: 2)
        let values = zip(plot.valueHeaders, valueWidths).map { type.fit($0, width: $1, lineLimit: 2) }
        let lines = max(label.lines.count, panel.lines.count, values.map(\.lines.count).max() ?? 1)
        let top = y
        let first = { (fitted: TextFitter.Fitted) in top + 12 + Double(lines - fitted.lines.count) * type.leading }
        group.text(label, full: plot.labelHeader, x: margin, y: first(label), type, .header)
        if isNarrow {
            group.text(panel, full: panelText, x: width - margin, y: first(panel), anchor: .end, type, .header)
        } else {
            let centre = (panelStart + panelEnd) / 2
            group.text(panel, full: plot.panelHeader, x: centre, y: first(panel), anchor: .middle, type, .header)
            var x = panelEnd + Self.gap
            for (index, fitted) in values.enumerated() {
                group.text(fitted, full: plot.valueHeaders[index], x: x, y: first(fitted), type, .header)
                x += valueWidths[index] + Self.gap
            }
        }
        y += Double(lines) * type.leading + 4
        group.line(margin, y, width - margin, y, .rule)
        groups.append(group)
    }

    private mutating func addEmpty() {
        var group = SceneGroup(.note, sentence: plot.empty)
        let fitted = Typography.body.fit(plot.empty, width: width - 2 * margin, lineLimit: 3)
        group.text(fitted, full: plot.empty, x: margin, y: y + 16, .body, .note)
        y += Double(fitted.lines.count) * Typography.body.leading + 8
        groups.append(group)
    }

    /// Lays out an item and gives the band of its marks.
    private mutating func add(_ index: Int, _ axis: Axis, _ draw: Draw) -> (Double, Double) {
        let item = plot.items[index]
        var group = SceneGroup(item.kind, sentence: item.sentence, href: item.href)
        if item.kind == .heading, index > 0 { y += 6 }
        let top = y
        y += 4.5
        let type: Typography = item.kind == .heading ? .strong : .body
        let band: (Double, Double)
        if isNarrow {
            band = addNarrow(item, index, type, axis, draw, to: &group)
        } else {
            let room = item.kind == .heading ? laneStart - 8 - margin : labelWidth
            let label = type.fit(item.label, width: room, lineLimit: 2)
            let style: MarkStyle = item.kind == .heading ? .group : .label
            group.text(label, full: item.label, x: margin, y: y + 12, type, style)
            var x = panelEnd + Self.gap
            var bottom = y
            for (value, room) in zip(item.values, valueWidths) {
                let fitted = Typography.body.fit(value, width: room, lineLimit: 4)
                group.text(fitted, full: value, x: x, y: y + 12, .body, .cell)
                bottom = max(bottom, y + Double(fitted.lines.count) * Typography.body.leading)
                x += room + Self.gap
            }
            if item.kind != .heading { draw(index, axis, y + 7.5, &group) }
            y += Double(label.lines.count) * type.leading
            if !item.sublabel.isEmpty {
                let sublabel = Typography.small.fit(item.sublabel, width: labelWidth, lineLimit: 4)
                group.text(sublabel, full: item.sublabel, x: margin, y: y + 10, .small, .sublabel)
                y += Double(sublabel.lines.count) * Typography.small.leading
            }
            y = max(y, bottom) + 4.5
            band = (top, y)
        }
        if item.href != nil {
            group.rects.insert(RectMark(x: 0, y: top, width: width, height: y - top, style: .hit), at: 0)
        }
        groups.append(group)
        return band
    }

    private mutating func addNarrow(
        _ item: RowPlot.Item, _ index: Int, _ type: Typography, _ axis: Axis, _ draw: Draw,
        to group: inout SceneGroup
    ) -> (Double, Double) {
        let full = width - 2 * margin
        let value = item.narrowValue
        let valueFit = Typography.body.fit(value, width: full * 0.55)
        let valueRoom = value.isEmpty ? 0 : Typography.body.room(valueFit.lines.first ?? "") + 10
        let label = type.fit(item.label, width: full - valueRoom, lineLimit: 2)
        let style: MarkStyle = item.kind == .heading ? .group : .label
        group.text(label, full: item.label, x: margin, y: y + 12, type, style)
        group.text(valueFit, full: value, x: width - margin, y: y + 12, anchor: .end, .body, .cell)
        y += Double(label.lines.count) * type.leading
        let rest = item.narrowSublabel ?? item.sublabel
        if !rest.isEmpty {
            let fitted = Typography.small.fit(rest, width: full, lineLimit: 5)
            group.text(fitted, full: rest, x: margin, y: y + 10, .small, .sublabel)
            y += Double(fitted.lines.count) * Typography.small.leading
        }
        guard item.kind != .heading else {
            y += 2
            return (y, y)
        }
        draw(index, axis, y + 10, &group)
        y += 20
        return (y - 19, y)
    }

    private mutating func addAxis(_ axis: Axis) {
        guard !plot.items.isEmpty else { return }
        var group = SceneGroup(.axis)
        group.line(axis.start - 8, y, axis.end + 8, y, .axis)
        var ticks = axis.ticks(null: nil, language.numbers)
        if let lane = plot.lane {
            let room = Typography.tick.room(lane)
            let edge = laneCentre - room / 2 - 5
            ticks.removeAll { axis.position($0.value) + Typography.tick.room($0.label) / 2 > edge }
            group.line(laneStart, y, panelEnd, y, .axis)
            group.text(lane, x: laneCentre, y: y + 17, anchor: .middle, .tick, .tickLabel, room: room)
        }
        addTicks(ticks, of: axis, to: &group)
        y += 21
        groups.append(group)
    }
}
