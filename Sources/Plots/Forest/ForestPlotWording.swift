/// The words that a forest plot adds to those it is given.
enum ForestPlotWording {
    static let shown = "not pooled"
    static let indirect = "indirect comparison"
    static let derived = "interval derived"
    static let inverted = "inverted from the printed ratio"
    static let alternative = "alternative value, not used"
    static let published = "as published"
    static let noEstimate = "no estimate"
    static let empty = "No study to show"
    static let beyond = "Arrow: the interval extends beyond the axis."
}

extension ForestPlotData {
    /// The measure within a sentence: "hazard ratio", but "HR".
    var measureInSentence: String {
        let characters = measure.utf8.prefix(2)
        guard characters.count == 2, let first = measure.first, let second = characters.last,
            (0x61...0x7A).contains(second)
        else { return measure }
        return first.lowercased() + measure.dropFirst()
    }

    /// "STAMPEDE: hazard ratio 0.92, 95% CI 0.80 to 1.06, includes no effect, weight 75%".
    func sentence(for row: ForestPlotRow, name: String? = nil, measure: String) -> String {
        var text = (name ?? row.label) + ": "
        guard let effect = row.effect else {
            text += ForestPlotWording.noEstimate
            for remark in row.remarks { text += ", " + remark }
            return text
        }
        text += measure + " " + NumberText.value(effect.estimate, scale: scale, decimals: decimals)
        if let low = effect.low, let high = effect.high {
            text += ", " + NumberText.intervalName(level: level) + " " + interval(low, high)
            if let nullValue {
                text += low <= nullValue && nullValue <= high ? ", includes no effect" : ", excludes no effect"
            }
        } else {
            text += ", interval not stated"
        }
        if let weight = row.weight { text += ", weight " + NumberText.trimmed(weight * 100, decimals: 1) + "%" }
        for remark in row.remarks { text += ", " + remark }
        return text
    }

    /// What the marks and signs used need to be explained with.
    func explanations(of rows: [ForestPlotRow], axis: Axis) -> [String] {
        var hasShown = false
        var hasIndirect = false
        var hasAlternative = false
        var hasPublished = false
        var isClipped = false
        var hasDerived = false
        var hasInverted = false
        for row in rows {
            switch row.kind {
            case .alternative: hasAlternative = true
            case .shown: hasShown = true
            case .published: hasPublished = true
            default: break
            }
            for remark in row.remarks {
                if remark == ForestPlotWording.indirect { hasIndirect = true }
                if remark == ForestPlotWording.derived { hasDerived = true }
                if remark == ForestPlotWording.inverted { hasInverted = true }
            }
            if let effect = row.effect {
                if (effect.low ?? effect.estimate) < axis.low || (effect.high ?? effect.estimate) > axis.high {
                    isClipped = true
                }
            }
        }
        var notes: [String] = []
        if hasDerived { notes.append("† 95% interval derived: none, or one of another level, is printed.") }
        if hasInverted { notes.append("‡ Printed the other way up in the source; inverted here.") }
        var marks: [String] = []
        if hasShown { marks.append("Hollow mark: shown, not pooled.") }
        if hasIndirect { marks.append("Circle: indirect comparison.") }
        if hasAlternative { marks.append("Small mark: another printed value, not used.") }
        if hasPublished { marks.append("Hollow diamond: as published by others.") }
        if isClipped { marks.append(ForestPlotWording.beyond) }
        if !marks.isEmpty { notes.append(marks.joined(separator: " ")) }
        return notes
    }
}
