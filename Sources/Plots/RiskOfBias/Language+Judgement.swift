import Text

extension Language {
    /// low risk, some concerns; for nil not judged
    package func text(_ judgement: RiskOfBiasData.Judgement?) -> String {
        switch judgement {
        case nil: notJudged
        case .low: riskLow
        case .someConcerns: riskSomeConcerns
        case .moderate: riskModerate
        case .high: riskHigh
        case .serious: riskSerious
        case .critical: riskCritical
        case .unclear: riskUnclear
        case .noInformation: riskNoInformation
        }
    }
}
