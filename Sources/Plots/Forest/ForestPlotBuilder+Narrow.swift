extension ForestPlotBuilder {
    private static let intervalHeight = 20.0

    mutating func buildNarrow() {
        let axis = data.axis(rows: rows, from: margin + 10, to: width - margin - 10)
        addTitle(LabelText.clean(data.title))
        addNarrowHeader()
        let top = y
        let place = groups.count
        y += 4
        if rows.isEmpty { addNarrowNote(language.noStudyToShow) }
        for (index, row) in rows.enumerated() {
            if row.kind == .heading, index > 0 { y += 6 }
            if row.kind == .note { addNarrowNote(row.label) } else { addNarrow(row, axis) }
        }
        clear(to: y)
        y += 4
        groups.insert(reference(axis, from: top, to: y), at: place)
        addAxis(axis)
        addFootnotes(data.explanations(of: rows, axis: axis, language) + data.footnotes.map(LabelText.clean))
    }

    private mutating func addNarrowHeader() {
        var group = SceneGroup(.header)
        let type = Typography.header
        let header = data.effectHeader(language)
        let half = (width - 2 * margin - 12) / 2
        let label = data.labelHeader(language)
        let left = type.fit(label, width: half, lineLimit: 2)
        let right = type.fit(header, width: half, lineLimit: 2)
        group.text(left, full: label, x: margin, y: y + 12, type, .header)
        group.text(right, full: header, x: width - margin, y: y + 12, anchor: .end, type, .header)
        y += Double(max(left.lines.count, right.lines.count)) * type.leading + 4
        group.line(margin, y, width - margin, y, .rule)
        groups.append(group)
    }

    /// A label with its numbers at the right, details below, the interval under them.
    private mutating func addNarrow(_ row: ForestPlotRow, _ axis: Axis) {
        var group = SceneGroup(row.kind, sentence: row.sentence, href: row.href)
        let top = y
        y += 5
        let type = row.labelType
        let x = margin + (row.kind == .alternative ? 10 : 0)
        let numbers = row.effectText
        let numbersType = row.cellType
        let numbersRoom = numbersType.room(numbers)
        let full = width - margin - x
        // Numbers that leave too little for the label get a line of their own.
        let isBeside = numbersRoom + 110 < full
        // The weight stands beside a second line of the label.
        let weight = weightText(row)
        let right = max(numbersRoom, Typography.small.room(weight))
        let available = isBeside && !numbers.isEmpty ? full - right - 10 : full
        let label = type.fit(row.label, width: available, lineLimit: 2)
        group.text(label, full: row.label, x: x, y: y + 12, type, row.labelStyle)
        let labelHeight = Double(label.lines.count) * type.leading
        let style: MarkStyle =
            row.kind == .pooled ? .pooled : row.kind == .alternative ? .alternative : .estimate
        if isBeside {
            group.text(numbers, x: width - margin, y: y + 12, anchor: .end, numbersType, style)
            y += labelHeight
        } else {
            y += labelHeight
            for line in numbersRoom <= full ? [numbers] : [row.estimate, row.limits] {
                group.text(line, x: width - margin, y: y + 12, anchor: .end, numbersType, style)
                y += numbersType.leading
            }
        }
        addDetails(row, x, weight, labelLines: isBeside ? label.lines.count : 1, to: &group)
        if row.effect != nil {
            draw(row, on: axis, centre: y + Self.intervalHeight / 2, in: &group)
            clear(to: y + 1)
            y += Self.intervalHeight
            clearedTo = y
        } else {
            y += 3
        }
        if row.href != nil { group.rects.insert(hitArea(from: top, to: y), at: 0) }
        groups.append(group)
    }

    /// Below the label the sublabel and essential columns; below the numbers the weight.
    private mutating func addDetails(
        _ row: ForestPlotRow, _ x: Double, _ weight: String, labelLines: Int, to group: inout SceneGroup
    ) {
        var parts = row.sublabel.isEmpty ? [] : [row.sublabel]
        var cells = row.cells.makeIterator()
        for column in data.leftColumns + data.rightColumns {
            guard column.content == .cells, let cell = cells.next() else { continue }
            if column.isEssential, !cell.isEmpty { parts.append(language.cell(LabelText.clean(column.header), cell)) }
        }
        let type = Typography.small
        // Beside a label of two lines the weight is already level with the second.
        let weightLine = labelLines > 1 ? y - Typography.body.leading : y
        group.text(weight, x: width - margin, y: weightLine + 11, anchor: .end, type, .sublabel)
        let text = language.facts(parts)
        if !text.isEmpty {
            let available = width - margin - x - (weight.isEmpty ? 0 : type.room(weight) + 10)
            let fitted = type.fit(text, width: available, lineLimit: 2)
            group.text(fitted, full: text, x: x, y: y + 10, type, .sublabel)
            y += Double(fitted.lines.count) * type.leading
        } else if !weight.isEmpty, labelLines == 1 {
            y += type.leading
        }
    }

    private func weightText(_ row: ForestPlotRow) -> String {
        let hasWeights = (data.leftColumns + data.rightColumns).contains { $0.content == .weight }
        return hasWeights && row.kind != .pooled && !row.weightText.isEmpty ? language.weight(row.weightText) : ""
    }

    private mutating func addNarrowNote(_ text: String) {
        guard !text.isEmpty else { return }
        var group = SceneGroup(.note, sentence: text)
        let type = Typography.small
        let fitted = type.fit(text, width: width - 2 * margin, lineLimit: 4)
        group.text(fitted, full: text, x: margin, y: y + 12, type, .note)
        y += Double(fitted.lines.count) * type.leading + 6
        groups.append(group)
    }
}
