extension EffectEstimate {
    /// The log hazard ratio from a log-rank analysis: (O − E) / V with standard error 1 / √V (Yusuf et al. 1985).
    ///
    /// - Parameters:
    ///   - observedMinusExpected: events in the treatment arm, observed less expected.
    ///   - variance: V of the log-rank statistic, positive.
    /// - Throws: `notPositive` when V is not.
    package init(observedMinusExpected: Double, variance: Double) throws(MetaAnalysisError) {
        guard variance > 0, variance.isFinite else {
            throw .notPositive(.observedMinusExpectedVariance, value: variance)
        }
        try self.init(checking: observedMinusExpected / variance, variance: 1 / variance)
    }

    /// How the variance of a log-rank statistic is approximated from the numbers of events.
    package enum LogRankVariance: Sendable, Hashable, CaseIterable {
        /// Events per arm: d₁ d₀ / (d₁ + d₀) (Tierney et al. 2007).
        case eventsByArm
        /// All events and the numbers in each arm: D n₁ n₀ / (n₁ + n₀)² (Parmar et al. 1998).
        case totalEventsAndNumbers
        /// All events, randomised one to one: D / 4 (Parmar et al. 1998).
        case totalEventsOneToOne

        /// V for these arms.
        ///
        /// - Throws: `notPositive` when there are no events where they are needed.
        package func value(of table: TwoByTwoTable) throws(MetaAnalysisError) -> Double {
            let events = table.treatmentEvents + table.controlEvents
            guard events > 0 else { throw .notPositive(.events, value: events) }
            let variance =
                switch self {
                case .eventsByArm: table.treatmentEvents * table.controlEvents / events
                case .totalEventsAndNumbers:
                    events * table.treatmentTotal * table.controlTotal / (table.total * table.total)
                case .totalEventsOneToOne: events / 4
                }
            guard variance > 0 else { throw .notPositive(.observedMinusExpectedVariance, value: variance) }
            return variance
        }
    }

    /// The log hazard ratio from a log-rank p-value and the numbers of events (Tierney et al. 2007).
    ///
    /// - Parameters:
    ///   - logRankPValue: in (0, 1).
    ///   - table: events and numbers in each arm.
    ///   - variance: the approximation of V.
    ///   - favoursTreatment: whether the events are fewer than expected in the treatment arm; a p-value has no sign.
    /// - Throws: `pValueOutOfRange`, `notPositive`.
    package init(
        logRankPValue: Double, sides: Sidedness = .twoSided, table: TwoByTwoTable, variance: LogRankVariance,
        favoursTreatment: Bool
    ) throws(MetaAnalysisError) {
        let z = try Self.zStatistic(pValue: logRankPValue, sides: sides)
        let v = try variance.value(of: table)
        let magnitude = z * v.squareRoot()
        try self.init(observedMinusExpected: favoursTreatment ? -magnitude : magnitude, variance: v)
    }
}
