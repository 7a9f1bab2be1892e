import Diagnostics
import MetaAnalysis
import Text

/// How a table of studies is read and pooled.
package struct TableOptions: Sendable {
    /// What the effects measure; nil if they are on the analysis scale and need no name.
    package var measure: EffectMeasure?
    package var pooling = Pool.Options()
    /// The column of the subgroups; nil for `group`, if it is there.
    package var group: String?
    /// The columns of moderators; nil for `moderator`, if it is there.
    package var moderators: [String]?
    /// Columns whose texts a plot shows as they are.
    package var shown: [String] = []

    package init() {}
}

/// A table of studies, read and pooled; what was wrong with it goes to a collector.
package struct TableAnalysis: Sendable {
    package let source: TableSource
    package let table: PoolTable
    package let report: PoolReport
    package let language: Language

    /// - Returns: nil if anything is wrong; the collector then has every reason.
    package init?(
        _ source: TableSource, options: TableOptions, language: Language, _ collector: inout DiagnosticCollector
    ) {
        self.source = source
        self.language = language
        do {
            table = try PoolTable(
                csv: source.text, measure: options.measure ?? .generic, moderators: options.moderators,
                group: options.group, shown: options.shown)
        } catch {
            collector.report(contentsOf: Self.diagnostics(error, source, options))
            return nil
        }
        if options.measure == nil, table.rows.contains(where: { !$0.source.isOnAnalysisScale }) {
            collector.report(Self.unknownMeasure(source))
            return nil
        }
        guard Self.allowsMethod(options.pooling.method, table, source, &collector) else { return nil }
        do {
            report = try PoolReport(table, options: options.pooling)
        } catch {
            collector.report(.error(error.identifier, error.summary, at: source.whole, help: Self.help(error)))
            return nil
        }
        collector.report(contentsOf: Self.remarks(table, source) + Self.notUsed(options, table, report, source))
    }

    // MARK: Errors

    private static func diagnostics(_ error: TableProblems, _ source: TableSource, _ options: TableOptions)
        -> [Diagnostic]
    {
        var problems = error.problems
        var diagnostics: [Diagnostic] = []
        if options.measure == nil, problems.contains(where: needsMeasure) {
            problems.removeAll(where: needsMeasure)
            diagnostics.append(unknownMeasure(source))
        }
        return diagnostics + problems.map { source.diagnostic($0, separator: error.separator) }
    }

    private static func needsMeasure(_ problem: TableProblem) -> Bool {
        if case .effect(.measureNotSupported(.generic, _)) = problem.kind { true } else { false }
    }

    private static func unknownMeasure(_ source: TableSource) -> Diagnostic {
        .error(
            "unknown-measure", "the table does not say what its effects measure", at: source.whole,
            help: "add --measure with one of \(EffectMeasure.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    /// Whether the method can weigh every row: a risk difference without variance has no weight but Mantel and Haenszel's.
    private static func allowsMethod(
        _ method: PoolingMethod, _ table: PoolTable, _ source: TableSource, _ collector: inout DiagnosticCollector
    ) -> Bool {
        guard !method.needsCounts else { return true }
        let rows = table.rows.filter { $0.effect == nil && $0.source != .notEstimable }
        collector.report(
            contentsOf: rows.map { row in
                .error(
                    "no-variance",
                    "the risk difference of '\(row.study)' has no variance: in each arm nobody had the event, or everybody",
                    at: source.row(line: row.line), help: "use --method MH, which needs none")
            })
        return rows.isEmpty
    }

    private static func help(_ error: MetaAnalysisError) -> String? {
        switch error {
        case .measureNotSupported(_, .mantelHaenszel):
            "it needs the columns e1, n1, e0 and n0 in every row, and --measure OR, RR or RD"
        case .measureNotSupported(_, .peto): "it needs the columns e1, n1, e0 and n0 in every row, and --measure OR"
        case .noStudies: "no row has an estimate"
        default: nil
        }
    }

    // MARK: Remarks

    /// What is odd about the table and does not keep it from being pooled.
    private static func remarks(_ table: PoolTable, _ source: TableSource) -> [Diagnostic] {
        var remarks: [Diagnostic] = []
        if table.separator != .comma {
            remarks.append(
                Diagnostic(
                    .note, "separator", "the fields of the table are separated by a \(table.separator.name)",
                    at: source.whole))
        }
        for column in table.unusedColumns {
            remarks.append(
                .warning(
                    "unused-column", "the column '\(column.name)' is not used",
                    at: source.field(line: column.line, column: column.column, separator: table.separator),
                    help: Suggestion.didYouMean(column.name, among: PoolTable.knownColumns)))
        }
        var first: [String: PoolTable.Row] = [:]
        for row in table.rows {
            remarks += row.findings.compactMap { remark($0, row, source) }
            // Two reports of one year apart are told apart by it.
            let name = row.year.map { "\(row.study) \($0)" } ?? row.study
            if let other = first[name] {
                remarks.append(
                    .warning(
                        "duplicate-study", "two rows are called '\(row.study)'", at: source.row(line: row.line),
                        notes: [Diagnostic.Note("the first is here", at: source.row(line: other.line))],
                        help: "give them different names, or leave one out if they count the same patients twice"))
            } else {
                first[name] = row
            }
        }
        return remarks
    }

    private static func remark(_ finding: ConsistencyFinding, _ row: PoolTable.Row, _ source: TableSource)
        -> Diagnostic?
    {
        guard case .asymmetricInterval(let asymmetry, _) = finding else { return nil }
        let distance = Language.english.numbers.fixed(abs(asymmetry), decimals: 2)
        return .warning(
            "asymmetric-interval",
            "the estimate lies \(distance) standard errors off the middle of its interval, more than rounding explains",
            at: source.row(line: row.line), help: "check the figures against the document")
    }

    /// What was asked for and the method does not use.
    private static func notUsed(
        _ options: TableOptions, _ table: PoolTable, _ report: PoolReport, _ source: TableSource
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let method = options.pooling.method
        if method.needsCounts {
            if table.hasGroups {
                found.append(
                    .warning(
                        "groups-not-pooled", "groups are not pooled with the method \(method.name)", at: source.whole,
                        help: "use FE or a random-effects method to compare them"))
            }
            if !table.moderatorNames.isEmpty {
                let names = table.moderatorNames.map { "'\($0)'" }.joined(separator: ", ")
                found.append(
                    .warning(
                        "moderator-not-used", "there is no meta-regression on \(names) with the method \(method.name)",
                        at: source.whole, help: "use FE or a random-effects method for one"))
            }
        }
        if let test = options.pooling.test, test != .wald, report.pool.random == nil, report.pool.count > 1 {
            found.append(
                .warning(
                    "test-not-used",
                    "the test '\(test.rawValue)' belongs to random effects, and the interval is Wald's",
                    at: source.whole, help: "leave --test out, or choose a random-effects method"))
        }
        return found
    }
}

extension PoolTable.Source {
    /// Whether the row needs no measure: its effect is on the analysis scale, or it has none.
    fileprivate var isOnAnalysisScale: Bool {
        switch self {
        case .analysisScale, .notEstimable: true
        case .interval, .pValue, .counts, .continuous: false
        }
    }
}
