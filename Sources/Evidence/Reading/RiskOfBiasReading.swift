import Diagnostics

extension RiskOfBias {
    /// No tool has as many; more would make a figure that is wider than long.
    static let mostDomains = 40

    static func read(_ fields: inout FieldReader, _ reading: Reading) -> RiskOfBias? {
        let tool = fields.requiredText("tool")
        let outcome = fields.text("outcome")
        let overall: Judgement? = fields.choice("overall")
        let items = fields.list("domains", subject: "a domain")
        let domains = items.compactMap { item in
            var item = item
            return Domain.read(&item, reading)
        }
        reportRepeated(domains, in: reading)
        if items.count > mostDomains {
            reading.error(
                "too-many-domains", "the assessment has \(items.count) domains", at: fields.mark(of: "domains"),
                help: "a tool has \(mostDomains) at most; write another assessment for another tool")
        }
        let provenance = reading.provenance(&fields)
        let mayJudge = fields.mayHave("overall") || fields.mayHave("domains") && fields.shape("domains") != .sequence
        if items.isEmpty, !mayJudge {
            reading.error(
                "empty-assessment", "the assessment judges nothing", at: fields.mark,
                help: "add 'domains: […]' or 'overall: …' as the document prints them, or take the assessment out")
        }
        fields.finish()
        guard let tool else { return nil }
        return RiskOfBias(
            tool: tool.value, outcome: outcome, domains: domains, overall: overall, provenance: provenance,
            mark: tool.mark)
    }

    private static func reportRepeated(_ domains: [Domain], in reading: Reading) {
        var seen: Set<String> = []
        for domain in domains where !seen.insert(domain.name.lowercased()).inserted {
            reading.error(
                "duplicate-domain", "'\(domain.name)' is judged twice in one assessment", at: domain.mark,
                help: "keep the judgement that is printed; what another document judged is an assessment of its own")
        }
    }
}

extension RiskOfBias.Domain {
    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> RiskOfBias.Domain? {
        let name = fields.requiredText("domain")
        let judgement: RiskOfBias.Judgement? = fields.choice("judgement", isRequired: true)
        let because = fields.text("because")?.value
        fields.finish()
        guard let name, let judgement else { return nil }
        return .init(name: name.value, judgement: judgement, because: because, mark: name.mark)
    }
}
