extension ForestPlotData {
    /// The rows with all their text.
    func read() -> [ForestPlotRow] { ForestPlotReader(self).rows() }
}

/// Gives the rows of a forest plot their text.
private struct ForestPlotReader {
    private let data: ForestPlotData
    /// The measure and the name of the interval, as sentences have them.
    private let measure: String
    private let intervalName: String

    init(_ data: ForestPlotData) {
        self.data = data
        measure = data.measureInSentence
        intervalName = NumberText.intervalName(level: data.level)
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
            sentence: "Group: " + label)
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
            if isShown { row.remarks.append(ForestPlotWording.shown) }
            if isRound { row.remarks.append(ForestPlotWording.indirect) }
        }
        if study.isDerived { row.remarks.append(ForestPlotWording.derived) }
        if study.isInverted { row.remarks.append(ForestPlotWording.inverted) }
        if !study.remark.isEmpty { row.remarks.append(LabelText.clean(study.remark)) }
        write(study.effect, isPooled: study.kind == .step, weight: study.weight, into: &row)
        if study.isDerived || study.isInverted {
            let daggers = (study.isDerived ? "†" : "") + (study.isInverted ? "‡" : "")
            if row.limits.isEmpty { row.estimate += daggers } else { row.limits += daggers }
        }
        return row
    }

    private func read(_ alternative: ForestPlotData.Alternative, of study: ForestPlotData.Study, _ isIndented: Bool) -> ForestPlotRow {
        var row = ForestPlotRow(
            kind: .alternative,
            mark: .estimate(
                square: .squareAlternative, interval: .intervalAlternative, arrow: .arrowShown, isRound: false),
            label: LabelText.clean(alternative.label), isIndented: isIndented, effect: alternative.effect)
        row.remarks = [ForestPlotWording.alternative]
        write(alternative.effect, name: LabelText.clean(study.label) + ", " + row.label, into: &row)
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
        if isPublished { row.remarks.append(ForestPlotWording.published) }
        write(pooled.effect, isPooled: true, weight: pooled.weight, into: &row)
        return row
    }

    private func read(_ prediction: ForestPlotData.Prediction, _ isIndented: Bool) -> ForestPlotRow {
        var row = ForestPlotRow(
            kind: .prediction, mark: .prediction, label: LabelText.clean(prediction.label), isIndented: isIndented)
        row.effect = ForestPlotData.Effect(prediction.low, prediction.low, prediction.high)
        let interval = interval(prediction.low, prediction.high)
        row.limits = "(" + interval + ")"
        row.sentence = row.label + ": " + measure + " " + interval
        return row
    }

    /// Writes the numbers of a row and its sentence: "STAMPEDE: hazard ratio 0.92, 95% CI 0.80 to 1.06, includes no
    /// effect, weight 75%".
    ///
    /// - Parameter name: What the sentence calls the row; its label if nil.
    private func write(
        _ effect: ForestPlotData.Effect?, name: String? = nil, isPooled: Bool = false, weight: Double? = nil,
        into row: inout ForestPlotRow
    ) {
        if let weight {
            row.weight = weight
            row.weightText = NumberText.percent(weight)
        }
        var parts = [name ?? row.label, ": "]
        parts.reserveCapacity(20)
        if let effect {
            row.estimate = NumberText.value(effect.estimate, scale: data.scale, decimals: data.decimals)
            parts += [isPooled ? "pooled " : "", measure, " ", row.estimate]
            if let low = effect.low, let high = effect.high {
                let interval = interval(low, high)
                row.limits = String(joining: ["(", interval, ")"])
                parts += [", ", intervalName, " ", interval]
                if let null = data.nullValue {
                    parts.append(low <= null && null <= high ? ", includes no effect" : ", excludes no effect")
                }
            } else {
                parts.append(", interval not stated")
            }
            if let weight { parts += [", weight ", NumberText.trimmed(weight * 100, decimals: 1), "%"] }
        } else {
            row.estimate = ForestPlotWording.noEstimate
            parts.append(ForestPlotWording.noEstimate)
        }
        for remark in row.remarks { parts += [", ", remark] }
        row.sentence = String(joining: parts)
    }

    private func interval(_ low: Double, _ high: Double) -> String {
        NumberText.interval(low, high, scale: data.scale, decimals: data.decimals, nullValue: data.nullValue)
    }
}
