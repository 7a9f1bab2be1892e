/// The two limits of an interval as they are written.
package struct IntervalText: Sendable, Hashable {
    package var low: String
    package var high: String

    package init(low: String, high: String) {
        self.low = low
        self.high = high
    }
}

/// An estimate with its interval as they are written: one text for a row, its description, its table and its sentence.
package struct EstimateText: Sendable, Hashable {
    package var value: String
    /// Nil where no interval is known.
    package var interval: IntervalText?

    package init(value: String, interval: IntervalText? = nil) {
        self.value = value
        self.interval = interval
    }
}
