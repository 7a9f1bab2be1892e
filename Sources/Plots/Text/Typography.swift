/// A size and weight of type with the distance between its lines, in user units.
struct Typography: Sendable {
    let size: Double
    let face: FontFace
    let leading: Double

    static let body = Typography(size: 13, face: .regular, leading: 16)
    static let strong = Typography(size: 13, face: .bold, leading: 16)
    static let small = Typography(size: 11, face: .regular, leading: 14)
    /// For headers of many narrow columns.
    static let compact = Typography(size: 10, face: .regular, leading: 13)
    static let title = Typography(size: 16, face: .bold, leading: 20)
    static let tick = Typography(size: 11.5, face: .regular, leading: 14)
    static let header = Typography(size: 12, face: .bold, leading: 15)

    var fitter: TextFitter { TextFitter(size: size, face: face) }

    func room(_ text: String) -> Double { TextMeasure.room(for: text, size: size, face: face) }

    func fit(_ text: String, width: Double, lineLimit: Int = 1) -> TextFitter.Fitted {
        fitter.fit(text, width: width, lineLimit: lineLimit)
    }
}
