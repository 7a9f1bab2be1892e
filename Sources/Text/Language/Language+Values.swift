/// Stated values: what stands around the digits of a number.
extension Language {
    /// 36 %
    package func percent(_ number: String) -> String { say("\(number)\u{202F}%") }

    /// 41 months, 60 Gy
    ///
    /// - Parameter unit: As it is written after a number.
    package func measured(_ number: String, _ unit: String) -> String { say("\(number) \(unit)") }

    /// An effect with its p-value where no interval is printed: HR 0.57 (p = 0.09)
    package func effect(_ effect: String, pValue: String?) -> String { remark(effect, pValue) }

    /// The name of an effect that compares effects: interaction HR
    package func interaction(_ measure: String) -> String { say("interaction \(measure)") }

    /// A median that fewer than half of the patients reached.
    package var notReached: String { say("not reached") }

    /// What stands where a document does not say it.
    package var noFigure: String { say("not stated") }

    /// The interval that is drawn where another is printed or none: ; drawn: 95 % CI 0.31 to 1.05, derived
    package func drawnInterval(_ interval: IntervalText) -> String {
        say("; drawn: \(intervalName(level: 0.95)) \(self.interval(interval)), derived")
    }

    /// Beyond a number: > 60
    package func above(_ number: String) -> String { say("> \(number)") }

    /// Short of a number: < 5
    package func below(_ number: String) -> String { say("< \(number)") }

    /// Events of patients: 14/37
    package func events(_ events: String, of total: String) -> String { say("\(events)/\(total)") }
}
