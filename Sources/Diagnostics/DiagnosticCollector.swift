/// Gathers the diagnostics of a run and gives them back in the order of files and lines.
public struct DiagnosticCollector: Sendable {
    private var gathered: [Diagnostic] = []

    public init() {}

    public mutating func report(_ diagnostic: Diagnostic) {
        gathered.append(diagnostic)
    }

    public mutating func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
        gathered.append(contentsOf: diagnostics)
    }

    public var hasErrors: Bool { gathered.contains { $0.severity == .error } }
    public var isEmpty: Bool { gathered.isEmpty }

    /// The diagnostics in the order of files, lines and columns; identical ones are there once, with their number.
    public var sorted: [(diagnostic: Diagnostic, count: Int)] {
        var counts: [Diagnostic: Int] = [:]
        for diagnostic in gathered { counts[diagnostic, default: 0] += 1 }
        return counts.sorted { lhs, rhs in
            let (a, b) = (lhs.key, rhs.key)
            switch (a.place, b.place) {
            case (nil, .some): return true
            case (.some, nil): return false
            case (let p?, let q?) where p != q: return p < q
            default: return (a.identifier, a.summary, a.help ?? "") < (b.identifier, b.summary, b.help ?? "")
            }
        }.map { ($0.key, $0.value) }
    }

    /// How many diagnostics of a severity there are, identical ones counted once.
    public func count(of severity: Diagnostic.Severity) -> Int {
        Set(gathered.lazy.filter { $0.severity == severity }).count
    }

    /// Makes every warning an error, for strict runs.
    public mutating func promoteWarnings() {
        for index in gathered.indices where gathered[index].severity == .warning {
            gathered[index].severity = .error
        }
    }
}
