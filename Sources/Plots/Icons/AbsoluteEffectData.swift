/// What an effect means for a hundred people.
package struct AbsoluteEffectData: Sendable, Hashable {
    package var id: String
    package var title: String
    package var description: String
    /// What happens to people, in the plural: "die within 3 years".
    package var event: String
    package var experimental: String
    package var control: String
    /// The risks of the event, as proportions.
    package var experimentalRisk: Double
    package var controlRisk: Double
    /// The 95 % interval of the difference (experimental minus control, as proportions).
    package var difference: ClosedRange<Double>?
    /// Whether the event is what treatment is for, so that more of it is no harm.
    package var isWelcome: Bool

    package init(
        id: String, title: String, description: String = "", event: String, experimental: String, control: String,
        experimentalRisk: Double, controlRisk: Double, difference: ClosedRange<Double>? = nil,
        isWelcome: Bool = false
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.event = event
        self.experimental = experimental
        self.control = control
        self.experimentalRisk = experimentalRisk
        self.controlRisk = controlRisk
        self.difference = difference
        self.isWelcome = isWelcome
    }
}
