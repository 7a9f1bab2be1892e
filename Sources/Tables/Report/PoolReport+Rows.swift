import MetaAnalysis
import Text

extension PoolReport {
    /// The estimate and interval of a row, as the table prints them where it prints an interval of the level that is asked for,
    /// computed otherwise; nil where nothing can be estimated.
    func text(of row: Row, _ summary: PoolSummary, _ language: Language) -> EstimateText? {
        guard let effect = row.effect else { return nil }
        if let printed = row.printed, printed.interval.level == options.level {
            return language.numbers.printed(printed.value, printed.low, printed.high)
        }
        return summary.text(effect, level: options.level)
    }

    /// Where the interval of a row is shown as it is printed and analysed as another, because rounding does not explain
    /// that the printed one is not symmetric: both, named.
    func differingIntervals(_ language: Language) -> [String] {
        let summary = PoolSummary(pool, measure, language)
        return rows.compactMap { row in
            guard let effect = row.effect, row.isAsymmetric, row.position != nil,
                let printed = row.printed, printed.interval.level == options.level
            else { return nil }
            let shown = language.numbers.printed(printed.value, printed.low, printed.high)
            guard let left = shown.interval, let analysed = summary.text(effect, level: options.level).interval else {
                return nil
            }
            return language.analysedInterval(of: row.study, printed: left, analysed: analysed)
        }
    }
}
