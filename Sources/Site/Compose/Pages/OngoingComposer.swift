import Evidence
import Plots
import TemplateEngine
import Text

/// Composes the page of running trials: when they end, and which questions they will help to answer.
struct OngoingComposer {
    let scope: Scope

    func parts() throws(TemplateError) -> PageParts {
        let trials = scope.runningTrials().compactMap(scope.trial)
        let dated = trials.filter { PlotDate($0.start) != nil || PlotDate($0.end) != nil }
        let graphics = dated.isEmpty ? [] : [timeline(dated)]
        let language = scope.language
        let content = OngoingPage(
            figure: try graphics.first?.figure(language), lead: language.ongoingLead(trials.count),
            dated: language.ongoingDated(dated.count), groups: groups(trials))
        return PageParts(
            view: OngoingPage.view.value(
                of: scope.content(
                    content,
                    on: PageHead(
                        title: language.ongoingTitle, description: language.ongoingDescription, kind: .ongoing,
                        section: "ongoing", path: Routes.ongoing))),
            graphics: graphics)
    }

    /// Those that end first, first.
    private func timeline(_ trials: [RunningTrial]) -> Graphic {
        let ordered = trials.enumerated().map { (rank: $0, trial: $1, end: PlotDate($1.end)) }.sorted { a, b in
            func key(_ date: PlotDate?) -> (Int, Int) { date.map { ($0.year, $0.month ?? 13) } ?? (.max, 0) }
            let (first, second) = (key(a.end), key(b.end))
            return first != second ? first < second : a.rank < b.rank
        }
        let root = Routes.root(from: Routes.ongoing)
        let language = scope.language
        let data = TimelineData(
            id: "running-trials", title: language.timelineTitle, description: language.timelineDescription,
            trials: ordered.map { item in
                .init(
                    label: item.trial.name, compares: comparison(item.trial),
                    patients: item.trial.patients ?? item.trial.planned,
                    question: language.sequence(scope.questions(ofStudy: item.trial.id).map(\.short)),
                    href: root + Routes.study(item.trial.id), status: language.label(of: item.trial.status),
                    start: PlotDate(item.trial.start), end: item.end)
            }, asOf: scope.newestDocument().flatMap { PlotDate(String($0.prefix(7))) })
        return Graphic(
            anchor: "timeline", title: data.title, note: language.timelineNote,
            file: Routes.plot("timeline", of: Routes.ongoing), origin: scope.site().text.place(.start),
            data: data)
    }

    private func groups(_ trials: [RunningTrial]) -> [OngoingPage.Group] {
        Dictionary(grouping: trials, by: \.condition).sorted { a, b in
            // Those that name no disease last.
            guard let first = a.key, let second = b.key else { return a.key != nil }
            return (PersonOrder(first.label), first.id) < (PersonOrder(second.label), second.id)
        }.map { condition, trials in
            let label = condition?.label ?? scope.language.otherTrials
            return .init(label: label, caption: scope.language.ongoingCaption(label), trials: trials.map(trial))
        }
    }

    private func trial(_ trial: RunningTrial) -> OngoingPage.Trial {
        let language = scope.language
        return .init(
            name: trial.name, path: Routes.study(trial.id), design: language.design(trial.design, phase: trial.phase),
            status: trial.status.rawValue,
            statusLabel: trial.status == .planned ? language.label(of: trial.status) : nil,
            setting: trial.setting ?? "",
            compares: comparison(trial), patients: language.patients(trial.patients, planned: trial.planned),
            end: PlotDate(trial.end).map(language.date) ?? language.missing,
            questions: scope.questions(ofStudy: trial.id).map { Link($0.short, Routes.question($0.id)) })
    }

    /// What the arms are, experimental first: "Radiotherapy vs observation".
    private func comparison(_ trial: RunningTrial) -> String {
        let language = scope.language
        return language.versus([trial.experimental, trial.control].filter { !$0.isEmpty }.map(language.choices))
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
