/// Widths of text before a browser has drawn it.
package enum TextMeasure {
    /// Height above the baseline and depth below it that a line of text needs, in parts of its size.
    package static let ascent = 0.91
    package static let descent = 0.22

    /// The width that the metrics give, in user units, for a font size in the same units.
    package static func width(of text: some StringProtocol, size: Double, face: FontFace = .regular) -> Double {
        Double(AdvanceTable(face).advance(of: text)) * size / 1000
    }

    /// The width that the metrics give, in user units, for a font size in the same units.
    package static func width(of text: String, size: Double, face: FontFace = .regular) -> Double {
        Double(AdvanceTable(face).advance(of: text)) * size / 1000
    }

    /// The width to keep free for a text: `width(of:size:face:)` times the safety of the face.
    package static func room(for text: String, size: Double, face: FontFace = .regular) -> Double {
        width(of: text, size: size, face: face) * face.safety
    }
}
