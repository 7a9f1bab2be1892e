/// What an effect means for a hundred people.
public struct AbsoluteEffectData: Sendable, Hashable {
    public var id: String
    public var title: String
    public var description: String
    /// What happens to people, in the plural: "die within 3 years".
    public var event: String
    public var experimental: String
    public var control: String
    /// The risks of the event, as proportions.
    public var experimentalRisk: Double
    public var controlRisk: Double
    /// The 95 % interval of the difference (experimental minus control, as proportions).
    public var difference: ClosedRange<Double>?
    /// Whether the event is what treatment is for, so that more of it is no harm.
    public var isWelcome: Bool

    public init(
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
