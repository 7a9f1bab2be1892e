import Testing

@testable import Diagnostics

@Suite("Diagnostics are written so that people and programs can use them")
struct DiagnosticWriterTests {
    private static let source = SourceText(
        file: "Content/studies/stampede.yaml", text: "results:\n  - outcome: os\n    effect:\n      compare: radiotherpy/control\n")

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
        let diagnostic = Diagnostic.error(
            "x", "bad \u{1B}[31m", at: Place(file: "a\u{7}.yaml", line: 1, column: 1, excerpt: "\u{1B}]0;title\u{7}"))
        let text = written([diagnostic])
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("A very long line is cut to what is meant")
    func longLine() {
        let line = String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000)
        let text = written([.error("x", "y", at: Place(file: "f", line: 1, column: 5001, length: 4, excerpt: line))])
        let lines = text.split(separator: "\n")
        #expect(lines[1].count < 200)
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        let meant = lines[1].firstRange(of: "HERE").map { lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound) }
        #expect(caret == meant)
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
        let diagnostic = Diagnostic.warning("x", "100% of\nit", at: Place(file: "a,b:c.md", line: 2, column: 3, length: 2))
        #expect(written([diagnostic], .github) == "::warning file=a%2Cb%3Ac.md,line=2,col=3,endColumn=5,title=x::100%25 of%0Ait\n")
    }
}

@Suite("Places in a text")
struct SourceTextTests {
    @Test("Offsets become lines and columns in characters")
    func offsets() {
        let text = SourceText(file: "f", text: "ab\ncéd\r\nf")
        #expect(text.place(utf8Offset: 0) == Place(file: "f", line: 1, column: 1, excerpt: "ab"))
        #expect(text.place(utf8Offset: 6) == Place(file: "f", line: 2, column: 3, excerpt: "céd"))
        #expect(text.place(utf8Offset: 999).line == 3)
    }

    @Test("A string is found from a line on")
    func search() {
        let text = SourceText(file: "f", text: "one two\ntwo three\n")
        #expect(text.place(of: "two") == Place(file: "f", line: 1, column: 5, length: 3, excerpt: "one two"))
        #expect(text.place(of: "two", fromLine: 2) == Place(file: "f", line: 2, column: 1, length: 3, excerpt: "two three"))
        #expect(text.place(of: "four") == nil)
    }
}

@Suite("Suggestions")
struct SuggestionTests {
    @Test(
        "The nearest name is found, if it is near enough",
        arguments: [
            ("radiotherpy", "radiotherapy"), ("hororad", "horrad"), ("compar", "compare"), ("xyz", nil), ("lable", "label"),
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
