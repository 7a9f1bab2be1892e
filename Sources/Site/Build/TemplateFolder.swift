import Diagnostics
import TemplateEngine
import Text

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
            guard file.bytes.count <= InputFolder.limit(of: file.path) else {
                diagnostics.append(
                    .error(
                        "file-too-large", "the file is too large for a theme", at: Place(file: file.name),
                        help: "make it smaller"))
                continue
            }
            guard file.path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\\" }) else {
                diagnostics.append(
                    .error(
                        "invalid-name", "the name of the file cannot be an address", at: Place(file: file.name),
                        help: "rename it"))
                continue
            }
            if file.path.hasPrefix("assets/") {
                let name = String(file.path.dropFirst("assets/".count))
                assets.append(Asset(name: name, path: Self.address(of: name, file.bytes), bytes: file.bytes))
                continue
            }
            // Documentation for theme authors is not a template.
            if file.path.hasSuffix(".md") { continue }
            do {
                let text = TextFile(name: file.name, bytes: file.bytes)
                sources.append(
                    TemplateSource(name: file.path, text: try text.source(limit: InputFolder.limit(of: file.path))))
            } catch {
                diagnostics.append(Diagnostic(error, help: "save it as UTF-8; pictures belong in assets/"))
            }
        }
    }

    /// Sixteen hexadecimal digits that change with the content (FNV-1a, 64 bits: Fowler, Noll & Vo). They tell versions of
    /// one file apart; they are no protection against somebody who wants two files to have the same.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func address(of name: String, _ bytes: [UInt8]) -> String {
        let digest = fingerprint(bytes)
        guard let dot = name.lastIndex(of: "."), dot > (name.lastIndex(of: "/") ?? name.startIndex) else {
            return "assets/\(name).\(digest)"
        }
        return "assets/\(name[..<dot]).\(digest)\(name[dot...])"
    }
}
