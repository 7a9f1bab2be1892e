extension DumbbellPlotData {
    /// What stands on a line of the plot.
    enum Entry {
        case heading(String)
        case row(Row)
    }

    /// The rows below the headings of their groups, direct ones first; a single group has no heading, and rows without a
    /// group come before all headings.
    var entries: [Entry] {
        var names: [String] = [""]
        for row in rows where !names.contains(row.group) { names.append(row.group) }
        let groups = names.map { name in (name: name, rows: rows.filter { $0.group == name }) }.filter {
            !$0.rows.isEmpty
        }
        return groups.flatMap { group in
            let heading: [Entry] = groups.count > 1 && !group.name.isEmpty ? [.heading(group.name)] : []
            let sorted = group.rows.filter { !$0.isIndirect } + group.rows.filter(\.isIndirect)
            return heading + sorted.map(Entry.row)
        }
    }
}

extension DumbbellPlotData.Value {
    var number: Double? {
        switch self {
        case .stated(let value, _): value
        case .notReached(let beyond, _): beyond
        }
    }

    var isOpen: Bool {
        if case .notReached = self { true } else { false }
    }

    var hasBound: Bool { isOpen && number != nil }
}
