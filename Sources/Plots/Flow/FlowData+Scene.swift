import Text

extension FlowData: PlotData {
    /// Boxes from top to bottom with arrows between, the arms beside one another and those who left at the right; in the
    /// narrow variant one column, with the arms below one another and indented.
    ///
    /// - Throws: `PlotError.outOfRange` for a negative number or one above 10¹², `PlotError.arm` for a box of an arm that is
    ///   not there, a second one of the same arm at a level, a level of arms and the whole study at once, or patients who
    ///   left an arm after a level where it has no box.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        for level in levels { try check(level) }
        var builder = FlowBuilder(self, options, language)
        return builder.build()
    }

    private func check(_ level: Level) throws(PlotError) {
        var members: Set<Int?> = []
        for box in level.boxes {
            guard Self.isDrawable(box.number) else { throw .outOfRange(item: box.stage) }
            guard members.insert(box.arm).inserted,
                box.arm == nil ? level.boxes.count == 1 : arms.indices.contains(box.arm ?? -1)
            else { throw .arm(item: box.stage) }
        }
        for departure in level.departures {
            guard Self.isDrawable(departure.number ?? 0), departure.reasons.allSatisfy({ Self.isDrawable($0.number) })
            else {
                throw .outOfRange(item: departure.kind)
            }
            guard let arm = departure.arm else { continue }
            guard arms.indices.contains(arm), !level.isOfArms || members.contains(arm) else {
                throw .arm(item: departure.kind)
            }
        }
    }

    private static func isDrawable(_ number: Int) -> Bool { (0...1_000_000_000_000).contains(number) }
}
