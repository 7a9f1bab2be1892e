extension PathMark {
    /// The path in SVG's notation.
    public var commands: String {
        var text = ""
        for (index, point) in points.enumerated() {
            text += index == 0 ? "M" : "L"
            text += NumberText.coordinate(point.x)
            text += " "
            text += NumberText.coordinate(point.y)
        }
        return isClosed ? text + "Z" : text
    }
}
