/// The words of a dumbbell plot: values, sentences and table.
struct DumbbellPlotText {
    let plot: RowPlot
    let table: TableTwin

    private static let single = "One group"

    init(_ data: DumbbellPlotData) {
        let unit = LabelText.clean(data.unit)
        let experimental = LabelText.clean(data.experimental)
        let control = LabelText.clean(data.control)
        let measure = LabelText.clean(data.measure)
        func text(_ value: DumbbellPlotData.Value?) -> String {
            switch value {
            case nil: "not stated"
            case .stated(let number): NumberText.trimmed(number, decimals: data.decimals)
            case .notReached(let beyond?):
                "not reached (over " + NumberText.trimmed(beyond, decimals: data.decimals) + ")"
            case .notReached: "not reached"
            }
        }
        func short(_ value: DumbbellPlotData.Value?) -> String {
            switch value {
            case nil: "–"
            case .stated: text(value)
            case .notReached(let beyond?): "NR, >" + NumberText.trimmed(beyond, decimals: data.decimals)
            case .notReached: "NR"
            }
        }
        func spoken(_ value: DumbbellPlotData.Value?) -> String {
            if case .stated = value { text(value) + " " + unit } else { text(value) }
        }
        var items: [RowPlot.Item] = []
        var table = TableTwin()
        let hasSingle = data.rows.contains { $0.single != nil }
        let heads = [experimental, control] + (hasSingle ? [Self.single] : [])
        table.columns = [.init(header: "Study", isNumeric: false)]
        table.columns += heads.map { .init(header: $0 + " (" + unit + ")", isNumeric: true) }
        for row in data.rows {
            let label = LabelText.clean(row.label)
            if let single = row.single {
                items.append(
                    RowPlot.Item(
                        kind: .study, label: label, sublabel: LabelText.clean(row.sublabel), href: row.href,
                        sentence: label + ": " + measure + " " + spoken(single) + ", one group, not compared",
                        values: ["", "", short(single)], narrowValue: short(single)))
                table.rows.append(.init(kind: .study, href: row.href, cells: [label, "", "", text(single)]))
                continue
            }
            let (a, b) = (text(row.experimental), text(row.control))
            items.append(
                RowPlot.Item(
                    kind: .study, label: label, sublabel: LabelText.clean(row.sublabel), href: row.href,
                    sentence: label + ": " + measure + " " + spoken(row.experimental) + " with " + experimental + ", "
                        + spoken(row.control) + " with " + control,
                    values: [short(row.experimental), short(row.control)],
                    narrowValue: short(row.experimental) + " / " + short(row.control)))
            table.rows.append(.init(kind: .study, href: row.href, cells: [label, a, b] + (hasSingle ? [""] : [])))
        }
        plot = RowPlot(
            id: data.id, kind: .dumbbell, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description), labelHeader: "Study",
            panelHeader: measure + " (" + unit + ")", valueHeaders: heads,
            narrowHeader: unit.prefix(1).uppercased() + unit.dropFirst(), items: items,
            keys: [
                .init(style: .experimental, label: experimental), .init(style: .control, label: control),
            ] + (hasSingle ? [.init(style: .square, label: Self.single + ", not compared", isRound: false)] : []),
            footnotes: (data.rows.contains { $0.values.contains(where: \.isOpen) }
                ? ["NR, dashed arrow: not reached within follow-up."] : []) + data.footnotes.map(LabelText.clean),
            empty: "No study states this")
        self.table = table
    }
}
