import Testing
import Text

@testable import Diagnostics

@Suite("Diagnostics are written so that people and programs can use them")
struct DiagnosticWriterTests {
    private static let source = SourceText(
        file: "Content/studies/stampede.yaml",
        text: "results:\n  - outcome: os\n    effect:\n      compare: radiotherpy/control\n")

    private var unknownArm: Diagnostic {
        .error(
            "unknown-arm", "no arm is called 'radiotherpy'", at: Self.source.place(line: 4, column: 16, length: 11),
            help: "the arms of this study are 'radiotherapy' and 'control'")
    }

    private func written(_ diagnostics: [Diagnostic], _ format: DiagnosticWriter.Format = .text) -> String {
        var collector = DiagnosticCollector()
        collector.report(contentsOf: diagnostics)
        return DiagnosticWriter(format: format).write(collector)
    }

    @Test("The text names place, line, caret and help")
    func text() {
        #expect(
            written([unknownArm]) == """
                Content/studies/stampede.yaml:4:16: error: no arm is called 'radiotherpy' [unknown-arm]
                    4 |       compare: radiotherpy/control
                      |                ^~~~~~~~~~~
                   help: the arms of this study are 'radiotherapy' and 'control'

                """)
    }

    @Test("Problems come in the order of files and lines, and identical ones are counted")
    func order() {
        let later = Diagnostic.warning("b", "second", at: Place(file: "b.yaml", line: 1, column: 1))
        let earlier = Diagnostic.error("a", "first", at: Place(file: "a.yaml", line: 9, column: 2))
        #expect(
            written([later, earlier, later]) == """
                a.yaml:9:2: error: first [a]
                b.yaml:1:1: warning: second [b] (2 times)

                """)
    }

    @Test("A note names its own place")
    func notes() {
        let diagnostic = Diagnostic.error(
            "duplicate-id", "another arm is called 'a'", at: Place(file: "x.yaml", line: 3, column: 5),
            notes: [.init("the first is here", at: Place(file: "x.yaml", line: 1, column: 5))])
        #expect(
            written([diagnostic]) == """
                x.yaml:3:5: error: another arm is called 'a' [duplicate-id]
                   note: x.yaml:1:5: the first is here

                """)
    }

    @Test("Control characters of the input cannot steer the terminal")
    func controlCharacters() {
        let source = SourceText(file: "a\u{7}.yaml", text: "\u{1B}]0;title\u{7}\u{9B}\u{202E}")
        #expect(
            written([.error("x", "bad \u{1B}[31m", at: source.place(line: 1))]) == """
                a␇.yaml:1:1: error: bad ␛[31m [x]
                    1 | ␛]0;title␇\u{FFFD}\u{FFFD}
                      | ^

                """)
    }

    @Test("A very long line is cut to what is meant")
    func longLine() {
        let line = String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000)
        let place = SourceText(file: "f", text: line).place(utf8Offset: 5000, length: 4)
        #expect((place.column, place.length) == (5001, 4))
        let text = written([.error("x", "y", at: place)])
        let lines = text.split(separator: "\n")
        #expect(lines[1].count < 200)
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        let meant = lines[1].firstRange(of: "HERE").map {
            lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound)
        }
        #expect(caret == meant)
    }

    @Test("Of a file with hundreds of problems the worst hundred are told, and how many more there are")
    func many() {
        let source = SourceText(file: "v.yaml", text: String(repeating: "lable: x\n", count: 1100))
        var problems = (1...1080).map {
            Diagnostic.error("unknown-field", "nothing is called 'lable'", at: source.place(line: $0))
        }
        problems += (1081...1083).map { Diagnostic.warning("untitled", "no title", at: source.place(line: $0)) }
        let lines = written([.warning("a", "other", at: Place(file: "z.yaml"))] + problems.reversed(), .github).split(
            separator: "\n")
        #expect(lines.count == 102)
        #expect(lines[99].hasPrefix("::error file=v.yaml,line=100,"))
        #expect(
            lines[100]
                == "::error file=v.yaml,title=more-problems::this file has 980 more errors and 3 more warnings%0A"
                + "mend the ones above; they may be of one kind")
        #expect(lines[101].hasPrefix("::warning file=z.yaml"))
    }

    @Test("An error is told before a hundred warnings")
    func worstFirst() {
        let warnings = (1...150).map { Diagnostic.warning("w", "weak", at: Place(file: "f", line: $0)) }
        let written = written(warnings + [.error("e", "wrong", at: Place(file: "f", line: 200))])
        #expect(written.contains("f:200:1: error: wrong [e]"))
        #expect(written.contains("f: warning: this file has 51 more warnings [more-problems]"))
    }

    @Test("JSON is one array")
    func json() {
        #expect(
            written([unknownArm], .json) == """
                [
                  {"severity":"error","identifier":"unknown-arm","summary":"no arm is called 'radiotherpy'",\
                "file":"Content/studies/stampede.yaml","line":4,"column":16,"length":11,\
                "excerpt":"      compare: radiotherpy/control",\
                "help":"the arms of this study are 'radiotherapy' and 'control'","count":1}
                ]

                """)
        #expect(written([], .json) == "[]\n")
    }

    @Test("GitHub annotations are escaped")
    func github() {
        let diagnostic = Diagnostic.warning(
            "x", "100% of\nit", at: Place(file: "a,b:c.md", line: 2, column: 3, length: 2))
        #expect(
            written([diagnostic], .github)
                == "::warning file=a%2Cb%3Ac.md,line=2,col=3,endColumn=5,title=x::100%25 of%0Ait\n")
    }
}

@Suite("Suggestions")
struct SuggestionTests {
    @Test(
        "The nearest name is found, if it is near enough",
        arguments: [
            ("radiotherpy", "radiotherapy"), ("hororad", "horrad"), ("compar", "compare"), ("xyz", nil),
            ("lable", "label"),
        ] as [(String, String?)])
    func nearest(_ name: String, _ expected: String?) {
        let names = ["radiotherapy", "horrad", "compare", "label", "outcome"]
        #expect(Suggestion.nearest(to: name, among: names) == expected)
    }

    @Test("Lists are sorted and end in 'and'")
    func list() {
        #expect(Suggestion.list(["b", "a"]) == "'a' and 'b'")
        #expect(Suggestion.list(["a"]) == "'a'")
        #expect(Suggestion.list([String]()) == "none")
        #expect(Suggestion.list((1...5).map { "\($0)" }, limit: 3) == "'1', '2', '3' and 2 more")
    }
}
