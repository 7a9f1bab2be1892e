import Testing

@testable import TemplateEngine

@Suite("Escaping")
struct EscapingTests {
    /// Text that would do harm if it were read as markup.
    static let attacks = [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)",
        "\" onfocus=\"alert(1)\" autofocus=\"",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u{01}javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)", "feed:javascript:alert(1)", "</title><script>alert(1)</script>",
        "</textarea><img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>", "<!--<script>", "-->", "]]><script>", "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "\u{2028}alert(1)//", "\\\"};alert(1);//", "\\", "\"", "'", "&", "<", ">", "&lt;script&gt;", "`", "{{ 7 * 7 }}",
        "{% raw %}",
        "\u{0}<b>", "<\u{0}script>", "＜script＞", "%3Cscript%3E", "//evil.example/x", "\\\\evil.example", "filesystem:x",
        "blob:x", "about:blank",
        "x:y", "http://[", "<a href=javascript:alert(1)>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "\" style=\"x:expression(1)", "<![CDATA[<b>]]>",
    ]

    static func render(_ text: String, _ value: Value, name: String = "page.html") throws -> String {
        let environment = try TemplateEnvironment(sources: [TemplateSource(name: name, text: text)])
        return try #require(environment.template(named: name)).render(["x": value])
    }

    @Test("text and attributes stay text", arguments: attacks)
    func text(_ attack: String) throws {
        for (open, close) in [
            ("<p>", "</p>"), ("<p title=\"", "\">"), ("<p title='", "'>"), ("<title>", "</title>"),
            ("<svg><text>", "</text></svg>"), ("<textarea>", "</textarea>"),
        ] {
            let made = try Self.render(open + "{{ x }}" + close, .string(attack))
            #expect(made.hasPrefix(open) && made.hasSuffix(close))
            let inside = made.dropFirst(open.count).dropLast(close.count)
            #expect(!inside.utf8.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 })
            #expect(Text.unescape(String(inside)).hasSameBytes(as: attack))
        }
    }

    @Test("safe values cannot leave an attribute", arguments: attacks)
    func safe(_ attack: String) throws {
        let made = try Self.render("<p title=\"{{ x }}\">", .safe(attack))
        #expect(!made.dropFirst(10).dropLast(2).utf8.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 })
    }

    /// Reads an address as a browser does, and gives its scheme.
    static func scheme(_ attribute: String) -> String? {
        let address = Text.unescape(attribute).unicodeScalars.drop { $0.value <= 0x20 }
            .filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
        guard
            let end = address.firstIndex(where: {
                !$0.properties.isAlphabetic && !"0123456789+-.".unicodeScalars.contains($0)
            }),
            address[end] == ":"
        else { return nil }
        return String(String.UnicodeScalarView(address[..<end])).lowercased()
    }

    @Test("an address keeps a harmless scheme or the page fails", arguments: attacks)
    func address(_ attack: String) throws {
        let templates = [
            ("<a href=\"", "{{ x }}", "\">"), ("<a href=\" ", "{{ x }}", "\">"), ("<img src='", "{{ x }}", "'>"),
            ("<svg><use xlink:href=\"", "{{ x }}", "\"/></svg>"), ("<a href=\"", "{{ x }}{{ x }}", "\">"),
            ("<a href=\"", "java{{ x }}", "\">"),
            ("<a href=\"", "{% if x %}{{ x }}{% else %}/{% endif %}", "\">"),
            ("<svg><set attributeName=\"x\" to=\"", "{{ x }}", "\"/></svg>"),
            ("<form action=\"", "{{ x }}", "\"></form>"), ("<a href=\"", "{% for c in x %}{{ c }}{% endfor %}", "\">"),
        ]
        for value in [Value.string(attack), .safe(attack)] {
            for (open, middle, close) in templates {
                guard let made = try? Self.render(open + middle + close, value) else { continue }
                let scheme = Self.scheme(String(made.dropFirst(open.count).dropLast(close.count)))
                #expect(scheme == nil || MarkupState.schemes.contains(scheme ?? ""), "\(made)")
            }
        }
    }

    @Test("JSON stays JSON", arguments: attacks)
    func json(_ attack: String) throws {
        for (name, template) in [
            ("a.json", "{\"x\": {{ x }}}"), ("a.json", "{\"x\": \"{{ x }}\"}"),
            ("a.html", "<script type=\"application/ld+json\">{\"x\": \"{{ x }}\"}</script>"),
            ("a.html", "<script type=\"application/json\">{{ x }}</script>"),
        ] {
            for value in [Value.string(attack), .safe(attack)] {
                let made = try Self.render(template, value, name: name)
                let inside = name == "a.html" ? String(made.drop { $0 != ">" }.dropFirst().dropLast(9)) : made
                #expect(!inside.contains("<") && !inside.contains("\u{2028}"))
                let parsed = JSONReader.read(inside)
                let text = parsed.text ?? { if case .map(let map) = parsed { map["x"]?.text } else { nil } }()
                #expect(text?.hasSameBytes(as: attack) == true, "\(made)")
            }
        }
    }

    @Test("only harmless attributes come from xmlattr", arguments: attacks)
    func attributes(_ attack: String) throws {
        let made = try Self.render("<p{{ {'title': x}|xmlattr }}>", .string(attack))
        #expect(made.hasPrefix("<p title=\"") && made.hasSuffix("\">"))
        #expect(!made.dropFirst(10).dropLast(2).utf8.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x22 })
    }

    @Test("plain text is not escaped") func plain() throws {
        #expect(try Self.render("{{ x }}", "<b>", name: "a.csv") == "<b>")
    }
}
