/// The words of a dumbbell plot: values, sentences and table.
struct DumbbellPlotText {
    private typealias Value = DumbbellPlotData.Value
    private typealias Row = DumbbellPlotData.Row

    private(set) var plot: RowPlot
    private(set) var table = TableTwin()

    private let data: DumbbellPlotData
    private let unit: String
    private let measure: String
    private let experimental: String
    private let control: String
    private let hasSingle: Bool
    private let hasDesigns: Bool
    private let hasDetails: Bool

    private static let single = "One group"
    private static let indirect = "indirect"

    init(_ data: DumbbellPlotData, _ entries: [DumbbellPlotData.Entry]) {
        self.data = data
        unit = LabelText.clean(data.unit)
        measure = LabelText.clean(data.measure)
        experimental = LabelText.clean(data.experimental)
        control = LabelText.clean(data.control)
        hasSingle = data.rows.contains { $0.single != nil }
        hasDesigns = data.rows.contains { !$0.design.isEmpty || $0.isIndirect }
        hasDetails = data.rows.contains { !$0.sublabel.isEmpty }
        let heads = [experimental, control] + (hasSingle ? [Self.single] : [])
        plot = RowPlot(
            id: data.id, kind: .dumbbell, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description), labelHeader: "Study",
            panelHeader: measure + " (" + unit + ")", valueHeaders: heads,
            narrowHeader: LabelText.capitalised(unit), items: [], keys: [], footnotes: [],
            empty: "No study states this")
        if data.rows.contains(where: { $0.values.contains(where: \.isOpen) }) {
            plot.lane = "NR"
            let hasBounds = data.rows.contains { $0.values.contains(where: \.hasBound) }
            plot.footnotes = [
                "NR: not reached within follow-up."
                    + (hasBounds ? " A dashed line starts at the value that it is known to be over." : "")
            ]
        }
        plot.footnotes += data.footnotes.map(LabelText.clean)
        plot.keys = keys
        plot.items = entries.map(item)
        table.columns = [.init(header: "Study", isNumeric: false)]
        table.columns += heads.map { .init(header: $0 + " (" + unit + ")", isNumeric: true) }
        if hasDesigns { table.columns.append(.init(header: "Design", isNumeric: false)) }
        if hasDetails { table.columns.append(.init(header: "Details", isNumeric: false)) }
        table.rows = entries.map(tableRow)
    }

    /// The marks that occur; those of two direct arms if none does.
    private var keys: [RowPlot.Key] {
        func has(single: Bool, indirect: Bool) -> Bool {
            data.rows.contains { ($0.single != nil) == single && $0.isIndirect == indirect }
        }
        let alone = Self.single + ", not compared"
        var keys: [RowPlot.Key] = []
        if data.rows.isEmpty || has(single: false, indirect: false) {
            keys += [.init(style: .experimental, label: experimental), .init(style: .control, label: control)]
        }
        if has(single: false, indirect: true) {
            keys.append(.init(style: .experimentalIndirect, label: experimental + ", " + Self.indirect, dot: .dotIndirect))
            keys.append(.init(style: .controlIndirect, label: control + ", " + Self.indirect))
        }
        if has(single: true, indirect: false) { keys.append(.init(style: .square, label: alone, isRound: false)) }
        if has(single: true, indirect: true) {
            keys.append(.init(style: .squareHollow, label: alone + ", " + Self.indirect, isRound: false))
        }
        return keys
    }

    // MARK: Rows

    private func item(_ entry: DumbbellPlotData.Entry) -> RowPlot.Item {
        switch entry {
        case .heading(let text):
            let heading = LabelText.clean(text)
            return RowPlot.Item(kind: .heading, label: heading, sentence: heading)
        case .row(let row):
            let details = [row.isIndirect ? Self.indirect : "", LabelText.clean(row.sublabel)]
            var item = RowPlot.Item(
                kind: .study, label: LabelText.clean(row.label),
                sublabel: details.filter { !$0.isEmpty }.joined(separator: "; "), href: row.href, sentence: sentence(of: row))
            if let single = row.single {
                item.values = ["", "", short(single)]
                item.narrowValue = short(single)
            } else {
                item.values = [short(row.experimental), short(row.control)]
                item.narrowValue = item.values.joined(separator: " / ")
            }
            return item
        }
    }

    private func sentence(of row: Row) -> String {
        let design = design(of: row)
        var sentence = LabelText.clean(row.label) + (design.isEmpty ? "" : ", " + design) + ": " + measure + " "
        if let single = row.single {
            sentence += spoken(single)
            if let name = row.singleName { sentence += " with " + LabelText.clean(name) }
            return sentence + ", one group, not compared"
        }
        sentence += spoken(row.experimental) + " with " + (row.experimentalName.map(LabelText.clean) ?? experimental)
        return sentence + ", " + spoken(row.control) + " with " + (row.controlName.map(LabelText.clean) ?? control)
    }

    private func design(of row: Row) -> String {
        [LabelText.clean(row.design), row.isIndirect ? Self.indirect : ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func tableRow(_ entry: DumbbellPlotData.Entry) -> TableTwin.Row {
        switch entry {
        case .heading(let text):
            let blank = Array(repeating: "", count: table.columns.count - 1)
            return .init(kind: .heading, cells: [LabelText.clean(text)] + blank)
        case .row(let row):
            let values = row.single == nil ? [text(row.experimental), text(row.control)] : ["", ""]
            var cells = [LabelText.clean(row.label)] + values
            if hasSingle { cells.append(row.single.map(text) ?? "") }
            if hasDesigns { cells.append(LabelText.capitalised(design(of: row))) }
            if hasDetails { cells.append(LabelText.clean(row.sublabel)) }
            return .init(kind: .study, href: row.href, cells: cells)
        }
    }

    // MARK: Values

    private func text(_ value: Value?) -> String {
        switch value {
        case nil: "not stated"
        case .stated(let number): NumberText.trimmed(number, decimals: data.decimals)
        case .notReached(let bound?): "not reached (over " + NumberText.trimmed(bound, decimals: data.decimals) + ")"
        case .notReached: "not reached"
        }
    }

    private func short(_ value: Value?) -> String {
        switch value {
        case nil: "–"
        case .stated: text(value)
        case .notReached(let bound?): "NR, >" + NumberText.trimmed(bound, decimals: data.decimals)
        case .notReached: "NR"
        }
    }

    private func spoken(_ value: Value?) -> String {
        if case .stated = value { text(value) + " " + unit } else { text(value) }
    }
}
