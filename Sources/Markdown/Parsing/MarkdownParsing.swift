import CCmarkGFM
import Synchronization

/// The way through the library.
enum MarkdownParsing {
    /// libcmark-gfm registers the special characters of its extensions in a global table while it parses, so that only
    /// one text can be parsed at a time.
    private static let exclusive = Mutex(())

    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    private static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    static func walk(_ text: String, _ lines: MarkdownLines) -> MarkdownWalk {
        var walk = MarkdownWalk(lines)
        guard let root = exclusive.withLock({ _ in tree(of: text) }) else { return walk }
        defer { cmark_node_free(root) }
        cmark_consolidate_text_nodes(root)
        walk.run(root)
        return walk
    }

    private static func tree(of text: String) -> OpaquePointer? {
        _ = registered
        guard let parser = cmark_parser_new(options) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        return cmark_parser_finish(parser)
    }
}
