import Evidence
import TemplateEngine

/// Composes a study's page.
struct StudyComposer {
    let context: SiteContext
    let scope: Scope
    let study: Study

    func view() throws(TemplateError) -> Value {
        let path = Routes.study(study.id)
        var prose = ProseComposer(scope: scope, root: Routes.root(from: path))
        let summary = study.summary.map { prose.html($0, idPrefix: "summary-") } ?? ""
        let questions = context.questionsOfStudy[study.id] ?? []
        let riskOfBias = RiskOfBiasComposer(context: context)
        let view: Value = .record(
            StudyViews.study,
            [
                .string(study.name), .string(study.aliases.joined(separator: ", ")), .string(study.designLabel),
                .string(study.status.label), .safe(summary), .list(facts()), .list(study.arms.map(arm)),
                .list(numbers()), try FlowComposer(study: study).graphics().first?.view(context.language) ?? .none, .string(study.noFlow ?? ""),
                context.statements(study.eligibility), .list(study.characteristics.map(characteristic)),
                .list(outcomes()), .list(riskOfBias.assessments(of: study)),
                .list(try riskOfBias.graphics(of: study).views(context.language)),
                .list(ConflictComposer(context: context, study: study).views()),
                context.statements(study.discrepancies), context.statements(study.cautions),
                context.statements(study.notes), .list(related()),
                .list(questions.map { CommonViews.link($0.question.title, Routes.question($0.question.id)) }),
                .list(study.sources.compactMap { context.atlas.source($0) }.map(context.reference)),
            ])
        let description = "\(study.name): \(study.designLabel), \(context.labels(.conditions, study.conditions))"
        return .record(
            PageViews.study,
            [
                context.site,
                context.page(
                    title: study.name, description: description, kind: "study", section: "studies", path: path,
                    breadcrumbs: [CommonViews.link("Studies", Routes.studies)]),
                view,
            ])
    }

    // MARK: Facts

    private func fact(_ label: String, _ text: String, links: [Value] = [], _ places: [Provenance] = []) -> Value {
        .record(StudyViews.fact, [.string(label), .string(text), .list(links), context.provenance(places)])
    }

    private func facts() -> [Value] {
        let design = study.design
        var facts: [Value] = []
        var kind = [study.designLabel]
        if let randomisation = design.randomisation { kind.append("randomised \(randomisation)") }
        if let masking = design.masking { kind.append(masking) }
        if let timing = design.timing { kind.append(timing) }
        if let centres = design.centres { kind.append(centres == 1 ? "one centre" : "\(centres) centres") }
        facts.append(fact("Design", kind.joined(separator: ", "), design.provenance))
        if let note = design.note { facts.append(fact("On the design", note, design.provenance)) }
        facts.append(fact("Status", study.status.label))
        facts.append(fact("Disease", "", links: context.links(.conditions, study.conditions)))
        if let setting = study.setting { facts.append(fact("Setting", "", links: context.links(.settings, [setting]))) }
        if !design.primaryEndpoints.isEmpty {
            facts.append(
                fact("Primary endpoint", "", links: context.links(.outcomes, design.primaryEndpoints), design.provenance))
        }
        if let period = study.period {
            let text = [period.start.map { "from \($0)" }, period.end.map { "to \($0)" }].compactMap { $0 }
            facts.append(fact("Period", text.joined(separator: " "), period.provenance))
        }
        if !design.countries.isEmpty {
            facts.append(fact("Countries", design.countries.joined(separator: ", "), design.provenance))
        }
        if !study.registration.isEmpty {
            facts.append(fact("Registration", study.registration.joined(separator: ", ")))
        }
        return facts
    }

    private func fact(_ label: String, _ text: String, _ places: [Provenance]) -> Value {
        fact(label, text, links: [], places)
    }

    private func arm(_ arm: Arm) -> Value {
        .record(
            StudyViews.arm,
            [
                .string(arm.anchor), .string(arm.label), .string(arm.role.rawValue), .string(arm.n.map { "\($0)" } ?? "\u{2013}"),
                .string(arm.dose ?? ""), .list(context.links(.interventions, arm.interventions)),
                context.provenance(arm.provenance),
            ])
    }

    private func numbers() -> [Value] { zip(study.enrolment, StudyAnchors(study).enrolment).map(number) }

    private func number(_ item: Enrolment, anchor: String) -> Value {
        var label = "Patients \(item.kind.label)"
        if let reason = item.reason { label += ": \(reason.loweredFirst)" }
        if let arm = item.arm { label += ", \(study.arm(arm)?.label ?? arm)" }
        if let population = item.population { label += ", \(population)" }
        let note = [item.because.map { "Used because \($0)" }, item.note].compactMap { $0 }.joined(separator: ". ")
        return .record(
            StudyViews.number,
            [.string(anchor), .string(label), .string("\(item.n)"), .string(note), context.provenance(item.provenance)])
    }

    private func characteristic(_ item: Characteristic) -> Value {
        var label = item.name
        if let arm = item.arm { label += ", \(arm == "all" ? "all patients" : study.arm(arm)?.label ?? arm)" }
        if let population = item.population { label += ", \(population)" }
        let note = [item.because.map { "Used because \($0)" }, item.note].compactMap { $0 }.joined(separator: ". ")
        return .record(
            StudyViews.number,
            [.string(""), .string(label), .string(item.text(in: context.language)), .string(note), context.provenance(item.provenance)])
    }

