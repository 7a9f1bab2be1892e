/// A judgement as a mark: a disc whose colour and sign both say it.
///
/// Within a group circles are drawn last, so that discs have a group of their own below that of their signs.
enum JudgementSign {
    static let radius = 9.0

    /// Draws a judgement, or an empty ring for none.
    static func draw(
        _ judgement: RiskOfBiasData.Judgement?, x: Double, y: Double, radius: Double = radius,
        discs: inout SceneGroup, signs group: inout SceneGroup
    ) {
        guard let judgement else { return discs.circle(x, y, radius: radius - 1, .notJudged) }
        discs.circle(x, y, radius: radius, style(judgement))
        let half = radius * 0.5
        switch judgement {
        case .low:
            group.polyline([(x - half, y), (x + half, y)], .sign)
            group.polyline([(x, y - half), (x, y + half)], .sign)
        case .someConcerns:
            group.polyline([(x, y - half * 1.15), (x, y + half * 0.15)], .sign)
            group.circle(x, y + half, radius: radius * 0.14, .signDot)
        case .moderate:
            group.polyline(
                [
                    (x - half, y + half * 0.35), (x - half * 0.4, y - half * 0.35), (x + half * 0.4, y + half * 0.35),
                    (x + half, y - half * 0.35),
                ],
                .sign)
        case .high:
            group.polyline([(x - half, y), (x + half, y)], .signLight)
        case .serious:
            for shift in [-half * 0.45, half * 0.45] {
                group.polyline([(x - half, y + shift), (x + half, y + shift)], .signLight)
            }
        case .critical:
            group.polyline([(x - half * 0.8, y - half * 0.8), (x + half * 0.8, y + half * 0.8)], .signLight)
            group.polyline([(x - half * 0.8, y + half * 0.8), (x + half * 0.8, y - half * 0.8)], .signLight)
        case .unclear:
            group.polyline(
                [
                    (x - half * 0.65, y - half * 0.65), (x - half * 0.3, y - half * 1.1),
                    (x + half * 0.3, y - half * 1.1),
                    (x + half * 0.65, y - half * 0.65), (x + half * 0.5, y - half * 0.2), (x, y + half * 0.1),
                    (x, y + half * 0.35),
                ], .sign)
            group.circle(x, y + half * 1.05, radius: radius * 0.14, .signDot)
        case .noInformation:
            for shift in [-half, 0, half] { group.circle(x + shift, y, radius: radius * 0.14, .signDot) }
        }
    }

    private static func style(_ judgement: RiskOfBiasData.Judgement) -> MarkStyle {
        switch judgement {
        case .low: .judgedLow
        case .someConcerns: .judgedSomeConcerns
        case .moderate: .judgedModerate
        case .high: .judgedHigh
        case .serious: .judgedSerious
        case .critical: .judgedCritical
        case .unclear: .judgedUnclear
        case .noInformation: .judgedNoInformation
        }
    }
}
