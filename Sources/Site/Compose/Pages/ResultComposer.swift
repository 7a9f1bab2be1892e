import Evidence
import MetaAnalysis
import Text

/// Composes the results of a study.
struct ResultComposer {
    let scope: Scope
    let study: Study

    private var language: Language { scope.language }

    /// The results by outcome, outcomes in the order of the record.
    func outcomes() -> [OutcomeBlock] {
        var order: [String] = []
        var groups: [String: [Int]] = [:]
        for (index, result) in study.results.enumerated() {
            if groups[result.outcome.value] == nil { order.append(result.outcome.value) }
            groups[result.outcome.value, default: []].append(index)
        }
        return order.map { outcome in
            OutcomeBlock(
                label: scope.label(.outcomes, outcome), path: Routes.entry(.outcomes, outcome),
                results: (groups[outcome] ?? []).map(result))
        }
    }

    private func result(_ index: Int) -> ResultBlock {
        let result = study.results[index]
        let values = study.statedValues(ofResult: index)
        return ResultBlock(
            anchor: "result-\(result.id)", qualifiers: qualifiers(result), lines: lines(result, values),
            text: result.text ?? "", inverted: inversion(result.effect) ?? "", derived: derivation(result.effect) ?? "",
            doubt: result.doubt ?? "", note: result.note ?? "", because: result.isPreferred ? result.because ?? "" : "",
            isInConflict: values.contains(where: \.standing.isInConflict),
            provenance: scope.provenance(result.provenance))
    }

    // MARK: What tells results of an outcome apart

    private func qualifiers(_ result: StudyResult) -> [String] {
        [
            result.population.map { result.isSubgroup ? language.subgroup($0) : $0 },
            result.time.map { language.atTime($0.text(in: language)) }, result.analysis.map(language.analysis),
            result.report,
            result.followUp.map(text),
        ].compactMap { $0 }
    }

    private func text(of followUp: FollowUp) -> String {
        let numbers = language.numbers
        let range = followUp.low.flatMap { low in
            followUp.high.map { IntervalText(low: numbers.printed(low.text), high: numbers.printed($0.text)) }
        }
        if let median = followUp.medianText(in: language) { return language.medianFollowUp(median, range: range) }
        let arms = study.arms.compactMap { arm in
            followUp.medianText(ofArm: arm.id, in: language).map { (time: $0, arm: arm.label) }
        }
        if !arms.isEmpty { return language.medianFollowUp(arms) }
        return range.map { language.followUp($0, language.unit(.time(followUp.unit))) } ?? language.followUpInPart
    }

    // MARK: Values

    private func lines(_ result: StudyResult, _ values: ArraySlice<StatedValue>) -> [ResultBlock.Line] {
        var lines: [ResultBlock.Line] = []
        if let effect = result.effect { lines.append(line(effect)) }
        for kind in result.values {
            let arms = values.filter { $0.subject.measure == .values(kind.kind) }.map { value in
                ResultBlock.ArmValue(
                    arm: value.subject.arm.map { study.heading(ofArm: $0, in: language) } ?? "",
                    value: value.quantity?.text(in: language) ?? "")
            }
            lines.append(
                .init(label: language.heading(of: kind.kind), arms: arms, p: kind.p?.value.text(in: language) ?? ""))
        }
        if let p = result.p { lines.append(.init(label: language.pValueName, text: p.value.text(in: language))) }
        return lines
    }

    private func line(_ effect: Effect) -> ResultBlock.Line {
        let sides = [effect.experimental, effect.control].map {
            effect.isBetweenArms ? study.name(ofArm: $0, in: language) : $0
        }
        let p = effect.interval == nil ? nil : effect.p?.value.text(in: language)
        return .init(
            label: language.comparison(
                language.label(of: effect.measure), of: sides, isInteraction: effect.contrast == .interaction),
            text: effect.text(in: language), p: p ?? "")
    }

    private func inversion(_ effect: Effect?) -> String? {
        guard let effect, effect.isInverted, let value = effect.value else { return nil }
        let numbers = language.numbers
        let printed = EstimateText(
            value: numbers.printed(value.text),
            interval: effect.interval.map {
                IntervalText(low: numbers.printed($0.low.text), high: numbers.printed($0.high.text))
            })
        return language.inverted(
            language.effect(effect.measure.rawValue, printed, level: (effect.interval?.level ?? 95) / 100),
            reason: effect.inversionReason, isRatio: effect.measure.isRatio)
    }

    private func derivation(_ effect: Effect?) -> String? {
        guard let effect, effect.isDerived, let estimate = effect.estimate,
            let interval = effect.derived(estimate, in: language).interval
        else { return nil }
        switch effect.basis {
        case .interval: return language.derived(interval, fromLevel: (effect.interval?.level ?? 95) / 100)
        case .pValue, nil: return language.derivedFromPValue(interval)
        }
    }
}
