import Text

extension ForestPlotData {
    /// The header of the effect column: HR (95 % CI).
    func effectHeader(_ language: Language) -> String {
        language.effectHeader(LabelText.clean(shortMeasure), level: level)
    }

    func header(of column: Column, _ language: Language) -> String {
        switch column.content {
        case .cells: LabelText.clean(column.header)
        case .effect: effectHeader(language)
        case .weight: language.weightHeader
        }
    }

    /// The header above the labels.
    func labelHeader(_ language: Language) -> String { labelHeader.map(LabelText.clean) ?? language.studyHeader }

    /// The plot as a table, with the texts drawn and a column of remarks if there are any.
    func table(of rows: [ForestPlotRow], _ language: Language) -> TableTwin {
        let columns = leftColumns + rightColumns
        var table = TableTwin()
        table.columns.append(.init(header: labelHeader(language), isNumeric: false))
        for column in columns {
            table.columns.append(.init(header: header(of: column, language), isNumeric: column.alignment != .leading))
        }
        let hasRemarks = rows.contains { !$0.remarks.isEmpty }
        if hasRemarks { table.columns.append(.init(header: language.remarksHeader, isNumeric: false)) }
        for row in rows {
            var cells = [row.sublabel.isEmpty ? row.label : language.series([row.label, row.sublabel])]
            var texts = row.cells.makeIterator()
            for column in columns {
                switch column.content {
                case .cells: cells.append(texts.next() ?? "")
                case .effect: cells.append(row.effectText)
                case .weight: cells.append(row.weightText)
                }
            }
            if hasRemarks { cells.append(language.sequence(row.remarks.map(language.text))) }
            table.rows.append(.init(kind: row.kind, href: row.href, cells: cells))
        }
        return table
    }
}
