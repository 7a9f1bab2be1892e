/// A row with everything that is said of it, before it has a place.
struct ForestPlotRow {
    /// What is drawn in the plotting area.
    enum Mark {
        case none
        case estimate(square: MarkStyle, interval: MarkStyle, arrow: MarkStyle, isRound: Bool)
        case step
        case diamond(MarkStyle)
        case prediction
    }

    var kind: SceneGroup.Kind
    var mark: Mark = .none
    var href: String?
    var label: String
    var sublabel = ""
    var isIndented = false
    var cells: [String] = []
    var effect: ForestPlotData.Effect?
    /// The estimate and its interval as written in the column: "0.92", "(0.80 to 1.06)".
    var estimate = ""
    var limits = ""
    var weight: Double?
    var weightText = ""
    var remarks: [ForestPlotData.Remark] = []
    var sentence = ""

    /// The estimate and interval in one text.
    var effectText: String {
        limits.isEmpty ? estimate : estimate.isEmpty ? limits : String(joining: [estimate, " ", limits])
    }

    var isStrong: Bool { kind == .pooled || kind == .heading }

    var labelType: Typography {
        switch kind {
        case .pooled, .heading: .strong
        case .alternative, .note: .small
        default: .body
        }
    }

    var labelStyle: MarkStyle {
        switch kind {
        case .pooled: .pooled
        case .heading: .group
        case .alternative: .alternative
        case .note: .note
        default: .label
        }
    }

    var cellType: Typography { kind == .pooled ? .strong : kind == .alternative ? .small : .body }
}
