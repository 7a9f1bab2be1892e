/// The studies of a funnel or Galbraith plot.
public struct FunnelPlotData: Sendable, Hashable {
    public struct Study: Sendable, Hashable {
        public var label: String
        public var href: String?
        /// On the natural scale.
        public var estimate: Double
        /// On the analysis scale: of the logarithm for ratios.
        public var standardError: Double
        /// Whether it was added by trim-and-fill.
        public var isFilledIn: Bool

        public init(
            label: String, href: String? = nil, estimate: Double, standardError: Double, isFilledIn: Bool = false
        ) {
            self.label = label
            self.href = href
            self.estimate = estimate
            self.standardError = standardError
            self.isFilledIn = isFilledIn
        }
    }

    public var id: String
    public var title: String
    public var description: String
    public var measure: String
    public var scale: PlotScale
    public var nullValue: Double
    /// The pooled estimate on the natural scale.
    public var pooled: Double?
    public var studies: [Study]
    public var footnotes: [String]

    public init(
        id: String, title: String, description: String = "", measure: String, scale: PlotScale = .logarithmic,
        nullValue: Double = 1, pooled: Double?, studies: [Study], footnotes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.measure = measure
        self.scale = scale
        self.nullValue = nullValue
        self.pooled = pooled
        self.studies = studies
        self.footnotes = footnotes
    }

    func validate() throws(PlotError) {
        for study in studies {
            try validate(study.estimate, item: study.label)
            guard study.standardError.isFinite else { throw .notFinite(item: study.label) }
            guard study.standardError > 0 else { throw .notPositive(item: study.label) }
            guard (1e-12...1e9).contains(study.standardError) else { throw .outOfRange(item: study.label) }
            guard scale == .linear || study.standardError <= 20 else { throw .outOfRange(item: study.label) }
        }
        if let pooled { try validate(pooled, item: "pooled estimate") }
        try validate(nullValue, item: "null value")
    }

    private func validate(_ value: Double, item: String) throws(PlotError) {
        guard value.isFinite else { throw .notFinite(item: item) }
        guard value.magnitude <= 1e12 else { throw .outOfRange(item: item) }
        guard scale == .logarithmic else { return }
        guard value > 0 else { throw .notPositive(item: item) }
        guard value >= 1e-12 else { throw .outOfRange(item: item) }
    }

    func sentence(_ study: Study) -> String {
        LabelText.clean(study.label) + ": " + LabelText.clean(measure) + " "
            + NumberText.value(study.estimate, scale: scale) + ", standard error "
            + error(study) + (study.isFilledIn ? ", added by trim-and-fill" : "")
    }

    /// A standard error with three decimals, and more where it is so small that they would be zeros.
    private func error(_ study: Study) -> String { NumberText.value(study.standardError, scale: .logarithmic, decimals: 3) }

    func table() -> TableTwin {
        var table = TableTwin()
        table.columns = [
            .init(header: "Study", isNumeric: false), .init(header: LabelText.clean(measure), isNumeric: true),
            .init(header: "Standard error", isNumeric: true),
        ]
        table.rows = studies.map { study in
            .init(
                kind: .study, href: study.href,
                cells: [
                    LabelText.clean(study.label) + (study.isFilledIn ? " (trim-and-fill)" : ""),
                    NumberText.value(study.estimate, scale: scale), error(study),
                ])
        }
        return table
    }
}
