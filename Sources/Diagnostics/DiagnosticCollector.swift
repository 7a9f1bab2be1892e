import Text

/// Gathers the diagnostics of a run and gives them back in the order of files and lines.
package struct DiagnosticCollector: Sendable {
    private var gathered: [Diagnostic] = []

    package init() {}

    package mutating func report(_ diagnostic: Diagnostic) {
        gathered.append(diagnostic)
    }

    package mutating func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
        gathered.append(contentsOf: diagnostics)
    }

    package var hasErrors: Bool { gathered.contains { $0.severity == .error } }
    package var isEmpty: Bool { gathered.isEmpty }

    /// The diagnostics in the order of files, lines and columns; identical ones are there once, with their number.
    package var sorted: [(diagnostic: Diagnostic, count: Int)] {
        var found: [(diagnostic: Diagnostic, count: Int)] = []
        var indexes: [Diagnostic: Int] = [:]
        for diagnostic in gathered {
            if let index = indexes[diagnostic] {
                found[index].count += 1
            } else {
                indexes[diagnostic] = found.count
                found.append((diagnostic, 1))
            }
        }
        return found.enumerated().sorted { lhs, rhs in
            let (a, b) = (lhs.element.diagnostic, rhs.element.diagnostic)
            switch (a.place, b.place) {
            case (nil, .some): return true
            case (.some, nil): return false
            case (let p?, let q?) where p != q: return p < q
            default:
                return (a.identifier, a.summary, lhs.offset) < (b.identifier, b.summary, rhs.offset)
            }
        }.map(\.element)
    }

    /// How many problems of one file are shown; the worst are.
    static let shownOfFile = 100

    /// What is written: as ``sorted``, but of a file with many problems only the worst hundred, and how many more it has.
    package var shown: [(diagnostic: Diagnostic, count: Int)] {
        var shown: [(diagnostic: Diagnostic, count: Int)] = []
        var rest = sorted[...]
        while let first = rest.first {
            let file = first.diagnostic.place?.file
            let end = rest.firstIndex { $0.diagnostic.place?.file != file } ?? rest.endIndex
            shown += file.map { Self.limited(rest[..<end], of: $0) } ?? Array(rest[..<end])
            rest = rest[end...]
        }
        return shown
    }

    private static func limited(
        _ problems: ArraySlice<(diagnostic: Diagnostic, count: Int)>, of file: String
    ) -> [(diagnostic: Diagnostic, count: Int)] {
        guard problems.count > shownOfFile else { return Array(problems) }
        let worst = problems.indices.sorted {
            (problems[$1].diagnostic.severity, $0) < (problems[$0].diagnostic.severity, $1)
        }
        let hidden = worst.dropFirst(shownOfFile).map { problems[$0].diagnostic.severity }
        let numbers = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = hidden.count { $0 == severity }
            return count == 0 ? nil : "\(count) more \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let more = Diagnostic(
            hidden.max() ?? .note, "more-problems", "this file has \(numbers.joined(separator: " and "))",
            at: Place(file: file), help: "mend the ones above; they may be of one kind")
        return worst.prefix(shownOfFile).sorted().map { problems[$0] } + [(more, 1)]
    }

    /// How many diagnostics of a severity there are, identical ones counted once.
    package func count(of severity: Diagnostic.Severity) -> Int {
        Set(gathered.lazy.filter { $0.severity == severity }).count
    }

    /// Makes every warning an error, for strict runs.
    package mutating func promoteWarnings() {
        for index in gathered.indices where gathered[index].severity == .warning {
            gathered[index].severity = .error
        }
    }
}
