extension SceneGroup {
    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: MarkStyle) {
        lines.append(LineMark(x1: x1, y1: y1, x2: x2, y2: y2, style: style))
    }

    mutating func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: MarkStyle) {
        rects.append(RectMark(x: x, y: y, width: width, height: height, style: style))
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, _ style: MarkStyle) {
        circles.append(CircleMark(x: x, y: y, radius: radius, style: style))
    }

    mutating func polygon(_ points: [(Double, Double)], _ style: MarkStyle) {
        paths.append(PathMark(points: points.map { Point(x: $0.0, y: $0.1) }, isClosed: true, style: style))
    }

    mutating func polyline(_ points: [(Double, Double)], _ style: MarkStyle) {
        paths.append(PathMark(points: points.map { Point(x: $0.0, y: $0.1) }, isClosed: false, style: style))
    }

    /// A text that is known to fit.
    mutating func text(
        _ string: String, x: Double, y: Double, anchor: TextAnchor = .start, _ type: Typography, _ style: MarkStyle,
        room: Double? = nil, full: String? = nil
    ) {
        guard !string.isEmpty else { return }
        texts.append(
            TextMark(
                x: x, y: y, anchor: anchor, size: type.size, face: type.face, style: style, string: string,
                room: room ?? type.room(string), full: full))
    }

    /// Lines below one another, the first with its baseline at `y`.
    mutating func text(
        _ fitted: TextFitter.Fitted, full: String, x: Double, y: Double, anchor: TextAnchor = .start,
        _ type: Typography, _ style: MarkStyle
    ) {
        for (index, line) in fitted.lines.enumerated() {
            text(
                line, x: x, y: y + Double(index) * type.leading, anchor: anchor, type, style, room: fitted.room,
                full: fitted.isShortened ? full : nil)
        }
    }
}
