/// A timeline laid out: a bar from start to end, a diamond at the primary completion; a bar without an end fades into
/// dashes, one without a start begins in dashes, a trial without either has a diamond or nothing.
public struct TimelineLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError.outOfRange` for a date that is none, `reversedInterval` for an end before the start.
    public init(_ data: TimelineData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        var low = Double.infinity
        var high = -Double.infinity
        for trial in data.trials {
            for date in [trial.start, trial.primaryCompletion, trial.end] {
                guard let date else { continue }
                guard date.isValid else { throw .outOfRange(item: trial.label) }
                low = min(low, date.decimalYear)
                high = max(high, date.decimalYear)
            }
            if let start = trial.start, let end = trial.end, end.isBefore(start) {
                throw .reversedInterval(item: trial.label)
            }
        }
        if let asOf = data.asOf {
            guard asOf.isValid else { throw .outOfRange(item: "date of the content") }
            low = min(low, asOf.decimalYear)
            high = max(high, asOf.decimalYear)
        }
        if low > high { (low, high) = (2020, 2030) }
        let (from, to) = ((low - 0.3).rounded(.down), max((high + 0.6).rounded(.up), (low - 0.3).rounded(.down) + 3))
        var builder = RowPlotBuilder(Self.plot(data), options)
        var scene = builder.build(
            axis: { Axis(scale: .linear, low: from, high: to, start: $0, end: $1) },
            reference: data.asOf?.decimalYear
        ) { index, axis, centre, group in
            Self.draw(data.trials[index], axis, centre, in: &group)
        }
        scene.table = Self.table(data)
        self.scene = scene
    }

    private static func draw(_ trial: TimelineData.Trial, _ axis: Axis, _ y: Double, in group: inout SceneGroup) {
        let primary = trial.primaryCompletion.map { axis.position($0.decimalYear) }
        if let start = trial.start.map({ axis.position($0.decimalYear) }) {
            let end = trial.end.map { axis.position($0.decimalYear) }
            let solid = end ?? primary
            if let solid, solid > start { group.rect(start, y - 4, solid - start, 8, .bar) }
            if end == nil {
                let from = max(solid ?? start, start)
                if axis.end > from { group.rect(from, y - 4, axis.end - from, 8, .barOpen) }
            }
            if let solid, solid <= start { group.rect(start - 1, y - 4, 2, 8, .bar) }
        } else if let end = trial.end.map({ axis.position($0.decimalYear) }) {
            // Without a start only the end is known: a mark with a short tail says nothing of how long it takes.
            let from = max(end - 26, axis.start - 8)
            if end > from { group.rect(from, y - 4, end - from, 8, .barOpen) }
            group.rect(end - 2, y - 6, 4, 12, .end)
        }
        if let primary {
            group.polygon([(primary - 5, y), (primary, y - 6.5), (primary + 5, y), (primary, y + 6.5)], .diamond)
        }
    }

    private static func plot(_ data: TimelineData) -> RowPlot {
        let items = data.trials.map { trial in
            let label = LabelText.clean(trial.label)
            let status = LabelText.clean(trial.status)
            let completion = trial.primaryCompletion?.text ?? trial.end?.text ?? "–"
            let compares = LabelText.clean(trial.compares)
            let patients = trial.patients.map(NumberText.integer)
            let question = LabelText.clean(trial.question)
            var sentence = label + ": " + status
            sentence += trial.start.map { ", started " + $0.text } ?? ", start not stated"
            if let date = trial.primaryCompletion { sentence += ", primary completion " + date.text }
            sentence += trial.end.map { ", end " + $0.text } ?? ", end not stated"
            if let patients { sentence += ", " + patients + " patients" }
            let end = completion + (status.isEmpty ? "" : ", " + status)
            let details = [patients.map { $0 + " patients" } ?? "", compares, question].filter { !$0.isEmpty }
            return RowPlot.Item(
                kind: .study, label: label, sublabel: compares, narrowSublabel: details.joined(separator: " · "),
                href: trial.href, sentence: sentence, values: [patients ?? "–", end, question], narrowValue: end)
        }
        let hasOpenEnd = data.trials.contains { $0.start != nil && $0.end == nil }
        let hasOpenStart = data.trials.contains { $0.start == nil && $0.end != nil }
        var keys: [RowPlot.Key] = []
        if data.trials.contains(where: { $0.start != nil }) {
            keys.append(.init(style: .bar, label: "Start to end", isRound: false))
        }
        if hasOpenEnd || hasOpenStart {
            let what = hasOpenEnd ? hasOpenStart ? "Start or end" : "End" : "Start"
            keys.append(.init(style: .barOpen, label: what + " not stated", isRound: false))
        }
        return RowPlot(
            id: data.id, kind: .timeline, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description), labelHeader: "Trial", panelHeader: "Year",
            valueHeaders: ["Patients", data.endHeader + ", status", "Question"], narrowHeader: data.endHeader + ", status", items: items,
            keys: keys,
            footnotes: [
                data.trials.contains { $0.primaryCompletion != nil } ? "Diamond: primary completion." : "",
                data.asOf.map { "Vertical line: content as of " + $0.text + "." } ?? "",
            ] + data.footnotes.map(LabelText.clean), empty: "No running trial is known")
    }

    private static func table(_ data: TimelineData) -> TableTwin {
        var table = TableTwin()
        table.columns = ["Trial", "Status", "Start", "Primary completion", "End", "Patients", "Compares", "Question"].map {
            .init(header: $0, isNumeric: $0 == "Patients")
        }
        table.rows = data.trials.map { trial in
            let dates = [trial.start, trial.primaryCompletion, trial.end].map { $0?.text ?? "not stated" }
            return .init(
                kind: .study, href: trial.href,
                cells: [LabelText.clean(trial.label), LabelText.clean(trial.status)] + dates
                    + [trial.patients.map(NumberText.integer) ?? "–", LabelText.clean(trial.compares), LabelText.clean(trial.question)])
        }
        return table
    }
}
