import Text

extension PathMark {
    /// The path in SVG's notation.
    package var commands: String {
        var parts: [String] = []
        parts.reserveCapacity(4 * points.count + 1)
        for (index, point) in points.enumerated() {
            parts += [index == 0 ? "M" : "L", Self.coordinate(point.x), " ", Self.coordinate(point.y)]
        }
        if isClosed { parts.append("Z") }
        return String(joining: parts)
    }

    /// A coordinate: at most two decimals, ASCII.
    private static func coordinate(_ value: Double) -> String {
        NumberStyle.program.trimmed(value, decimals: 2)
    }
}
