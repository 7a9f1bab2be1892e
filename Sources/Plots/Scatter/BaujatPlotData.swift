import Text

/// How much each study contributes to heterogeneity against how much it moves the pooled estimate (Baujat et al. 2002).
package struct BaujatPlotData: PlotData, Hashable {
    package struct Study: Sendable, Hashable {
        package var label: String
        package var href: String?
        /// The study's part of Cochran's Q.
        package var contribution: Double
        /// The squared standardised change of the pooled estimate without the study.
        package var influence: Double

        package init(label: String, href: String? = nil, contribution: Double, influence: Double) {
            self.label = label
            self.href = href
            self.contribution = contribution
            self.influence = influence
        }
    }

    package var id: String
    package var title: String
    package var description: String
    package var studies: [Study]

    package init(id: String, title: String, description: String = "", studies: [Study]) {
        self.id = id
        self.title = title
        self.description = description
        self.studies = studies
    }

    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        for study in studies {
            for value in [study.contribution, study.influence] {
                guard value.isFinite else { throw .notFinite(item: study.label) }
                guard value >= 0, value <= 1e9 else { throw .outOfRange(item: study.label) }
            }
        }
        let x = max((studies.map(\.contribution).max() ?? 1) * 1.08, 1e-6)
        let y = max((studies.map(\.influence).max() ?? 1) * 1.08, 1e-6)
        let texts = studies.map { study in
            (
                label: LabelText.clean(study.label), contribution: language.numbers.statistic(study.contribution),
                influence: language.numbers.statistic(study.influence)
            )
        }
        let plot = ScatterPlot(
            id: id, kind: .baujat, title: LabelText.clean(title), description: LabelText.clean(description),
            xHeader: language.contributionAxis, yHeader: language.influenceAxis, xScale: .linear, x: (0, x), y: (0, y),
            null: nil,
            items: zip(studies, texts).map { study, text in
                .init(
                    label: text.label, href: study.href,
                    sentence: language.baujatPoint(
                        text.label, contribution: text.contribution, influence: text.influence),
                    x: study.contribution, y: study.influence, style: .circle)
            })
        var builder = ScatterPlotBuilder(plot, options, language)
        var scene = builder.build()
        scene.table.columns = [
            .init(header: language.studyHeader, isNumeric: false),
            .init(header: language.contributionHeader, isNumeric: true),
            .init(header: language.influenceHeader, isNumeric: true),
        ]
        scene.table.rows = zip(studies, texts).map { study, text in
            .init(kind: .study, href: study.href, cells: [text.label, text.contribution, text.influence])
        }
        return scene
    }
}
