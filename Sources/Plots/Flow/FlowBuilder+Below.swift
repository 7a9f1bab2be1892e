/// Everything in one column, the arms indented, for phones and for many arms.
extension FlowBuilder {
    private static let step = 26.0
    private static let indent = 40.0
    /// How far right of a box's edge its way runs.
    private static let inset = 14.0

    mutating func addBelow() {
        let trunk = margin + Self.inset
        /// Where the way of the whole study goes on; nil above its first box.
        var open: Double?
        var index = 0
        while index < data.levels.count {
            let level = data.levels[index]
            guard level.isOfArms else {
                if let box = level.boxes.first { open = addWhole(box, from: open, trunk) }
                if let start = open { open = addDepartures(level.departures, from: start, trunk) }
                index += 1
                continue
            }
            let run = data.levels[index...].prefix(while: \.isOfArms)
            index = run.endIndex
            let levels = run.map(LevelOfArms.init)
            let goesOn = index < data.levels.count || run.contains { $0.departures.contains { $0.arm == nil } }
            for arm in data.arms.indices {
                guard let entry = addArm(arm, levels) else { continue }
                if let start = open {
                    way(trunk, start, trunk, entry)
                    arrowRight(y: entry, from: trunk, to: margin + Self.indent)
                } else if goesOn {
                    way(trunk, entry, margin + Self.indent, entry)
                }
                if open != nil || goesOn { open = entry }
            }
            let rest = run.flatMap { level in level.departures.filter { $0.arm == nil } }
            if let start = open, !rest.isEmpty { open = addDepartures(rest, from: start, trunk) }
        }
        y += 2
    }

    /// A level of arms by arm, so that many arms take no more than their number of steps.
    private struct LevelOfArms {
        var boxes: [Int: FlowData.Box] = [:]
        var departures: [Int: [FlowData.Departure]] = [:]

        init(_ level: FlowData.Level) {
            for box in level.boxes { if let arm = box.arm { boxes[arm] = box } }
            for departure in level.departures {
                if let arm = departure.arm { departures[arm, default: []].append(departure) }
            }
        }
    }

    private var room: Double { min(width - 2 * margin, 460) }

    private mutating func addWhole(_ box: FlowData.Box, from start: Double?, _ trunk: Double) -> Double {
        if let start {
            y += Self.step
            arrowDown(x: trunk, from: start, to: y)
        }
        let box = FlowBox(box, naming: "", width: room, isCentred: false, text)
        add(box, x: margin, y: y)
        y += box.height
        return y
    }

    /// - Returns: where the way goes on, which is at the last of those who left.
    private mutating func addDepartures(
        _ departures: [FlowData.Departure], naming: Bool = true, from start: Double, _ trunk: Double
    ) -> Double {
        let x = trunk + Self.indent - Self.inset
        var last = start
        for departure in departures {
            y += 10
            let name = naming ? text.arm(departure.arm) : ""
            let box = FlowBox(departure, naming: name, width: margin + room - x, text)
            add(box, x: x, y: y)
            let centre = y + box.height / 2
            way(trunk, last, trunk, centre)
            arrowRight(y: centre, from: trunk, to: x)
            last = centre
            y += box.height
        }
        return last
    }

    /// One arm through levels that follow one another.
    ///
    /// - Returns: the height at which the way into it enters; nil if it has no box.
    private mutating func addArm(_ arm: Int, _ levels: [LevelOfArms]) -> Double? {
        let x = margin + Self.indent
        let trunk = x + Self.inset
        var entry: Double?
        var open: Double?
        for level in levels {
            if let item = level.boxes[arm] {
                let box = FlowBox(item, naming: naming(arm), width: margin + room - x, isCentred: false, text)
                if let start = open {
                    y += Self.step
                    arrowDown(x: trunk, from: start, to: y)
                } else {
                    y += y > options.margin ? 14 : 0
                    entry = y + box.height / 2
                }
                add(box, x: x, y: y)
                y += box.height
                open = y
            }
            if let start = open, let departures = level.departures[arm] {
                open = addDepartures(departures, naming: false, from: start, trunk)
            }
        }
        return entry
    }
}
