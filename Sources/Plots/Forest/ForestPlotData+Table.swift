extension ForestPlotData {
    /// The header of the effect column: "HR (95% CI)".
    var effectHeader: String {
        LabelText.clean(shortMeasure) + " (" + NumberText.intervalName(level: level) + ")"
    }

    func header(of column: Column) -> String {
        switch column.content {
        case .cells: LabelText.clean(column.header)
        case .effect: column.header.isEmpty ? effectHeader : LabelText.clean(column.header)
        case .weight: column.header.isEmpty ? "Weight" : LabelText.clean(column.header)
        }
    }

    /// The plot as a table, with the texts drawn and a column of remarks if there are any.
    func table(of rows: [ForestPlotRow]) -> TableTwin {
        let columns = leftColumns + rightColumns
        var table = TableTwin()
        table.columns.append(.init(header: LabelText.clean(labelHeader), isNumeric: false))
        for column in columns {
            table.columns.append(.init(header: header(of: column), isNumeric: column.alignment != .leading))
        }
        let hasRemarks = rows.contains { !$0.remarks.isEmpty }
        if hasRemarks { table.columns.append(.init(header: "Remarks", isNumeric: false)) }
        for row in rows {
            var cells = [row.sublabel.isEmpty ? row.label : row.label + ", " + row.sublabel]
            var texts = row.cells.makeIterator()
            for column in columns {
                switch column.content {
                case .cells: cells.append(texts.next() ?? "")
                case .effect: cells.append(row.effectText)
                case .weight: cells.append(row.weightText)
                }
            }
            if hasRemarks { cells.append(row.remarks.joined(separator: "; ")) }
            table.rows.append(.init(kind: row.kind, href: row.href, cells: cells))
        }
        return table
    }
}
