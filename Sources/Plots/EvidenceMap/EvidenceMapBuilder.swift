import Text

/// The work of laying out an evidence map.
struct EvidenceMapBuilder: PlotBuilder {
    let data: EvidenceMapData
    let grid: [[EvidenceMapData.Cell?]]
    let options: PlotOptions
    let language: Language
    let largest: Int
    let rowLabels: [String]
    let columnLabels: [String]
    let kinds: [String]
    var groups: [SceneGroup] = []
    var width: Double
    var y: Double

    /// The styles of kinds in their order.
    static let styles: [MarkStyle] = [.bubble, .bubbleOther, .bubbleThird, .bubbleFourth]
    private static let wideSlot = 34.0
    private static let tightSlot = 29.0
    static let largestRadius = 14.0

    init(_ data: EvidenceMapData, _ grid: [[EvidenceMapData.Cell?]], _ options: PlotOptions, _ language: Language) {
        self.data = data
        self.grid = grid
        self.options = options
        self.language = language
        largest = data.cells.flatMap(\.counts).max() ?? 0
        rowLabels = data.rows.map { LabelText.clean($0.label) }
        columnLabels = data.columns.map { LabelText.clean($0.label) }
        kinds = data.kinds.map(LabelText.clean)
        width = options.width
        y = options.margin
    }

    mutating func build() -> Scene {
        let title = LabelText.clean(data.title)
        let layout = columns()
        if options.variant == .wide { width = layout.width }
        addTitle(title)
        addKeys(kinds) { index, x, y, group in Self.addBubble(index, x: x + 6, y: y + 8, radius: 6, to: &group) }
        if options.variant == .wide { addGrid(layout) } else { addList() }
        return scene(
            id: data.id, kind: .map, title: title, description: LabelText.clean(data.description), table: table())
    }

    /// Whether a row that is a kind of this one has a study in a column.
    func hasNarrower(_ row: Int, _ column: Int) -> Bool {
        let depth = data.rows[row].depth
        return data.rows.indices.dropFirst(row + 1).prefix { data.rows[$0].depth > depth }.contains {
            grid[$0][column]?.counts.contains { $0 > 0 } ?? false
        }
    }

    /// The room of the longest word among the rows' labels, so that none is broken.
    private func longestWord() -> Double {
        var longest = 0.0
        for (row, text) in rowLabels.enumerated() {
            for word in text.split(whereSeparator: { $0 == " " || $0 == "-" }) {
                longest = max(longest, indent(row) + Typography.body.room(String(word) + "-"))
            }
        }
        return longest
    }

    /// The lines of bubbles that a row of the grid needs: those in which any of its cells has a study.
    func lines(_ cells: [EvidenceMapData.Cell?], _ columns: Columns) -> [Int] {
        let used = (0..<columns.bubbleRows).filter { line in
            cells.contains { cell in
                cell?.counts.enumerated().contains { $1 > 0 && $0 / columns.bubbles == line } ?? false
            }
        }
        return used.isEmpty ? [0] : used
    }

    /// How far a row's label stands in.
    func indent(_ row: Int) -> Double { 9 * Double(data.rows[row].depth) }

    struct Columns {
        var label: Double
        var column: Double
        var width: Double
        /// How many bubbles stand beside one another in a cell.
        var bubbles: Int
        /// The room of one of them.
        var slot: Double
        var bubbleRows: Int
    }

    private func columns() -> Columns {
        var label = Typography.header.room(LabelText.clean(data.rowHeader))
        for (row, text) in rowLabels.enumerated() { label = max(label, indent(row) + Typography.body.room(text)) }
        label = min(max(label, 60), 220)
        let count = Double(max(columnLabels.count, 1))
        func least(_ bubbles: Int) -> Double { max(76, Double(bubbles) * Self.wideSlot + 8) }
        // Four kinds side by side in each of many columns would be wider than any screen.
        let isTight = kinds.count > 2 && 2 * margin + label + 12 + count * least(kinds.count) > max(options.width, 1000)
        let bubbles = isTight ? 2 : kinds.count
        if isTight { label = min(label, max(112, longestWord())) }
        let slot = isTight ? Self.tightSlot : Self.wideSlot
        let column = isTight ? Double(bubbles) * slot + 7 : least(bubbles)
        let width = max(options.width, 2 * margin + label + 12 + count * column)
        return Columns(
            label: label, column: (width - 2 * margin - label - 12) / count, width: width, bubbles: bubbles, slot: slot,
            bubbleRows: (kinds.count + bubbles - 1) / bubbles)
    }

    /// The radius of a bubble, its area in proportion to the count.
    func radius(_ count: Int) -> Double {
        guard count > 0, largest > 0 else { return 0 }
        return max(3.5, Self.largestRadius * (Double(count) / Double(largest)).squareRoot())
    }

    /// Draws a bubble: the first two kinds are circles, the others squares of the same area, so that shape says the
    /// kind as well as colour.
    static func addBubble(_ kind: Int, x: Double, y: Double, radius: Double, to group: inout SceneGroup) {
        if kind < 2 {
            group.circle(x, y, radius: radius, styles[kind])
        } else {
            let side = radius * 1.7725
            group.rect(x - side / 2, y - side / 2, side, side, styles[kind])
        }
    }

    func sentence(_ cell: EvidenceMapData.Cell, _ row: Int, _ column: Int) -> String {
        language.mapCell(row: rowLabels[row], column: columnLabels[column], counts(cell))
    }

    /// 3 randomised, 1 running; empty for none.
    private func counts(_ cell: EvidenceMapData.Cell?) -> String {
        language.counts(zip(cell?.counts ?? [], kinds).filter { $0.0 > 0 }.map { (number: $0, kind: $1) })
    }

    private func table() -> TableTwin {
        var table = TableTwin()
        table.columns.append(.init(header: LabelText.clean(data.rowHeader), isNumeric: false))
        // A column for each kind in each of many columns would be unreadable: a cell says them all.
        if kinds.count > 1, columnLabels.count > 6 {
            table.columns += columnLabels.map { .init(header: $0, isNumeric: false) }
            for (row, cells) in grid.enumerated() {
                let texts = cells.enumerated().map { column, cell in
                    cell == nil && hasNarrower(row, column) ? language.onlyNarrowerMark : counts(cell)
                }
                table.rows.append(
                    .init(
                        kind: .study, href: data.rows[row].href,
                        cells: [rowLabels[row]] + texts.map { $0.isEmpty ? language.missing : $0 }))
            }
            return table
        }
        for label in columnLabels {
            for kind in kinds {
                table.columns.append(
                    .init(header: kinds.count > 1 ? language.mapColumn(label, kind) : label, isNumeric: true))
            }
        }
        for (row, cells) in grid.enumerated() {
            var texts = [rowLabels[row]]
            for cell in cells {
                for kind in kinds.indices { texts.append(language.numbers.count(cell?.counts[kind] ?? 0)) }
            }
            table.rows.append(.init(kind: .study, href: data.rows[row].href, cells: texts))
        }
        return table
    }
}
