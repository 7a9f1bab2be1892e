/// What was judged of the risk of bias of studies, domain by domain, with one tool.
public struct RiskOfBiasData: Sendable, Hashable {
    /// The words of RoB 1, RoB 2 and ROBINS-I, from low to high risk, then what could not be judged.
    public enum Judgement: Sendable, Hashable, CaseIterable {
        case low, someConcerns, moderate, high, serious, critical, unclear, noInformation
    }

    /// A study, or one of its assessments.
    public struct Row: Sendable, Hashable {
        public var label: String
        public var sublabel: String
        public var href: String?
        /// One for each domain; nil for what was not judged.
        public var judgements: [Judgement?]
        public var overall: Judgement?

        public init(
            label: String, sublabel: String = "", href: String? = nil, judgements: [Judgement?], overall: Judgement? = nil
        ) {
            self.label = label
            self.sublabel = sublabel
            self.href = href
            self.judgements = judgements
            self.overall = overall
        }
    }

    public var id: String
    public var title: String
    public var description: String
    public var domains: [String]
    public var rows: [Row]

    public init(
        id: String, title: String, description: String = "", domains: [String], rows: [Row]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.domains = domains
        self.rows = rows
    }
}
