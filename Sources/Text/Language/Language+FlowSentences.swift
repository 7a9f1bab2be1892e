/// What is said of the flow of patients through a study, and of where its numbers do not add up.
extension Language {
    /// A number of patients with what was done with them, as a sentence speaks of it.
    package struct FlowNumber: Sendable {
        package var number: Int
        /// What was done: "screened"; nil for the size of an arm.
        package var done: String?
        /// The arm; nil for the whole study.
        package var arm: String?

        package init(_ number: Int, done: String?, arm: String?) {
            self.number = number
            self.done = done
            self.arm = arm
        }
    }

    package var flowTitle: String { say("Flow of \(words.patient.many)") }
    package var flowDescription: String { say("The recorded numbers of \(words.patient.many) from stage to stage.") }
    package var flowNote: String { say("Drawn from the recorded numbers, as printed; what has no number has no box.") }
    package var flowIsDisputed: String { say("* Documents print other numbers as well: see the discrepancies.") }

    /// Of those above so many left and so many go on, and nothing is recorded of the rest.
    package func flowRest(_ above: FlowNumber, left: Int, below: FlowNumber, missing: Int) -> String {
        say(
            "\(arm(of: below))\(words(above))\(leaving(left)), \(words(below)): no number is recorded for the other \(numbers.count(missing))."
        )
    }

    /// More patients than in the stage before.
    package func flowGrowth(_ above: FlowNumber, below: FlowNumber) -> String {
        say("\(arm(of: below))\(words(below)) are more than \(words(above)).")
    }

    /// Those who left and those who went on are more than there were.
    package func flowExcess(_ above: FlowNumber, left: Int, below: FlowNumber) -> String {
        say(
            "\(arm(of: below))\(words(above)), but \(numbers.count(left)) who left and \(words(below)) make \(numbers.count(left + below.number))."
        )
    }

    /// The arms together have fewer or more patients than the stage before.
    package func flowArms(_ above: FlowNumber, sum: Int, left: Int) -> String {
        let (whole, sumText) = (words(above), numbers.count(sum))
        if above.number - left > sum {
            let rest = numbers.count(above.number - left - sum)
            return say("\(whole)\(leaving(left)), \(sumText) in the arms: no number is recorded for the other \(rest).")
        }
        if left == 0 { return say("\(whole), but \(sumText) in the arms.") }
        return say(
            "\(whole), but \(numbers.count(left)) who left and \(sumText) in the arms make \(numbers.count(left + sum))."
        )
    }

    package func flowUnknownArm(_ arm: String) -> String {
        say("No number is recorded for the arm \u{201C}\(arm)\u{201D}.")
    }

    /// The reasons do not add up to all who left.
    package func flowReasons(_ all: FlowNumber, sum: Int) -> String {
        say("\(words(all)), but the recorded reasons make \(numbers.count(sum)).")
    }

    private func words(_ count: FlowNumber) -> String {
        "\(numbers.count(count.number)) \(count.done ?? say("in the arm"))"
    }

    private func arm(of count: FlowNumber) -> String { count.arm.map { say("\($0): ") } ?? "" }

    private func leaving(_ left: Int) -> String { left > 0 ? say(", \(numbers.count(left)) of whom left") : "" }
}
