import Text

extension RiskOfBiasData: PlotData {
    /// A disc with a sign for each judgement, studies by domains, or in the narrow variant a list; what was not judged is an
    /// empty ring.
    ///
    /// - Throws: `PlotError.judgements` for a row that has not one judgement (or nil) for each domain.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        for row in rows where row.judgements.count != domains.count { throw .judgements(item: row.label) }
        var builder = RiskOfBiasBuilder(RiskOfBiasText(self, language), options)
        return builder.build(id: id, description: LabelText.clean(description))
    }
}
