import MetaAnalysis
import Text

extension Quantity {
    /// The quantity as readers see it: printed digits are kept, a ratio that was inverted is computed.
    package func text(in language: Language) -> String {
        switch self {
        case .effect(let effect): effect.text(in: language)
        case .amount(let value, let unit): value.text(in: language, unit: unit)
        case .pValue(let p): p.text(in: language)
        case .text(let text): text
        }
    }
}

extension Collection<StatedValue> {
    /// Values of one measure beside one another, such as those of all arms: "41 vs 28 months". Nil without a quantity.
    package func text(in language: Language) -> String? {
        let quantities = compactMap(\.quantity)
        guard let first = quantities.first else { return nil }
        guard case .amount(_, let unit) = first, quantities.count > 1 else { return first.text(in: language) }
        let values = quantities.compactMap { if case .amount(let value, _) = $0 { value } else { nil } }
        if unit == .percent { return language.versus(values.map { $0.text(in: language, unit: unit) }) }
        let text = language.versus(values.map { $0.text(in: language, unit: nil) })
        guard let unit, values.contains(where: { $0 != .notReached }) else { return text }
        return language.measured(text, language.unit(unit))
    }
}

extension Collection<StatedValue> {
    /// The values of one entry of a record that is no result: a number, or a number with words beside it.
    package func itemText(in language: Language) -> String {
        let texts = compactMap(\.quantity).map { $0.text(in: language) }
        return texts.first.map { language.remark($0, texts.dropFirst().first) } ?? ""
    }
}

extension Study {
    /// What a result says first: its effect, else the values of the arms, else the p-value, else its words; nil if there is
    /// no such result.
    package func mainText(ofResult id: String, in language: Language) -> String? {
        let values = statedValues(ofResult: id)
        return values.prefix { $0.subject.measure == values.first?.subject.measure }.text(in: language)
    }
}

extension Effect {
    /// HR 0.57 (95 % CI 0.30 to 1.10); without an interval HR 0.57 (p = 0.09) or HR 0.57.
    package func text(in language: Language) -> String {
        let p = p?.value.text(in: language)
        guard let written = written(in: language) else { return p ?? language.noFigure }
        let text = language.effect(
            measure.rawValue, isInteraction: contrast == .interaction, written, level: (interval?.level ?? 95) / 100)
        return interval == nil ? language.effect(text, pValue: p) : text
    }

    /// The value and its printed interval as they are written, experimental against control: as printed, with the decimals of
    /// the one that has most, or computed where the printed ratio is upside down.
    package func written(in language: Language) -> EstimateText? {
        guard let value else { return nil }
        let numbers = language.numbers
        guard isInverted else {
            return interval.map { numbers.printed(value.text, $0.low.text, $0.high.text) }
                ?? EstimateText(value: numbers.printed(value.text))
        }
        func inverted(_ number: PrintedNumber) -> Double { measure.isRatio ? 1 / number.value : -number.value }
        let scale: NumberStyle.Scale = measure.isRatio ? .ratio : .difference
        guard let interval else {
            return EstimateText(value: numbers.estimate(inverted(value), scale: scale, null: measure.nullValue))
        }
        return numbers.estimate(
            inverted(value), inverted(interval.high), inverted(interval.low), scale: scale, null: measure.nullValue)
    }

    /// The estimate and its 95 % interval as they are written where the limits are computed.
    package func derived(_ estimate: EffectEstimate, in language: Language) -> EstimateText {
        let limits = limits(of: estimate)
        return language.numbers.estimate(
            measure.printedScale(estimate.estimate), limits.low, limits.high,
            scale: measure.isRatio ? .ratio : .difference,
            null: measure.nullValue)
    }
}

extension ArmValue {
    /// One arm's value with its unit: "41 months", "36 %", "14/37".
    package func text(in language: Language, unit: Unit?) -> String {
        let text = digits(in: language)
        return switch (self, unit) {
        case (.notReached, _), (_, nil): text
        case (_, .percent): language.percent(text)
        case (_, let unit?): language.measured(text, language.unit(unit))
        }
    }

    private func digits(in language: Language) -> String {
        let numbers = language.numbers
        switch self {
        case .number(let number, nil): return numbers.printed(number.text)
        case .number(let number, let interval?):
            let limits = IntervalText(
                low: numbers.printed(interval.low.text), high: numbers.printed(interval.high.text))
            return language.effect(
                "", EstimateText(value: numbers.printed(number.text), interval: limits), level: interval.level / 100)
        case .count(let events, nil): return numbers.count(events)
        case .count(let events, let total?): return language.events(numbers.count(events), of: numbers.count(total))
        case .notReached: return language.notReached
        case .above(let number): return language.above(numbers.printed(number.text))
        case .below(let number): return language.below(numbers.printed(number.text))
        }
    }
}

extension Duration {
    /// 24 months
    package func text(in language: Language) -> String {
        language.measured(language.numbers.printed(value.text), language.unit(.time(unit)))
    }
}

extension FollowUp {
    /// The median: 24 months; nil where it is not stated.
    package func medianText(in language: Language) -> String? {
        median.map { Duration(value: $0, unit: unit).text(in: language) }
    }

    /// The median of an arm; nil where it is not stated.
    package func medianText(ofArm id: String, in language: Language) -> String? {
        arms[id].map { Duration(value: $0, unit: unit).text(in: language) }
    }
}

extension PrintedPValue {
    /// p = 0.09, p < 0.001
    package func text(in language: Language) -> String {
        language.pValue(
            printed: String(text.drop { "=<>≤≥ ".contains($0) }), relation: text.first { "<>≤≥".contains($0) } ?? "=")
    }
}

extension Study {
    /// An arm by its label, or all arms together.
    package func name(ofArm id: String, in language: Language) -> String {
        id == "all" ? language.allPatients : arm(id)?.label ?? id
    }

    /// The same where it stands alone.
    package func heading(ofArm id: String, in language: Language) -> String {
        id == "all" ? language.capitalised(language.allPatients) : name(ofArm: id, in: language)
    }
}

extension Characteristic {
    /// The value with its unit and what is said beside it, or the words alone.
    package func text(in language: Language) -> String {
        guard let value else { return text ?? "" }
        return language.remark(ArmValue.number(value, interval: nil).text(in: language, unit: unit), text)
    }
}
