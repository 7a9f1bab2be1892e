import Diagnostics
import TemplateEngine

/// The templates and assets of a theme.
struct TemplateFolder {
    /// A file that is published as it is, with a digest of its content in its name.
    struct Asset: Sendable {
        /// The name inside `assets/`: `atlas.css`.
        var name: String
        /// Its address from the root of the site: `assets/atlas.3f1c….css`.
        var path: String
        var bytes: [UInt8]
    }

    var sources: [TemplateSource] = []
    var assets: [Asset] = []
    var diagnostics: [Diagnostic] = []

    init(_ folder: InputFolder) {
        diagnostics = folder.diagnostics
        for file in folder.files {
            if file.path.hasPrefix("assets/") {
                let name = String(file.path.dropFirst("assets/".count))
                assets.append(Asset(name: name, path: Self.address(of: name, file.bytes), bytes: file.bytes))
                continue
            }
            // Documentation for theme authors is not a template.
            if file.path.hasSuffix(".md") { continue }
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                diagnostics.append(
                    .error("invalid-utf8", "the file is not UTF-8 text", at: Place(file: file.name), help: "save it as UTF-8; pictures belong in assets/"))
                continue
            }
            sources.append(TemplateSource(name: file.path, text: SourceText(file: file.name, text: text)))
        }
    }

    private static func address(of name: String, _ bytes: [UInt8]) -> String {
        let digest = Manifest.digest(bytes).prefix(10)
        guard let dot = name.lastIndex(of: "."), dot > (name.lastIndex(of: "/") ?? name.startIndex) else {
            return "assets/\(name).\(digest)"
        }
        return "assets/\(name[..<dot]).\(digest)\(name[dot...])"
    }
}
