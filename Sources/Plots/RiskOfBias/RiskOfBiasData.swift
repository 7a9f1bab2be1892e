/// What was judged of the risk of bias of studies, domain by domain, with one tool.
package struct RiskOfBiasData: Sendable, Hashable {
    /// The words of RoB 1, RoB 2 and ROBINS-I, from low to high risk, then what could not be judged.
    package enum Judgement: Sendable, Hashable, CaseIterable {
        case low, someConcerns, moderate, high, serious, critical, unclear, noInformation
    }

    /// A study, or one of its assessments.
    package struct Row: Sendable, Hashable {
        package var label: String
        package var sublabel: String
        package var href: String?
        /// One for each domain; nil for what was not judged.
        package var judgements: [Judgement?]
        package var overall: Judgement?

        package init(
            label: String, sublabel: String = "", href: String? = nil, judgements: [Judgement?],
            overall: Judgement? = nil
        ) {
            self.label = label
            self.sublabel = sublabel
            self.href = href
            self.judgements = judgements
            self.overall = overall
        }
    }

    package var id: String
    package var title: String
    package var description: String
    package var domains: [String]
    package var rows: [Row]

    package init(
        id: String, title: String, description: String = "", domains: [String], rows: [Row]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.domains = domains
        self.rows = rows
    }
}
