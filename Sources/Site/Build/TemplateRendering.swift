import Diagnostics
import Evidence
import TemplateEngine

/// Renders one template with data from a file: `atlas render`.
public struct TemplateRendering: Sendable {
    private let template: String
    private let data: String?
    private let folder: String?

    /// - Parameters:
    ///   - template: the path of the template.
    ///   - data: the path of a JSON or YAML file, if there are data.
    ///   - folder: the folder that templates are named in; that of the template if nil.
    public init(template: String, data: String?, folder: String?) {
        self.template = template
        self.data = data
        self.folder = folder
    }

    /// - Returns: the rendered bytes, or the problems as text.
    /// - Throws: ``MachineFailure`` if a file cannot be read.
    public func run() throws -> (bytes: [UInt8], diagnostics: String) {
        var collector = DiagnosticCollector()
        let (root, name) = try location()
        let theme = TemplateFolder(try InputFolder(root, purpose: "template", option: "--templates"))
        var sources = theme.sources
        // Why the template itself cannot be read; its neighbours do not matter.
        collector.report(contentsOf: theme.diagnostics.filter { $0.place?.file.hasSuffix("/" + name) ?? false })
        if collector.hasErrors { return ([], text(collector)) }
        // Only what the template needs is compiled, so that a neighbour's mistake does not matter.
        sources = Self.needed(by: name, among: sources)
        let value = try self.value(&collector)
        guard let value, !collector.hasErrors else { return ([], text(collector)) }
        do {
            let environment = try TemplateEnvironment(sources: sources)
            var bytes: [UInt8] = []
            guard let template = environment.template(named: name) else {
                throw MachineFailure("cannot read '\(template)'", reason: "there is no such template")
            }
            try template.render(value, into: &bytes)
            return (bytes, "")
        } catch let error as TemplateLoadingError {
            collector.report(contentsOf: error.diagnostics)
        } catch let error as TemplateError {
            collector.report(error.diagnostic)
        }
        return ([], text(collector))
    }

    private func text(_ collector: DiagnosticCollector) -> String {
        DiagnosticWriter(format: .text).write(collector)
    }

    private func location() throws(MachineFailure) -> (root: String, name: String) {
        if let folder {
            let prefix = folder.hasSuffix("/") ? folder : folder + "/"
            return (folder, template.hasPrefix(prefix) ? String(template.dropFirst(prefix.count)) : template)
        }
        guard FileSystem.kind(at: template) != nil else {
            throw MachineFailure("cannot read '\(template)'", reason: "there is no such file")
        }
        return (FileSystem.parent(of: template), FileSystem.name(of: template))
    }

    /// The template and every other one whose name occurs in one that is needed.
    private static func needed(by name: String, among sources: [TemplateSource]) -> [TemplateSource] {
        var needed: Set<String> = [name]
        var pending = [name]
        while let next = pending.popLast() {
            guard let text = sources.first(where: { $0.name == next })?.text.text else { continue }
            for other in sources where !needed.contains(other.name) && text.contains(other.name) {
                needed.insert(other.name)
                pending.append(other.name)
            }
        }
        return sources.filter { needed.contains($0.name) }
    }

    private func value(_ collector: inout DiagnosticCollector) throws -> Value? {
        guard let data else { return .map([]) }
        let bytes = try FileSystem.read(data, limit: AtlasReader.maximumFileSize)
        let place = Place(file: data)
        guard bytes.count <= AtlasReader.maximumFileSize, let text = String(validating: bytes, as: UTF8.self) else {
            collector.report(.error("invalid-data", "the data are larger than 4 MiB or not UTF-8 text", at: place))
            return nil
        }
        let (value, problems) = DataReader.value(of: SourceText(file: data, text: text))
        collector.report(contentsOf: problems)
        guard case .map? = value else {
            if problems.isEmpty {
                collector.report(.error("invalid-data", "the data must be an object or a mapping", at: place))
            }
            return nil
        }
        return value
    }
}
