import Evidence
import MetaAnalysis
import Plots
import Tables

/// Says what the forest plot of a synthesis shows.
struct ForestComposer {
    let context: SiteContext
    let synthesis: Synthesis
    /// The way to the root of the site.
    let root: String
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }
    private var plan: SynthesisPlan { synthesis.plan }

    func graphic() -> Graphic {
        Graphic(
            anchor: "\(idPrefix)forest-\(synthesis.id)", title: plan.title, file: "\(Routes.files(synthesis))forest.svg",
            origin: context.place(of: synthesis), data: data())
    }

    private func data() -> ForestPlotData {
        var data = ForestPlotData(
            id: "\(idPrefix)forest-\(synthesis.question)-\(synthesis.id)", title: plan.title, description: description,
            measure: measure.name.capitalisedFirst, shortMeasure: measure.rawValue,
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
        synthesis.pooled.map { PoolSummary($0.pool, measure, context.language) }
    }

    // MARK: Columns

    private typealias Column = (column: ForestPlotData.Column, text: (SynthesisRow) -> String)

    /// The columns that the plan asks for, and each study's text for them.
    private var columns: [Column] {
        plan.columns.flatMap { column -> [Column] in
            switch column {
            case .patients:
                [(.init(header: "Patients", alignment: .trailing, isEssential: true), { Self.count($0.patients) })]
            case .arms:
                sides("patients") { row, arm in Self.count(Self.patients(of: arm, in: row)) }
            case .events:
                sides("events") { row, arm in
                    row.result.values(.count)?.entry(arm).map { $0.value.text(in: context.language, unit: nil) } ?? "\u{2013}"
                }
            case .followUp:
                [(.init(header: "Follow-up", alignment: .trailing), { Self.followUp($0.result) ?? "\u{2013}" })]
            case .setting:
                [(.init(header: "Setting"), { row in row.study.setting.map { context.label(.settings, $0.value) } ?? "\u{2013}" })]
            case .phase:
                [(.init(header: "Phase", alignment: .trailing), { $0.study.design.phase ?? "\u{2013}" })]
            }
        }
    }

    /// A column for each of the two arms that are compared.
    private func sides(_ what: String, _ text: @escaping (SynthesisRow, String) -> String) -> [Column] {
        let names = plan.favours ?? ("experimental", "control")
        return [
            (.init(header: "\(names.experimental.capitalisedFirst), \(what)", alignment: .trailing, isEssential: true),
             { text($0, $0.effect.experimental) }),
            (.init(header: "\(names.control.capitalisedFirst), \(what)", alignment: .trailing, isEssential: true),
             { text($0, $0.effect.control) }),
        ]
    }

    /// The size of an arm; of a part of the patients only where that is recorded.
    private static func patients(of arm: String, in row: SynthesisRow) -> Int? {
        guard let population = row.result.population else { return row.study.arm(arm)?.n }
        return row.study.enrolment.first { $0.population == population && $0.arm == arm }?.n
    }

    private static func count(_ number: Int?) -> String { number.map { "\($0)" } ?? "\u{2013}" }

    private static func followUp(_ result: StudyResult) -> String? {
        result.followUp?.median.map { "\($0.padded()) \(result.followUp?.unit.rawValue ?? "")" }
    }

    /// The cells of a row that is no study: patients only.
    private func cells(patients: Int?) -> [String] {
        columns.map { $0.column.header == "Patients" ? Self.count(patients) : "" }
    }

    // MARK: Rows

    /// What lies left and right of no effect, if the plan says it.
    var favours: ForestPlotData.Favours? {
        guard let favours = plan.favours else { return nil }
        let lowerIsBetter = context.atlas.vocabulary.entry(.outcomes, plan.outcome.value)?.lowerIsBetter ?? true
        let (left, right) = lowerIsBetter ? (favours.experimental, favours.control) : (favours.control, favours.experimental)
        return .init(left: "Favours \(left)", right: "Favours \(right)")
    }

    private var description: String {
        let outcome = context.label(.outcomes, plan.outcome.value).lowercased()
        var out = "Forest plot of the \(measure.name) for \(outcome): \(synthesis.rows.count.inWords) "
        out += synthesis.rows.count == 1 ? "result" : "results"
        if let pooled = synthesis.pooled {
            out += pooled.pool.count == synthesis.rows.count ? ". " : ", \(pooled.pool.count.inWords) of them pooled. "
            out += "Pooled: \(ValueText.pooled(pooled, measure))."
        } else {
            let reason = synthesis.notPooledBecause.map { ": \($0)" } ?? ""
            out += ". The studies are not pooled" + (reason.hasSuffix(".") ? reason : reason + ".")
        }
        if let favours {
            out += " Below \(ValueText.fixed(measure.nullValue, decimals: 0)) \(favours.left.loweredFirst), above it \(favours.right.loweredFirst)."
        }
        return out
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
                        label: "\(published.study.name), as published",
                        href: href(Routes.result(published.study.id, published.result.id)),
                        effect: effect(published.effect, published.estimate), kind: .published,
                        cells: cells(patients: published.study.patients))))
        }
        return rows
    }

    private func study(_ row: SynthesisRow) -> ForestPlotData.Study {
        .init(
            label: row.label, href: href(Routes.result(row.study.id, row.result.id)),
            sublabel: [row.result.population, plan.columns.contains(.followUp) ? nil : Self.followUp(row.result).map { "median follow-up \($0)" }]
                .compactMap { $0 }.joined(separator: ", "),
            effect: effect(row.effect, row.estimate), weight: row.weight.map { $0 / 100 }, kind: row.isPooled ? .pooled : .shown,
            comparison: isIndirect(row) ? .indirect : .direct,
            isDerived: row.effect.isDerived, isInverted: row.effect.isInverted, alternatives: alternatives(row),
            cells: columns.map { $0.text(row) }, remark: row.isPooled ? "" : row.because ?? "")
    }

    private func isIndirect(_ row: SynthesisRow) -> Bool {
        context.questionsOfStudy[row.study.id]?.contains {
            $0.question.id == synthesis.question && $0.member.role == .indirect
        } ?? false
    }

    /// The other values that are printed for the same quantity.
    private func alternatives(_ row: SynthesisRow) -> [ForestPlotData.Alternative] {
        var labels: Set<String> = []
        return row.study.rivals(ofResult: row.result.id).compactMap { other in
            guard let effect = other.effect, effect.measure == measure, let estimate = effect.estimate,
                estimate != row.estimate, labels.insert(label(other)).inserted
            else { return nil }
            return .init(label: label(other), effect: self.effect(effect, estimate))
        }
    }

    private func label(_ result: StudyResult) -> String {
        guard let place = result.provenance.first else { return result.id }
        return "\(context.atlas.source(place.source)?.short ?? place.source), \(place.at)"
    }

    private func overall() -> [ForestPlotData.Row] {
        guard let pooled = synthesis.pooled, let summary else { return [] }
        let method = pooled.pool.options.method
        let label = synthesis.rows.allSatisfy(\.isPooled)
            ? context.language.allStudies(method) : context.language.pooledStudies(pooled.pool.count, method)
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
        return .init(measure.printedScale(estimate.estimate), limits.low, limits.high)
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
