/// What a document judged of a study's risk of bias with a tool.
public struct RiskOfBias: Sendable {
    /// The words of RoB 1, RoB 2 and ROBINS-I.
    public enum Judgement: String, Sendable, CaseIterable {
        case low
        case someConcerns = "some-concerns"
        case moderate
        case high
        case serious
        case critical
        case unclear
        case noInformation = "no-information"
    }

    /// A part of the tool and what was judged of it.
    public struct Domain: Sendable {
        public var name: String
        public var judgement: Judgement
        /// The reason that the document gives, in our words.
        public var because: String?
        public var mark: Mark
    }

    /// The tool as the document names it: "RoB 2".
    public var tool: String
    /// The outcome that it was judged for; nil for the study as a whole.
    public var outcome: Marked<String>?
    public var domains: [Domain]
    public var overall: Judgement?
    public var provenance: [Provenance]
    /// Where the tool stands.
    public var mark: Mark
}
