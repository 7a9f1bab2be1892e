/// Events and totals of two arms.
///
/// Counts are numbers, not integers, because corrected tables have halves.
package struct TwoByTwoTable: Sendable, Hashable {
    package let treatmentEvents: Double
    package let treatmentTotal: Double
    package let controlEvents: Double
    package let controlTotal: Double

    /// - Throws: `impossibleCounts` when a count is negative or not finite, a total is zero, or events exceed a total.
    package init(
        treatmentEvents: Double, treatmentTotal: Double, controlEvents: Double, controlTotal: Double
    ) throws(MetaAnalysisError) {
        for (events, total) in [(treatmentEvents, treatmentTotal), (controlEvents, controlTotal)] {
            guard events >= 0, total > 0, events <= total, total <= 1e15 else {
                throw .impossibleCounts(events: events, total: total)
            }
        }
        self.treatmentEvents = treatmentEvents
        self.treatmentTotal = treatmentTotal
        self.controlEvents = controlEvents
        self.controlTotal = controlTotal
    }

    var treatmentNonEvents: Double { treatmentTotal - treatmentEvents }
    var controlNonEvents: Double { controlTotal - controlEvents }
    var total: Double { treatmentTotal + controlTotal }

    /// Whether any of the four cells is zero.
    package var hasZeroCell: Bool {
        treatmentEvents == 0 || controlEvents == 0 || treatmentNonEvents == 0 || controlNonEvents == 0
    }

    /// Whether the table says anything about a ratio: some, but not all, of the people had the event.
    package var isInformativeForRatios: Bool {
        !(treatmentEvents == 0 && controlEvents == 0) && !(treatmentNonEvents == 0 && controlNonEvents == 0)
    }

    /// Whether the risk difference has a variance: somebody had the event, and somebody had not, in one of the arms.
    package var hasVariance: Bool {
        treatmentEvents > 0 && treatmentNonEvents > 0 || controlEvents > 0 && controlNonEvents > 0
    }

    /// The table with `amount` added to each of its four cells.
    package func corrected(by amount: Double) throws(MetaAnalysisError) -> TwoByTwoTable {
        try TwoByTwoTable(
            treatmentEvents: treatmentEvents + amount, treatmentTotal: treatmentTotal + 2 * amount,
            controlEvents: controlEvents + amount, controlTotal: controlTotal + 2 * amount)
    }
}
