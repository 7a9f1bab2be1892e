/// A text column of a wide forest plot, as wide as its texts.
struct ForestPlotColumn {
    let content: ForestPlotData.Column.Content
    let alignment: ForestPlotData.Column.Alignment
    let isLeft: Bool
    /// Which of a row's cells it shows.
    let cell: Int
    let headerText: String
    private(set) var header = TextFitter.Fitted(lines: [], isShortened: false)
    private(set) var width = 0.0
    var x = 0.0

    private let widestCell: Double
    private var decimals = DecimalAlignment()
    private var limits = DecimalAlignment()
    /// The widest text that stands instead of an estimate.
    private var plain = 0.0

    /// The space between an estimate and its interval.
    private static let gap = 5.0

    static func measured(
        _ data: ForestPlotData, _ rows: [ForestPlotRow], widestCell: Double
    ) -> [ForestPlotColumn] {
        var columns: [ForestPlotColumn] = []
        var cell = 0
        for (index, column) in (data.leftColumns + data.rightColumns).enumerated() {
            columns.append(
                ForestPlotColumn(
                    column, isLeft: index < data.leftColumns.count, cell: cell, header: data.header(of: column), rows,
                    widestCell: widestCell))
            if column.content == .cells { cell += 1 }
        }
        return columns
    }

    private init(
        _ column: ForestPlotData.Column, isLeft: Bool, cell: Int, header text: String, _ rows: [ForestPlotRow],
        widestCell: Double
    ) {
        content = column.content
        alignment = column.alignment
        self.isLeft = isLeft
        self.cell = cell
        self.widestCell = widestCell
        headerText = text
        for row in rows { measure(row) }
        width = max(width, plain, decimals.width + (limits.width > 0 ? limits.width + Self.gap : 0))
        // A header may be somewhat wider than its column, and takes a second line rather than more.
        let type = Typography.header
        let longestWord = text.split(separator: " ").map { type.room(String($0)) }.max() ?? 0
        width = max(width, min(longestWord, widestCell), min(type.room(text), 72))
        header = type.fit(text, width: width, lineLimit: 2)
        if header.isShortened {
            width = max(width, min(type.room(text) * 0.62, widestCell))
            header = type.fit(text, width: width, lineLimit: 3)
        }
    }

    private mutating func measure(_ row: ForestPlotRow) {
        let type = row.cellType
        switch content {
        case .effect:
            if row.effect == nil {
                plain = max(plain, type.room(row.estimate))
            } else {
                decimals.add(row.estimate, type)
            }
            limits.add(row.limits, type)
        case .weight:
            decimals.add(row.weightText, type)
        case .cells:
            guard let text = text(of: row) else { return }
            if alignment == .decimal {
                decimals.add(text, type)
            } else {
                width = max(width, type.room(text))
            }
        }
    }

    /// A row's text, shortened if it is longer than any column may be.
    private func text(of row: ForestPlotRow) -> String? {
        guard cell < row.cells.count, !row.cells[cell].isEmpty else { return nil }
        return row.cellType.fit(row.cells[cell], width: widestCell).lines.first
    }

    var headerAnchor: TextAnchor {
        switch alignment {
        case .leading: .start
        case .trailing: .end
        case .centre: .middle
        case .decimal: content == .effect ? .start : .end
        }
    }

    var headerX: Double {
        switch headerAnchor {
        case .start: x
        case .middle: x + width / 2
        case .end: x + width
        }
    }

    func add(_ row: ForestPlotRow, baseline: Double, to group: inout SceneGroup) {
        let type = row.cellType
        switch content {
        case .effect:
            let style: MarkStyle = row.kind == .pooled ? .pooled : row.kind == .alternative ? .alternative : .estimate
            let start = row.effect == nil ? 0 : decimals.offset(of: row.estimate, type)
            group.text(row.estimate, x: x + start, y: baseline, type, style)
            group.text(
                row.limits, x: x + decimals.width + Self.gap + limits.offset(of: row.limits, type), y: baseline, type,
                style == .estimate ? .limits : style)
        case .weight:
            addDecimal(row.weightText, nil, row, baseline, to: &group)
        case .cells:
            guard let text = text(of: row) else { return }
            let full = text == row.cells[cell] ? nil : row.cells[cell]
            if alignment == .decimal {
                addDecimal(text, full, row, baseline, to: &group)
                return
            }
            let anchor = headerAnchor
            group.text(
                text, x: headerX, y: baseline, anchor: anchor, type, row.kind == .pooled ? .pooled : .cell, full: full)
        }
    }

    /// Decimal columns are set against their right edge, like their headers.
    private func addDecimal(
        _ text: String, _ full: String?, _ row: ForestPlotRow, _ baseline: Double, to group: inout SceneGroup
    ) {
        let type = row.cellType
        group.text(
            text, x: x + width - decimals.inset(of: text, type), y: baseline, anchor: .end, type,
            row.kind == .pooled ? .pooled : .cell, full: full)
    }
}
