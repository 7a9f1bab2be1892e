import Testing
import Text

@testable import Markdown

@Suite("What would take the square of its length is refused")
struct LimitTests {
    private static func told(_ text: String) -> [String] {
        MarkdownDocument(text).problems.map {
            "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity) \($0.identifier)"
        }
    }

    private static func filled(_ pattern: String, _ size: Int) -> String {
        String(repeating: pattern, count: size / pattern.utf8.count + 1)
    }

    @Test(
        "one paragraph",
        arguments: [
            "**word** [x](study:y) ", "word ", "[", "*a ", "a_ b\n", "~~w~~ [x](y)\n", "http://a)", "    - a [b](c)\n",
        ])
    func paragraph(_ pattern: String) {
        let long = "first\n\nA " + Self.filled(pattern, 20_000)
        #expect(Self.told(long) == ["3:1 error paragraph-too-long"])
        #expect(MarkdownDocument(long).isEmpty)
        #expect(MarkdownDocument(Self.filled(pattern, 1_000)).problems.isEmpty)
    }

    @Test("many short ones are no long one")
    func short() {
        for text in [
            Self.filled("A paragraph of an answer, **bold** and [linked](study:a).\n\n", 200_000),
            Self.filled("- An item [linked](study:a)\n  that goes on\n    - with one in it\n", 100_000),
            Self.filled("1. An item\n2. another\n", 100_000),
            "| a | b |\n|---|---|\n" + Self.filled("| *x* | [y](z) |\n", 100_000),
            (0..<2_000).map { "[^\($0)]: A note, \"quoted\".\n" }.joined() + "\na[^1]",
            (0..<1_000).map { "[\($0)]: https://example.org/\($0) \"Title\"\n" }.joined() + "\n[1]",
            Self.filled("# Heading\n", 100_000), Self.filled("> - quoted item\n", 100_000),
        ] {
            #expect(MarkdownDocument(text).problems.allSatisfy { $0.severity == .warning })
            #expect(!MarkdownDocument(text).isEmpty)
        }
    }

    @Test("Lines that only look like items of a list are part of a paragraph")
    func lazy() {
        let text = "- a\n  -    b\n" + Self.filled("      - **w** [x](y) more\n", 20_000)
        #expect(Self.told(text) == ["2:8 error paragraph-too-long"])
    }

    @Test("Tables of many columns or cells") func tables() {
        let columns = MarkdownLimits.columns + 1
        let wide =
            "a\n\n" + String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        #expect(Self.told(wide) == ["4:1 error table-too-wide"])
        let long = "|" + String(repeating: "a|", count: 100) + "\n|" + String(repeating: "-|", count: 100) + "\n"
        #expect(Self.told(long + Self.filled("x\n", 1_990)).isEmpty)
        #expect(Self.told(long + Self.filled("x\n", 2_100)) == ["1002:1 error table-too-long"])
    }

    @Test("References that copy a long address") func definitions() {
        let address = "[a]: /" + String(repeating: "x", count: 10_000) + "\n\n"
        #expect(Self.told(address + Self.filled("[a] b\n\n", 1_000)).isEmpty)
        #expect(Self.told(address + Self.filled("[a] b\n\n", 20_000)) == ["1:1 error definition-too-long"])
        let many = (0..<200).map { "[\($0)]: https://example.org/\($0) \"Title\"\n" }.joined()
        #expect(Self.told(many + "\n" + Self.filled("[17] said [4]. ", 12_000)).isEmpty)
    }
}
