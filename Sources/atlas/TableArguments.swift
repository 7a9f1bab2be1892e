import ArgumentParser
import Diagnostics
import MetaAnalysis
import Site
import Tables

/// The arguments that `pool` and `plot` share.
struct TableArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("A table of studies in CSV; - reads standard input.", valueName: "file"))
    var file: String

    @Option(help: "What the effects measure: HR, OR, RR, RD, MD, SMD or generic.")
    var measure: EffectMeasure?

    @Option(help: "FE for the common effect; DL, PM, REML, ML, EB, SJ or HE for random effects; MH or PETO for counts.")
    var method = PoolingMethod.random(.restrictedMaximumLikelihood)

    @Option(
        help: "How random effects are tested: z, knha or adhoc; z for two studies and adhoc from three on if not given."
    )
    var test: PoolingTest?

    @Option(help: ArgumentHelp("The level of every interval, as a proportion or in percent.", valueName: "number"))
    var level = 0.95

    @Option(
        help: ArgumentHelp("The column that names each study's subgroup; 'group' if there is one.", valueName: "column")
    )
    var by: String?

    func validate() throws {
        guard (0.5..<1).contains(level) || (50..<100).contains(level) else {
            throw ValidationError("--level takes a number such as 0.95 or 95")
        }
    }

    private var proportion: Double { level >= 1 ? level / 100 : level }

    var options: TableOptions {
        var options = TableOptions()
        options.measure = measure
        options.pooling.method = method
        options.pooling.test = test
        options.pooling.level = proportion
        options.group = by
        return options
    }

    /// Said by every command that takes a table.
    static let tables = """
        The table is CSV in UTF-8. Its first line names the columns, in any order: study, and one of
          yi,sei or yi,vi              analysis scale: logs of ratios
          estimate,low,high[,level]    as printed, with an interval
          estimate,p                   as printed, with a p-value
          e1,n1,e0,n0                  events and totals, treatment and control
          m1,sd1,n1,m0,sd0,n0          means, standard deviations and numbers
        and perhaps group, moderator and year.
        """

    /// Writes what was found and, if that allows it, the output.
    static func finish(_ outcome: TableOutcome, _ write: ([UInt8]) throws -> Void) throws {
        Terminal.writeError(DiagnosticWriter(format: .text).write(outcome.diagnostics))
        if outcome.diagnostics.hasErrors { throw ExitStatus.content }
        try write(outcome.output)
    }
}

extension EffectMeasure: ExpressibleByArgument {
    /// Upper and lower case are the same.
    package init?(argument: String) {
        guard let measure = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else {
            return nil
        }
        self = measure
    }
}

extension PoolingTest: ExpressibleByArgument {}

extension PoolingMethod: ExpressibleByArgument {
    package init?(argument: String) { self.init(name: argument) }
    package var defaultValueDescription: String { name }
}
