/// Judgements of the risk of bias.
extension Language {
    package var riskLow: String { say("low risk") }
    package var riskSomeConcerns: String { say("some concerns") }
    package var riskModerate: String { say("moderate risk") }
    package var riskHigh: String { say("high risk") }
    package var riskSerious: String { say("serious risk") }
    package var riskCritical: String { say("critical risk") }
    package var riskUnclear: String { say("unclear risk") }
    package var riskNoInformation: String { say("no information") }
    package var notJudged: String { say("not judged") }
    package var noJudgement: String { say("No judgement is recorded") }
    package var overallHeader: String { say("Overall") }

    /// The name of a column that has no room for its domain, by its place: D1.
    package func domainNumber(_ number: Int) -> String { say("D\(number)") }

    /// D1 – Random sequence generation
    package func domain(_ number: String, _ name: String) -> String { say("\(number) \u{2013} \(name)") }

    /// ORIOLE: randomisation low risk, measurement some concerns; overall some concerns
    ///
    /// - Parameter overall: Nil where no assessment has one.
    package func judgements(_ study: String, _ domains: [(domain: String, judgement: String)], overall: String?)
        -> String
    {
        let said = series(domains.map { say("\(inSentence($0.domain)) \($0.judgement)") })
        guard let overall else { return say("\(study): \(said)") }
        return said.isEmpty ? say("\(study): overall \(overall)") : say("\(study): \(said); overall \(overall)")
    }
}
