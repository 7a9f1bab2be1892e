extension ForestPlotData {
    /// The rows with all their text.
    func read() -> [ForestPlotRow] {
        var result: [ForestPlotRow] = []
        result.reserveCapacity(rows.count + 4)
        var isInGroup = false
        for row in rows {
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

    private func read(_ group: Group) -> ForestPlotRow {
        let label = LabelText.clean(group.label)
        return ForestPlotRow(
            kind: .heading, href: group.href, label: label, cells: group.cells.map(LabelText.clean),
            sentence: "Group: " + label)
    }

    private func read(_ study: Study, _ isIndented: Bool) -> ForestPlotRow {
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
        write(study.effect, into: &row)
        write(weight: study.weight, into: &row)
        let daggers = (study.isDerived ? "†" : "") + (study.isInverted ? "‡" : "")
        if row.limits.isEmpty { row.estimate += daggers } else { row.limits += daggers }
        row.sentence = sentence(
            for: row, measure: study.kind == .step ? "pooled " + measureInSentence : measureInSentence)
        return row
    }

    private func read(_ alternative: Alternative, of study: Study, _ isIndented: Bool) -> ForestPlotRow {
        var row = ForestPlotRow(
            kind: .alternative,
            mark: .estimate(
                square: .squareAlternative, interval: .intervalAlternative, arrow: .arrowShown, isRound: false),
            label: LabelText.clean(alternative.label), isIndented: isIndented, effect: alternative.effect)
        write(alternative.effect, into: &row)
        row.remarks = [ForestPlotWording.alternative]
        row.sentence = sentence(
            for: row, name: LabelText.clean(study.label) + ", " + row.label, measure: measureInSentence)
        return row
    }

    private func read(_ pooled: Pooled, _ isInGroup: Bool) -> ForestPlotRow {
        let isPublished = pooled.kind == .published
        var row = ForestPlotRow(
            kind: isPublished ? .published : .pooled,
            mark: .diamond(
                isPublished ? .diamondHollow : pooled.kind == .subgroup ? .diamondSubgroup : .diamond),
            href: pooled.href, label: LabelText.clean(pooled.label), sublabel: LabelText.clean(pooled.sublabel),
            isIndented: isInGroup && pooled.kind == .subgroup, cells: pooled.cells.map(LabelText.clean),
            effect: pooled.effect)
        if isPublished { row.remarks.append(ForestPlotWording.published) }
        write(pooled.effect, into: &row)
        write(weight: pooled.weight, into: &row)
        row.sentence = sentence(for: row, measure: "pooled " + measureInSentence)
        return row
    }

    private func read(_ prediction: Prediction, _ isIndented: Bool) -> ForestPlotRow {
        var row = ForestPlotRow(
            kind: .prediction, mark: .prediction, label: LabelText.clean(prediction.label), isIndented: isIndented)
        row.effect = Effect(prediction.low, prediction.low, prediction.high)
        let interval = interval(prediction.low, prediction.high)
        row.limits = "(" + interval + ")"
        row.sentence = row.label + ": " + measureInSentence + " " + interval
        return row
    }

    private func write(_ effect: Effect?, into row: inout ForestPlotRow) {
        guard let effect else {
            row.estimate = ForestPlotWording.noEstimate
            return
        }
        row.estimate = NumberText.value(effect.estimate, scale: scale, decimals: decimals)
        if let low = effect.low, let high = effect.high {
            row.limits = "(" + interval(low, high) + ")"
        }
    }

    private func write(weight: Double?, into row: inout ForestPlotRow) {
        guard let weight else { return }
        row.weight = weight
        row.weightText = NumberText.percent(weight)
    }

    func interval(_ low: Double, _ high: Double) -> String {
        NumberText.interval(low, high, scale: scale, decimals: decimals, nullValue: nullValue)
    }
}
