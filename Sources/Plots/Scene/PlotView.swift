/// A plot as plain data for a template: nested records, lists and texts. Coordinates are texts, rounded to two decimals.
public enum PlotView: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case list([PlotView])
    case record([Field])

    /// A named value.
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: PlotView
    }

    static func number(_ value: Double) -> PlotView { .text(NumberText.coordinate(value)) }
    /// What does not apply is empty, so that `{% if … %}` is all a template needs to ask.
    static func optional(_ text: String?) -> PlotView { .text(text ?? "") }
    static func fields(_ pairs: KeyValuePairs<String, PlotView>) -> PlotView {
        .record(pairs.map { Field(name: $0.key, value: $0.value) })
    }
}
