extension ForestPlotData {
    /// Throws what makes the plot impossible to draw.
    func validate() throws(PlotError) {
        guard level > 0, level < 1 else { throw .level }
        if let nullValue { try validate(nullValue, item: "null value") }
        let textColumns = (leftColumns + rightColumns).count { $0.content == .cells }
        for row in rows {
            switch row {
            case .group(let group):
                try validate(group.cells, textColumns, item: group.label)
            case .study(let study):
                try validate(study.cells, textColumns, item: study.label)
                if let effect = study.effect { try validate(effect, item: study.label) }
                try validate(weight: study.weight, item: study.label)
                for alternative in study.alternatives { try validate(alternative.effect, item: alternative.label) }
            case .pooled(let pooled):
                try validate(pooled.cells, textColumns, item: pooled.label)
                try validate(pooled.effect, item: pooled.label)
                try validate(weight: pooled.weight, item: pooled.label)
            case .prediction(let prediction):
                try validate(Effect(nullValue ?? 1, prediction.low, prediction.high), item: "prediction interval")
            case .note:
                break
            }
        }
    }

    private func validate(_ effect: Effect, item: String) throws(PlotError) {
        try validate(effect.estimate, item: item)
        switch (effect.low, effect.high) {
        case (nil, nil):
            break
        case (let low?, let high?):
            // Limits may be anywhere: what is beyond the axis is an arrow.
            guard !low.isNaN, !high.isNaN else { throw .notFinite(item: item) }
            guard scale == .linear || low >= 0 else { throw .notPositive(item: item) }
            guard low <= high else { throw .reversedInterval(item: item) }
        default:
            throw .halfInterval(item: item)
        }
    }

    private func validate(_ value: Double, item: String) throws(PlotError) {
        guard value.isFinite else { throw .notFinite(item: item) }
        guard value.magnitude <= 1e12 else { throw .outOfRange(item: item) }
        guard scale == .logarithmic else { return }
        guard value > 0 else { throw .notPositive(item: item) }
        guard value >= 1e-12 else { throw .outOfRange(item: item) }
    }

    private func validate(weight: Double?, item: String) throws(PlotError) {
        guard let weight else { return }
        // A sum of weights may be a rounding error above one.
        guard weight >= 0, weight <= 1.000_001 else { throw .weight(item: item) }
    }

    private func validate(_ cells: [String], _ columns: Int, item: String) throws(PlotError) {
        guard cells.count <= columns else { throw .tooManyCells(item: item, columns: columns) }
    }
}
