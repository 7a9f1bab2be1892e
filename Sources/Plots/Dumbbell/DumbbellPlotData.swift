/// Two arms side by side in each study: median survival, or any value on a linear scale.
public struct DumbbellPlotData: Sendable, Hashable {
    /// The value of one arm.
    public enum Value: Sendable, Hashable {
        case stated(Double)
        /// Not reached; the number is the follow-up that it is at least, if known.
        case notReached(beyond: Double?)
    }

    public struct Row: Sendable, Hashable {
        public var label: String
        public var sublabel: String
        public var href: String?
        /// Nil if the study does not state it.
        public var experimental: Value?
        public var control: Value?
        /// The value of a study that compares nothing, instead of the other two.
        public var single: Value?

        public init(
            label: String, sublabel: String = "", href: String? = nil, experimental: Value? = nil, control: Value? = nil,
            single: Value? = nil
        ) {
            self.label = label
            self.sublabel = sublabel
            self.href = href
            self.experimental = experimental
            self.control = control
            self.single = single
        }

        var values: [Value] { [experimental, control, single].compactMap { $0 } }
    }

    public var id: String
    public var title: String
    public var description: String
    /// "Median overall survival".
    public var measure: String
    /// "months".
    public var unit: String
    public var experimental: String
    public var control: String
    /// The most decimals of a value; trailing zeros are not shown.
    public var decimals: Int
    public var rows: [Row]
    public var footnotes: [String]

    public init(
        id: String, title: String, description: String = "", measure: String, unit: String, experimental: String,
        control: String, decimals: Int = 1, rows: [Row], footnotes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.measure = measure
        self.unit = unit
        self.experimental = experimental
        self.control = control
        self.decimals = decimals
        self.rows = rows
        self.footnotes = footnotes
    }
}
