/// A plot laid out: every mark and text with its place, in user units, ready to be written by a template.
package struct Scene: Sendable, Hashable {
    /// Safe as (part of) an element's identifier: letters, digits and hyphens.
    package var id: String
    package var kind: PlotKind
    package var variant: PlotVariant
    /// Whether it is to be a file of its own.
    package var isStandalone: Bool
    package var title: String
    package var description: String
    package var width: Double
    package var height: Double
    package var groups: [SceneGroup]
    /// The same as a table; empty for a plot that stands alone, which has no page to show it on.
    package var table: TableTwin

    /// Every text of the plot.
    package var texts: [TextMark] { groups.flatMap(\.texts) }

    /// The plot with a note below it, for a file that has no page around it.
    package func adding(footnote: String) -> Scene {
        let text = LabelText.clean(footnote)
        guard !text.isEmpty else { return self }
        var scene = self
        let margin = PlotOptions(variant, isStandalone: isStandalone).margin
        let type = Typography.small
        let fitted = type.fit(text, width: width - 2 * margin, lineLimit: 8)
        var group = SceneGroup(.footer)
        group.text(fitted, full: text, x: margin, y: height - margin + 13, type, .footnote)
        scene.groups.append(group)
        scene.height += Double(fitted.lines.count) * type.leading + 4
        return scene
    }

    /// An identifier with everything but ASCII letters, digits and hyphens replaced by hyphens.
    static func identifier(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8.prefix(80) {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            bytes.append(isPlain ? byte : 0x2D)
        }
        guard let first = bytes.first, first >= 0x41 else { return "plot-" + String(decoding: bytes, as: UTF8.self) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
