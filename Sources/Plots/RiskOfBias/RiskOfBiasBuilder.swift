import Text

/// The work of laying out judgements.
struct RiskOfBiasBuilder: PlotBuilder {
    let text: RiskOfBiasText
    let options: PlotOptions
    var language: Language { text.language }
    var groups: [SceneGroup] = []
    var width: Double
    var y: Double

    init(_ text: RiskOfBiasText, _ options: PlotOptions) {
        self.text = text
        self.options = options
        width = options.width
        y = options.margin
    }

    mutating func build(id: String, description: String) -> Scene {
        let columns = columns()
        if options.variant == .wide { width = columns.width }
        addTitle(text.title)
        addLegend()
        if text.rows.isEmpty || text.columns.isEmpty {
            addEmpty()
        } else if options.variant == .wide {
            addGrid(columns)
            if columns.isNumbered {
                addFootnotes(
                    text.columns.dropLast(text.hasOverall ? 1 : 0).enumerated().map { language.domain(number($0), $1) })
            }
        } else {
            addList()
        }
        return scene(id: id, kind: .riskOfBias, title: text.title, description: description, table: text.table)
    }

    /// The judgements that occur, each with its sign and in words.
    private mutating func addLegend() {
        let judgements = text.occurring.map(Optional.some) + (text.hasGaps ? [nil] : [])
        var discs = SceneGroup(.header)
        let place = groups.count
        addKeys(judgements.map { language.capitalised(language.text($0)) }) { index, x, y, group in
            JudgementSign.draw(judgements[index], x: x + 6, y: y + 8, radius: 7, discs: &discs, signs: &group)
        }
        if !discs.circles.isEmpty { groups.insert(discs, at: place) }
    }

    private mutating func addEmpty() {
        var group = SceneGroup(.note, sentence: language.noJudgement)
        let fitted = Typography.body.fit(language.noJudgement, width: width - 2 * margin)
        group.text(fitted, full: language.noJudgement, x: margin, y: y + 16, .body, .note)
        y += 24
        groups.append(group)
    }

    // MARK: Columns

    struct Columns {
        var label: Double
        /// The width of a domain, and of the judgement of the whole.
        var domain: Double
        var overall: Double
        var width: Double
        /// Whether the headers are numbers, explained below the plot.
        var isNumbered: Bool
    }

    static let gap = 12.0
    static let headerLines = 5
    private static let leastDomain = 54.0

    func number(_ column: Int) -> String { language.domainNumber(column + 1) }

    /// Domains with their names where all of them fit whole, else with numbers.
    private func columns() -> Columns {
        var label = Typography.header.room(text.rowHeader)
        for row in text.rows {
            label = max(label, Typography.body.room(row.label), Typography.small.room(row.sublabel))
        }
        label = min(max(label, 60), 220)
        let domains = text.columns.count - (text.hasOverall ? 1 : 0)
        let overall = text.hasOverall ? Typography.header.room(language.overallHeader) + 10 : 0
        let rest = options.width - 2 * margin - label - Self.gap - overall
        let named = min(rest / Double(max(domains, 1)), 130)
        let fitted = text.columns.prefix(domains).map {
            Typography.compact.fit($0, width: named - 8, lineLimit: Self.headerLines)
        }
        let isNumbered = named < Self.leastDomain || fitted.contains { $0.isShortened || $0.breaksWord }
        let least = Typography.header.room(number(max(domains - 1, 0))) + 8
        let domain = isNumbered ? min(max(rest / Double(max(domains, 1)), max(least, 28)), 60) : named
        let width = 2 * margin + label + Self.gap + Double(domains) * domain + overall
        return Columns(
            label: label, domain: domain, overall: overall, width: max(options.width, width.rounded(.up)),
            isNumbered: isNumbered)
    }
}
