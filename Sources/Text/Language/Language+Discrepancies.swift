/// The contents of the list of discrepancies.
extension Language {
    package func differentValues(_ number: Int) -> String { say("Different values (\(numbers.count(number)))") }
    package func otherDisagreements(_ number: Int) -> String { say("Other disagreements (\(numbers.count(number)))") }
    package func doubtedValues(_ number: Int) -> String { say("Values to read with care (\(numbers.count(number)))") }
}
