extension ForestPlotBuilder {
    private static let columnGap = 16.0
    private static let indent = 12.0
    private static let leastPanel = 220.0
    private static let widestLabel = 240.0
    private static let widestCell = 150.0

    /// Columns, measured: labels, left columns, the plotting area, right columns.
    private struct Frame {
        var labelWidth = 0.0
        var columns: [ForestPlotColumn] = []
        var panelStart = 0.0
        var panelEnd = 0.0
    }

    mutating func buildWide() {
        let frame = measure()
        let axis = data.axis(rows: rows, from: frame.panelStart + 10, to: frame.panelEnd - 10)
        addTitle(LabelText.clean(data.title))
        addHeader(frame)
        let top = y
        let place = groups.count
        y += 4
        if rows.isEmpty { addEmpty() }
        for index in rows.indices {
            let kind = rows[index].kind
            if kind == .heading, index > 0 { y += 8 }
            if kind == .pooled, case .diamond(.diamond) = rows[index].mark { y += 4 }
            if kind == .note { addNote(rows[index], frame) } else { add(index, rows[index], frame, axis) }
        }
        y += 6
        groups.insert(reference(axis, from: top, to: y), at: place)
        addAxis(axis)
        addFootnotes(data.explanations(of: rows, axis: axis, language) + data.footnotes.map(LabelText.clean))
    }

    private mutating func measure() -> Frame {
        var frame = Frame()
        frame.columns = ForestPlotColumn.measured(data, rows, language, widestCell: Self.widestCell)
        var label = Typography.header.room(data.labelHeader(language))
        for row in rows where row.kind != .note {
            let indent = row.isIndented ? Self.indent : 0
            label = max(label, row.labelType.room(row.label) + indent)
            label = max(label, min(Typography.small.room(row.sublabel) + indent, 160))
        }
        frame.labelWidth = min(max(label, 60), Self.widestLabel)
        let left = frame.columns.filter(\.isLeft)
        let right = frame.columns.filter { !$0.isLeft }
        let leftWidth = left.reduce(0) { $0 + $1.width + Self.columnGap }
        let rightWidth = right.reduce(0) { $0 + $1.width + Self.columnGap }
        let needed = 2 * margin + frame.labelWidth + leftWidth + rightWidth + Self.columnGap + Self.leastPanel
        width = max(width, needed.rounded(.up))
        var x = margin + frame.labelWidth + Self.columnGap
        for index in frame.columns.indices where frame.columns[index].isLeft {
            frame.columns[index].x = x
            x += frame.columns[index].width + Self.columnGap
        }
        frame.panelStart = x
        frame.panelEnd = width - margin - rightWidth
        x = frame.panelEnd + Self.columnGap
        for index in frame.columns.indices where !frame.columns[index].isLeft {
            frame.columns[index].x = x
            x += frame.columns[index].width + Self.columnGap
        }
        return frame
    }

    private mutating func addHeader(_ frame: Frame) {
        var group = SceneGroup(.header)
        let type = Typography.header
        let panelCentre = (frame.panelStart + frame.panelEnd) / 2
        let name = LabelText.clean(data.measure)
        let measure = data.scale == .logarithmic ? language.logScale(name) : name
        let label = data.labelHeader(language)
        let labelFit = type.fit(label, width: frame.labelWidth, lineLimit: 2)
        let measureFit = type.fit(measure, width: frame.panelEnd - frame.panelStart, lineLimit: 2)
        let lines = max(
            labelFit.lines.count, measureFit.lines.count, frame.columns.map { $0.header.lines.count }.max() ?? 1)
        // Headers stand on a common last line.
        func first(_ fitted: TextFitter.Fitted) -> Double {
            y + 12 + Double(lines - fitted.lines.count) * type.leading
        }
        group.text(labelFit, full: label, x: margin, y: first(labelFit), type, .header)
        group.text(measureFit, full: measure, x: panelCentre, y: first(measureFit), anchor: .middle, type, .header)
        for column in frame.columns {
            group.text(
                column.header, full: column.headerText, x: column.headerX, y: first(column.header),
                anchor: column.headerAnchor, type, .header)
        }
        y += Double(lines) * type.leading + 4
        group.line(margin, y, width - margin, y, .rule)
        groups.append(group)
    }

    private mutating func addEmpty() {
        var group = SceneGroup(.note, sentence: language.noStudyToShow)
        group.text(language.noStudyToShow, x: margin, y: y + 17, .body, .note)
        gaps.append((y, y + 25))
        y += 25
        groups.append(group)
    }

    private mutating func add(_ index: Int, _ row: ForestPlotRow, _ frame: Frame, _ axis: Axis) {
        var group = SceneGroup(row.kind, sentence: row.sentence, href: row.href)
        group.texts.reserveCapacity(frame.columns.count + 3)
        let top = y
        let padding = row.kind == .alternative ? 1.0 : 4.5
        let type = row.labelType
        let indent = (row.isIndented ? Self.indent : 0) + (row.kind == .alternative ? Self.indent : 0)
        let available = frame.labelWidth - indent
        let label = type.fit(row.label, width: available, lineLimit: 2)
        let x = margin + indent
        let baseline = y + padding + (row.kind == .alternative ? 11 : 12)
        group.text(label, full: row.label, x: x, y: baseline, type, row.labelStyle)
        var height = Double(label.lines.count) * type.leading
        if !row.sublabel.isEmpty {
            let sublabel = Typography.small.fit(row.sublabel, width: available, lineLimit: 2)
            group.text(sublabel, full: row.sublabel, x: x, y: y + padding + height + 10, .small, .sublabel)
            height += Double(sublabel.lines.count) * Typography.small.leading
        }
        for column in frame.columns { column.add(index, row, baseline: baseline, to: &group) }
        y += height + 2 * padding
        draw(row, on: axis, centre: baseline - 4.5, in: &group)
        if row.href != nil { group.rects.insert(hitArea(from: top, to: y), at: 0) }
        groups.append(group)
    }

    /// Where a linked row can be clicked.
    func hitArea(from top: Double, to bottom: Double) -> RectMark {
        RectMark(x: 0, y: top, width: width, height: bottom - top, style: .hit)
    }

    private mutating func addNote(_ row: ForestPlotRow, _ frame: Frame) {
        guard !row.label.isEmpty else { return }
        var group = SceneGroup(row.kind, sentence: row.sentence)
        let x = margin + (row.isIndented ? Self.indent : 0)
        let type = Typography.small
        var fitted = type.fit(row.label, width: frame.panelStart - 8 - x, lineLimit: 2)
        if fitted.isShortened {
            fitted = type.fit(row.label, width: width - margin - x, lineLimit: 3)
        }
        let height = Double(fitted.lines.count) * type.leading + 6
        if fitted.lines.contains(where: { x + type.room($0) > frame.panelStart }) { gaps.append((y, y + height)) }
        group.text(fitted, full: row.label, x: x, y: y + 13, type, .note)
        y += height
        groups.append(group)
    }
}
