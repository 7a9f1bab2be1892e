/// The arms beside one another, for wide screens and paper.
extension FlowBuilder {
    /// The columns of the arms.
    struct Columns {
        /// The arms that have boxes, in their order.
        var arms: [Int]
        var pitch: Double
        var box: Double
        /// Whether patients leave an arm, whose way then runs at the left of its column.
        var hasDepartures: Bool
    }

    private static let stageWidth = 280.0
    private static let step = 30.0
    private static let gap = 20.0
    private static let indent = 26.0

    /// The columns, if the plot is a wide one and they fit.
    func columns() -> Columns? {
        guard options.variant == .wide else { return nil }
        let arms = Set(data.levels.flatMap { $0.boxes.compactMap(\.arm) }).sorted()
        let hasDepartures = data.levels.contains { level in
            level.isOfArms && level.departures.contains { $0.arm != nil }
        }
        let pitch = (width - 2 * margin + Self.gap) / Double(max(arms.count, 1))
        guard pitch - Self.gap >= (hasDepartures ? 190 : 150), width >= 560 else { return nil }
        return Columns(arms: arms, pitch: pitch, box: min(pitch - Self.gap, 300), hasDepartures: hasDepartures)
    }

    /// Where ways end that go on: in the middle, or in the columns of arms.
    private enum Open {
        case nothing
        case middle(Double)
        case arms([Int: Double])
    }

    private var middle: Double { width / 2 }

    private func left(_ arm: Int, _ columns: Columns) -> Double {
        let index = columns.arms.firstIndex(of: arm) ?? 0
        return margin + Double(index) * columns.pitch + (columns.pitch - Self.gap - columns.box) / 2
    }

    private func way(of arm: Int, _ columns: Columns) -> Double {
        left(arm, columns) + (columns.hasDepartures ? 14 : columns.box / 2)
    }

    mutating func addBeside(_ columns: Columns) {
        var open = Open.nothing
        for level in data.levels {
            if level.isOfArms {
                open = .arms(addArms(level, columns, after: open))
            } else if let box = level.boxes.first {
                open = .middle(addWhole(box, columns, after: open))
            }
            let departures = level.departures.filter { !level.isOfArms || $0.arm == nil }
            guard !departures.isEmpty else { continue }
            open = .middle(addDepartures(departures, from: merged(open, columns)))
        }
        if case .middle(let end) = open { y = max(y, end) }
        y += 2
    }

    /// Brings the ways of the arms together in the middle.
    ///
    /// - Returns: where the way in the middle goes on.
    private mutating func merged(_ open: Open, _ columns: Columns) -> Double {
        switch open {
        case .nothing: return y
        case .middle(let end): return end
        case .arms(let ends):
            let bar = y + 12
            var places = [middle]
            for (arm, end) in ends.sorted(by: { $0.key < $1.key }) {
                let x = way(of: arm, columns)
                way(x, end, x, bar)
                places.append(x)
            }
            way(places.min() ?? middle, bar, places.max() ?? middle, bar)
            y = bar
            return bar
        }
    }

    private mutating func addWhole(_ box: FlowData.Box, _ columns: Columns, after open: Open) -> Double {
        let start = merged(open, columns)
        if case .nothing = open {
        } else {
            y = max(y, start) + Self.step
            arrowDown(x: middle, from: start, to: y)
        }
        let box = FlowBox(box, naming: "", width: Self.stageWidth, isCentred: true, text)
        add(box, x: middle - Self.stageWidth / 2, y: y)
        y += box.height
        return y
    }

    /// - Returns: where the way in the middle goes on, below those who left.
    private mutating func addDepartures(_ departures: [FlowData.Departure], from start: Double) -> Double {
        y = max(y, start) + 14
        let x = middle + 30
        var last = start
        for departure in departures {
            let box = FlowBox(departure, naming: text.arm(departure.arm), width: min(300, width - margin - x), text)
            add(box, x: x, y: y)
            last = y + box.height / 2
            arrowRight(y: last, from: middle, to: x)
            y += box.height + 8
        }
        way(middle, start, middle, last)
        y -= 8
        return last
    }

    /// - Returns: where the way of each arm goes on.
    private mutating func addArms(_ level: FlowData.Level, _ columns: Columns, after open: Open) -> [Int: Double] {
        var starts: [Int: Double] = [:]
        var ends: [Int: Double] = [:]
        switch open {
        case .nothing: break
        case .middle(let end):
            let bar = max(y, end) + 14
            way(middle, end, middle, bar)
            let places = level.boxes.compactMap(\.arm).map { way(of: $0, columns) } + [middle]
            way(places.min() ?? middle, bar, places.max() ?? middle, bar)
            for arm in level.boxes.compactMap(\.arm) { starts[arm] = bar }
            y = bar - 8
        case .arms(let earlier):
            starts = earlier
            ends = earlier
        }
        if case .nothing = open {} else { y += Self.step }
        let boxes = level.boxes.compactMap { box in
            box.arm.map { ($0, FlowBox(box, naming: naming($0), width: columns.box, isCentred: true, text)) }
        }
        let height = boxes.map(\.1.height).max() ?? 0
        for (arm, box) in boxes {
            let x = way(of: arm, columns)
            if let start = starts[arm] { arrowDown(x: x, from: start, to: y) }
            add(box, x: left(arm, columns), y: y, height: height)
            ends[arm] = y + height
        }
        y += height
        addDepartures(level.departures.filter { $0.arm != nil }, columns, &ends)
        return ends
    }

    /// Those who left their arms, in its column, right of its way.
    private mutating func addDepartures(
        _ departures: [FlowData.Departure], _ columns: Columns, _ ends: inout [Int: Double]
    ) {
        let top = y
        for arm in columns.arms {
            var below = top + 14
            for departure in departures where departure.arm == arm {
                let x = left(arm, columns) + Self.indent + 14
                let box = FlowBox(departure, naming: "", width: left(arm, columns) + columns.box - x, text)
                add(box, x: x, y: below)
                let start = ends[arm] ?? top
                let centre = below + box.height / 2
                way(way(of: arm, columns), start, way(of: arm, columns), centre)
                arrowRight(y: centre, from: way(of: arm, columns), to: x)
                ends[arm] = centre
                below += box.height + 8
                y = max(y, below - 8)
            }
        }
    }
}
