import Plots

extension Scene {
    /// The places where text leaves the frame or touches other text, in words; empty in a sound layout.
    var textFaults: [String] {
        var faults: [String] = []
        let texts = self.texts.sorted { $0.minY < $1.minY }
        for (index, text) in texts.enumerated() {
            let numbers = [text.x, text.y, text.room, text.size]
            if numbers.contains(where: { !$0.isFinite }) { faults.append("not finite: \(text.string.prefix(40))") }
            if text.minX < -0.01 || text.maxX > width + 0.01 || text.minY < -0.01 || text.maxY > height + 0.01 {
                faults.append("outside: \(text.string.prefix(40)) \(text.minX)…\(text.maxX) of \(width)")
            }
            let needed = TextMeasure.room(for: text.string, size: text.size, face: text.face)
            if text.room < needed - 0.01 { faults.append("too little room: \(text.string.prefix(40))") }
            for other in texts[(index + 1)...] {
                if other.minY >= text.maxY - 0.01 { break }
                if other.minX < text.maxX - 0.01, text.minX < other.maxX - 0.01 {
                    faults.append("overlap: \(text.string.prefix(40)) | \(other.string.prefix(40))")
                }
            }
        }
        return faults
    }

    /// Marks with a place that is not a number or far outside the frame.
    var markFaults: [String] {
        var faults: [String] = []
        func check(_ x: Double, _ y: Double, _ what: String) {
            if !x.isFinite || !y.isFinite || x < -0.01 || x > width + 0.01 || y < -0.01 || y > height + 0.01 {
                faults.append("\(what) at \(x) \(y) in \(width) \(height)")
            }
        }
        for group in groups {
            for rect in group.rects {
                check(rect.x, rect.y, "rect")
                check(rect.x + rect.width, rect.y + rect.height, "rect")
                if rect.width < 0 || rect.height < 0 { faults.append("negative rect") }
            }
            for line in group.lines {
                check(line.x1, line.y1, "line")
                check(line.x2, line.y2, "line")
            }
            for point in group.paths.flatMap(\.points) { check(point.x, point.y, "path") }
            for circle in group.circles {
                check(circle.x - circle.radius, circle.y - circle.radius, "circle")
                check(circle.x + circle.radius, circle.y + circle.radius, "circle")
            }
        }
        return faults
    }
}
