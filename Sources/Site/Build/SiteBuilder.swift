import Diagnostics
import Evidence
import TemplateEngine
import Text

/// One walk from files to a site: read, validate, synthesise, compose, render, verify, publish.
package struct SiteBuilder: Sendable {
    package let options: BuildOptions
    private let progress: @Sendable (BuildStage, _ done: Int, _ total: Int) -> Void

    /// - Parameter progress: is told, from any thread, where the build is.
    package init(
        _ options: BuildOptions,
        progress: @escaping @Sendable (BuildStage, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
    ) {
        self.options = options
        self.progress = progress
    }

    /// Builds and publishes the site, if nothing is wrong with it.
    ///
    /// - Throws: ``MachineFailure`` if the machine fails; the published site is then as it was.
    package func build() async throws -> BuildReport {
        var report = BuildReport()
        guard let evidence = try await prepare(&report) else { return report }
        try refuseInputAsOutput()
        let stage = try StagedOutput(output: options.output)
        do {
            try await write(evidence, to: stage, &report)
        } catch {
            stage.discard()
            throw error
        }
        if !report.isPublished { stage.discard() }
        return report
    }

    /// Finds every problem that a build would find, and writes nothing.
    ///
    /// - Throws: ``MachineFailure`` if a folder cannot be read.
    package func check() async throws -> BuildReport {
        var report = BuildReport()
        guard let evidence = try await prepare(&report) else { return report }
        _ = try await render(evidence, to: nil, &report)
        settle(&report)
        return report
    }

    /// An output in a folder that is read, or around one, would mix what is written with what is read.
    private func refuseInputAsOutput() throws(MachineFailure) {
        let output =
            FileSystem.resolved(options.output)
            ?? FileSystem.resolved(FileSystem.parent(of: options.output)).map {
                $0 + "/" + FileSystem.name(of: options.output)
            }
        guard let output else { return }
        for folder in [options.content, options.templates] {
            guard let input = FileSystem.resolved(folder) else { continue }
            if output == input || output.hasPrefix(input + "/") || input.hasPrefix(output + "/") {
                throw MachineFailure(
                    "'\(options.output)' cannot be the output", reason: "it overlaps with '\(folder)', which is read",
                    help: "choose another --output")
            }
        }
    }

    // MARK: Read, validate, synthesise

    /// The site as far as it can be known without rendering, or nil with errors in the report.
    private func prepare(_ report: inout BuildReport) async throws -> SiteEvidence? {
        progress(.reading, 0, 0)
        let content = try InputFolder(options.content, purpose: "content", option: "--content")
        report.diagnostics.report(contentsOf: content.diagnostics)
        let theme = TemplateFolder(try InputFolder(options.templates, purpose: "template", option: "--templates"))
        report.diagnostics.report(contentsOf: theme.diagnostics)
        let baseURL = base()
        let files = content.files.map { ContentFile(path: $0.path, name: $0.name, bytes: $0.bytes) }
        let (atlas, problems) = await AtlasReader.read(files, jobs: options.jobs)
        report.diagnostics.report(contentsOf: problems)
        var language = options.language ?? .english
        language.words = atlas.site.words
        let templates = load(theme, in: language, &report)

        progress(.validating, 0, 0)
        report.diagnostics.report(contentsOf: await AtlasValidator.validate(atlas, jobs: options.jobs))
        report.diagnostics.report(contentsOf: addressProblems(atlas))
        let (syntheses, failures) = Synthesiser.run(atlas)
        report.diagnostics.report(contentsOf: failures)
        report.diagnostics.report(
            contentsOf: await ProseChecker.check(atlas, syntheses, in: language, jobs: options.jobs))
        report.studies = atlas.studies.count
        report.questions = atlas.questions.count
        report.results = atlas.studies.reduce(0) { $0 + $1.results.count }
        settle(&report)
        guard !report.diagnostics.hasErrors, let templates else { return nil }
        return SiteEvidence(
            atlas: atlas, syntheses: syntheses, templates: templates, baseURL: baseURL ?? self.base(of: atlas),
            assets: theme.assets, language: language)
    }

    private func load(_ theme: TemplateFolder, in language: Language, _ report: inout BuildReport)
        -> TemplateEnvironment?
    {
        do throws(TemplateLoadingError) {
            return try TemplateEnvironment(
                sources: theme.sources, options: Self.templateOptions, views: PageViews.byTemplate,
                globals: WordsView.globals(language))
        } catch {
            report.diagnostics.report(contentsOf: error.diagnostics)
            return nil
        }
    }

    static var templateOptions: TemplateOptions {
        var options = TemplateOptions()
        options.trimBlocks = true
        options.lstripBlocks = true
        // Only what the generator vouches for is HTML.
        options.allowsSafeFilter = false
        return options
    }

    private func base() -> String? {
        guard let base = options.baseURL else { return nil }
        return base.hasSuffix("/") ? base : base + "/"
    }

    private func base(of atlas: Atlas) -> String? {
        atlas.site.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    }

    /// Prose pages must not take the address of another page.
    private func addressProblems(_ atlas: Atlas) -> [Diagnostic] {
        atlas.pages.filter { Routes.reserved.contains($0.id) }.map { page in
            .error(
                "address-taken", "the address /\(page.id)/ belongs to another page",
                at: page.body.source.place(line: 1), help: "rename the file")
        }
    }

    /// Makes warnings errors where the build is strict.
    private func settle(_ report: inout BuildReport) {
        if options.isStrict { report.diagnostics.promoteWarnings() }
    }

    // MARK: Compose, render, verify, publish

    private func write(_ evidence: SiteEvidence, to stage: StagedOutput, _ report: inout BuildReport) async throws {
        let folder = OutputFolder(stage: stage.stage, published: options.isClean ? nil : stage.target)
        guard let manifest = try await render(evidence, to: folder, &report) else { return }
        settle(&report)
        guard !report.diagnostics.hasErrors else { return }
        progress(.publishing, 0, 0)
        try stage.publish(manifest: manifest)
        report.isPublished = true
    }

    /// Renders every file, to a folder if there is one; nil if something is wrong with one.
    private func render(
        _ evidence: SiteEvidence, to folder: OutputFolder?, _ report: inout BuildReport
    ) async throws -> Manifest? {
        let plans = SiteComposer(evidence: evidence).plans()
        progress(.rendering, 0, plans.count)
        try folder?.makeFolders(for: plans.map(\.path) + plans.flatMap(\.folders))
        let counter = ProgressCounter(total: plans.count, progress: progress)
        let files = await Parallel.map(plans, jobs: options.jobs) { plan in
            counter.step()
            return RenderedFile.make(plan, from: evidence, to: folder)
        }
        progress(.verifying, 0, 0)
        var manifest = Manifest()
        var addresses = AddressBook(templates: options.templates)
        for file in files.joined() {
            switch file.outcome {
            case .failed(let diagnostic):
                report.diagnostics.report(diagnostic)
                addresses.add(missing: file.path)
            case .machine(let failure): throw failure
            case .rendered(let state):
                manifest.add(file.path)
                if state == .unchanged { report.unchanged += 1 } else { report.written += 1 }
                if let page = file.page {
                    report.pages += 1
                    addresses.add(page, at: file.path)
                } else {
                    addresses.add(file: file.path)
                }
            }
        }
        report.diagnostics.report(contentsOf: addresses.problems())
        return report.diagnostics.hasErrors ? nil : manifest
    }
}
