/// A point in user units, from the top left corner.
package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A straight line.
package struct LineMark: Sendable, Hashable {
    package var x1, y1, x2, y2: Double
    package var style: MarkStyle
}

/// A polygon, or with `isClosed` false a polyline.
package struct PathMark: Sendable, Hashable {
    package var points: [Point]
    package var isClosed: Bool
    package var style: MarkStyle
}

/// An upright rectangle by its top left corner.
package struct RectMark: Sendable, Hashable {
    package var x, y, width, height: Double
    package var style: MarkStyle
}

/// A circle by its centre.
package struct CircleMark: Sendable, Hashable {
    package var x, y, radius: Double
    package var style: MarkStyle
}

/// Which point of a text is at its `x`. Texts always run as in a left-to-right context.
package enum TextAnchor: String, Sendable, Hashable {
    case start, middle, end
}

/// One line of text.
package struct TextMark: Sendable, Hashable {
    /// The anchored point on the baseline.
    package var x, y: Double
    package var anchor: TextAnchor
    /// The font size in user units.
    package var size: Double
    package var face: FontFace
    package var style: MarkStyle
    package var string: String
    /// The width kept free for it, the face's safety times what its metrics give.
    package var room: Double
    /// The text in full, when `string` is shortened.
    package var full: String?

    /// The size of most texts, in user units.
    package static let usualSize = 13.0

    /// The left edge of the room kept free.
    package var minX: Double {
        switch anchor {
        case .start: x
        case .middle: x - room / 2
        case .end: x - room
        }
    }

    package var maxX: Double { minX + room }
    package var minY: Double { y - size * TextMeasure.ascent }
    package var maxY: Double { y + size * TextMeasure.descent }
}
