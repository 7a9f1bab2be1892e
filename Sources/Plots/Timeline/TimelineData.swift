/// Running trials over the years.
package struct TimelineData: Sendable, Hashable {
    package struct Trial: Sendable, Hashable {
        package var label: String
        /// What the arms are: "Radiotherapy vs observation".
        package var compares: String
        /// The planned number of patients; nil if it is not known.
        package var patients: Int?
        /// The question that it will help to answer, in short.
        package var question: String
        package var href: String?
        /// "recruiting".
        package var status: String
        package var start: PlotDate?
        package var end: PlotDate?

        package init(
            label: String, compares: String = "", patients: Int? = nil, question: String = "", href: String? = nil,
            status: String, start: PlotDate?, end: PlotDate? = nil
        ) {
            self.label = label
            self.compares = compares
            self.patients = patients
            self.question = question
            self.href = href
            self.status = status
            self.start = start
            self.end = end
        }
    }

    package var id: String
    package var title: String
    package var description: String
    package var trials: [Trial]
    /// The day that the content is of; a line is drawn there.
    package var asOf: PlotDate?
    package var footnotes: [String]

    package init(
        id: String, title: String, description: String = "", trials: [Trial], asOf: PlotDate?,
        footnotes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.trials = trials
        self.asOf = asOf
        self.footnotes = footnotes
    }
}
