import Diagnostics
import MetaAnalysis

/// How a table of studies is read and pooled.
public struct TableOptions: Sendable {
    /// What the effects measure; nil if they are on the analysis scale and need no name.
    public var measure: EffectMeasure?
    public var pooling = PoolReport.Options()
    /// The column of the subgroups; nil for `group`, if it is there.
    public var group: String?
    /// The columns of moderators; nil for `moderator`, if it is there.
    public var moderators: [String]?
    /// Columns whose texts a plot shows as they are.
    public var shown: [String] = []

    public init() {}
}

/// A table of studies, read and pooled; what was wrong with it goes to a collector.
struct TableAnalysis {
    let source: TableSource
    let table: PoolTable
    let report: PoolReport

    /// - Returns: nil if anything is wrong; the collector then has every reason.
    /// - Throws: ``MachineFailure`` if the file cannot be read.
    init?(file: String, options: TableOptions, _ collector: inout DiagnosticCollector) throws(MachineFailure) {
        guard let source = try TableSource(file: file, &collector) else { return nil }
        self.init(source, options: options, &collector)
    }

    init?(_ source: TableSource, options: TableOptions, _ collector: inout DiagnosticCollector) {
        self.source = source
        do {
            table = try PoolTable(
                csv: source.text, measure: options.measure ?? .generic, moderators: options.moderators,
                group: options.group, shown: options.shown)
        } catch {
            var problems = error.problems
            if options.measure == nil {
                let unnamed = problems.filter(Self.needsMeasure)
                if !unnamed.isEmpty {
                    problems.removeAll(where: Self.needsMeasure)
                    collector.report(Self.unknownMeasure(source))
                }
            }
            collector.report(contentsOf: problems.map(source.diagnostic))
            return nil
        }
        if options.measure == nil, table.rows.contains(where: { $0.source != .analysisScale }) {
            collector.report(Self.unknownMeasure(source))
            return nil
        }
        do {
            report = try PoolReport(table, options: options.pooling)
        } catch {
            collector.report(.error(error.identifier, error.summary, at: source.whole, help: Self.help(error)))
            return nil
        }
        collector.report(contentsOf: Self.warnings(table, source))
        if table.hasGroups, report.countHeterogeneity != nil {
            collector.report(
                .warning(
                    "groups-not-pooled", "groups are not pooled with the method \(options.pooling.method.name)",
                    at: source.whole, help: "use FE or a random-effects method to compare them"))
        }
        if let test = options.pooling.test, test != .wald, report.random == nil, table.rows.count > 1 {
            collector.report(
                .warning(
                    "test-not-used", "the test '\(test.rawValue)' belongs to random effects, and the interval is Wald's",
                    at: source.whole, help: "leave --test out, or choose a random-effects method"))
        }
    }

    // MARK: Wording

    private static func needsMeasure(_ problem: TableProblem) -> Bool {
        if case .effect(.measureNotSupported(.generic, _)) = problem.kind { true } else { false }
    }

    private static func unknownMeasure(_ source: TableSource) -> Diagnostic {
        .error(
            "unknown-measure", "the table does not say what its effects measure", at: source.whole,
            help: "add --measure with one of \(EffectMeasure.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    private static func help(_ error: MetaAnalysisError) -> String? {
        switch error {
        case .measureNotSupported(_, .mantelHaenszel):
            "it needs the columns e1, n1, e0 and n0 in every row, and --measure OR, RR or RD"
        case .measureNotSupported(_, .peto): "it needs the columns e1, n1, e0 and n0 in every row, and --measure OR"
        default: nil
        }
    }

    private static func warnings(_ table: PoolTable, _ source: TableSource) -> [Diagnostic] {
        let unused = table.unusedColumns.map { column in
            Diagnostic.warning(
                "unused-column", "the column '\(column.name)' is not used",
                at: source.field(line: column.line, column: column.column),
                help: Suggestion.didYouMean(column.name, among: PoolTable.knownColumns))
        }
        return unused + table.rows.flatMap { row in row.findings.compactMap { warning($0, row, source) } }
    }

    private static func warning(
        _ finding: ConsistencyFinding, _ row: PoolTable.Row, _ source: TableSource
    ) -> Diagnostic? {
        guard case .asymmetricInterval(let asymmetry, _) = finding else { return nil }
        let distance = DecimalText.fixed(abs(asymmetry), places: 2)
        return .warning(
            "asymmetric-interval",
            "the estimate lies \(distance) standard errors off the middle of its interval, more than rounding explains",
            at: source.row(line: row.line), help: "check the figures against the document")
    }
}
