/// The marks of one row of a dumbbell plot.
struct DumbbellMarks {
    private enum Part {
        case experimental, control, single
    }

    let axis: Axis
    /// Where what is not reached stands.
    let lane: Double
    let row: DumbbellPlotData.Row

    private static let radius = 5.0

    func draw(at y: Double, in group: inout SceneGroup) {
        if let single = row.single { return draw(single, .single, y, in: &group) }
        if case .stated(let a, _) = row.experimental, case .stated(let b, _) = row.control, a != b {
            let style: MarkStyle = row.isIndirect ? .spanIndirect : .span
            group.line(axis.position(min(a, b)), y, axis.position(max(a, b)), y, style)
        }
        // Two arms at the same place would hide one another.
        let areBothOpen = row.experimental?.isOpen == true && row.control?.isOpen == true
        let isSame = row.experimental != nil && row.experimental == row.control
        let shift = areBothOpen || isSame ? Self.radius + 0.5 : 0
        if let control = row.control { draw(control, .control, y + shift, in: &group) }
        if let experimental = row.experimental { draw(experimental, .experimental, y - shift, in: &group) }
    }

    private func draw(_ value: DumbbellPlotData.Value, _ part: Part, _ y: Double, in group: inout SceneGroup) {
        switch value {
        case .stated(let number, _):
            drawDot(part, axis.position(number), y, in: &group)
        case .notReached(let bound, _):
            if let bound {
                let from = axis.position(bound)
                group.line(from, y, lane - Self.radius - 1, y, line(part))
                group.line(from, y - 3.5, from, y + 3.5, limit(part))
            }
            drawDot(part, lane, y, in: &group)
        }
    }

    private func drawDot(_ part: Part, _ x: Double, _ y: Double, in group: inout SceneGroup) {
        switch part {
        case .experimental where row.isIndirect:
            group.circle(x, y, radius: 4.5, .experimentalIndirect)
            group.circle(x, y, radius: 2, .dotIndirect)
        case .experimental:
            group.circle(x, y, radius: Self.radius, .experimental)
        case .control:
            group.circle(x, y, radius: 4.5, row.isIndirect ? .controlIndirect : .control)
        case .single:
            group.rect(x - 4.5, y - 4.5, 9, 9, row.isIndirect ? .squareHollow : .square)
        }
    }

    private func line(_ part: Part) -> MarkStyle {
        row.isIndirect ? .spanOpenIndirect : part == .experimental ? .spanOpen : .spanOpenControl
    }

    private func limit(_ part: Part) -> MarkStyle {
        row.isIndirect ? .boundOpenIndirect : part == .experimental ? .boundOpen : .boundOpenControl
    }
}
