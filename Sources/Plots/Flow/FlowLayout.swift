/// A flow of patients laid out: boxes from top to bottom with arrows between, the arms beside one another and those who
/// left at the right; in the narrow variant one column, with the arms below one another and indented.
public struct FlowLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError.outOfRange` for a negative number or one above 10¹², `PlotError.arm` for a box of an arm that is
    ///   not there, a second one of the same arm at a level, a level of arms and the whole study at once, or patients who
    ///   left an arm after a level where it has no box.
    public init(_ data: FlowData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        for level in data.levels { try Self.check(level, arms: data.arms.count) }
        var builder = FlowBuilder(data, options)
        scene = builder.build()
    }

    private static func check(_ level: FlowData.Level, arms: Int) throws(PlotError) {
        var members: Set<Int?> = []
        for box in level.boxes {
            guard isDrawable(box.number) else { throw .outOfRange(item: box.stage) }
            guard members.insert(box.arm).inserted, box.arm == nil ? level.boxes.count == 1 : (0..<arms).contains(box.arm ?? -1)
            else { throw .arm(item: box.stage) }
        }
        for departure in level.departures {
            guard isDrawable(departure.number ?? 0), departure.reasons.allSatisfy({ isDrawable($0.number) }) else {
                throw .outOfRange(item: departure.kind)
            }
            guard let arm = departure.arm else { continue }
            guard (0..<arms).contains(arm), !level.isOfArms || members.contains(arm) else { throw .arm(item: departure.kind) }
        }
    }

    private static func isDrawable(_ number: Int) -> Bool { (0...1_000_000_000_000).contains(number) }
}
