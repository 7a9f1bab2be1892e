import ArgumentParser
import Site
import Tables

/// `atlas pool`
struct PoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "Pool a table of studies.",
        discussion: """
            \(TableArguments.tables)

            Example: atlas pool trials.csv --measure HR

              study,estimate,low,high
              Alpha,0.90,0.70,1.14
              Beta,0.92,0.80,1.06
            """)

    @OptionGroup var arguments: TableArguments

    @Option(help: ArgumentHelp("A column to use as moderator; may be given more than once.", valueName: "column"))
    var moderator: [String] = []

    @Flag(help: "Write JSON, on the analysis scale with full precision.")
    var json = false

    func run() async throws {
        try await Machine.run(clearing: ProgressLine(isQuiet: true)) {
            var options = arguments.options
            if !moderator.isEmpty { options.moderators = moderator }
            let outcome = try TablePooling(file: arguments.file, options: options, isJSON: json).run()
            try TableArguments.finish(outcome, Terminal.write)
        }
    }
}
