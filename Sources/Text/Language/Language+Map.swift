/// Evidence maps.
extension Language {
    /// Prostate cancer, oligometastatic: 5 randomised, 8 running
    package func mapCell(row: String, column: String, _ counts: String) -> String {
        say("\(row), \(column): \(counts)")
    }

    /// Studies by kind: 5 randomised, 8 running.
    ///
    /// - Parameter kinds: How many, and the kind as a label.
    package func counts(_ kinds: [(number: Int, kind: String)]) -> String {
        series(kinds.map { say("\(numbers.count($0.number)) \(inSentence($0.kind))") })
    }

    /// The column of one kind within that of all: Oligometastatic: Running.
    package func mapColumn(_ column: String, _ kind: String) -> String { say("\(column): \(kind)") }

    /// What a cell says whose narrower rows have the studies.
    package var onlyNarrowerMark: String { say("\u{2193}") }

    package func onlyNarrower(row: String, column: String) -> String {
        say("\(row), \(column): only narrower ones have studies")
    }

    package func onlyNarrower(_ columns: [String]) -> String { say("Only narrower ones: \(sequence(columns))") }
    package func onlyNarrower(row: String, _ columns: [String]) -> String {
        say("\(row), only narrower ones: \(sequence(columns))")
    }

    /// - Parameter columns: Where there is none; empty for nowhere at all.
    package func noStudy(_ columns: [String]) -> String {
        columns.isEmpty ? say("No study") : say("No study: \(sequence(columns))")
    }
    package func noStudy(row: String, _ columns: [String]) -> String {
        columns.isEmpty ? say("\(row), no study") : say("\(row), no study: \(sequence(columns))")
    }
}
