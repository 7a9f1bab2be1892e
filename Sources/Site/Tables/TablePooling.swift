import Diagnostics
import MetaAnalysis

/// What a command made of a table: its output, or what was wrong.
public struct TableOutcome: Sendable {
    /// Empty if anything was wrong.
    public var output: [UInt8] = []
    public var diagnostics = DiagnosticCollector()
}

/// A meta-analysis of a table of studies: `atlas pool`.
public struct TablePooling: Sendable {
    private let file: String
    private let options: TableOptions
    private let isJSON: Bool

    /// - Parameters:
    ///   - file: a path, or `-` for standard input.
    ///   - isJSON: whether the output is JSON, on the analysis scale with full precision, or text for people.
    public init(file: String, options: TableOptions, isJSON: Bool) {
        self.file = file
        self.options = options
        self.isJSON = isJSON
    }

    /// - Throws: ``MachineFailure`` if the file cannot be read.
    public func run() throws(MachineFailure) -> TableOutcome {
        var outcome = TableOutcome()
        guard let analysis = try TableAnalysis(file: file, options: options, &outcome.diagnostics) else { return outcome }
        outcome.output = Array((isJSON ? analysis.report.json() + "\n" : analysis.report.text()).utf8)
        return outcome
    }
}
