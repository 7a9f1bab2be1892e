import Text

extension ForestPlotData {
    /// What is said of a row beside its numbers.
    enum Remark: Hashable {
        /// Shown, not pooled.
        case shown
        case indirect
        /// The interval is derived.
        case derived
        /// The ratio was printed the other way up.
        case inverted
        /// Another printed value, not used.
        case alternative
        /// As others published it.
        case published
        /// What the content says of the row.
        case stated(String)
    }

    /// What the marks and signs used need to be explained with.
    func explanations(of rows: [ForestPlotRow], axis: Axis, _ language: Language) -> [String] {
        var found: Set<Remark> = []
        var isClipped = false
        for row in rows {
            found.formUnion(row.remarks)
            guard let effect = row.effect else { continue }
            if (effect.low ?? effect.estimate) < axis.low || (effect.high ?? effect.estimate) > axis.high {
                isClipped = true
            }
        }
        var notes: [String] = []
        if found.contains(.derived) { notes.append(language.explainsDerived) }
        if found.contains(.inverted) { notes.append(language.explainsInverted) }
        var marks: [String] = []
        if found.contains(.shown) { marks.append(language.explainsShown) }
        if found.contains(.indirect) { marks.append(language.explainsIndirect) }
        if found.contains(.alternative) { marks.append(language.explainsAlternative) }
        if found.contains(.published) { marks.append(language.explainsPublished) }
        if isClipped { marks.append(language.explainsArrow) }
        if !marks.isEmpty { notes.append(marks.joined(separator: " ")) }
        return notes
    }
}

extension Language {
    func text(_ remark: ForestPlotData.Remark) -> String {
        switch remark {
        case .shown: remarkShown
        case .indirect: remarkIndirect
        case .derived: remarkDerived
        case .inverted: remarkInverted
        case .alternative: remarkAlternative
        case .published: remarkPublished
        case .stated(let text): text
        }
    }
}
