/// What plots of several kinds say.
extension Language {
    /// The header above the names of studies.
    package var studyHeader: String { say("Study") }

    /// Hazard ratio (log scale)
    package func logScale(_ measure: String) -> String { say("\(measure) (log scale)") }

    /// Median overall survival (months)
    package func withUnit(_ name: String, _ unit: String) -> String { say("\(name) (\(unit))") }

    /// A name with what is said of it: "STAMPEDE: not judged".
    package func named(_ name: String, _ text: String) -> String { say("\(name): \(text)") }

    /// Several facts of one row, which may each have commas: "prostate, first line · 410 patients".
    package func facts(_ facts: [String]) -> String {
        facts.filter { !$0.isEmpty }.joined(separator: say(" \u{B7} "))
    }

    /// 1 patient, 12 345 patients
    package func patients(_ number: Int) -> String {
        say("\(numbers.count(number)) \(number == 1 ? words.patient.one : words.patient.many)")
    }

    /// How many patients or studies, marked where another number is printed for the same.
    package func disputed(_ number: String) -> String { say("\(number)\u{A0}*") }
}
