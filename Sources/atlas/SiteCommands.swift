import ArgumentParser
import Diagnostics
import Site

/// The options that `build` and `check` share.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the evidence.", valueName: "folder"))
    var content = "Content"

    @Option(help: ArgumentHelp("The folder with the templates and their assets.", valueName: "folder"))
    var templates = "Templates"

    @Option(
        help: ArgumentHelp("How many things to do at the same time; all processors if not given.", valueName: "number"))
    var jobs: Int?

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Option(help: "How problems are written: text, json or github.")
    var format: DiagnosticWriter.Format = .text

    @Flag(help: "Say nothing but problems.")
    var quiet = false

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
    }

    var buildOptions: BuildOptions {
        var options = BuildOptions()
        options.content = content
        options.templates = templates
        options.jobs = jobs ?? Machine.processors
        options.isStrict = strict
        return options
    }

    /// Writes what was found, and gives the status to end with, if it is not success.
    func write(_ report: BuildReport) -> ExitStatus? {
        let text = DiagnosticWriter(format: format).write(report.diagnostics)
        // Problems for people go to standard error; those for programs are the output.
        if format == .text { Terminal.writeError(text) } else { Terminal.write(text) }
        return report.diagnostics.hasErrors ? .content : nil
    }

    /// "2 errors and 1 warning"
    func problems(_ report: BuildReport) -> String {
        let parts = [
            (report.diagnostics.count(of: .error), "error"), (report.diagnostics.count(of: .warning), "warning"),
        ]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return parts.joined(separator: " and ")
    }
}

extension DiagnosticWriter.Format: ExpressibleByArgument {}

/// `atlas build`
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            The site is written beside the output folder, checked, and put in its place in one step. If anything is wrong, \
            the published site stays as it is. The output folder must be empty or made by atlas; dot-files at its root are kept.

            Example: atlas build --base-url https://example.org/atlas/
            """)

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The folder that the site is published to.", valueName: "folder"))
    var output = "Public"

    @Option(help: ArgumentHelp("The address that the site will have; wins over site.yaml.", valueName: "address"))
    var baseURL: String?

    @Flag(help: "Write every file anew, instead of keeping those that did not change.")
    var clean = false

    func validate() throws {
        guard let baseURL else { return }
        guard BuildOptions.isBaseURL(baseURL) else {
            throw ValidationError("--base-url takes a web address, such as https://example.org/atlas/")
        }
    }

    func run() async throws {
        var build = options.buildOptions
        build.output = output
        build.baseURL = baseURL
        build.isClean = clean
        let line = ProgressLine(isQuiet: options.quiet)
        try await Machine.run(clearing: line) {
            let report = try await SiteBuilder(build, progress: line.show).build()
            line.clear()
            if let status = options.write(report) {
                Terminal.writeError("\(options.problems(report)); nothing was published\n")
                throw status
            }
            guard !options.quiet, options.format == .text else { return }
            let warnings = options.problems(report)
            Terminal.write(
                "\(report.pages) pages, \(report.written) files written, \(report.unchanged) unchanged, \(line.seconds) s\(warnings.isEmpty ? "" : "; \(warnings)")\n"
            )
        }
    }
}

/// `atlas check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find every problem, and write nothing.")

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let line = ProgressLine(isQuiet: options.quiet)
        try await Machine.run(clearing: line) {
            let report = try await SiteBuilder(options.buildOptions, progress: line.show).check()
            line.clear()
            let status = options.write(report)
            let problems = options.problems(report)
            if !options.quiet, options.format == .text {
                Terminal.write(
                    "\(report.studies) studies, \(report.results) results, \(report.questions) questions: \(problems.isEmpty ? "no problems" : problems), \(line.seconds) s\n"
                )
            }
            if let status { throw status }
        }
    }
}
