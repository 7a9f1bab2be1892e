import Diagnostics
import TemplateEngine
import Text

/// A file of the site after rendering: where it went, and what must be known of it to verify the site.
struct RenderedFile: Sendable {
    enum Outcome: Sendable {
        case rendered(OutputFolder.State)
        /// The template could not be rendered.
        case failed(Diagnostic)
        case machine(MachineFailure)
    }

    /// The path from the root of the site.
    let path: String
    var outcome: Outcome
    /// The identifiers and links of an HTML page.
    var page: PageLinks?

    private init(_ path: String, _ outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// Composes and renders a page and its files, and writes them if there is a folder for them.
    static func make(_ plan: PagePlan, from evidence: SiteEvidence, to folder: OutputFolder?) -> [RenderedFile] {
        do throws(TemplateError) {
            return try plan.pages(from: evidence).map { RenderedFile($0, in: evidence.templates, to: folder) }
        } catch {
            return [RenderedFile(plan.path, .failed(error.diagnostic))]
        }
    }

    /// Renders a page, and writes it if there is a folder for it.
    private init(_ page: Page, in templates: TemplateEnvironment, to folder: OutputFolder?) {
        path = page.path
        var bytes: [UInt8] = []
        do {
            switch page.content {
            case .bytes(let made): bytes = made
            case .view(let view, let name):
                guard let template = templates.template(named: name) else {
                    outcome = .failed(
                        .error("unknown-template", "there is no template '\(name)'", at: Place(file: name)))
                    return
                }
                bytes.reserveCapacity(16 << 10)
                try template.render(view, into: &bytes)
                if path.hasSuffix(".html") { self.page = PageLinks(bytes, of: path, made: name) }
            }
            if let folder {
                outcome = .rendered(try folder.write(bytes, to: path))
            } else {
                outcome = .rendered(.written)
            }
        } catch let error as TemplateError {
            outcome = .failed(error.diagnostic)
        } catch let failure as MachineFailure {
            outcome = .machine(failure)
        } catch {
            outcome = .machine(MachineFailure("cannot make '\(path)'", reason: "\(error)"))
        }
    }
}
