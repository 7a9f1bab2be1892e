extension ForestPlotData {
    /// Sets so many decimals, two to four, that the narrowest interval of a linear plot is told with two digits. Ratios have
    /// theirs by size; see `NumberText.value`.
    public mutating func chooseDecimals() {
        guard scale == .linear else { return }
        var narrowest = Double.infinity
        for row in rows {
            let effect: Effect? = switch row {
            case .study(let study): study.effect
            case .pooled(let pooled): pooled.effect
            default: nil
            }
            if let low = effect?.low, let high = effect?.high, high > low { narrowest = min(narrowest, (high - low) / 2) }
        }
        var unit = 0.1
        decimals = 2
        while narrowest < unit, decimals < 4 {
            unit /= 10
            decimals += 1
        }
    }
}
