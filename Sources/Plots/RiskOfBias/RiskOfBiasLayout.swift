/// Judgements laid out: a disc with a sign for each, studies by domains, or in the narrow variant a list; what was not
/// judged is an empty ring.
public struct RiskOfBiasLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError.judgements` for a row that has not one judgement (or nil) for each domain.
    public init(_ data: RiskOfBiasData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        for row in data.rows where row.judgements.count != data.domains.count { throw .judgements(item: row.label) }
        var builder = RiskOfBiasBuilder(RiskOfBiasText(data), options)
        scene = builder.build(id: data.id, description: LabelText.clean(data.description))
    }
}
