import Text

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
    /// What each row has in the column.
    private var entries: [Entry] = []
    private var decimals = DecimalAlignment()
    private var limits = DecimalAlignment()
    /// The widest text that stands instead of an estimate.
    private var plain = 0.0

    /// The space between an estimate and its interval.
    private static let gap = 5.0

    /// A row's text, measured, with the interval behind an estimate.
    private struct Entry {
        var text = ""
        var measured = DecimalAlignment.Measured()
        var limits = DecimalAlignment.Measured()
        var isShortened = false
    }

    static func measured(
        _ data: ForestPlotData, _ rows: [ForestPlotRow], _ language: Language, widestCell: Double
    ) -> [ForestPlotColumn] {
        var columns: [ForestPlotColumn] = []
        var cell = 0
        for (index, column) in (data.leftColumns + data.rightColumns).enumerated() {
            columns.append(
                ForestPlotColumn(
                    column, isLeft: index < data.leftColumns.count, cell: cell,
                    header: data.header(of: column, language), rows,
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
        entries.reserveCapacity(rows.count)
        for index in rows.indices { entries.append(measure(rows[index])) }
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

    private mutating func measure(_ row: ForestPlotRow) -> Entry {
        let type = row.cellType
        switch content {
        case .effect:
            var entry = Entry(text: row.estimate)
            if row.effect == nil {
                entry.measured.room = type.room(row.estimate)
                plain = max(plain, entry.measured.room)
            } else {
                entry.measured = decimals.add(row.estimate, type)
            }
            entry.limits = limits.add(row.limits, type)
            return entry
        case .weight:
            return Entry(text: row.weightText, measured: decimals.add(row.weightText, type))
        case .cells:
            guard cell < row.cells.count, !row.cells[cell].isEmpty else { return Entry() }
            var entry = Entry(text: row.cells[cell])
            if type.room(entry.text) > widestCell {
                entry.text = type.fit(entry.text, width: widestCell).lines.first ?? ""
                entry.isShortened = true
            }
            if alignment == .decimal {
                entry.measured = decimals.add(entry.text, type)
            } else {
                entry.measured.room = type.room(entry.text)
                width = max(width, entry.measured.room)
            }
            return entry
        }
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

    /// Sets what a row has in the column.
    ///
    /// - Parameter index: The row's place among the rows that were measured.
    func add(_ index: Int, _ row: ForestPlotRow, baseline: Double, to group: inout SceneGroup) {
        let type = row.cellType
        let entry = entries[index]
        let full = entry.isShortened ? row.cells[cell] : nil
        if content == .effect {
            let style: MarkStyle = row.kind == .pooled ? .pooled : row.kind == .alternative ? .alternative : .estimate
            let start = row.effect == nil ? 0 : decimals.offset(of: entry.measured)
            group.text(entry.text, x: x + start, y: baseline, type, style, room: entry.measured.room)
            group.text(
                row.limits, x: x + decimals.width + Self.gap + limits.offset(of: entry.limits), y: baseline, type,
                style == .estimate ? .limits : style, room: entry.limits.room)
            return
        }
        let style: MarkStyle = row.kind == .pooled ? .pooled : .cell
        if content == .weight || alignment == .decimal {
            // Decimal columns are set against their right edge, like their headers.
            group.text(
                entry.text, x: x + width - decimals.inset(of: entry.measured), y: baseline, anchor: .end, type, style,
                room: entry.measured.room, full: full)
        } else {
            group.text(
                entry.text, x: headerX, y: baseline, anchor: headerAnchor, type, style, room: entry.measured.room,
                full: full)
        }
    }
}
