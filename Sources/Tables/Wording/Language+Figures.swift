import Text

/// The words of figures of tables.
extension Language {
    /// Forest plot of the hazard ratio in three studies. Pooled: HR 0.92 (95 % CI 0.81 to 1.03).
    func forestDescription(measure: String, studies: Int, pooled: String?) -> String {
        let plot =
            studies == 1
            ? say("Forest plot of the \(measure) in one study.")
            : say("Forest plot of the \(measure) in \(inWords(studies)) studies.")
        return pooled.map { say("\(plot) Pooled: \($0).") } ?? plot
    }

    func funnelDescription(measure: String, studies: Int) -> String {
        studies == 1
            ? say("Funnel plot of the \(measure) in one study.")
            : say("Funnel plot of the \(measure) in \(inWords(studies)) studies.")
    }

    func byStandardError(_ measure: String) -> String { say("\(measure) by standard error") }
    func eggerFootnote(p: Double) -> String { say("Egger's test: \(pValue(p)).") }

    func tooFewForFunnel(_ fewest: Int) -> String {
        say("Fewer than \(inWords(fewest)) studies: too few to judge whether the funnel is symmetric.")
    }

    package var studiesPooled: String { say("Studies pooled") }
    var year: String { say("Year") }
    var treatment: String { say("Treatment") }
    var control: String { say("Control") }

    /// Without Alpha: the result without one study.
    package func without(_ study: String) -> String { say("Without \(study)") }
    func adding(_ study: String) -> String { say("Adding \(study)") }
    /// Lee 2020
    func study(_ name: String, year: String) -> String { say("\(name) \(year)") }
    /// Lee (2020)
    func study(_ name: String, inYear year: String) -> String { say("\(name) (\(year))") }
    func footnote(_ text: String) -> String { say("\(capitalised(text)).") }
}
