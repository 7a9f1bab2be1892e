import Text

/// The words of a plot of judgements: its labels, sentences and table.
struct RiskOfBiasText {
    typealias Judgement = RiskOfBiasData.Judgement

    struct Row {
        var label: String
        var sublabel: String
        var href: String?
        /// One for each column.
        var judgements: [Judgement?]
        var sentence: String
    }

    let language: Language
    let title: String
    let rowHeader: String
    /// The domains, and after them the judgement of the whole if any row has one.
    let columns: [String]
    let hasOverall: Bool
    let rows: [Row]
    /// The judgements that occur, in their order.
    let occurring: [Judgement]
    let hasGaps: Bool

    init(_ data: RiskOfBiasData, _ language: Language) {
        self.language = language
        title = LabelText.clean(data.title)
        rowHeader = language.studyHeader
        let hasOverall = data.rows.contains { $0.overall != nil }
        self.hasOverall = hasOverall
        let domains = data.domains.map(LabelText.clean)
        columns = domains + (hasOverall ? [language.overallHeader] : [])
        rows = data.rows.map { row in
            let judgements = row.judgements + (hasOverall ? [row.overall] : [])
            let name = language.series([row.label, row.sublabel].map(LabelText.clean).filter { !$0.isEmpty })
            let sentence = language.judgements(
                name, zip(domains, row.judgements).map { (domain: $0, judgement: language.text($1)) },
                overall: hasOverall ? language.text(row.overall) : nil)
            return Row(
                label: LabelText.clean(row.label), sublabel: LabelText.clean(row.sublabel), href: row.href,
                judgements: judgements, sentence: sentence)
        }
        let all = rows.flatMap(\.judgements)
        occurring = Judgement.allCases.filter(all.contains)
        hasGaps = all.contains(nil)
    }

    /// Domain: low risk.
    func sentence(_ column: Int, _ judgement: Judgement?) -> String {
        language.named(columns[column], language.text(judgement))
    }

    var table: TableTwin {
        var table = TableTwin()
        table.columns = ([rowHeader] + columns).map { .init(header: $0, isNumeric: false) }
        table.rows = rows.map { row in
            let name = language.series([row.label, row.sublabel].filter { !$0.isEmpty })
            return .init(kind: .study, href: row.href, cells: [name] + row.judgements.map(language.text))
        }
        return table
    }
}
