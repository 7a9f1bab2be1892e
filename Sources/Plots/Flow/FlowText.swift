import Text

/// The words of a flow: its sentences and its table.
struct FlowText {
    let data: FlowData
    let language: Language
    let arms: [String]

    init(_ data: FlowData, _ language: Language) {
        self.data = data
        self.language = language
        arms = data.arms.map(LabelText.clean)
    }

    func arm(_ index: Int?) -> String { index.map { arms[$0] } ?? "" }

    /// 136, or 136 * where another number is printed too.
    func number(_ number: Int, isDisputed: Bool) -> String {
        let text = language.numbers.count(number)
        return isDisputed ? language.disputed(text) : text
    }

    func sentence(_ box: FlowData.Box) -> String {
        language.flowStep(
            arm: box.arm.map { arms[$0] }, box.number, LabelText.clean(box.stage), isDisputed: box.isDisputed)
    }

    func sentence(_ departure: FlowData.Departure) -> String {
        language.flowStep(
            arm: departure.arm.map { arms[$0] }, departure.number, LabelText.clean(departure.kind),
            isDisputed: departure.isDisputed)
    }

    func sentence(_ reason: FlowData.Reason, of departure: FlowData.Departure) -> String {
        language.flowReason(
            arm: departure.arm.map { arms[$0] }, reason.number, LabelText.clean(departure.kind),
            reason: LabelText.clean(reason.text), isDisputed: reason.isDisputed)
    }

    // MARK: Table

    /// One row for each number, in the order of the flow.
    var table: TableTwin {
        let hasDepartures = data.levels.contains { !$0.departures.isEmpty }
        var table = TableTwin()
        table.columns = [.init(header: language.stageHeader, isNumeric: false)]
        if !arms.isEmpty { table.columns.append(.init(header: language.armHeader, isNumeric: false)) }
        table.columns.append(.init(header: language.patientsHeader, isNumeric: true))
        if hasDepartures { table.columns.append(.init(header: language.reasonHeader, isNumeric: false)) }
        func add(_ stage: String, _ arm: Int?, _ number: String, _ reason: String, _ href: String?) {
            let stage = language.capitalised(LabelText.clean(stage))
            var cells = [stage.isEmpty ? language.inTheArm : stage]
            if !arms.isEmpty { cells.append(arm.map { arms[$0] } ?? language.allArms) }
            cells.append(number)
            if hasDepartures { cells.append(reason) }
            table.rows.append(.init(kind: .mark, href: href, cells: cells))
        }
        for level in data.levels {
            for box in level.boxes {
                add(box.stage, box.arm, self.number(box.number, isDisputed: box.isDisputed), "", box.href)
            }
            for departure in level.departures {
                if let number = departure.number {
                    add(
                        departure.kind, departure.arm, self.number(number, isDisputed: departure.isDisputed), "",
                        departure.href)
                }
                for reason in departure.reasons {
                    add(
                        departure.kind, departure.arm, self.number(reason.number, isDisputed: reason.isDisputed),
                        LabelText.clean(reason.text), reason.href)
                }
            }
        }
        return table
    }
}
