import Evidence
import MetaAnalysis
import Plots
import Tables
import Text

/// Says what the forest plot of a synthesis shows.
struct ForestComposer {
    let scope: Scope
    let synthesis: Synthesis
    /// The way to the root of the site.
    let root: String
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }
    private var plan: SynthesisPlan { synthesis.plan }
    private var language: Language { scope.language }

    func graphic() -> Graphic {
        Graphic(
            anchor: "\(idPrefix)forest-\(synthesis.id)", title: plan.title,
            file: "\(Routes.files(synthesis))forest.svg",
            origin: synthesis.place, data: data())
    }

    private func data() -> ForestPlotData {
        var data = ForestPlotData(
            id: "\(idPrefix)forest-\(synthesis.question)-\(synthesis.id)", title: plan.title, description: description,
            measure: scope.language.capitalised(scope.language.label(of: measure)),
            shortMeasure: scope.language.abbreviation(ofMeasure: measure.rawValue),
            scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue)
        data.leftColumns = columns.map(\.column)
        data.rightColumns = synthesis.pooled == nil ? [.effect] : [.effect, .weight]
        data.favours = favours
        data.rows = rows()
        data.footnotes = summary?.groupFootnotes ?? []
        return plan.order.map { data.sorted(by: $0.drawn) } ?? data
    }

    /// What the pooled studies say together; nil if they are not pooled.
    private var summary: PoolSummary? {
        synthesis.pooled.map { PoolSummary($0.pool, measure, language) }
    }

    // MARK: Columns

    private struct Column {
        var column: ForestPlotData.Column
        /// Whether the rows of pooled results have the number of their patients in it.
        var isOfPatients = false
        var text: (SynthesisRow) -> String

        init(
            _ header: String, _ alignment: ForestPlotData.Column.Alignment = .trailing, isEssential: Bool = false,
            isOfPatients: Bool = false, text: @escaping (SynthesisRow) -> String
        ) {
            column = .init(header: header, alignment: alignment, isEssential: isEssential)
            self.isOfPatients = isOfPatients
            self.text = text
        }
    }

    /// The columns that the plan asks for, and each study's text for them.
    private var columns: [Column] {
        plan.columns.flatMap { column -> [Column] in
            switch column {
            case .patients:
                [Column(language.patientsHeader, isEssential: true, isOfPatients: true) { count($0.patients) }]
            case .arms:
                sides(language.patientsHeader) { count($0.patients) }
            case .events:
                sides(language.eventsHeader) { $0.events?.text(in: language, unit: nil) ?? language.missing }
            case .followUp:
                [Column(language.followUpHeader) { followUp($0) ?? language.missing }]
            case .setting:
                [
                    Column(language.settingHeader, .leading) { row in
                        row.setting.map { scope.label(.settings, $0) } ?? language.missing
                    }
                ]
            case .phase:
                [Column(language.phaseHeader) { $0.phase ?? language.missing }]
            }
        }
    }

    /// A column for each of the two arms that are compared.
    private func sides(_ header: (String) -> String, _ text: @escaping (SynthesisRow.Side) -> String) -> [Column] {
        let names = plan.favours ?? (language.experimentalSide, language.controlSide)
        return [
            Column(header(names.experimental), isEssential: true) { text($0.experimental) },
            Column(header(names.control), isEssential: true) { text($0.control) },
        ]
    }

    private func count(_ number: Int?) -> String { number.map(language.numbers.count) ?? language.missing }

    private func followUp(_ row: SynthesisRow) -> String? { row.followUp?.medianText(in: language) }

    /// The cells of a row that is no study: patients only.
    private func cells(patients: Int?) -> [String] { columns.map { $0.isOfPatients ? count(patients) : "" } }

    // MARK: Rows

    /// What lies left and right of no effect, if the plan says it.
    var favours: ForestPlotData.Favours? {
        sides.map { .init(left: language.favours($0.left), right: language.favours($0.right)) }
    }

    private var sides: (left: String, right: String)? {
        guard let favours = plan.favours else { return nil }
        let lowerIsBetter = scope.lowerIsBetter(plan.outcome.value) ?? true
        return lowerIsBetter ? (favours.experimental, favours.control) : (favours.control, favours.experimental)
    }

    private var description: String {
        var sentences = [
            language.forestPlot(
                of: language.label(of: measure), for: language.inSentence(scope.label(.outcomes, plan.outcome.value)),
                results: synthesis.rows.count, pooled: synthesis.pooled?.pool.count)
        ]
        if let summary, let estimate = synthesis.pooled?.pool.estimate {
            sentences.append(language.pooled(summary.sentencePart(estimate)))
        } else {
            sentences.append(language.notPooled(because: synthesis.notPooledBecause?.text(in: language)))
        }
        if let sides { sentences.append(language.sides(of: measure.nullValue, below: sides.left, above: sides.right)) }
        return sentences.joined(separator: " ")
    }

    private func rows() -> [ForestPlotData.Row] {
        var rows: [ForestPlotData.Row] = []
        var groups: [String] = []
        for row in synthesis.rows where !groups.contains(row.group ?? "") { groups.append(row.group ?? "") }
        let members = Dictionary(grouping: synthesis.rows) { $0.group ?? "" }
        for group in groups {
            if !group.isEmpty { rows.append(.group(.init(label: group))) }
            for row in members[group] ?? [] { rows.append(.study(study(row))) }
            rows += subtotal(group, of: members[group] ?? [])
        }
        rows += overall() + (summary?.betweenGroups ?? [])
        for published in synthesis.published {
            rows.append(
                .pooled(
                    .init(
                        label: language.asPublished(published.name),
                        href: href(Routes.result(published.study, published.result)),
                        effect: effect(published.effect, published.estimate), kind: .published,
                        cells: cells(patients: published.patients))))
        }
        return rows
    }

    private func study(_ row: SynthesisRow) -> ForestPlotData.Study {
        .init(
            label: row.label, href: href(Routes.result(row.study, row.result)),
            sublabel: language.series(
                [row.population, plan.columns.contains(.followUp) ? nil : followUp(row).map(language.medianFollowUp)]
                    .compactMap { $0 }),
            effect: effect(row.effect, row.estimate), weight: row.weight.map { $0 / 100 },
            kind: row.isPooled ? .pooled : .shown,
            comparison: isIndirect(row) ? .indirect : .direct,
            isDerived: row.effect.isDerived, isInverted: row.effect.isInverted, alternatives: alternatives(row),
            cells: columns.map { $0.text(row) }, remark: row.isPooled ? "" : row.because ?? "")
    }

    private func isIndirect(_ row: SynthesisRow) -> Bool {
        scope.role(ofStudy: row.study, in: synthesis.question) == .indirect
    }

    /// The other values that are printed for the same quantity.
    private func alternatives(_ row: SynthesisRow) -> [ForestPlotData.Alternative] {
        var labels: Set<String> = []
        return row.rivals.compactMap { other in
            guard other.estimate != row.estimate, labels.insert(label(other)).inserted else { return nil }
            return .init(label: label(other), effect: effect(other.effect, other.estimate))
        }
    }

    private func label(_ rival: SynthesisRow.Rival) -> String {
        guard let place = rival.place else { return rival.result }
        return language.series([scope.short(ofSource: place.source), place.at])
    }

    private func overall() -> [ForestPlotData.Row] {
        guard let pooled = synthesis.pooled, let summary else { return [] }
        let method = pooled.pool.options.method
        let label =
            synthesis.rows.allSatisfy(\.isPooled)
            ? language.allStudies(method) : language.pooledStudies(pooled.pool.count, method)
        return summary.overall(label: label, weight: 1, cells: cells(patients: pooled.patients))
    }

    private func subtotal(_ group: String, of members: [SynthesisRow]) -> [ForestPlotData.Row] {
        let pooled = members.filter(\.isPooled)
        let patients = pooled.compactMap(\.patients)
        return summary?.subtotal(
            of: group, weight: pooled.reduce(0) { $0 + ($1.weight ?? 0) } / 100,
            cells: cells(patients: patients.count == pooled.count ? patients.reduce(0, +) : nil)) ?? []
    }

    private func effect(_ effect: Effect, _ estimate: EffectEstimate) -> ForestPlotData.Effect {
        let limits = effect.limits(of: estimate)
        return .init(
            measure.printedScale(estimate.estimate), limits.low, limits.high,
            printed: effect.isDerived ? nil : effect.written(in: language))
    }

    private func href(_ path: String) -> String { root + path }
}

extension SynthesisPlan.Order {
    /// The order as plots know it.
    var drawn: ForestPlotData.Order {
        switch self {
        case .effect: .effect
        case .weight: .weight
        case .name: .name
        }
    }
}
