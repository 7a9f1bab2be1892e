import Text

extension ForestPlotData {
    /// The rows with all their text.
    func read(_ language: Language) -> [ForestPlotRow] { ForestPlotReader(self, language).rows() }
}

/// Gives the rows of a forest plot their text.
private struct ForestPlotReader {
    private let data: ForestPlotData
    private let language: Language
    /// The measure and the name of the interval, as sentences have them.
    private let measure: String
    private let intervalName: String
    /// What an interval says that includes the null value, and one that does not; nil without such a value.
    private let verdicts: (includes: String, excludes: String)?

    init(_ data: ForestPlotData, _ language: Language) {
        self.data = data
        self.language = language
        measure = language.inSentence(LabelText.clean(data.measure))
        intervalName = language.intervalName(level: data.level)
        verdicts = data.nullValue.map {
            (language.verdict(includesNull: true, null: $0), language.verdict(includesNull: false, null: $0))
        }
    }

    func rows() -> [ForestPlotRow] {
        var result: [ForestPlotRow] = []
        result.reserveCapacity(data.rows.count + 4)
        var isInGroup = false
        for row in data.rows {
            switch row {
            case .group(let group):
                isInGroup = true
                result.append(read(group))
            case .study(let study):
                result.append(read(study, isInGroup))
                for alternative in study.alternatives {
                    result.append(read(alternative, of: study, isInGroup))
                }
            case .pooled(let pooled):
                if pooled.kind == .overall { isInGroup = false }
                result.append(read(pooled, isInGroup))
            case .prediction(let prediction):
                result.append(read(prediction, isInGroup))
            case .note(let note):
                let text = LabelText.clean(note.text)
                result.append(ForestPlotRow(kind: .note, label: text, isIndented: isInGroup, sentence: text))
            }
        }
        return result
    }

    private func read(_ group: ForestPlotData.Group) -> ForestPlotRow {
        let label = LabelText.clean(group.label)
        return ForestPlotRow(
            kind: .heading, href: group.href, label: label, cells: group.cells.map(LabelText.clean),
            sentence: language.group(label))
    }

    private func read(_ study: ForestPlotData.Study, _ isIndented: Bool) -> ForestPlotRow {
        var row = ForestPlotRow(
            kind: study.kind == .shown ? .shown : .study, href: study.href, label: LabelText.clean(study.label),
            sublabel: LabelText.clean(study.sublabel), isIndented: isIndented,
            cells: study.cells.map(LabelText.clean), effect: study.effect)
        let isShown = study.kind == .shown
        if study.kind == .step {
            row.mark = .step
        } else {
            let isRound = study.comparison == .indirect
            row.mark = .estimate(
                square: isRound ? isShown ? .circleHollow : .circle : isShown ? .squareHollow : .square,
                interval: study.isDerived ? .intervalDerived : isShown ? .intervalShown : .interval,
                arrow: isShown ? .arrowShown : .arrow, isRound: isRound)
            if isShown { row.remarks.append(.shown) }
            if isRound { row.remarks.append(.indirect) }
        }
        if study.isDerived { row.remarks.append(.derived) }
        if study.isInverted { row.remarks.append(.inverted) }
        if !study.remark.isEmpty { row.remarks.append(.stated(LabelText.clean(study.remark))) }
        write(study.effect, isPooled: study.kind == .step, weight: study.weight, into: &row)
        if study.isDerived || study.isInverted {
            let daggers = (study.isDerived ? "†" : "") + (study.isInverted ? "‡" : "")
            if row.limits.isEmpty { row.estimate += daggers } else { row.limits += daggers }
        }
        return row
    }

    private func read(_ alternative: ForestPlotData.Alternative, of study: ForestPlotData.Study, _ isIndented: Bool)
        -> ForestPlotRow
    {
        var row = ForestPlotRow(
            kind: .alternative,
            mark: .estimate(
                square: .squareAlternative, interval: .intervalAlternative, arrow: .arrowShown, isRound: false),
            label: LabelText.clean(alternative.label), isIndented: isIndented, effect: alternative.effect)
        row.remarks = [.alternative]
        write(alternative.effect, name: language.series([LabelText.clean(study.label), row.label]), into: &row)
        return row
    }

    private func read(_ pooled: ForestPlotData.Pooled, _ isInGroup: Bool) -> ForestPlotRow {
        let isPublished = pooled.kind == .published
        var row = ForestPlotRow(
            kind: isPublished ? .published : .pooled,
            mark: .diamond(
                isPublished ? .diamondHollow : pooled.kind == .subgroup ? .diamondSubgroup : .diamond),
            href: pooled.href, label: LabelText.clean(pooled.label), sublabel: LabelText.clean(pooled.sublabel),
            isIndented: isInGroup && pooled.kind == .subgroup, cells: pooled.cells.map(LabelText.clean),
            effect: pooled.effect)
        if isPublished { row.remarks.append(.published) }
        write(pooled.effect, isPooled: true, weight: pooled.weight, into: &row)
        return row
    }

    private func read(_ prediction: ForestPlotData.Prediction, _ isIndented: Bool) -> ForestPlotRow {
        var row = ForestPlotRow(
            kind: .prediction, mark: .prediction, label: language.predictionInterval, isIndented: isIndented)
        row.effect = ForestPlotData.Effect(prediction.low, prediction.low, prediction.high)
        let interval = language.numbers.interval(
            prediction.low, prediction.high, scale: data.scale.ofNumbers, null: data.nullValue)
        row.limits = language.limits(interval)
        row.sentence = language.predictionRow(row.label, measure: measure, interval)
        return row
    }

    /// Writes the numbers of a row and its sentence.
    ///
    /// - Parameter name: What the sentence calls the row; its label if nil.
    private func write(
        _ effect: ForestPlotData.Effect?, name: String? = nil, isPooled: Bool = false, weight: Double? = nil,
        into row: inout ForestPlotRow
    ) {
        if let weight {
            row.weight = weight
            row.weightText = language.numbers.percent(weight * 100)
        }
        let text = effect.map { data.text(of: $0, language.numbers) }
        row.estimate = text?.value ?? language.noEstimate
        if let interval = text?.interval { row.limits = language.limits(interval) }
        row.sentence = language.forestRow(
            name ?? row.label, measure: measure, isPooled: isPooled, text, intervalName: intervalName,
            verdict: effect.flatMap(verdict), weight: weight == nil ? nil : row.weightText,
            remarks: row.remarks.map(language.text))
    }

    private func verdict(_ effect: ForestPlotData.Effect) -> String? {
        guard let verdicts, let null = data.nullValue, let low = effect.low, let high = effect.high else { return nil }
        let includesNull = NumberStyle.includes(null, low: low, high: high, scale: data.scale.ofNumbers)
        return includesNull ? verdicts.includes : verdicts.excludes
    }
}

extension ForestPlotData {
    /// An effect as it is written wherever it stands: as printed, or with the digits of its own row.
    func text(of effect: Effect, _ numbers: NumberStyle) -> EstimateText {
        if let printed = effect.printed { return printed }
        guard let low = effect.low, let high = effect.high else {
            return EstimateText(value: numbers.estimate(effect.estimate, scale: scale.ofNumbers, null: nullValue))
        }
        return numbers.estimate(effect.estimate, low, high, scale: scale.ofNumbers, null: nullValue)
    }
}
