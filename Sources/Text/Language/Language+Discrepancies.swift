/// The contents of the list of discrepancies.
extension Language {
    public func differentValues(_ number: Int) -> String { say("Different values (\(numbers.count(number)))") }
    public func otherDisagreements(_ number: Int) -> String { say("Other disagreements (\(numbers.count(number)))") }
    public func doubtedValues(_ number: Int) -> String { say("Values to read with care (\(numbers.count(number)))") }
}
