extension ForestPlotBuilder {
    /// Draws a row's estimate with its centre at a height.
    mutating func draw(_ row: ForestPlotRow, on axis: Axis, centre: Double, in group: inout SceneGroup) {
        guard let effect = row.effect else { return }
        switch row.mark {
        case .none:
            break
        case .estimate(let square, let interval, let arrow, let isRound):
            drawInterval(effect, axis, centre, interval, arrow: arrow, in: &group)
            let place = axis.position(effect.estimate)
            guard place >= axis.start - 0.01, place <= axis.end + 0.01 else { return }
            let side = side(of: row)
            if isRound {
                group.circle(place, centre, radius: side / 2, square)
            } else {
                group.rect(place - side / 2, centre - side / 2, side, side, square)
            }
        case .step:
            drawInterval(effect, axis, centre, .interval, arrow: .arrow, in: &group)
            group.circle(axis.clamped(effect.estimate), centre, radius: 3.5, .step)
        case .diamond(let style):
            drawDiamond(effect, axis, centre, style, in: &group)
            if style == .diamond, pooledPoint == nil { pooledPoint = (axis.clamped(effect.estimate), centre) }
        case .prediction:
            drawInterval(effect, axis, centre, .prediction, arrow: .arrowPooled, in: &group)
        }
    }

    /// The side of a study's square: its area is proportional to the weight, down to what can still be seen.
    private func side(of row: ForestPlotRow) -> Double {
        if row.kind == .alternative { return 5 }
        guard let weight = row.weight, largestWeight > 0 else { return 8 }
        return max(4, 13 * (weight / largestWeight).squareRoot())
    }

    private func drawInterval(
        _ effect: ForestPlotData.Effect, _ axis: Axis, _ y: Double, _ style: MarkStyle, arrow: MarkStyle,
        in group: inout SceneGroup
    ) {
        let low = axis.position(effect.low ?? effect.estimate)
        let high = axis.position(effect.high ?? effect.estimate)
        let from = min(max(low, axis.start), axis.end)
        let to = min(max(high, axis.start), axis.end)
        if to > from { group.line(from, y, to, y, style) }
        if low < axis.start - 0.01 { drawArrow(at: axis.start, -1, y, arrow, in: &group) }
        if high > axis.end + 0.01 { drawArrow(at: axis.end, 1, y, arrow, in: &group) }
        guard style == .prediction else { return }
        if low >= axis.start { group.line(from, y - 4, from, y + 4, style) }
        if high <= axis.end { group.line(to, y - 4, to, y + 4, style) }
    }

    /// The head of an arrow that leaves the axis to the left (-1) or right (1).
    private func drawArrow(
        at x: Double, _ direction: Double, _ y: Double, _ style: MarkStyle, in group: inout SceneGroup
    ) {
        group.polygon([(x + 7 * direction, y), (x - direction, y - 4), (x - direction, y + 4)], style)
    }

    private func drawDiamond(
        _ effect: ForestPlotData.Effect, _ axis: Axis, _ y: Double, _ style: MarkStyle, in group: inout SceneGroup
    ) {
        let middle = axis.clamped(effect.estimate)
        let left = min(axis.clamped(effect.low ?? effect.estimate), middle - 2.5)
        let right = max(axis.clamped(effect.high ?? effect.estimate), middle + 2.5)
        let half = style == .diamond ? 6.5 : 5.5
        group.polygon([(left, y), (middle, y - half), (right, y), (middle, y + half)], style)
        if let low = effect.low, axis.position(low) < axis.start - 0.01 {
            drawArrow(at: axis.start, -1, y, .arrowPooled, in: &group)
        }
        if let high = effect.high, axis.position(high) > axis.end + 0.01 {
            drawArrow(at: axis.end, 1, y, .arrowPooled, in: &group)
        }
    }
}
