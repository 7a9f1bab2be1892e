/// A point in user units, from the top left corner.
public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A straight line.
public struct LineMark: Sendable, Hashable {
    public var x1, y1, x2, y2: Double
    public var style: MarkStyle
}

/// A polygon, or with `isClosed` false a polyline.
public struct PathMark: Sendable, Hashable {
    public var points: [Point]
    public var isClosed: Bool
    public var style: MarkStyle
}

/// An upright rectangle by its top left corner.
public struct RectMark: Sendable, Hashable {
    public var x, y, width, height: Double
    public var style: MarkStyle
}

/// A circle by its centre.
public struct CircleMark: Sendable, Hashable {
    public var x, y, radius: Double
    public var style: MarkStyle
}

/// Which point of a text is at its `x`. Texts always run as in a left-to-right context.
public enum TextAnchor: String, Sendable, Hashable {
    case start, middle, end
}

/// One line of text.
public struct TextMark: Sendable, Hashable {
    /// The anchored point on the baseline.
    public var x, y: Double
    public var anchor: TextAnchor
    /// The font size in user units.
    public var size: Double
    public var face: FontFace
    public var style: MarkStyle
    public var string: String
    /// The width kept free for it, the face's safety times what its metrics give.
    public var room: Double
    /// The text in full, when `string` is shortened.
    public var full: String?

    /// The size of most texts, in user units.
    public static let usualSize = 13.0

    /// The left edge of the room kept free.
    public var minX: Double {
        switch anchor {
        case .start: x
        case .middle: x - room / 2
        case .end: x - room
        }
    }

    public var maxX: Double { minX + room }
    public var minY: Double { y - size * TextMeasure.ascent }
    public var maxY: Double { y + size * TextMeasure.descent }
}
