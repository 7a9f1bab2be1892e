@testable import Evidence

extension FuzzedReader {
    /// The composer of YAML: no place lies outside of the text.
    static func readYAML(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(YAMLComposer.Failure) {
            let root = try YAMLComposer.root(of: text).root
            if let root { check(root, lines: text.utf8.count { $0 == 0x0A || $0 == 0x0D } + text.unicodeScalars.count) }
        } catch {
            // Most inputs are no YAML.
        }
    }

    private static func check(_ node: YAMLNode, lines: Int) {
        precondition(node.position.line >= 1 && Int(node.position.line) <= lines + 1, "a place outside of the text")
    }
}
