/// Running trials over the years.
public struct TimelineData: Sendable, Hashable {
    public struct Trial: Sendable, Hashable {
        public var label: String
        /// What the arms are: "Radiotherapy vs observation".
        public var compares: String
        /// The planned number of patients; nil if it is not known.
        public var patients: Int?
        /// The question that it will help to answer, in short.
        public var question: String
        public var href: String?
        /// "recruiting".
        public var status: String
        public var start: PlotDate?
        public var end: PlotDate?

        public init(
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

    public var id: String
    public var title: String
    public var description: String
    public var trials: [Trial]
    /// The day that the content is of; a line is drawn there.
    public var asOf: PlotDate?
    public var footnotes: [String]

    public init(
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
