/// Two arms side by side in each study: median survival, or any value on a linear scale.
package struct DumbbellPlotData: Sendable, Hashable {
    /// The value of one arm.
    package enum Value: Sendable, Hashable {
        /// A number, and its digits where a document prints it in the unit of the plot.
        case stated(Double, printed: String? = nil)
        /// Not reached; the number is the follow-up that it is at least, if known.
        case notReached(beyond: Double?, printed: String? = nil)
    }

    package struct Row: Sendable, Hashable {
        package var label: String
        package var sublabel: String
        package var href: String?
        /// The heading that the row stands below, "Randomised trials"; empty for none.
        package var group: String
        /// What a sentence and the table say of the study, "randomised trial"; may be empty.
        package var design: String
        /// Whether it answers a related question; its marks are muted.
        package var isIndirect: Bool
        /// Nil if the study does not state it.
        package var experimental: Value?
        package var control: Value?
        /// The value of a study that compares nothing, instead of the other two.
        package var single: Value?
        /// The study's own names of its arms; the plot's if nil.
        package var experimentalName: String?
        package var controlName: String?
        package var singleName: String?

        package init(
            label: String, sublabel: String = "", href: String? = nil, group: String = "", design: String = "",
            isIndirect: Bool = false, experimental: Value? = nil, control: Value? = nil, single: Value? = nil,
            experimentalName: String? = nil, controlName: String? = nil, singleName: String? = nil
        ) {
            self.label = label
            self.sublabel = sublabel
            self.href = href
            self.group = group
            self.design = design
            self.isIndirect = isIndirect
            self.experimental = experimental
            self.control = control
            self.single = single
            self.experimentalName = experimentalName
            self.controlName = controlName
            self.singleName = singleName
        }

        /// The values that are drawn.
        var values: [Value] { single.map { [$0] } ?? [experimental, control].compactMap { $0 } }
    }

    package var id: String
    package var title: String
    package var description: String
    /// "Median overall survival".
    package var measure: String
    /// "months".
    package var unit: String
    package var experimental: String
    package var control: String
    /// The most decimals of a value that is not printed in the unit; trailing zeros are not shown.
    package var decimals: Int
    /// Drawn below their groups in the order in which these first occur, within a group direct before indirect.
    package var rows: [Row]
    package var footnotes: [String]

    package init(
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
