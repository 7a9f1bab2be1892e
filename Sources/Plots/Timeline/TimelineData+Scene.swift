import Text

extension TimelineData: PlotData {
    /// A bar from start to end; a bar without an end fades into dashes, one without a start begins in dashes.
    ///
    /// - Throws: `PlotError.outOfRange` for a date that is none, `reversedInterval` for an end before the start.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        let (from, to) = try years()
        var builder = RowPlotBuilder(plot(language), options, language)
        var scene = builder.build(
            axis: { Axis(scale: .linear, low: from, high: to, start: $0, end: $1) },
            reference: asOf?.decimalYear
        ) { index, axis, centre, group in
            draw(trials[index], axis, centre, in: &group)
        }
        scene.table = table(language)
        return scene
    }

    /// The ends of the axis.
    private func years() throws(PlotError) -> (from: Double, to: Double) {
        var low = Double.infinity
        var high = -Double.infinity
        for trial in trials {
            for date in [trial.start, trial.end] {
                guard let date else { continue }
                guard date.isValid else { throw .outOfRange(item: trial.label) }
                low = min(low, date.decimalYear)
                high = max(high, date.decimalYear)
            }
            if let start = trial.start, let end = trial.end, end.isBefore(start) {
                throw .reversedInterval(item: trial.label)
            }
        }
        if let asOf {
            guard asOf.isValid else { throw .outOfRange(item: "date of the content") }
            low = min(low, asOf.decimalYear)
            high = max(high, asOf.decimalYear)
        }
        if low > high { (low, high) = (2020, 2030) }
        let from = (low - 0.3).rounded(.down)
        return (from, max((high + 0.6).rounded(.up), from + 3))
    }

    private func draw(_ trial: Trial, _ axis: Axis, _ y: Double, in group: inout SceneGroup) {
        let end = trial.end.map { axis.position($0.decimalYear) }
        if let start = trial.start.map({ axis.position($0.decimalYear) }) {
            if let end {
                group.rect(end > start ? start : start - 1, y - 4, end > start ? end - start : 2, 8, .bar)
            } else if axis.end > start {
                group.rect(start, y - 4, axis.end - start, 8, .barOpen)
            }
        } else if let end {
            // Without a start only the end is known: a mark with a short tail says nothing of how long it takes.
            let from = max(end - 26, axis.start - 8)
            if end > from { group.rect(from, y - 4, end - from, 8, .barOpen) }
            group.rect(end - 2, y - 6, 4, 12, .end)
        }
    }

    // MARK: Words

    private func plot(_ language: Language) -> RowPlot {
        let items = trials.map { trial in
            let label = LabelText.clean(trial.label)
            let status = LabelText.clean(trial.status)
            let compares = LabelText.clean(trial.compares)
            let question = LabelText.clean(trial.question)
            let end = language.end(trial.end.map(language.date) ?? language.missing, status: status)
            return RowPlot.Item(
                kind: .study, label: label, sublabel: compares,
                narrowSublabel: language.facts([trial.patients.map(language.patients) ?? "", compares, question]),
                href: trial.href,
                sentence: language.trial(
                    label, status: status, start: trial.start.map(language.date), end: trial.end.map(language.date),
                    patients: trial.patients),
                values: [trial.patients.map(language.numbers.count) ?? language.missing, end, question],
                narrowValue: end)
        }
        let hasOpenEnd = trials.contains { $0.start != nil && $0.end == nil }
        let hasOpenStart = trials.contains { $0.start == nil && $0.end != nil }
        var keys: [RowPlot.Key] = []
        if trials.contains(where: { $0.start != nil && $0.end != nil }) {
            keys.append(.init(style: .bar, label: language.keyStartToEnd, isRound: false))
        }
        if hasOpenEnd || hasOpenStart {
            keys.append(
                .init(
                    style: .barOpen, label: language.keyNotStated(start: hasOpenStart, end: hasOpenEnd), isRound: false)
            )
        }
        return RowPlot(
            id: id, kind: .timeline, title: LabelText.clean(title), description: LabelText.clean(description),
            labelHeader: language.trialHeader, panelHeader: language.yearHeader,
            valueHeaders: [language.patientsHeader, language.plannedEndHeader, language.questionHeader],
            narrowHeader: language.plannedEndHeader, items: items, keys: keys,
            footnotes: (asOf.map { [language.explainsAsOf(language.date($0))] } ?? []) + footnotes.map(LabelText.clean),
            empty: language.noRunningTrial)
    }

    private func table(_ language: Language) -> TableTwin {
        var table = TableTwin()
        table.columns = [
            .init(header: language.trialHeader, isNumeric: false),
            .init(header: language.statusHeader, isNumeric: false),
            .init(header: language.startHeader, isNumeric: false), .init(header: language.endHeader, isNumeric: false),
            .init(header: language.patientsHeader, isNumeric: true),
            .init(header: language.comparesHeader, isNumeric: false),
            .init(header: language.questionHeader, isNumeric: false),
        ]
        table.rows = trials.map { trial in
            let dates = [trial.start, trial.end].map { $0.map(language.date) ?? language.noFigure }
            return .init(
                kind: .study, href: trial.href,
                cells: [LabelText.clean(trial.label), LabelText.clean(trial.status)] + dates
                    + [
                        trial.patients.map(language.numbers.count) ?? language.missing, LabelText.clean(trial.compares),
                        LabelText.clean(trial.question),
                    ])
        }
        return table
    }
}

extension Language {
    /// Mar 2024, or 2024
    package func date(_ date: PlotDate) -> String { self.date(year: date.year, month: date.month) }
}