    private func related() -> [Value] {
        var facts: [Value] = []
        func add(_ label: String, _ ids: [String]) {
            let links = ids.compactMap { context.atlas.study($0) }.map { CommonViews.link($0.name, Routes.study($0.id)) }
            if !links.isEmpty { facts.append(fact(label, "", links: links)) }
        }
        add("Counts the patients of", study.includes.map(\.value))
        add("Re-analyses", study.partOf.map { [$0.value] } ?? [])
        add("Has patients in common with", study.overlaps.map(\.value))
        return facts
    }

    // MARK: Results

    private func outcomes() -> [Value] {
        var order: [String] = []
        var groups: [String: [StudyResult]] = [:]
        for result in study.results {
            if groups[result.outcome.value] == nil { order.append(result.outcome.value) }
            groups[result.outcome.value, default: []].append(result)
        }
        return order.map { outcome in
            .record(
                StudyViews.outcome,
                [
                    .string(context.label(.outcomes, outcome)), .string(Routes.entry(.outcomes, outcome)),
                    .list((groups[outcome] ?? []).map { result($0) }),
                ])
        }
    }

    private func result(_ result: StudyResult) -> Value {
        .record(
            StudyViews.result,
            [
                .string("result-\(result.id)"), .list(qualifiers(result).map(Value.string)), .list(lines(result)),
                .string(result.text ?? ""), .string(inversion(result)), .string(derivation(result)),
                .string(result.doubt ?? ""), .string(result.note ?? ""),
                .string(result.isPreferred ? result.because ?? "" : ""), .bool(study.statedValues(ofResult: result.id).contains(where: \.standing.isInConflict)),
                context.provenance(result.provenance),
            ])
    }

    private func qualifiers(_ result: StudyResult) -> [String] {
        var found: [String] = []
        if let population = result.population {
            found.append(result.isSubgroup ? "subgroup: \(population)" : population)
        }
        if let time = result.time { found.append("at \(time.value.padded()) \(time.unit.rawValue)") }
        if let analysis = result.analysis { found.append("\(analysis) analysis") }
        if let report = result.report { found.append(report) }
        if let followUp = result.followUp { found.append(text(of: followUp)) }
        return found
    }

    private func text(of followUp: FollowUp) -> String {
        let unit = followUp.unit.rawValue
        if let median = followUp.median {
            var text = "median follow-up \(median.padded()) \(unit)"
            if let low = followUp.low, let high = followUp.high { text += " (\(low.padded()) to \(high.padded()))" }
            return text
        }
        let arms = study.arms.compactMap { arm in
            followUp.arms[arm.id].map { "\($0.padded()) \(unit) (\(arm.label))" }
        }
        if !arms.isEmpty { return "median follow-up " + arms.joined(separator: ", ") }
        if let low = followUp.low, let high = followUp.high { return "follow-up \(low.padded()) to \(high.padded()) \(unit)" }
        return "follow-up stated in part"
    }

    private func lines(_ result: StudyResult) -> [Value] {
        var lines: [Value] = []
        if let effect = result.effect {
            let pair = effect.isBetweenArms ? arms(effect) : "\(effect.experimental) vs \(effect.control)"
            let name = effect.contrast == .interaction ? "interaction, \(effect.measure.name)" : effect.measure.name
            let p = effect.p?.value.text(in: context.language) ?? ""
            lines.append(line("\(name.capitalisedFirst), \(pair)", text: effect.text(in: context.language), p: effect.interval == nil ? "" : p))
        }
        for values in result.values {
            let entries: [Value] = values.entries.map { entry in
                let arm = entry.arm.map { $0 == "all" ? "All patients" : study.arm($0)?.label ?? $0 } ?? ""
                return .record(StudyViews.armValue, [.string(arm), .string(entry.value.text(in: context.language, unit: values.unit))])
            }
            lines.append(
                .record(
                    StudyViews.line,
                    [.string(values.kind.label), .string(""), .list(entries), .string(values.p?.value.text(in: context.language) ?? "")]))
        }
        if let p = result.p { lines.append(line("p-value", text: p.value.text(in: context.language), p: "")) }
        return lines
    }

    private func line(_ label: String, text: String, p: String) -> Value {
        .record(StudyViews.line, [.string(label), .string(text), .list([]), .string(p)])
    }

    private func arms(_ effect: Effect) -> String {
        let (first, second) = (study.arm(effect.experimental), study.arm(effect.control))
        return "\(first?.label ?? effect.experimental) vs \(second?.label ?? effect.control)"
    }

    private func inversion(_ result: StudyResult) -> String {
        guard let effect = result.effect, effect.isInverted, let value = effect.value else { return "" }
        var printed = "\(effect.measure.rawValue) \(value.padded())"
        if let interval = effect.interval { printed += " (\(interval.low.padded()) to \(interval.high.padded()))" }
        let reason = effect.inversionReason.map { ": \($0)" } ?? ""
        return "Printed as \(printed), control over experimental\(reason). The atlas shows the inverse, so that a value below 1 favours the experimental arm."
    }

    private func derivation(_ result: StudyResult) -> String {
        guard let effect = result.effect, let estimate = effect.estimate, effect.isDerived else { return "" }
        let limits = effect.derived(estimate, in: context.language).interval.map(context.language.interval) ?? ""
        switch effect.basis {
        case .pValue, nil: return "No interval is printed. A 95\u{202F}% interval derived from the p-value is \(limits)."
        case .interval:
            return "The 95\u{202F}% interval derived from the printed \(ValueText.level(effect.interval?.level ?? 95)) interval is \(limits)."
        }
    }
}

extension ArmValues.Kind {
    var label: String {
        switch self {
        case .median: "Median"
        case .proportion: "Proportion"
        case .count: "Patients"
        case .mean: "Mean"
        case .difference: "Difference"
        }
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
