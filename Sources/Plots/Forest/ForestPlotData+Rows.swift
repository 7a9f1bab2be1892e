import Text

extension ForestPlotData {
    /// An estimate with its interval, on the natural scale, and how it is written.
    package struct Effect: Sendable, Hashable {
        package var estimate: Double
        package var low: Double?
        package var high: Double?
        /// The text of the row, where a document prints it; nil for numbers that we computed, whose digits follow from them.
        package var printed: EstimateText?

        package init(_ estimate: Double, _ low: Double? = nil, _ high: Double? = nil) {
            self.estimate = estimate
            self.low = low
            self.high = high
        }

        package init(_ estimate: Double, _ low: Double? = nil, _ high: Double? = nil, printed: EstimateText?) {
            self.init(estimate, low, high)
            self.printed = printed
        }
    }

    /// A row of the plot, from top to bottom.
    package enum Row: Sendable, Hashable {
        case group(Group)
        case study(Study)
        case pooled(Pooled)
        case prediction(Prediction)
        case note(Note)
    }

    /// The heading of a subgroup; the studies after it are indented.
    package struct Group: Sendable, Hashable {
        package var label: String
        package var href: String?
        package var cells: [String]

        package init(label: String, href: String? = nil, cells: [String] = []) {
            self.label = label
            self.href = href
            self.cells = cells
        }
    }

    /// One study's estimate, or one step of a cumulative or leave-one-out analysis.
    package struct Study: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// Counted in the pooled result.
            case pooled
            /// Shown, not counted: a hollow square.
            case shown
            /// A pooled result after adding or leaving out what the label says.
            case step
        }

        package enum Comparison: Sendable, Hashable {
            case direct
            /// Not compared within one study: a circle.
            case indirect
        }

        package var label: String
        package var href: String?
        /// A second, smaller line: patients, follow-up.
        package var sublabel: String
        /// Nil if the study has no estimate.
        package var effect: Effect?
        /// The share of the pooled result, as a proportion from 0 to 1.
        package var weight: Double?
        package var kind: Kind
        package var comparison: Comparison
        /// Whether the interval was not printed but derived, as from a p-value.
        package var isDerived: Bool
        /// Whether the ratio was printed the other way up and inverted here.
        package var isInverted: Bool
        /// What other places print for the same quantity.
        package var alternatives: [Alternative]
        /// Text for the columns of kind `cells`, left to right.
        package var cells: [String]
        /// For sorting.
        package var year: Int?
        /// Something more to say of the row, in its sentence and table.
        package var remark: String

        package init(
            label: String, href: String? = nil, sublabel: String = "", effect: Effect?, weight: Double? = nil,
            kind: Kind = .pooled, comparison: Comparison = .direct, isDerived: Bool = false,
            isInverted: Bool = false, alternatives: [Alternative] = [], cells: [String] = [], year: Int? = nil,
            remark: String = ""
        ) {
            self.label = label
            self.href = href
            self.sublabel = sublabel
            self.effect = effect
            self.weight = weight
            self.kind = kind
            self.comparison = comparison
            self.isDerived = isDerived
            self.isInverted = isInverted
            self.alternatives = alternatives
            self.cells = cells
            self.year = year
            self.remark = remark
        }
    }

    /// Another printed value of the same quantity, drawn below the one used.
    package struct Alternative: Sendable, Hashable {
        /// Where it is printed: "Abstract".
        package var label: String
        package var effect: Effect

        package init(label: String, effect: Effect) {
            self.label = label
            self.effect = effect
        }
    }

    /// A pooled result: a diamond.
    package struct Pooled: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case overall
            case subgroup
            /// As others published it: a hollow diamond.
            case published
        }

        package var label: String
        package var href: String?
        package var sublabel: String
        package var effect: Effect
        package var weight: Double?
        package var kind: Kind
        package var cells: [String]

        package init(
            label: String, href: String? = nil, sublabel: String = "", effect: Effect, weight: Double? = nil,
            kind: Kind = .overall, cells: [String] = []
        ) {
            self.label = label
            self.href = href
            self.sublabel = sublabel
            self.effect = effect
            self.weight = weight
            self.kind = kind
            self.cells = cells
        }
    }

    /// Where the effect of a new study is expected.
    package struct Prediction: Sendable, Hashable {
        package var low: Double
        package var high: Double

        package init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    /// A line of text: heterogeneity, the test between groups.
    package struct Note: Sendable, Hashable {
        package var text: String

        package init(_ text: String) { self.text = text }
    }
}
