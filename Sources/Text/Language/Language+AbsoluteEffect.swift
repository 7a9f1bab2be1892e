/// What an effect means for a hundred people.
extension Language {
    /// Of 100 people, 40 die within 3 years with standard of care and 33 with radiotherapy: 7 fewer (95 % CI 12 fewer to 1 more)
    package func ofAHundred(
        event: String, control: String, without: Int, experimental: String, with: Int, interval: String?
    ) -> String {
        let change = change(with: with, without: without)
        let sentence = "Of 100 people, \(without) \(event) with \(control) and \(with) with \(experimental): \(change)"
        return say(interval.map { "\(sentence) (\($0))" } ?? sentence)
    }

    private func change(with: Int, without: Int) -> String {
        with == without ? say("no difference") : with < without ? fewer(without - with) : more(with - without)
    }

    private func fewer(_ people: Int) -> String { say("\(people) fewer") }
    private func more(_ people: Int) -> String { say("\(people) more") }

    /// 95 % CI 12 fewer to less than 1 more
    ///
    /// - Parameter difference: Proportions, with the treatment minus without.
    package func changeInterval(_ difference: ClosedRange<Double>, level: Double) -> String {
        say("\(intervalName(level: level)) \(limits(of: difference))")
    }

    /// 95 % CI of the difference: 12 fewer to 1 more per 100
    package func explainsChange(_ difference: ClosedRange<Double>, level: Double) -> String {
        say("\(intervalName(level: level)) of the difference: \(limits(of: difference)) per 100")
    }

    private func limits(of difference: ClosedRange<Double>) -> String {
        interval(IntervalText(low: change(difference.lowerBound), high: change(difference.upperBound)))
    }

    private func change(_ difference: Double) -> String {
        let people = Int((difference * 100).rounded())
        if people == 0 {
            return difference < 0 ? say("less than 1 fewer") : difference > 0 ? say("less than 1 more") : say("none")
        }
        return people < 0 ? fewer(-people) : more(people)
    }

    package var explainsUnsure: String { say("Dashed: the interval includes no difference.") }

    // MARK: Keys

    /// 33 of 100 die within 3 years with radiotherapy
    package func keyEvent(_ people: Int, event: String, with arm: String) -> String {
        say("\(people) of 100 \(event) with \(arm)")
    }

    /// 7 fewer with radiotherapy than with standard of care (40 of 100)
    package func keyFewer(_ people: Int, with experimental: String, than control: String, without: Int) -> String {
        say("\(fewer(people)) with \(experimental) than with \(control) (\(without) of 100)")
    }

    /// 3 more with radiotherapy (43 of 100)
    package func keyMore(_ people: Int, with experimental: String, _ with: Int) -> String {
        say("\(more(people)) with \(experimental) (\(with) of 100)")
    }

    package func keyRest(_ people: Int) -> String { say("\(people) of 100 do not, with either") }

    /// Of 100 people, die within 3 years
    package func ofAHundredHeader(_ event: String) -> String { say("Of 100 people, \(event)") }
}
