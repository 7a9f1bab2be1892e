import Text

/// Which column of a table holds what.
struct TableColumns {
    /// A named column and its position.
    struct Column {
        var name: String
        var index: Int
    }

    /// A set of columns that makes an effect.
    enum EffectColumns {
        case standardError(yi: Column, sei: Column)
        case variance(yi: Column, vi: Column)
        case interval(estimate: Column, low: Column, high: Column, level: Column?)
        case pValue(estimate: Column, p: Column)
        case counts(e1: Column, n1: Column, e0: Column, n0: Column)
        case continuous(m1: Column, sd1: Column, n1: Column, m0: Column, sd0: Column, n0: Column)

        var columns: [Column] {
            switch self {
            case .standardError(let yi, let sei): [yi, sei]
            case .variance(let yi, let vi): [yi, vi]
            case .interval(let estimate, let low, let high, _): [estimate, low, high]
            case .pValue(let estimate, let p): [estimate, p]
            case .counts(let e1, let n1, let e0, let n0): [e1, n1, e0, n0]
            case .continuous(let m1, let sd1, let n1, let m0, let sd0, let n0): [m1, sd1, n1, m0, sd0, n0]
            }
        }
    }

    let count: Int
    let study: Column
    /// In order of preference; at least one.
    let effects: [EffectColumns]
    let group: Column?
    let year: Column?
    let moderators: [Column]
    let shown: [Column]
    let unused: [PoolTable.Header]

    static let sets: [[String]] = [
        ["yi", "sei"], ["yi", "vi"], ["estimate", "low", "high"], ["estimate", "p"], ["e1", "n1", "e0", "n0"],
        ["m1", "sd1", "n1", "m0", "sd0", "n0"],
    ]

    /// - Returns: nil when the header will not do; the reasons are then in `problems`.
    init?(
        _ header: CSVReader.Record, moderators wanted: [String]?, group wantedGroup: String?, shown: [String],
        problems: inout [TableProblem]
    ) {
        var columns: [String: Column] = [:]
        var order: [String] = []
        let before = problems.count
        for (index, field) in header.fields.enumerated() {
            let name = TableText.trimmed(field.text)
            let key = name.lowercased()
            if key.isEmpty { continue }
            if columns[key] != nil {
                problems.append(TableProblem(.repeatedColumn(name: name), line: field.line, column: field.column))
                continue
            }
            columns[key] = Column(name: name, index: index)
            order.append(key)
        }
        func missing(_ name: String) {
            problems.append(TableProblem(.missingColumn(name: name), line: header.line, column: 1))
        }
        let effects = Self.effects(columns)
        if effects.isEmpty {
            problems.append(
                TableProblem(.noEffectColumns(nearest: Self.nearest(columns)), line: header.line, column: 1))
        }
        var moderators: [Column] = []
        for name in wanted ?? (columns["moderator"] == nil ? [] : ["moderator"]) {
            if let column = columns[TableText.trimmed(name).lowercased()] {
                moderators.append(column)
            } else {
                missing(name)
            }
        }
        var shownColumns: [Column] = []
        for name in shown {
            if let column = columns[TableText.trimmed(name).lowercased()] {
                shownColumns.append(column)
            } else {
                missing(name)
            }
        }
        let group = columns[TableText.trimmed(wantedGroup ?? "group").lowercased()]
        if let wantedGroup, group == nil { missing(wantedGroup) }
        if columns["study"] == nil { missing("study") }
        guard problems.count == before, let study = columns["study"] else { return nil }
        var used: Set<Int> = [study.index]
        for set in effects { used.formUnion(set.columns.map(\.index)) }
        used.formUnion(moderators.map(\.index) + shownColumns.map(\.index))
        used.formUnion([group, columns["year"], columns["level"]].compactMap { $0?.index })
        count = header.fields.count
        self.study = study
        self.effects = effects
        self.group = group
        year = columns["year"]
        self.moderators = moderators
        self.shown = shownColumns
        unused = order.compactMap { columns[$0] }.filter { !used.contains($0.index) }.map {
            let field = header.fields[$0.index]
            return PoolTable.Header(name: $0.name, line: field.line, column: field.column)
        }
    }

    private static func effects(_ columns: [String: Column]) -> [EffectColumns] {
        var sets: [EffectColumns] = []
        if let yi = columns["yi"], let sei = columns["sei"] { sets.append(.standardError(yi: yi, sei: sei)) }
        if let yi = columns["yi"], let vi = columns["vi"] { sets.append(.variance(yi: yi, vi: vi)) }
        if let estimate = columns["estimate"] {
            if let low = columns["low"], let high = columns["high"] {
                sets.append(.interval(estimate: estimate, low: low, high: high, level: columns["level"]))
            }
            if let p = columns["p"] { sets.append(.pValue(estimate: estimate, p: p)) }
        }
        if let n1 = columns["n1"], let n0 = columns["n0"] {
            if let e1 = columns["e1"], let e0 = columns["e0"] {
                sets.append(.counts(e1: e1, n1: n1, e0: e0, n0: n0))
            }
            if let m1 = columns["m1"], let sd1 = columns["sd1"], let m0 = columns["m0"], let sd0 = columns["sd0"] {
                sets.append(.continuous(m1: m1, sd1: sd1, n1: n1, m0: m0, sd0: sd0, n0: n0))
            }
        }
        return sets
    }

    /// The missing columns of the set that is most nearly there.
    private static func nearest(_ columns: [String: Column]) -> [String] {
        let gaps = sets.filter { $0.contains { columns[$0] != nil } }.map { $0.filter { columns[$0] == nil } }
        return gaps.min { $0.count < $1.count } ?? sets[0]
    }
}
