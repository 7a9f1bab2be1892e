import Text

extension ForestPlotData {
    /// An estimate with its interval, on the natural scale, and how it is written.
    public struct Effect: Sendable, Hashable {
        public var estimate: Double
        public var low: Double?
        public var high: Double?
        /// The text of the row, where a document prints it; nil for numbers that we computed, whose digits follow from them.
        package var printed: EstimateText?

        public init(_ estimate: Double, _ low: Double? = nil, _ high: Double? = nil) {
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
    public enum Row: Sendable, Hashable {
        case group(Group)
        case study(Study)
        case pooled(Pooled)
        case prediction(Prediction)
        case note(Note)
    }

    /// The heading of a subgroup; the studies after it are indented.
    public struct Group: Sendable, Hashable {
        public var label: String
        public var href: String?
        public var cells: [String]

        public init(label: String, href: String? = nil, cells: [String] = []) {
            self.label = label
            self.href = href
            self.cells = cells
        }
    }

    /// One study's estimate, or one step of a cumulative or leave-one-out analysis.
    public struct Study: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            /// Counted in the pooled result.
            case pooled
            /// Shown, not counted: a hollow square.
            case shown
            /// A pooled result after adding or leaving out what the label says.
            case step
        }

        public enum Comparison: Sendable, Hashable {
            case direct
            /// Not compared within one study: a circle.
            case indirect
        }

        public var label: String
        public var href: String?
        /// A second, smaller line: patients, follow-up.
        public var sublabel: String
        /// Nil if the study has no estimate.
        public var effect: Effect?
        /// The share of the pooled result, as a proportion from 0 to 1.
        public var weight: Double?
        public var kind: Kind
        public var comparison: Comparison
        /// Whether the interval was not printed but derived, as from a p-value.
        public var isDerived: Bool
        /// Whether the ratio was printed the other way up and inverted here.
        public var isInverted: Bool
        /// What other places print for the same quantity.
        public var alternatives: [Alternative]
        /// Text for the columns of kind `cells`, left to right.
        public var cells: [String]
        /// For sorting.
        public var year: Int?
        /// Something more to say of the row, in its sentence and table.
        public var remark: String

        public init(
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
    public struct Alternative: Sendable, Hashable {
        /// Where it is printed: "Abstract".
        public var label: String
        public var effect: Effect

        public init(label: String, effect: Effect) {
            self.label = label
            self.effect = effect
        }
    }

    /// A pooled result: a diamond.
    public struct Pooled: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            case overall
            case subgroup
            /// As others published it: a hollow diamond.
            case published
        }

        public var label: String
        public var href: String?
        public var sublabel: String
        public var effect: Effect
        public var weight: Double?
        public var kind: Kind
        public var cells: [String]

        public init(
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
    public struct Prediction: Sendable, Hashable {
        public var low: Double
        public var high: Double

        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    /// A line of text: heterogeneity, the test between groups.
    public struct Note: Sendable, Hashable {
        public var text: String

        public init(_ text: String) { self.text = text }
    }
}
