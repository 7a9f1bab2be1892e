import Diagnostics
import Testing
import Text

@testable import Markdown

@Suite("Every link is told at its own place")
struct PlaceTests {
    /// Texts whose links go to `/1/`, `/2/` … in order; the sign ` marks nothing, each destination stands once.
    @Test(
        arguments: [
            "[x](../a/) [y](/1/)", "soft [z](/1/)\nand [w](/2/)\nthen [v](/3/)", "**é [q](/1/)** `c` [r](/2/)",
            "hard  \n[h](/1/)", "> quote [a](/1/)\n> [b](/2/) more [c](/3/)\nlazy [d](/4/)",
            "- item [e](/1/)\n  next [f](/2/)\n    - sub [g](/3/)\n      [h](/4/)\nlazy [i](/5/) [j](/6/)",
            "| A [i](/1/) | B [j](/2/) |\n|---|---|\n| é [k](/3/) | [l](/4/) |\n| [m](/5/) | `a\\|b` [n](/6/) |",
            "## head [o](/1/) [p](/2/ \"title\")", "[![alt](/1/)](/2/) ![](/3/)", "[a](</1/>) <https://x.org/2/>",
            "東京 [a](/1/)、[b](/2/)", "a\\*b &amp; [a](/1/) &lt; [b](/2/)", "[a *b* `](c)` [](/1/) d](/2/)",
            "note[^1] [a](/1/)\n\n[^1]: one [b](/2/)\n    two [c](/3/)\n\n    three [d](/4/)",
            "1. a\n2. b [x](/1/)\n\n   c [y](/2/)\n\n\tcode", "~~[a](/1/)~~ __[b](/2/)__ *[c](/3/)*",
        ])
    func places(_ text: String) {
        let document = MarkdownDocument(text)
        var seen = 0
        for located in document.events {
            let destination: String
            switch located.event {
            case .enter(.link(let address, _)), .enter(.image(let address, _)): destination = address
            default: continue
            }
            seen += 1
            let place = document.place(of: located, needle: destination)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.indices.contains(place.line - 1))
            let shown = lines[place.line - 1].dropFirst(place.column - 1)
            #expect(shown.hasPrefix(destination), "\(destination) at \(place.line):\(place.column)")
        }
        #expect(seen > 0)
    }

    @Test("The same address twice on a line") func twice() {
        let document = MarkdownDocument("`[a](/x/)` [a](/x/) /x/ [b](/x/)\n[c](/x/)")
        let places = document.events.compactMap { located -> Int? in
            guard case .enter(.link(let address, _)) = located.event else { return nil }
            return document.place(of: located, needle: address).column
        }
        #expect(places == [16, 29, 5])
    }

    @Test("Bare addresses and citations") func addresses() {
        let document = MarkdownDocument(
            "é https://a.org, https://a.org and www.b.org\n[@x, 1] and [@y-2; @x] www.b.org")
        let places = document.events.compactMap { located -> String? in
            switch located.event {
            case .enter(.link(let address, _)):
                let place = document.place(of: located, needle: address)
                return "\(place.line):\(place.column)"
            case .citation(let citations):
                let place = document.place(of: located, needle: "@\(citations[0].source)")
                return "\(place.line):\(place.column)"
            default: return nil
            }
        }
        #expect(places == ["1:3", "1:18", "1:36", "2:2", "2:14", "2:24"])
    }

    @Test("A text in YAML that has lost its indentation") func indented() {
        let file = "title: x\nanswer: |\n  See [a](/a/) and\n  then [b](/a/).\n"
        let document = MarkdownDocument(
            "See [a](/a/) and\nthen [b](/a/).\n", in: SourceText(file: "q.yaml", text: file), firstLine: 2)
        let places = document.events.compactMap { located -> Place? in
            guard case .enter(.link(let address, _)) = located.event else { return nil }
            return document.place(of: located, needle: address)
        }
        #expect(places.map(\.line) == [3, 4])
        #expect(places.map(\.column) == [11, 12])
    }
}
