/// The marks that belong together: a row, the axis, the footer.
///
/// They are drawn in this order: lines, rectangles, paths, circles, texts.
package struct SceneGroup: Sendable, Hashable {
    /// What a group is, which is also its class: `plot-row-study`.
    package enum Kind: String, Sendable, Hashable {
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

    package var kind: Kind
    /// What a screen reader says instead of the marks; nil for furniture, which is hidden from it.
    package var sentence: String?
    /// Where the group links to.
    package var href: String?
    package var rects: [RectMark] = []
    package var lines: [LineMark] = []
    package var paths: [PathMark] = []
    package var circles: [CircleMark] = []
    package var texts: [TextMark] = []

    package init(_ kind: Kind, sentence: String? = nil, href: String? = nil) {
        self.kind = kind
        self.sentence = sentence
        self.href = href
    }
}
