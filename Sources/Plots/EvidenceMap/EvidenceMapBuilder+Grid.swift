import Text

extension EvidenceMapBuilder {
    private static let rowHeight = 48.0

    /// The map as a grid.
    mutating func addGrid(_ columns: Columns) {
        addHeader(columns)
        let start = margin + columns.label + 12
        // A gap is said to be one.
        var gaps = SceneGroup(.frame)
        var below: [SceneGroup] = []
        for (row, cells) in grid.enumerated() {
            let heading = data.rows[row]
            let lines = lines(cells, columns)
            let rowHeight = Self.rowHeight * Double(lines.count)
            var group = SceneGroup(.heading, sentence: rowLabels[row], href: heading.href)
            let indent = indent(row)
            let label = Typography.body.fit(
                rowLabels[row], width: columns.label - indent, lineLimit: lines.count > 1 ? 5 : 3)
            let first = y + rowHeight / 2 + 4.5 - Double(label.lines.count - 1) * Typography.body.leading / 2
            group.text(label, full: rowLabels[row], x: margin + indent, y: first, .body, .label)
            if heading.href != nil {
                group.rect(margin, y, columns.label, rowHeight, .hit)
            }
            group.line(margin, y + rowHeight, width - margin, y + rowHeight, .hairline)
            groups.append(group)
            for (column, cell) in cells.enumerated() {
                guard let cell, cell.counts.contains(where: { $0 > 0 }) else {
                    guard data.columns[column].hasGaps else { continue }
                    let centre = start + (Double(column) + 0.5) * columns.column
                    if hasNarrower(row, column) {
                        var only = SceneGroup(
                            .note, sentence: language.onlyNarrower(row: rowLabels[row], column: columnLabels[column]))
                        only.text(
                            language.onlyNarrowerMark, x: centre, y: y + rowHeight / 2 + 4, anchor: .middle, .small,
                            .note)
                        below.append(only)
                    } else {
                        gaps.line(centre - 4, y + rowHeight / 2, centre + 4, y + rowHeight / 2, .gap)
                    }
                    continue
                }
                add(cell, row, column, x: start + Double(column) * columns.column, lines: lines, in: columns)
            }
            groups += below
            below = []
            y += rowHeight
        }
        if !gaps.lines.isEmpty { groups.append(gaps) }
        y += 2
    }

    private mutating func addHeader(_ columns: Columns) {
        var group = SceneGroup(.header)
        let type = Typography.header
        // Tight columns take smaller type, so that long words stay whole.
        let columnType: Typography = columns.bubbleRows > 1 ? .compact : type
        let columnRoom = columns.column - (columns.bubbleRows > 1 ? 2 : 8)
        let header = LabelText.clean(data.rowHeader)
        let corner = type.fit(header, width: columns.label, lineLimit: 2)
        let fitted = columnLabels.map { columnType.fit($0, width: columnRoom, lineLimit: 3) }
        let lines = max(corner.lines.count, fitted.map(\.lines.count).max() ?? 1)
        let top = y
        let first = { (fitted: TextFitter.Fitted) in top + 12 + Double(lines - fitted.lines.count) * type.leading }
        group.text(corner, full: header, x: margin, y: first(corner), type, .header)
        for (index, label) in fitted.enumerated() {
            let x = margin + columns.label + 12 + (Double(index) + 0.5) * columns.column
            group.text(label, full: columnLabels[index], x: x, y: first(label), anchor: .middle, columnType, .header)
        }
        y += Double(lines) * type.leading + 4
        group.line(margin, y, width - margin, y, .rule)
        groups.append(group)
    }

    private mutating func add(
        _ cell: EvidenceMapData.Cell, _ row: Int, _ column: Int, x: Double, lines: [Int], in columns: Columns
    ) {
        var group = SceneGroup(.mark, sentence: sentence(cell, row, column), href: cell.href)
        let height = Self.rowHeight * Double(lines.count)
        if cell.href != nil { group.rect(x, y, columns.column, height, .hit) }
        let start = x + (columns.column - Double(columns.bubbles) * columns.slot) / 2
        for (index, count) in cell.counts.enumerated() where count > 0 {
            let line = lines.firstIndex(of: index / columns.bubbles) ?? 0
            let x = start + (Double(index % columns.bubbles) + 0.5) * columns.slot
            let top = y + Double(line) * Self.rowHeight
            Self.addBubble(index, x: x, y: top + 17, radius: radius(count), to: &group)
            group.text(language.numbers.count(count), x: x, y: top + 43, anchor: .middle, .small, .count)
        }
        groups.append(group)
    }

