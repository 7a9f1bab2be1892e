import Text

/// The work of laying out a plot from top to bottom: what all plots have in common.
protocol PlotBuilder {
    var options: PlotOptions { get }
    var language: Language { get }
    var width: Double { get }
    /// How far down the plot has grown.
    var y: Double { get set }
    var groups: [SceneGroup] { get set }
}

extension PlotBuilder {
    var margin: Double { options.margin }

    /// The title across the top, if the plot stands alone.
    mutating func addTitle(_ title: String) {
        guard options.isStandalone, !title.isEmpty else { return }
        var group = SceneGroup(.header)
        let fitted = Typography.title.fit(title, width: width - 2 * margin, lineLimit: 3)
        group.text(fitted, full: title, x: margin, y: y + 15, .title, .title)
        y += Double(fitted.lines.count) * Typography.title.leading + 8
        groups.append(group)
    }

    /// Explanations of the marks, one after the other, on as many lines as they need.
    ///
    /// - Parameter swatch: Draws the mark of a key, 12 units wide, right of and below a point.
    mutating func addKeys(
        _ labels: [String], swatch: (_ index: Int, _ x: Double, _ y: Double, _ group: inout SceneGroup) -> Void
    ) {
        guard !labels.isEmpty else { return }
        var group = SceneGroup(.header)
        let type = Typography.body
        var x = margin
        for (index, label) in labels.enumerated() {
            let fitted = type.fit(label, width: width - 2 * margin - 20)
            let room = type.room(fitted.lines.first ?? "") + 18
            if x > margin, x + room > width - margin {
                x = margin
                y += 19
            }
            swatch(index, x, y, &group)
            group.text(fitted, full: label, x: x + 17, y: y + 12.5, type, .label)
            x += room + 14
        }
        y += 24
        groups.append(group)
    }

    /// Ticks below a horizontal axis at the present height; a label at the very end stays inside the frame.
    func addTicks(_ ticks: [Axis.Tick], of axis: Axis, drop: Double = 17, to group: inout SceneGroup) {
        for tick in ticks {
            let x = axis.position(tick.value)
            group.line(x, y, x, y + 5, .tick)
            let room = Typography.tick.room(tick.label)
            let centre = min(max(x, margin + room / 2), width - margin - room / 2)
            group.text(tick.label, x: centre, y: y + drop, anchor: .middle, .tick, .tickLabel, room: room)
        }
    }

    /// The lines below the plot.
    mutating func addFootnotes(_ notes: [String]) {
        guard notes.contains(where: { !$0.isEmpty }) else { return }
        var group = SceneGroup(.footer)
        y += 8
        for note in notes where !note.isEmpty {
            let fitted = Typography.small.fit(note, width: width - 2 * margin, lineLimit: 4)
            group.text(fitted, full: note, x: margin, y: y + 11, .small, .footnote)
            y += Double(fitted.lines.count) * Typography.small.leading + 1
        }
        groups.append(group)
    }

    /// The plot as it has grown.
    func scene(id: String, kind: PlotKind, title: String, description: String, table: TableTwin = TableTwin()) -> Scene
    {
        Scene(
            id: Scene.identifier(id), kind: kind, variant: options.variant, isStandalone: options.isStandalone,
            title: title, description: description, width: width, height: y + margin, groups: groups, table: table)
    }
}
