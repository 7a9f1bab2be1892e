/// The marks that belong together: a row, the axis, the footer.
///
/// They are drawn in this order: lines, rectangles, paths, circles, texts.
public struct SceneGroup: Sendable, Hashable {
    /// What a group is, which is also its class: `plot-row-study`.
    public enum Kind: String, Sendable, Hashable {
        case frame = "part-frame"
        case header = "part-header"
        case axis = "part-axis"
        case footer = "part-footer"
        case study = "row-study"
        case shown = "row-shown"
        case alternative = "row-alternative"
        case heading = "row-group"
        case pooled = "row-pooled"
        case published = "row-published"
        case prediction = "row-prediction"
        case note = "row-note"
        case mark = "row-mark"
    }

    public var kind: Kind
    /// What a screen reader says instead of the marks; nil for furniture, which is hidden from it.
    public var sentence: String?
    /// Where the group links to.
    public var href: String?
    public var rects: [RectMark] = []
    public var lines: [LineMark] = []
    public var paths: [PathMark] = []
    public var circles: [CircleMark] = []
    public var texts: [TextMark] = []

    public init(_ kind: Kind, sentence: String? = nil, href: String? = nil) {
        self.kind = kind
        self.sentence = sentence
        self.href = href
    }
}