    /// The map as a list, for phones: under each row the columns that have studies, then those that have none.
    mutating func addList() {
        for (row, cells) in grid.enumerated() {
            let filled = cells.enumerated().filter { $0.element?.counts.contains { $0 > 0 } == true }
            y += row > 0 ? 8 : 0
            var group = SceneGroup(.heading, sentence: rowLabels[row], href: data.rows[row].href)
            let label = Typography.strong.fit(rowLabels[row], width: width - 2 * margin, lineLimit: 2)
            let top = y
            group.text(label, full: rowLabels[row], x: margin, y: y + 13, .strong, .group)
            y += Double(label.lines.count) * Typography.strong.leading + 6
            if data.rows[row].href != nil { group.rect(0, top, width, y - top, .hit) }
            group.line(margin, y, width - margin, y, .hairline)
            groups.append(group)
            for (column, cell) in filled {
                if let cell { addLine(cell, row, column) }
            }
            addGaps(row, filled: Set(filled.map(\.offset)))
        }
    }

    private mutating func addGaps(_ row: Int, filled: Set<Int>) {
        let missing = columnLabels.indices.filter { !filled.contains($0) && data.columns[$0].hasGaps }
        let narrower = missing.filter { hasNarrower(row, $0) }
        let empty = missing.filter { !narrower.contains($0) }
        if !narrower.isEmpty {
            let columns = narrower.map { columnLabels[$0] }
            addNote(language.onlyNarrower(columns), language.onlyNarrower(row: rowLabels[row], columns))
        }
        guard !empty.isEmpty else { return }
        let columns = filled.isEmpty && narrower.isEmpty ? [] : empty.map { columnLabels[$0] }
        addNote(language.noStudy(columns), language.noStudy(row: rowLabels[row], columns))
    }

    private mutating func addNote(_ text: String, _ sentence: String) {
        var group = SceneGroup(.note, sentence: sentence)
        let type = Typography.small
        let fitted = type.fit(text, width: width - 2 * margin, lineLimit: 6)
        group.text(fitted, full: text, x: margin, y: y + 13, type, .note)
        y += Double(fitted.lines.count) * type.leading + 6
        groups.append(group)
    }

    private mutating func addLine(_ cell: EvidenceMapData.Cell, _ row: Int, _ column: Int) {
        var group = SceneGroup(.mark, sentence: sentence(cell, row, column), href: cell.href)
        let step = 34 + Typography.small.room(language.numbers.count(largest)) + 3
        let room = width - 2 * margin - step * Double(kinds.count) - 8
        let top = y
        // Bubbles that leave too little for the label go below it.
        let isBeside = room >= 90
        let label = Typography.body.fit(
            columnLabels[column], width: isBeside ? room : width - 2 * margin, lineLimit: 3)
        let labelHeight = Double(label.lines.count) * Typography.body.leading
        let height = isBeside ? max(34, labelHeight + 8) : 34
        if !isBeside { y += labelHeight + 4 }
        let first = isBeside ? y + height / 2 + 4.5 - labelHeight / 2 + Typography.body.leading / 2 : top + 15
        group.text(label, full: columnLabels[column], x: margin, y: first, .body, .label)
        for (index, count) in cell.counts.enumerated() where count > 0 {
            let x = width - margin - step * Double(kinds.count - index)
            Self.addBubble(index, x: x + 16, y: y + height / 2, radius: radius(count), to: &group)
            group.text(language.numbers.count(count), x: x + 34, y: y + height / 2 + 4, .small, .count)
        }
        if cell.href != nil { group.rect(0, top, width, y + height - top, .hit) }
        y += height
        groups.append(group)
    }
}
