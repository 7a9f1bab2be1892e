import ArgumentParser
import Site

/// `atlas render`
struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Render one template with data.",
        discussion: """
            Other templates that it includes or extends are looked up in its folder, or in that of --templates.

            Example: atlas render page.html --data page.json
            """)

    @Argument(help: "The template.")
    var template: String

    @Option(help: ArgumentHelp("A JSON or YAML file with the data; an object or mapping.", valueName: "file"))
    var data: String?

    @Option(help: ArgumentHelp("The folder that the template and the templates it names are in.", valueName: "folder"))
    var templates: String?

    func run() async throws {
        let line = ProgressLine(isQuiet: true)
        try await Machine.run(clearing: line) {
            let (bytes, diagnostics) = try TemplateRendering(template: template, data: data, folder: templates).run()
            if !diagnostics.isEmpty {
                Terminal.writeError(diagnostics)
                throw ExitStatus.content
            }
            Terminal.write(bytes)
        }
    }
}
