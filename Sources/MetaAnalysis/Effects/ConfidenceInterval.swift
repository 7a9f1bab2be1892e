/// An interval and the level it was computed at.
package struct ConfidenceInterval: Sendable, Hashable {
    package var low: Double
    package var high: Double
    /// The coverage as a proportion, such as 0.95.
    package var level: Double

    package init(low: Double, high: Double, level: Double) {
        self.low = low
        self.high = high
        self.level = level
    }

    init(around center: Double, halfWidth: Double, level: Double) {
        self.init(low: center - halfWidth, high: center + halfWidth, level: level)
    }

    package func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// The interval with a transformation, such as an exponential, applied to both limits.
    package func map(_ transform: (Double) -> Double) -> ConfidenceInterval {
        ConfidenceInterval(low: transform(low), high: transform(high), level: level)
    }

    /// The interval of the reciprocal ratio, on the printed scale: limits inverted and swapped.
    package var reciprocal: ConfidenceInterval { ConfidenceInterval(low: 1 / high, high: 1 / low, level: level) }

    static func check(level: Double) throws(MetaAnalysisError) {
        guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
    }

    static func normalCriticalValue(level: Double) throws(MetaAnalysisError) -> Double {
        try check(level: level)
        return NormalDistribution.criticalValue(level: level)
    }
}

extension ConfidenceInterval {
    /// Wald's interval of one study, on the analysis scale.
    ///
    /// - Precondition: the level is in (0, 1).
    package init(of study: StudyEffect, level: Double) {
        let critical = NormalDistribution.criticalValue(level: level)
        self.init(around: study.estimate, halfWidth: critical * study.standardError, level: level)
    }
}
