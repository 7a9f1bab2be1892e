extension RiskOfBiasBuilder {
    private static let leastRow = 30.0

    /// Studies by domains.
    mutating func addGrid(_ columns: Columns) {
        addHeader(columns)
        for row in text.rows {
            var discs = SceneGroup(.frame)
            var group = SceneGroup(.study, sentence: row.sentence, href: row.href)
            let label = Typography.body.fit(row.label, width: columns.label, lineLimit: 3)
            let sublabel = Typography.small.fit(row.sublabel, width: columns.label, lineLimit: 3)
            let lines = Double(label.lines.count) * Typography.body.leading
            let height = max(
                Self.leastRow,
                lines + (row.sublabel.isEmpty ? 0 : Double(sublabel.lines.count) * Typography.small.leading) + 10)
            if row.href != nil { group.rect(0, y, end(columns), height, .hit) }
            let isAlone = row.sublabel.isEmpty && label.lines.count == 1
            group.text(label, full: row.label, x: margin, y: y + (isAlone ? height / 2 + 4.5 : 17), .body, .label)
            group.text(sublabel, full: row.sublabel, x: margin, y: y + 15 + lines, .small, .sublabel)
            for (index, judgement) in row.judgements.enumerated() {
                JudgementSign.draw(
                    judgement, x: centre(index, columns), y: y + height / 2, discs: &discs, signs: &group)
            }
            y += height
            group.line(margin, y, end(columns) - margin, y, .hairline)
            groups += [discs, group]
        }
        y += 2
    }

    private func centre(_ column: Int, _ columns: Columns) -> Double {
        let start = margin + columns.label + Self.gap
        let isOverall = text.hasOverall && column == text.columns.count - 1
        return start + Double(column) * columns.domain + (isOverall ? columns.overall : columns.domain) / 2
    }

    /// The right end of the grid, which may be narrower than the plot.
    private func end(_ columns: Columns) -> Double {
        let domains = text.columns.count - (text.hasOverall ? 1 : 0)
        return min(width, 2 * margin + columns.label + Self.gap + Double(domains) * columns.domain + columns.overall)
    }

    private mutating func addHeader(_ columns: Columns) {
        var group = SceneGroup(.header)
        let type: Typography = columns.isNumbered ? .header : .compact
        let corner = Typography.header.fit(text.rowHeader, width: columns.label, lineLimit: 2)
        let names = text.columns.indices.map { index in
            let isOverall = text.hasOverall && index == text.columns.count - 1
            if isOverall {
                return (Typography.header, Typography.header.fit(text.columns[index], width: columns.overall))
            }
            let name = columns.isNumbered ? number(index) : text.columns[index]
            return (type, type.fit(name, width: columns.domain - 4, lineLimit: Self.headerLines))
        }
        let bottom =
            y
            + max(
                Double(corner.lines.count) * Typography.header.leading,
                names.map { Double($1.lines.count) * $0.leading }.max() ?? 0)
        func first(_ type: Typography, _ fitted: TextFitter.Fitted) -> Double {
            bottom - 3 - Double(fitted.lines.count - 1) * type.leading
        }
        group.text(corner, full: text.rowHeader, x: margin, y: first(.header, corner), .header, .header)
        for (index, (type, fitted)) in names.enumerated() {
            group.text(
                fitted, full: text.columns[index], x: centre(index, columns), y: first(type, fitted), anchor: .middle,
                type,
                .header)
        }
        y = bottom + 4
        group.line(margin, y, end(columns) - margin, y, .rule)
        groups.append(group)
    }
}
