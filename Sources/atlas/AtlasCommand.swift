import ArgumentParser

/// The command line: arguments, help and exit status.
@main
struct AtlasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "atlas",
        abstract: "Publish medical evidence as a plain static site.",
        discussion: """
            atlas reads Markdown summaries and structured study data, checks every figure, pools what can be pooled, and \
            writes a site that any web host can serve.

            Exit status: 0 all is well, 1 something in the content or the templates is wrong, 2 the command was not \
            understood, 3 the machine failed (disk, permission).
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, PoolCommand.self, PlotCommand.self, RenderCommand.self,
            SchemaCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            status.exit()
        } catch {
            let code = exitCode(for: error)
            // Help and version are no mistakes; everything else that the parser refuses is one of usage.
            if code == .success { exit(withError: error) }
            Terminal.writeError(fullMessage(for: error) + "\n")
            ExitStatus.usage.exit()
        }
    }
}
