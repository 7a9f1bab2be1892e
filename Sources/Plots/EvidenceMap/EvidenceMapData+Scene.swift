import Text

extension EvidenceMapData: PlotData {
    /// A grid of bubbles with their numbers, or in the narrow variant a list of the cells that have studies, row by row.
    ///
    /// - Throws: `PlotError.cell` for a cell of no row or column, or with the wrong number of counts;
    ///   `PlotError.outOfRange` for a negative count or more than a million million studies.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        guard (1...4).contains(kinds.count) else { throw .cell(item: title) }
        var builder = EvidenceMapBuilder(self, try grid(), options, language)
        return builder.build()
    }

    /// The cells by row and column.
    private func grid() throws(PlotError) -> [[Cell?]] {
        var rowsByID: [String: Int] = [:]
        for (index, row) in rows.enumerated() { rowsByID[row.id] = index }
        var columnsByID: [String: Int] = [:]
        for (index, column) in columns.enumerated() { columnsByID[column.id] = index }
        var grid = [[Cell?]](repeating: .init(repeating: nil, count: columns.count), count: rows.count)
        for cell in cells {
            guard let row = rowsByID[cell.row], let column = columnsByID[cell.column], grid[row][column] == nil,
                cell.counts.count == kinds.count
            else { throw .cell(item: cell.row + ", " + cell.column) }
            guard cell.counts.allSatisfy({ (0...1_000_000_000_000).contains($0) }) else {
                throw .outOfRange(item: cell.row + ", " + cell.column)
            }
            grid[row][column] = cell
        }
        return grid
    }
}
