import Evidence
import Plots
import TemplateEngine

/// Composes the page of running trials: when they end, and which questions they will help to answer.
struct OngoingComposer {
    let context: SiteContext

    private var trials: [Study] {
        context.atlas.studies.filter(\.isRunning).sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    /// The trials for which a date is recorded.
    private var dated: [Study] {
        trials.filter { PlotDate($0.period?.start) != nil || PlotDate($0.period?.end) != nil }
    }

    func view() throws(TemplateError) -> Value {
        let (trials, dated) = (trials, dated)
        return .record(
            PageViews.ongoing,
            [
                context.site,
                context.page(
                    title: "Running trials", description: "Trials whose results are still to come", kind: "ongoing",
                    section: "ongoing", path: Routes.ongoing),
                try graphics().first?.view() ?? .none, .int(trials.count), .int(dated.count), .list(groups(trials)),
            ])
    }

    /// The timeline, if a date is recorded: those that end first, first.
    func graphics() -> [Graphic] {
        let dated = dated
        guard !dated.isEmpty else { return [] }
        let ordered = dated.map { (study: $0, end: PlotDate($0.period?.end)) }.sorted { a, b in
            func key(_ date: PlotDate?) -> (Int, Int) { date.map { ($0.year, $0.month ?? 13) } ?? (.max, 0) }
            let (first, second) = (key(a.end), key(b.end))
            return first != second ? first < second : a.study.name.lowercased() < b.study.name.lowercased()
        }
        let root = Routes.root(from: Routes.ongoing)
        let data = TimelineData(
            id: "running-trials", title: "When running trials end",
            description: "The planned span of each running trial whose documents print a date.",
            trials: ordered.map { item in
                let start = PlotDate(item.study.period?.start)
                return .init(
                    label: item.study.name, compares: item.study.comparison, patients: item.study.patients ?? item.study.enrolled(.planned)?.n,
                    question: (context.questionsOfStudy[item.study.id] ?? []).map(\.question.short).joined(separator: "; "),
                    href: root + Routes.study(item.study.id), status: item.study.status.label, start: start, end: item.end)
            }, asOf: newest, endHeader: "Planned end")
        return [
            Graphic(
                anchor: "timeline", title: data.title, note: "As the documents print it, the newest of them at the vertical line; a registry may know better by now. "
                    + "What became of a trial that was to end before the line, no document says.",
                file: Routes.plot("timeline", of: Routes.ongoing), origin: context.atlas.site.text.place(.start)
            ) { options throws(PlotError) in try TimelineLayout(data, options: options).scene }
        ]
    }

    /// When the newest document was issued.
    private var newest: PlotDate? {
        context.atlas.sources.compactMap(\.issued).max().flatMap { PlotDate(String($0.prefix(7))) }
    }

    private func groups(_ trials: [Study]) -> [Value] {
        var groups: [String: [Study]] = [:]
        for trial in trials { groups[trial.conditions.first?.value ?? "", default: []].append(trial) }
        return groups.map { (id: $0, label: $0.isEmpty ? "Other" : context.label(.conditions, $0), trials: $1) }
            .sorted { ($0.label, $0.id) < ($1.label, $1.id) }
            .map { .record(PageViews.trials, [.string($0.label), .list($0.trials.map(trial))]) }
    }

    private func trial(_ study: Study) -> Value {
        let questions = (context.questionsOfStudy[study.id] ?? []).map {
            CommonViews.link($0.question.short, Routes.question($0.question.id))
        }
        return .record(
            PageViews.trial,
            [
                .string(study.name), .string(Routes.study(study.id)), .string(study.designLabel),
                .string(study.status.label), .string(study.setting.map { context.label(.settings, $0.value) } ?? ""),
                .string(study.comparison), .string(study.patientsLabel), .string(PlotDate(study.period?.end)?.text ?? "\u{2013}"),
                .list(questions),
            ])
    }
}

extension Study {
    /// What the arms are, experimental first: "Radiotherapy vs observation".
    var comparison: String {
        let experimental = arms.filter { $0.role != .control }.map(\.label)
        let control = arms.filter { $0.role == .control }.map(\.label)
        return [experimental, control].filter { !$0.isEmpty }.map { $0.joined(separator: " or ") }.joined(separator: " vs ")
    }
}

extension PlotDate {
    /// From a year or a year and month: `2024`, `2024-09`; nil for what is no date that can be drawn.
    init?(_ text: String?) {
        guard let text else { return nil }
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count <= 2, let year = parts.first ?? nil, (1900...2200).contains(year) else { return nil }
        guard parts.count == 2 else {
            self.init(year: year)
            return
        }
        guard let month = parts[1], (1...12).contains(month) else { return nil }
        self.init(year: year, month: month)
    }
}
