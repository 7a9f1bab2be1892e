extension Language {
    /// A fixed text of a template, such as the heading of a column.
    public struct Label: Sendable {
        /// What templates call it: `words.GROUP.name`.
        public let name: String
        /// Where it is shown, for translators and theme authors.
        public let documentation: String
        public let text: @Sendable (Language) -> String

        public init(_ name: String, _ documentation: String, _ text: @escaping @Sendable (Language) -> String) {
            self.name = name
            self.documentation = documentation
            self.text = text
        }
    }

    /// The fixed texts of one page, or of parts that pages share.
    public struct LabelGroup: Sendable {
        /// What templates call it: `words.name`.
        public let name: String
        public let documentation: String
        public let labels: [Label]

        public init(_ name: String, _ documentation: String, _ labels: [Label]) {
            self.name = name
            self.documentation = documentation
            self.labels = labels
        }
    }

    /// Every fixed text of the templates, by page.
    public static let labelGroups: [LabelGroup] = [
        siteLabels, listLabels, columnLabels, figureLabels, questionLabels, studyLabels, referenceLabels, discrepancyLabels, synthesisLabels,
    ]
}
