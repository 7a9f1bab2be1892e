/// A plot as plain data for a template: nested records, lists and texts. Coordinates are texts, rounded to two decimals.
public enum PlotView: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case none
    case list([PlotView])
    case record([Field])

    /// A named value.
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: PlotView
    }

    static func number(_ value: Double) -> PlotView { .text(NumberText.coordinate(value)) }
    static func optional(_ text: String?) -> PlotView { text.map(PlotView.text) ?? .none }
    static func fields(_ pairs: KeyValuePairs<String, PlotView>) -> PlotView {
        .record(pairs.map { Field(name: $0.key, value: $0.value) })
    }
}
