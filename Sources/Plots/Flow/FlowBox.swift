/// A box of a flow with its lines of text, before it has a place.
struct FlowBox {
    /// Lines that say one thing, with what a screen reader says of them and where they lead.
    struct Part {
        var sentence: String
        var href: String?
        var lines: [(fitted: TextFitter.Fitted, full: String, type: Typography, style: MarkStyle)]

        var height: Double { lines.reduce(0) { $0 + Double($1.fitted.lines.count) * $1.type.leading } }
    }

    static let padding = 8.0

    var parts: [Part]
    var style: MarkStyle
    let width: Double
    /// Whether the text is centred.
    var isCentred: Bool

    var height: Double { parts.reduce(2 * Self.padding - 2) { $0 + $1.height } }

    /// A stage: the arm, if it is to be named, what was done, and how many.
    init(_ box: FlowData.Box, naming arm: String, width: Double, isCentred: Bool, _ text: FlowText) {
        self.init(style: .stage, width: width, isCentred: isCentred)
        var lines: [(TextFitter.Fitted, String, Typography, MarkStyle)] = []
        for (line, type, style) in [
            (arm, Typography.body, MarkStyle.label),
            (text.language.capitalised(LabelText.clean(box.stage)), .body, .label),
            (text.number(box.number, isDisputed: box.isDisputed), .strong, .count),
        ] where !line.isEmpty {
            lines.append((type.fit(line, width: room, lineLimit: 5), line, type, style))
        }
        parts = [Part(sentence: text.sentence(box), href: box.href, lines: lines)]
    }

    /// Those who left: how many, and below one another the reasons.
    init(_ departure: FlowData.Departure, naming arm: String, width: Double, _ text: FlowText) {
        self.init(style: .departure, width: width, isCentred: false)
        let kind = LabelText.clean(departure.kind)
        let named = arm.isEmpty ? text.language.capitalised(kind) : text.language.named(arm, kind)
        let head =
            departure.number.map { text.language.named(named, text.number($0, isDisputed: departure.isDisputed)) }
            ?? named
        parts = [
            Part(
                sentence: text.sentence(departure), href: departure.href,
                lines: [(Typography.body.fit(head, width: room, lineLimit: 4), head, .body, .label)])
        ]
        for reason in departure.reasons {
            let line = text.language.flowReason(
                text.number(reason.number, isDisputed: reason.isDisputed), LabelText.clean(reason.text))
            let fitted = Typography.small.fit(line, width: room - Self.indent, lineLimit: 4)
            parts.append(
                Part(
                    sentence: text.sentence(reason, of: departure), href: reason.href,
                    lines: [(fitted, line, .small, .label)]))
        }
    }

    private init(style: MarkStyle, width: Double, isCentred: Bool) {
        parts = []
        self.style = style
        self.width = width
        self.isCentred = isCentred
    }

    private static let indent = 8.0
    private var room: Double { width - 2 * Self.padding }

    /// The groups of the box with its upper left corner at a point: one for each part, the first with the frame.
    ///
    /// - Parameter height: the height of the frame, if it is to be as tall as its neighbours.
    func groups(x: Double, y: Double, height: Double? = nil) -> [SceneGroup] {
        let frame = height ?? self.height
        var top = y + Self.padding - 1 + (isCentred ? (frame - self.height) / 2 : 0)
        var found: [SceneGroup] = []
        for (index, part) in parts.enumerated() {
            var group = SceneGroup(.mark, sentence: part.sentence, href: part.href)
            if index == 0 { group.rect(x, y, width, frame, style) }
            if part.href != nil {
                let isWhole = parts.count == 1
                group.rect(x, isWhole ? y : top, width, isWhole ? frame : part.height, .hit)
            }
            let left = x + Self.padding + (index > 0 ? Self.indent : 0)
            for line in part.lines {
                group.text(
                    line.fitted, full: line.full, x: isCentred ? x + width / 2 : left, y: top + line.type.size - 0.5,
                    anchor: isCentred ? .middle : .start, line.type, line.style)
                top += Double(line.fitted.lines.count) * line.type.leading
            }
            found.append(group)
        }
        return found
    }
}
