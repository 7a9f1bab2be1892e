/// The words of a dumbbell plot: values, sentences and table.
struct DumbbellPlotText {
    let plot: RowPlot
    let table: TableTwin

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
        table.columns = [
            .init(header: "Study", isNumeric: false),
            .init(header: experimental + " (" + unit + ")", isNumeric: true),
            .init(header: control + " (" + unit + ")", isNumeric: true),
        ]
        for row in data.rows {
            let label = LabelText.clean(row.label)
            let (a, b) = (text(row.experimental), text(row.control))
            items.append(
                RowPlot.Item(
                    kind: .study, label: label, sublabel: LabelText.clean(row.sublabel), href: row.href,
                    sentence: label + ": " + measure + " " + spoken(row.experimental) + " with " + experimental + ", "
                        + spoken(row.control) + " with " + control,
                    values: [short(row.experimental), short(row.control)],
                    narrowValue: short(row.experimental) + " / " + short(row.control)))
            table.rows.append(.init(kind: .study, href: row.href, cells: [label, a, b]))
        }
        plot = RowPlot(
            id: data.id, kind: "dumbbell", title: LabelText.clean(data.title),
            description: LabelText.clean(data.description), labelHeader: "Study",
            panelHeader: measure + " (" + unit + ")", valueHeaders: [experimental, control],
            narrowHeader: unit.prefix(1).uppercased() + unit.dropFirst(), items: items,
            keys: [
                .init(style: .experimental, label: experimental), .init(style: .control, label: control),
            ],
            footnotes: (data.rows.contains { $0.experimental?.isOpen == true || $0.control?.isOpen == true }
                ? ["NR, dashed arrow: not reached within follow-up."] : []) + data.footnotes.map(LabelText.clean),
            empty: "No study states this")
        self.table = table
    }
}
