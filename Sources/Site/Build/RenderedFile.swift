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

    /// Renders a planned file, and writes it if there is a folder for it.
    init(_ plan: PagePlan, in context: SiteContext, to folder: OutputFolder?) {
        path = plan.path
        var bytes: [UInt8] = []
        do {
            switch plan.content {
            case .bytes(let make): bytes = make()
            case .template(let name, let view):
                guard let template = context.templates.template(named: name) else {
                    outcome = .failed(.error("unknown-template", "there is no template '\(name)'", at: Place(file: name)))
                    return
                }
                bytes.reserveCapacity(16 << 10)
                try template.render(view(), into: &bytes)
                if path.hasSuffix(".html") { page = PageLinks(bytes, of: path, made: name) }
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
