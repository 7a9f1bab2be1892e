import Text

extension AbsoluteEffectData: PlotData {
    /// A hundred people, ten by ten: those who have the event under both treatments' risks, those whom the difference
    /// between the risks spares or harms, and the rest.
    ///
    /// - Throws: `PlotError.weight` for a risk that is not a proportion.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        guard (0...1).contains(experimentalRisk) else { throw .weight(item: experimental) }
        guard (0...1).contains(controlRisk) else { throw .weight(item: control) }
        if let difference {
            guard difference.lowerBound >= -1, difference.upperBound <= 1 else { throw .weight(item: event) }
        }
        var builder = AbsoluteEffectBuilder(AbsoluteEffectText(self, language), options, language)
        return builder.build(id: id, description: LabelText.clean(description))
    }
}
