import ArgumentParser
import Site

/// `atlas schema`
struct SchemaCommand: AsyncParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case views
    }

    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Describe the data that templates get.",
        discussion: "Example: atlas schema views")

    @Argument(help: "What to describe: views, the data of each page template.")
    var kind: Kind = .views

    func run() async throws {
        switch kind {
        case .views: Terminal.write(ViewDocumentation.text)
        }
    }
}
