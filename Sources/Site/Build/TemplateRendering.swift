import Diagnostics
import Evidence
import TemplateEngine
import Text

/// Renders one template with data from a file: `atlas render`.
package struct TemplateRendering: Sendable {
    private let template: String
    private let data: String?
    private let folder: String?

    /// - Parameters:
    ///   - template: the path of the template.
    ///   - data: the path of a JSON or YAML file, if there are data.
    ///   - folder: the folder that templates are named in; that of the template if nil.
    package init(template: String, data: String?, folder: String?) {
        self.template = template
        self.data = data
        self.folder = folder
    }

    /// - Returns: the rendered bytes, or the problems as text.
    /// - Throws: ``MachineFailure`` if a file cannot be read.
    package func run() throws -> (bytes: [UInt8], diagnostics: String) {
        var collector = DiagnosticCollector()
        let (root, name) = try location()
        // Only what the template needs is read, so that a neighbour's mistake does not matter.
        let sources = try Self.sources(neededBy: name, in: root, &collector)
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

    /// The template, and every other one in the folder whose name stands in quotes in one that is needed.
    private static func sources(
        neededBy name: String, in root: String, _ collector: inout DiagnosticCollector
    ) throws(MachineFailure) -> [TemplateSource] {
        var found: [TemplateSource] = []
        var known: Set<String> = [name]
        var pending = [name]
        while let next = pending.popLast() {
            let path = root == "." ? next : "\(root)/\(next)"
            let bytes = try FileSystem.read(path, limit: AtlasReader.maximumFileSize)
            let text: SourceText
            do {
                text = try TextFile(name: path, bytes: bytes).source(limit: AtlasReader.maximumFileSize)
            } catch {
                collector.report(Diagnostic(error, what: "template"))
                continue
            }
            found.append(TemplateSource(name: next, text: text))
            for other in quoted(in: text.text)
            where !known.contains(other) && FileSystem.kind(at: "\(root)/\(other)") == .file {
                known.insert(other)
                pending.append(other)
            }
        }
        return found
    }

    /// The texts in quotes that can be names of templates in the same folder.
    private static func quoted(in text: String) -> Set<String> {
        var names: Set<String> = []
        for mark in ["\"", "'"] {
            for part in text.split(separator: mark, omittingEmptySubsequences: false) {
                let isName =
                    !part.isEmpty && part.utf8.count < 200 && !part.hasPrefix("/")
                    && part.unicodeScalars.allSatisfy { $0.value > 0x20 }
                    && !part.split(separator: "/").contains { $0 == ".." || $0 == "." }
                if isName { names.insert(String(part)) }
            }
        }
        return names
    }

    private func value(_ collector: inout DiagnosticCollector) throws -> Value? {
        guard let data else { return .map([]) }
        let bytes = try FileSystem.read(data, limit: AtlasReader.maximumFileSize)
        let place = Place(file: data)
        let text: SourceText
        do {
            text = try TextFile(name: data, bytes: bytes).source(
                limit: AtlasReader.maximumFileSize, allowsControls: true)
        } catch {
            collector.report(Diagnostic(error))
            return nil
        }
        let (value, problems) = DataReader.value(of: text)
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
