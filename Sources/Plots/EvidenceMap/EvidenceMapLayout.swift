/// An evidence map laid out: a grid of bubbles with their numbers, or in the narrow variant a list of the cells that
/// have studies, row by row.
public struct EvidenceMapLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError.cell` for a cell of no row or column, or with the wrong number of counts;
    ///   `PlotError.outOfRange` for a negative count or more than 9999 studies.
    public init(_ data: EvidenceMapData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        guard (1...4).contains(data.kinds.count) else { throw .cell(item: data.title) }
        let grid = try Self.grid(data)
        var builder = EvidenceMapBuilder(data, grid, options)
        scene = builder.build()
    }

    /// The cells by row and column.
    private static func grid(_ data: EvidenceMapData) throws(PlotError) -> [[EvidenceMapData.Cell?]] {
        var rows: [String: Int] = [:]
        for (index, row) in data.rows.enumerated() { rows[row.id] = index }
        var columns: [String: Int] = [:]
        for (index, column) in data.columns.enumerated() { columns[column.id] = index }
        var grid = [[EvidenceMapData.Cell?]](
            repeating: .init(repeating: nil, count: data.columns.count), count: data.rows.count)
        for cell in data.cells {
            guard let row = rows[cell.row], let column = columns[cell.column], grid[row][column] == nil,
                cell.counts.count == data.kinds.count
            else { throw .cell(item: cell.row + ", " + cell.column) }
            guard cell.counts.allSatisfy({ (0...9999).contains($0) }) else {
                throw .outOfRange(item: cell.row + ", " + cell.column)
            }
            grid[row][column] = cell
        }
        return grid
    }
}
