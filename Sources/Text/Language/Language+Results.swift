/// What a study's page says of its results.
extension Language {
    package var pValueName: String { say("p-value") }

    // MARK: Qualifiers

    package func subgroup(_ population: String) -> String { say("subgroup: \(population)") }

    /// at 24 months
    package func atTime(_ time: String) -> String { say("at \(time)") }

    /// multivariable analysis
    package func analysis(_ kind: String) -> String { say("\(kind) analysis") }

    /// median follow-up 25 months; with its range: median follow-up 25 months (3 to 40)
    package func medianFollowUp(_ time: String, range: IntervalText?) -> String {
        say("median follow-up \(remark(time, range.map(interval)))")
    }

    /// A median for each arm: median follow-up 25 months (SABR), 24 months (control)
    package func medianFollowUp(_ arms: [(time: String, arm: String)]) -> String {
        say("median follow-up \(series(arms.map { remark($0.time, $0.arm) }))")
    }

    /// follow-up 3 to 40 months
    package func followUp(_ range: IntervalText, _ unit: String) -> String {
        say("follow-up \(measured(interval(range), unit))")
    }

    package var followUpInPart: String { say("follow-up stated in part") }

    // MARK: Effects

    /// Hazard ratio, SABR vs control
    package func comparison(_ measure: String, of sides: [String], isInteraction: Bool) -> String {
        let name = isInteraction ? say("interaction, \(measure)") : measure
        return series([capitalised(name), versus(sides)])
    }

    /// What is printed of an effect that is shown the other way round.
    ///
    /// - Parameters:
    ///   - printed: The effect as it is printed.
    ///   - reason: What shows that it is upside down.
    package func inverted(_ printed: String, reason: String?, isRatio: Bool) -> String {
        let because = reason.map { say(": \($0)") } ?? ""
        return isRatio
            ? say(
                "Printed as \(printed), control over experimental\(because). The atlas shows the inverse, experimental over control."
            )
            : say(
                "Printed as \(printed), control minus experimental\(because). The atlas shows the opposite, experimental minus control."
            )
    }

    package func derivedFromPValue(_ interval: IntervalText) -> String {
        say(
            "No interval is printed. A \(numbers.level(0.95)) interval derived from the p-value is \(self.interval(interval))."
        )
    }

    /// - Parameter level: That of the printed interval, a proportion.
    package func derived(_ interval: IntervalText, fromLevel level: Double) -> String {
        say(
            "The \(numbers.level(0.95)) interval derived from the printed \(numbers.level(level)) interval is \(self.interval(interval))."
        )
    }

    // MARK: Risk of bias

    package func riskOfBias(_ tool: String) -> String { say("Risk of bias: \(tool)") }
    package func riskOfBiasDescription(_ tool: String) -> String {
        say("What documents judged with \(tool), domain by domain.")
    }
    package func notJudged(_ studies: [String]) -> String {
        say("No judgement with this tool is recorded for \(series(studies)).")
    }
}
