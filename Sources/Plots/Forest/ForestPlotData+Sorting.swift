import Text

extension ForestPlotData {
    /// An order of studies.
    package enum Order: Sendable, Hashable, CaseIterable {
        /// Smallest estimate first.
        case effect
        /// Earliest first.
        case year
        /// Heaviest first.
        case weight
        case name
    }

    /// The same plot with the studies of each group in the given order; studies without the value asked for come last,
    /// equal ones stay as they are.
    package func sorted(by order: Order) -> ForestPlotData {
        var sorted = self
        var start: Int?
        for index in 0...rows.count {
            if index < rows.count, case .study = rows[index] {
                start = start ?? index
            } else if let first = start {
                sorted.rows.replaceSubrange(first..<index, with: Self.sort(rows[first..<index], by: order))
                start = nil
            }
        }
        return sorted
    }

    private static func sort(_ rows: ArraySlice<Row>, by order: Order) -> [Row] {
        let studies = rows.compactMap { row -> Study? in
            if case .study(let study) = row { study } else { nil }
        }
        if order == .name { return studies.inPersonOrder(by: \.label).map { .study($0) } }
        let keyed = studies.enumerated().map { index, study in
            let key: Double? =
                switch order {
                case .effect: study.effect?.estimate
                case .year: study.year.map(Double.init)
                case .weight: study.weight.map { -$0 }
                case .name: nil
                }
            return (key: key ?? .infinity, index: index, study: study)
        }
        return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map { .study($0.study) }
    }
}
