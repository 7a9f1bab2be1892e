/// Widths of text before a browser has drawn it.
public enum TextMeasure {
    /// Height above the baseline and depth below it that a line of text needs, in parts of its size.
    public static let ascent = 0.91
    public static let descent = 0.22

    /// The width that the metrics give, in user units, for a font size in the same units.
    public static func width(of text: some StringProtocol, size: Double, face: FontFace = .regular) -> Double {
        Double(AdvanceTable(face).advance(of: text)) * size / 1000
    }

    /// The width that the metrics give, in user units, for a font size in the same units.
    public static func width(of text: String, size: Double, face: FontFace = .regular) -> Double {
        Double(AdvanceTable(face).advance(of: text)) * size / 1000
    }

    /// The width to keep free for a text: `width(of:size:face:)` times the safety of the face.
    public static func room(for text: String, size: Double, face: FontFace = .regular) -> Double {
        width(of: text, size: size, face: face) * face.safety
    }
}
