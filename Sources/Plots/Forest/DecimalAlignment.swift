/// Texts one below the other with their decimal points aligned.
///
/// Positions follow the natural widths, so that the points meet in the fonts that are measured; the column's width has
/// the safety for wider ones. A text without a number is set against the column's edge.
struct DecimalAlignment {
    /// A text's natural width, and that of what stands before the decimal point of its first number.
    struct Measured {
        var natural = 0.0
        var prefix: Double?
        var room = 0.0
    }

    /// The widest natural part up to the point, and the widest natural rest.
    private var before = 0.0
    private var after = 0.0
    /// How much more than its natural width any text needs.
    private var excess = 0.0
    private var plain = 0.0

    /// The width that all texts need together.
    var width: Double { max(before + after + excess, plain) }

    mutating func add(_ text: String, _ type: Typography) -> Measured {
        guard !text.isEmpty else { return Measured() }
        let advances = AdvanceTable(type.face).advances(of: text)
        let unit = type.size / 1000
        let measured = Measured(
            natural: Double(advances.whole) * unit, prefix: advances.number.map { Double($0) * unit },
            room: Double(advances.whole) * unit * type.face.safety)
        excess = max(excess, measured.room - measured.natural)
        if let prefix = measured.prefix {
            before = max(before, prefix)
            after = max(after, measured.natural - prefix)
        } else {
            plain = max(plain, measured.room)
        }
        return measured
    }

    /// How far right of the column's left edge a text starts.
    func offset(of text: Measured) -> Double {
        text.prefix.map { before - $0 } ?? 0
    }

    /// How far left of the column's right edge a text ends.
    func inset(of text: Measured) -> Double {
        text.prefix.map { after - (text.natural - $0) } ?? 0
    }
}
