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
