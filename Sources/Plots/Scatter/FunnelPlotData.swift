/// The estimates of studies against how precise they are.
package struct FunnelPlotData: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
        /// A contour-enhanced funnel plot: estimates against their standard errors, over regions of statistical significance
        /// around no effect (Peters et al. 2008), with the 95 % limits around the pooled estimate.
        case funnel
        /// A Galbraith (radial) plot: each study's z-value against its precision. The slope of the line through the origin is
        /// the pooled estimate; studies beyond the thin lines differ from it by more than 1.96 standard errors (Galbraith
        /// 1988).
        case galbraith
    }

    package struct Study: Sendable, Hashable {
        package var label: String
        package var href: String?
        /// On the natural scale.
        package var estimate: Double
        /// On the analysis scale: of the logarithm for ratios.
        package var standardError: Double
        /// The estimate as a document prints it, or as it is written elsewhere with its interval; with the digits of its size
        /// if nil.
        package var printed: String?

        package init(
            label: String, href: String? = nil, estimate: Double, standardError: Double, printed: String? = nil
        ) {
            self.label = label
            self.href = href
            self.estimate = estimate
            self.standardError = standardError
            self.printed = printed
        }
    }

    package var form: Form
    package var id: String
    package var title: String
    package var description: String
    package var measure: String
    package var scale: PlotScale
    package var nullValue: Double
    /// The pooled estimate on the natural scale.
    package var pooled: Double?
    package var studies: [Study]
    package var footnotes: [String]

    package init(
        _ form: Form = .funnel, id: String, title: String, description: String = "", measure: String,
        scale: PlotScale = .logarithmic,
        nullValue: Double = 1, pooled: Double?, studies: [Study], footnotes: [String] = []
    ) {
        self.form = form
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
}
