extension RiskOfBiasBuilder {
    /// A list for phones: under each study its domains, each with sign and judgement in words.
    mutating func addList() {
        for (index, row) in text.rows.enumerated() {
            if index > 0 { y += 10 }
            addHeading(row)
            for (column, judgement) in row.judgements.enumerated() { addLine(column, judgement) }
        }
        y += 2
    }

    private mutating func addHeading(_ row: RiskOfBiasText.Row) {
        let name = language.series([row.label, row.sublabel].filter { !$0.isEmpty })
        var group = SceneGroup(.heading, sentence: name, href: row.href)
        let room = width - 2 * margin
        let label = Typography.strong.fit(row.label, width: room, lineLimit: 3)
        let top = y
        group.text(label, full: row.label, x: margin, y: y + 13, .strong, .label)
        y += Double(label.lines.count) * Typography.strong.leading
        if !row.sublabel.isEmpty {
            let sublabel = Typography.small.fit(row.sublabel, width: room, lineLimit: 3)
            group.text(sublabel, full: row.sublabel, x: margin, y: y + 11, .small, .sublabel)
            y += Double(sublabel.lines.count) * Typography.small.leading
        }
        y += 5
        if row.href != nil { group.rect(0, top, width, y - top, .hit) }
        group.line(margin, y, width - margin, y, .hairline)
        groups.append(group)
    }

    private mutating func addLine(_ column: Int, _ judgement: RiskOfBiasData.Judgement?) {
        var discs = SceneGroup(.frame)
        var group = SceneGroup(.mark, sentence: text.sentence(column, judgement))
        let type: Typography = text.hasOverall && column == text.columns.count - 1 ? .strong : .body
        let words = language.capitalised(language.text(judgement))
        let start = margin + 2 * JudgementSign.radius + 10
        let room = width - margin - start - type.room(words) - 10
        let label = type.fit(text.columns[column], width: room, lineLimit: 4)
        let height = max(27, Double(label.lines.count) * type.leading + 9)
        let first = label.lines.count == 1 ? y + height / 2 + 4.5 : y + 16
        JudgementSign.draw(
            judgement, x: margin + JudgementSign.radius + 1, y: first - 4.5, discs: &discs, signs: &group)
        group.text(label, full: text.columns[column], x: start, y: first, type, .cell)
        group.text(words, x: width - margin, y: first, anchor: .end, type, judgement == nil ? .note : .cell)
        y += height
        groups += [discs, group]
    }
}
