extension Language {
    /// A fixed text of a template, such as the heading of a column.
    package struct Label: Sendable {
        /// What templates call it: `words.GROUP.name`.
        package let name: String
        /// Where it is shown, for translators and theme authors.
        package let documentation: String
        package let text: @Sendable (Language) -> String

        package init(_ name: String, _ documentation: String, _ text: @escaping @Sendable (Language) -> String) {
            self.name = name
            self.documentation = documentation
            self.text = text
        }
    }

    /// The fixed texts of one page, or of parts that pages share.
    package struct LabelGroup: Sendable {
        /// What templates call it: `words.name`.
        package let name: String
        package let documentation: String
        package let labels: [Label]

        package init(_ name: String, _ documentation: String, _ labels: [Label]) {
            self.name = name
            self.documentation = documentation
            self.labels = labels
        }
    }

    /// Every fixed text of the templates, by page.
    package static let labelGroups: [LabelGroup] = [
        siteLabels, listLabels, columnLabels, figureLabels, questionLabels, studyLabels, referenceLabels,
        discrepancyLabels, synthesisLabels,
    ]
}
