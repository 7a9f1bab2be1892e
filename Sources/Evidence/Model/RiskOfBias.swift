/// What a document judged of a study's risk of bias with a tool.
package struct RiskOfBias: Sendable {
    /// The words of RoB 1, RoB 2 and ROBINS-I.
    package enum Judgement: String, Sendable, CaseIterable {
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
    package struct Domain: Sendable {
        package var name: String
        package var judgement: Judgement
        /// The reason that the document gives, in our words.
        package var because: String?
        package var mark: Mark
    }

    /// The tool as the document names it: "RoB 2".
    package var tool: String
    /// The outcome that it was judged for; nil for the study as a whole.
    package var outcome: Marked<String>?
    package var domains: [Domain]
    package var overall: Judgement?
    package var provenance: [Provenance]
    /// Where the tool stands.
    package var mark: Mark
}
