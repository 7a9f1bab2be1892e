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

    static let notJudged = "not judged"
    static let empty = "No judgement is recorded"

    let title: String
    let rowHeader: String
    /// The domains, and after them the judgement of the whole if any row has one.
    let columns: [String]
    let hasOverall: Bool
    let rows: [Row]
    /// The judgements that occur, in their order.
    let occurring: [Judgement]
    let hasGaps: Bool

    init(_ data: RiskOfBiasData) {
        title = LabelText.clean(data.title)
        rowHeader = LabelText.clean(data.rowHeader)
        let hasOverall = data.rows.contains { $0.overall != nil }
        self.hasOverall = hasOverall
        let domains = data.domains.map(LabelText.clean)
        columns = domains + (hasOverall ? ["Overall"] : [])
        rows = data.rows.map { row in
            let judgements = row.judgements + (hasOverall ? [row.overall] : [])
            let name = [row.label, row.sublabel].map(LabelText.clean).filter { !$0.isEmpty }.joined(separator: ", ")
            let parts = zip(domains, row.judgements).map { LabelText.lowered($0) + " " + Self.words($1) }
            var said = [parts.joined(separator: ", ")]
            if hasOverall { said.append("overall " + Self.words(row.overall)) }
            return Row(
                label: LabelText.clean(row.label), sublabel: LabelText.clean(row.sublabel), href: row.href,
                judgements: judgements, sentence: name + ": " + said.filter { !$0.isEmpty }.joined(separator: "; "))
        }
        let all = rows.flatMap(\.judgements)
        occurring = Judgement.allCases.filter(all.contains)
        hasGaps = all.contains(nil)
    }

    static func words(_ judgement: Judgement?) -> String { judgement?.label ?? notJudged }

    /// "Domain: low risk".
    func sentence(_ column: Int, _ judgement: Judgement?) -> String { columns[column] + ": " + Self.words(judgement) }

    var table: TableTwin {
        var table = TableTwin()
        table.columns = ([rowHeader] + columns).map { .init(header: $0, isNumeric: false) }
        table.rows = rows.map { row in
            let name = [row.label, row.sublabel].filter { !$0.isEmpty }.joined(separator: ", ")
            return .init(kind: .study, href: row.href, cells: [name] + row.judgements.map(Self.words))
        }
        return table
    }
}
