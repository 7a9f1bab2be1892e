import Text

/// The work of laying out a hundred people.
struct AbsoluteEffectBuilder: PlotBuilder {
    let text: AbsoluteEffectText
    let options: PlotOptions
    let language: Language
    let width: Double
    var y: Double
    var groups: [SceneGroup] = []

    private static let step = 23.0

    init(_ text: AbsoluteEffectText, _ options: PlotOptions, _ language: Language) {
        self.text = text
        self.options = options
        self.language = language
        width = min(options.width, 640)
        y = options.margin
    }

    mutating func build(id: String, description: String) -> Scene {
        addTitle(text.title)
        let side = 10 * Self.step
        var group = SceneGroup(.mark, sentence: text.sentence)
        addPeople(to: &group)
        let isWide = options.variant == .wide && width - side - 2 * margin >= 200
        let textX = isWide ? margin + side + 24 : margin
        var textY = isWide ? y + 8 : y + side + 12
        for line in text.keys {
            let type: Typography = .body
            let fitted = type.fit(line.text, width: width - margin - textX - 24, lineLimit: 4)
            Self.addPerson(line.style, x: textX + 8, y: textY + 8, to: &group)
            group.text(fitted, full: line.text, x: textX + 24, y: textY + 12.5, type, .label)
            textY += Double(fitted.lines.count) * type.leading + 8
        }
        groups.append(group)
        var footer = SceneGroup(.footer)
        for note in text.notes where !note.isEmpty {
            let fitted = Typography.small.fit(note, width: width - margin - textX, lineLimit: 4)
            footer.text(fitted, full: note, x: textX, y: textY + 14, .small, .footnote)
            textY += Double(fitted.lines.count) * Typography.small.leading + 4
        }
        if !footer.texts.isEmpty { groups.append(footer) }
        y = max(y + side, textY + 6)
        return scene(id: id, kind: .icons, title: text.title, description: description, table: text.table)
    }

    private func addPeople(to group: inout SceneGroup) {
        var styles: [MarkStyle] = []
        for key in text.keys { styles += [MarkStyle](repeating: key.style, count: key.count) }
        for (index, style) in styles.prefix(100).enumerated() {
            Self.addPerson(
                style, x: margin + (Double(index % 10) + 0.5) * Self.step,
                y: y + (Double(index / 10) + 0.5) * Self.step,
                to: &group)
        }
    }

    /// Shape says it as well as colour: a square is harmed, a ring is spared.
    private static func addPerson(_ style: MarkStyle, x: Double, y: Double, to group: inout SceneGroup) {
        if style == .personHarmed {
            group.rect(x - 7, y - 7, 14, 14, style)
        } else {
            group.circle(x, y, radius: style == .personSpared || style == .personUnsure ? 7 : 7.5, style)
        }
    }
}
