/// A hundred people laid out, ten by ten: those who have the event under both treatments' risks, those whom the
/// difference between the risks spares or harms, and the rest.
public struct AbsoluteEffectLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError.weight` for a risk that is not a proportion, `PlotError.level`.
    public init(_ data: AbsoluteEffectData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        guard data.level > 0, data.level < 1 else { throw .level }
        guard (0...1).contains(data.experimentalRisk) else { throw .weight(item: data.experimental) }
        guard (0...1).contains(data.controlRisk) else { throw .weight(item: data.control) }
        if let difference = data.difference {
            guard difference.lowerBound >= -1, difference.upperBound <= 1 else { throw .weight(item: data.event) }
        }
        var builder = AbsoluteEffectBuilder(AbsoluteEffectText(data), options)
        scene = builder.build(id: data.id, description: LabelText.clean(data.description))
    }
}

/// The work of laying out a hundred people.
private struct AbsoluteEffectBuilder: PlotBuilder {
    let text: AbsoluteEffectText
    let options: PlotOptions
    let width: Double
    var y: Double
    var groups: [SceneGroup] = []

    private static let step = 23.0

    init(_ text: AbsoluteEffectText, _ options: PlotOptions) {
        self.text = text
        self.options = options
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
                style, x: margin + (Double(index % 10) + 0.5) * Self.step, y: y + (Double(index / 10) + 0.5) * Self.step,
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
