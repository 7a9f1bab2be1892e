/// Widths of text before a browser has drawn it.
public enum TextMeasure {
    /// How much wider than measured a text may be drawn without touching its neighbour: another font than the three
    /// of the family may be used (DejaVu Sans is the widest usual one), and viewers round advances.
    public static let safety = 1.12

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

    /// The width to keep free for a text: `width(of:size:face:)` times `safety`.
    public static func room(for text: String, size: Double, face: FontFace = .regular) -> Double {
        width(of: text, size: size, face: face) * safety
    }
}
