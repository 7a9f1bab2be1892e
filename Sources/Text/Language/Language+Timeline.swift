/// Running trials over the years.
extension Language {
    package var trialHeader: String { say("Trial") }
    package var yearHeader: String { say("Year") }
    package var patientsHeader: String { say("\(capitalised(words.patient.many))") }
    package var plannedEndHeader: String { say("Planned end, status") }
    package var questionHeader: String { say("Question") }
    package var statusHeader: String { say("Status") }
    package var startHeader: String { say("Start") }
    package var endHeader: String { say("End") }
    package var comparesHeader: String { say("Compares") }
    package var noRunningTrial: String { say("No running trial is known") }

    /// Mar 2024, or 2024
    ///
    /// - Parameter month: 1 to 12.
    package func date(year: Int, month: Int?) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard let month, (1...12).contains(month) else { return say("\(year)") }
        return say("\(names[month - 1]) \(year)")
    }

    /// PLATON: recruiting, started Nov 2018, end 2028, 410 patients
    package func trial(_ name: String, status: String, start: String?, end: String?, patients: Int?) -> String {
        let beginning = start.map { "started \($0)" } ?? "start not stated"
        let ending = end.map { "end \($0)" } ?? "end not stated"
        guard let patients else { return say("\(name): \(status), \(beginning), \(ending)") }
        return say("\(name): \(status), \(beginning), \(ending), \(self.patients(patients))")
    }

    /// When a trial ends, and what became of it: 2028, recruiting.
    package func end(_ date: String, status: String) -> String { status.isEmpty ? date : say("\(date), \(status)") }

    package var keyStartToEnd: String { say("Start to end") }

    /// What dashes at the beginning or the end of a bar mean.
    package func keyNotStated(start: Bool, end: Bool) -> String {
        start && end ? say("Start or end not stated") : end ? say("End not stated") : say("Start not stated")
    }

    package func explainsAsOf(_ date: String) -> String { say("Vertical line: content as of \(date).") }
}
