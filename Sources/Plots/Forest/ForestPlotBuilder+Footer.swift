extension ForestPlotBuilder {
    /// The axis with its ticks, and what its sides favour.
    mutating func addAxis(_ axis: Axis) {
        var group = SceneGroup(.axis)
        group.line(axis.start - 8, y, axis.end + 8, y, .axis)
        addTicks(axis.ticks(null: data.nullValue, language.numbers), of: axis, to: &group)
        y += 21
        if let favours = data.favours, let null = data.nullValue {
            addFavours(favours, at: axis.position(null), in: &group)
        }
        groups.append(group)
    }

    private mutating func addFavours(_ favours: ForestPlotData.Favours, at x: Double, in group: inout SceneGroup) {
        let left = LabelText.clean(favours.left)
        let right = LabelText.clean(favours.right)
        let leftText = left.isEmpty ? "" : language.toLeft(left)
        let rightText = right.isEmpty ? "" : language.toRight(right)
        let type = Typography.tick
        let longest = 190.0
        let leftFit = type.fit(leftText, width: min(longest, x - 8 - margin), lineLimit: 2)
        let rightFit = type.fit(rightText, width: min(longest, width - margin - x - 8), lineLimit: 2)
        let isBroken =
            leftFit.isShortened || leftFit.breaksWord || rightFit.isShortened || rightFit.breaksWord
        y += 3
        if !isBroken {
            group.text(leftFit, full: left, x: x - 8, y: y + 12, anchor: .end, type, .favours)
            group.text(rightFit, full: right, x: x + 8, y: y + 12, anchor: .start, type, .favours)
            y += Double(max(leftFit.lines.count, rightFit.lines.count)) * type.leading
            return
        }
        // No room beside the null value: one below the other across the frame.
        for (text, full, anchor) in [(leftText, left, TextAnchor.start), (rightText, right, .end)] where !text.isEmpty {
            let fitted = type.fit(text, width: width - 2 * margin, lineLimit: 2)
            group.text(
                fitted, full: full, x: anchor == .start ? margin : width - margin, y: y + 12, anchor: anchor, type,
                .favours)
            y += Double(fitted.lines.count) * type.leading
        }
    }

    /// The line of no effect, and the dashed one above the overall diamond.
    func reference(_ axis: Axis, from top: Double, to bottom: Double) -> SceneGroup {
        var group = SceneGroup(.frame)
        if let null = data.nullValue {
            vertical(axis.position(null), from: top, to: bottom, .null, in: &group)
        }
        if let pooledPoint, pooledPoint.y - 8 > top {
            vertical(pooledPoint.x, from: top, to: pooledPoint.y - 8, .pooledLine, in: &group)
        }
        return group
    }
}
