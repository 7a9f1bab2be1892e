/// The words of a flow: its sentences and its table.
struct FlowText {
    static let empty = "No number of patients is recorded"

    let data: FlowData
    let arms: [String]

    init(_ data: FlowData) {
        self.data = data
        arms = data.arms.map(LabelText.clean)
    }

    func arm(_ index: Int?) -> String { index.map { arms[$0] } ?? "" }

    /// "136", or "136 *" where another number is printed too.
    static func number(_ number: Int, isDisputed: Bool) -> String {
        NumberText.integer(number) + (isDisputed ? "\u{00A0}*" : "")
    }

    private static let disputed = ", other numbers are printed too"

    /// "Radiotherapy: 37 patients analysed".
    func sentence(_ box: FlowData.Box) -> String {
        of(box.arm) + [Self.patients(box.number), LabelText.clean(box.stage)].filter { !$0.isEmpty }.joined(separator: " ")
            + (box.isDisputed ? Self.disputed : "")
    }

    func sentence(_ departure: FlowData.Departure) -> String {
        of(departure.arm) + (departure.number.map(Self.patients) ?? "patients") + " " + LabelText.clean(departure.kind)
            + (departure.number == nil ? ", by reason" : "") + (departure.isDisputed ? Self.disputed : "")
    }

    func sentence(_ reason: FlowData.Reason, of departure: FlowData.Departure) -> String {
        of(departure.arm) + Self.patients(reason.number) + " " + LabelText.clean(departure.kind) + ": " + LabelText.clean(reason.text)
            + (reason.isDisputed ? Self.disputed : "")
    }

    private func of(_ arm: Int?) -> String { arm.map { arms[$0] + ": " } ?? "" }

    private static func patients(_ number: Int) -> String {
        number == 1 ? "1 patient" : NumberText.integer(number) + " patients"
    }

    // MARK: Table

    /// One row for each number, in the order of the flow.
    var table: TableTwin {
        let hasDepartures = data.levels.contains { !$0.departures.isEmpty }
        var table = TableTwin()
        table.columns = [.init(header: "Stage", isNumeric: false)]
        if !arms.isEmpty { table.columns.append(.init(header: "Arm", isNumeric: false)) }
        table.columns.append(.init(header: "Patients", isNumeric: true))
        if hasDepartures { table.columns.append(.init(header: "Reason", isNumeric: false)) }
        func add(_ stage: String, _ arm: Int?, _ number: String, _ reason: String, _ href: String?) {
            let stage = LabelText.capitalised(LabelText.clean(stage))
            var cells = [stage.isEmpty ? "In the arm" : stage]
            if !arms.isEmpty { cells.append(arm.map { arms[$0] } ?? "All") }
            cells.append(number)
            if hasDepartures { cells.append(reason) }
            table.rows.append(.init(kind: .mark, href: href, cells: cells))
        }
        for level in data.levels {
            for box in level.boxes { add(box.stage, box.arm, Self.number(box.number, isDisputed: box.isDisputed), "", box.href) }
            for departure in level.departures {
                if let number = departure.number {
                    add(departure.kind, departure.arm, Self.number(number, isDisputed: departure.isDisputed), "", departure.href)
                }
                for reason in departure.reasons {
                    add(departure.kind, departure.arm, Self.number(reason.number, isDisputed: reason.isDisputed), LabelText.clean(reason.text), reason.href)
                }
            }
        }
        return table
    }
}
