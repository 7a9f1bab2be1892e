import Diagnostics
import Tables
import Text

/// What a command made of a table: its output, or what was wrong.
package struct TableOutcome: Sendable {
    /// Empty if anything was wrong.
    package var output: [UInt8] = []
    package var diagnostics = DiagnosticCollector()
}

/// A meta-analysis of a table of studies: `atlas pool`.
package struct TablePooling: Sendable {
    private let file: String
    private let options: TableOptions
    private let isJSON: Bool

    /// - Parameters:
    ///   - file: a path, or `-` for standard input.
    ///   - isJSON: whether the output is JSON, on the analysis scale with full precision, or text for people.
    package init(file: String, options: TableOptions, isJSON: Bool) {
        self.file = file
        self.options = options
        self.isJSON = isJSON
    }

    /// - Throws: ``MachineFailure`` if the file cannot be read.
    package func run() throws(MachineFailure) -> TableOutcome {
        var outcome = TableOutcome()
        guard let analysis = try TableAnalysis(file: file, options: options, &outcome.diagnostics) else {
            return outcome
        }
        let report = analysis.report
        outcome.output = Array((isJSON ? report.json() + "\n" : report.text(analysis.language)).utf8)
        return outcome
    }
}

extension TableAnalysis {
    /// - Parameter file: a path, or `-` for standard input.
    /// - Returns: nil if anything is wrong with the table; the collector then has every reason.
    /// - Throws: ``MachineFailure`` if the file cannot be read.
    init?(file: String, options: TableOptions, _ collector: inout DiagnosticCollector) throws(MachineFailure) {
        let bytes =
            file == "-"
            ? try FileSystem.readStandardInput(limit: TableSource.maximumSize)
            : try FileSystem.read(file, limit: TableSource.maximumSize)
        guard let source = TableSource(name: file == "-" ? "standard input" : file, bytes: bytes, &collector) else {
            return nil
        }
        self.init(source, options: options, language: .english, &collector)
    }
}
