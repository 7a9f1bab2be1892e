import Text

extension FunnelPlotData: PlotData {
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        try validate()
        let texts = studies.map { text(of: $0, language) }
        var builder = ScatterPlotBuilder(
            form == .funnel ? funnel(texts, language) : galbraith(texts, language), options, language)
        var scene = builder.build()
        scene.table = table(texts, language)
        return scene
    }

    /// What is written of a study, in its sentence and in the table.
    private struct StudyText {
        var label: String
        var estimate: String
        var error: String
        var sentence: String
    }

    private func text(of study: Study, _ language: Language) -> StudyText {
        let label = LabelText.clean(study.label)
        let estimate =
            study.printed ?? language.numbers.estimate(study.estimate, scale: scale.ofNumbers, null: nullValue)
        let error = language.numbers.significant(study.standardError, digits: 3)
        return StudyText(
            label: label, estimate: estimate, error: error,
            sentence: language.funnelPoint(
                label, measure: language.inSentence(LabelText.clean(measure)), estimate, standardError: error))
    }

    private func table(_ texts: [StudyText], _ language: Language) -> TableTwin {
        var table = TableTwin()
        table.columns = [
            .init(header: language.studyHeader, isNumeric: false),
            .init(header: LabelText.clean(measure), isNumeric: true),
            .init(header: language.standardErrorHeader, isNumeric: true),
        ]
        table.rows = zip(studies, texts).map { study, text in
            .init(kind: .study, href: study.href, cells: [text.label, text.estimate, text.error])
        }
        return table
    }

    // MARK: Funnel

    private func funnel(_ texts: [StudyText], _ language: Language) -> ScatterPlot {
        let largest = (studies.map(\.standardError).max() ?? 0.5) * 1.08
        let centre = Axis.transform(pooled ?? nullValue, scale)
        let null = Axis.transform(nullValue, scale)
        let points = studies.map { Axis.transform($0.estimate, scale) } + [null, centre]
        let low = min((points.min() ?? null), centre - 1.96 * largest)
        let high = max((points.max() ?? null), centre + 1.96 * largest)
        let margin = (high - low) * 0.04
        let (from, to) = (low - margin, high + margin)
        func natural(_ x: Double) -> Double { Axis.restore(x, scale) }
        /// The triangle between ± z standard errors of no effect, within the plot.
        func region(_ z: Double, _ style: MarkStyle) -> ScatterPlot.Region {
            var polygon: [(x: Double, y: Double)] = [(nullValue, 0)]
            for (edge, direction) in [(to, 1.0), (from, -1.0)] {
                let reach = (edge - null) * direction
                let corner: [(x: Double, y: Double)] =
                    reach >= z * largest
                    ? [(natural(null + direction * z * largest), largest)]
                    : [(natural(edge), max(reach, 0) / z), (natural(edge), largest)]
                polygon += direction > 0 ? corner : corner.reversed()
            }
            return .init(points: polygon, style: style)
        }
        var lines: [ScatterPlot.Line] = []
        if pooled != nil {
            let end = largest
            lines = [
                .init(from: (natural(centre), 0), to: (natural(centre), end), style: .pooledLine),
                .init(from: (natural(centre), 0), to: (natural(centre - 1.96 * end), end), style: .grid),
                .init(from: (natural(centre), 0), to: (natural(centre + 1.96 * end), end), style: .grid),
            ]
        }
        let name = LabelText.clean(measure)
        let isRatio = scale == .logarithmic
        return ScatterPlot(
            id: id, kind: .funnel, title: LabelText.clean(title), description: LabelText.clean(description),
            xHeader: isRatio ? language.logScale(name) : name,
            yHeader: isRatio ? language.standardErrorOfLogarithmHeader : language.standardErrorHeader,
            xScale: scale, x: (natural(from), natural(to)), y: (0, largest), isUpsideDown: true, null: nullValue,
            items: zip(studies, texts).map { study, text in
                .init(
                    label: text.label, href: study.href, sentence: text.sentence, x: study.estimate,
                    y: study.standardError,
                    style: .circle)
            }, lines: lines,
            regions: [
                .init(
                    points: [(natural(from), 0), (natural(to), 0), (natural(to), largest), (natural(from), largest)],
                    style: .contourLast),
                region(2.576, .contourOuter), region(1.96, .contourMiddle), region(1.645, .contourInner),
            ],
            keys: zip([MarkStyle.contourInner, .contourMiddle, .contourOuter, .contourLast], language.funnelRegions)
                .map { .init(style: $0, label: $1) },
            footnotes: (pooled == nil ? [] : [language.explainsFunnelLines]) + footnotes.map(LabelText.clean))
    }

    // MARK: Galbraith

    private func galbraith(_ texts: [StudyText], _ language: Language) -> ScatterPlot {
        let null = Axis.transform(nullValue, scale)
        let slope = pooled.map { Axis.transform($0, scale) - null }
        let items = zip(studies, texts).map { study, text in
            ScatterPlot.Item(
                label: text.label, href: study.href, sentence: text.sentence, x: 1 / study.standardError,
                y: (Axis.transform(study.estimate, scale) - null) / study.standardError, style: .circle)
        }
        let widest = (items.map(\.x).max() ?? 1) * 1.06
        var heights = items.map(\.y) + [-2.2, 2.2]
        if let slope { heights += [slope * widest - 1.96, slope * widest + 1.96] }
        let low = (heights.min() ?? -2.2)
        let high = (heights.max() ?? 2.2)
        let margin = (high - low) * 0.04
        var lines: [ScatterPlot.Line] = [.init(from: (0, 0), to: (widest, 0), style: .grid)]
        if let slope {
            lines.append(.init(from: (0, 0), to: (widest, slope * widest), style: .pooledLine))
            for shift in [-1.96, 1.96] {
                lines.append(.init(from: (0, shift), to: (widest, slope * widest + shift), style: .grid))
            }
        }
        return ScatterPlot(
            id: id, kind: .galbraith, title: LabelText.clean(title), description: LabelText.clean(description),
            xHeader: language.precisionHeader, yHeader: language.zValueHeader, xScale: .linear, x: (0, widest),
            y: (low - margin, high + margin), null: nil, items: items, lines: lines,
            footnotes: (slope == nil ? [] : [language.explainsGalbraithLines]) + footnotes.map(LabelText.clean))
    }
}
