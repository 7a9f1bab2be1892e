import Text

/// The words of a dumbbell plot: values, sentences and table.
struct DumbbellPlotText {
    private typealias Value = DumbbellPlotData.Value
    private typealias Row = DumbbellPlotData.Row

    private(set) var plot: RowPlot
    private(set) var table = TableTwin()

    private let data: DumbbellPlotData
    private let language: Language
    private let unit: String
    private let measure: String
    private let experimental: String
    private let control: String
    private let hasSingle: Bool
    private let hasDesigns: Bool
    private let hasDetails: Bool

    init(_ data: DumbbellPlotData, _ entries: [DumbbellPlotData.Entry], _ language: Language) {
        self.data = data
        self.language = language
        unit = LabelText.clean(data.unit)
        measure = LabelText.clean(data.measure)
        experimental = LabelText.clean(data.experimental)
        control = LabelText.clean(data.control)
        hasSingle = data.rows.contains { $0.single != nil }
        hasDesigns = data.rows.contains { !$0.design.isEmpty || $0.isIndirect }
        hasDetails = data.rows.contains { !$0.sublabel.isEmpty }
        let heads = [experimental, control] + (hasSingle ? [language.oneGroup] : [])
        plot = RowPlot(
            id: data.id, kind: .dumbbell, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description), labelHeader: language.studyHeader,
            panelHeader: language.withUnit(measure, unit), valueHeaders: heads,
            narrowHeader: language.capitalised(unit), items: [], keys: [], footnotes: [],
            empty: language.noStudyStates)
        if data.rows.contains(where: { $0.values.contains(where: \.isOpen) }) {
            plot.lane = language.notReachedShort
            let hasBounds = data.rows.contains { $0.values.contains(where: \.hasBound) }
            plot.footnotes = [language.explainsNotReached(hasBounds: hasBounds)]
        }
        plot.footnotes += data.footnotes.map(LabelText.clean)
        plot.keys = keys
        plot.items = entries.map(item)
        table.columns = [.init(header: language.studyHeader, isNumeric: false)]
        table.columns += heads.map { .init(header: language.withUnit($0, unit), isNumeric: true) }
        if hasDesigns { table.columns.append(.init(header: language.designHeader, isNumeric: false)) }
        if hasDetails { table.columns.append(.init(header: language.detailsHeader, isNumeric: false)) }
        table.rows = entries.map(tableRow)
    }

    /// The marks that occur; those of two direct arms if none does.
    private var keys: [RowPlot.Key] {
        func has(single: Bool, indirect: Bool) -> Bool {
            data.rows.contains { ($0.single != nil) == single && $0.isIndirect == indirect }
        }
        var keys: [RowPlot.Key] = []
        if data.rows.isEmpty || has(single: false, indirect: false) {
            keys += [.init(style: .experimental, label: experimental), .init(style: .control, label: control)]
        }
        if has(single: false, indirect: true) {
            keys.append(.init(style: .experimentalIndirect, label: language.indirect(experimental), dot: .dotIndirect))
            keys.append(.init(style: .controlIndirect, label: language.indirect(control)))
        }
        if has(single: true, indirect: false) {
            keys.append(.init(style: .square, label: language.oneGroupNotCompared, isRound: false))
        }
        if has(single: true, indirect: true) {
            keys.append(
                .init(style: .squareHollow, label: language.indirect(language.oneGroupNotCompared), isRound: false))
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
            let details = [row.isIndirect ? language.indirect("") : "", LabelText.clean(row.sublabel)]
            var item = RowPlot.Item(
                kind: .study, label: LabelText.clean(row.label),
                sublabel: language.sequence(details.filter { !$0.isEmpty }), href: row.href, sentence: sentence(of: row)
            )
            if let single = row.single {
                item.values = ["", "", short(single)]
                item.narrowValue = short(single)
            } else {
                item.values = [short(row.experimental), short(row.control)]
                item.narrowValue = language.both(short(row.experimental), short(row.control))
            }
            return item
        }
    }

    private func sentence(of row: Row) -> String {
        let (label, design) = (LabelText.clean(row.label), design(of: row))
        let name = design.isEmpty ? label : language.series([label, design])
        let measure = language.inSentence(measure)
        if let single = row.single {
            return language.median(name, measure: measure, spoken(single), with: row.singleName.map(LabelText.clean))
        }
        return language.medians(
            name, measure: measure, spoken(row.experimental),
            with: row.experimentalName.map(LabelText.clean) ?? experimental,
            spoken(row.control), with: row.controlName.map(LabelText.clean) ?? control)
    }

    private func design(of row: Row) -> String {
        let design = LabelText.clean(row.design)
        return row.isIndirect ? language.indirect(design) : design
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
            if hasDesigns { cells.append(language.capitalised(design(of: row))) }
            if hasDetails { cells.append(LabelText.clean(row.sublabel)) }
            return .init(kind: .study, href: row.href, cells: cells)
        }
    }

    // MARK: Values

    /// A value as it is printed, or with no more than its own digits.
    private func digits(_ number: Double, _ printed: String?) -> String {
        printed ?? language.numbers.trimmed(number, decimals: data.decimals)
    }

    private func text(_ value: Value?) -> String {
        switch value {
        case nil: language.noFigure
        case .stated(let number, let printed): digits(number, printed)
        case .notReached(let bound?, let printed): language.notReached(over: digits(bound, printed))
        case .notReached: language.notReached
        }
    }

    private func short(_ value: Value?) -> String {
        switch value {
        case nil: language.missing
        case .stated: text(value)
        case .notReached(let bound?, let printed): language.notReachedShort(over: digits(bound, printed))
        case .notReached: language.notReachedShort
        }
    }

    private func spoken(_ value: Value?) -> String {
        if case .stated = value { language.measured(text(value), unit) } else { text(value) }
    }
}
