import Testing

@testable import Text

@Suite("Places in a text")
struct SourceTextTests {
    @Test("Offsets become lines and columns in characters")
    func offsets() {
        let text = SourceText(file: "f", text: "ab\ncéd\r\nf")
        #expect(text.place(utf8Offset: 0) == Place(file: "f", line: 1, column: 1))
        #expect(text.place(utf8Offset: 6) == Place(file: "f", line: 2, column: 3))
        #expect(text.place(utf8Offset: 3, length: 99) == Place(file: "f", line: 2, column: 1, length: 3))
        #expect(text.place(utf8Offset: 999) == Place(file: "f", line: 3, column: 2))
        #expect(text.place(utf8Offset: -1) == Place(file: "f", line: 1))
    }

    @Test("A string is found from a line on")
    func search() {
        let text = SourceText(file: "f", text: "one two\ntwo three\n")
        #expect(text.place(of: "two") == Place(file: "f", line: 1, column: 5, length: 3))
        #expect(text.place(of: "two", fromLine: 2) == Place(file: "f", line: 2, column: 1, length: 3))
        #expect(text.place(of: "four") == nil)
        #expect(text.place(of: "two", fromLine: 9) == nil)
        #expect(text.place(of: "") == nil)
        #expect(SourceText(file: "f", text: "ab").place(of: "abc") == nil)
    }

    @Test(
        "Lines end in LF, CR or both",
        arguments: [
            ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
            ("\r\r\n", ["", "", ""]),
            ("é\r\n\u{301}x", ["é", "\u{301}x"]),
        ])
    func lines(text: String, lines: [String]) {
        let source = SourceText(file: "f", text: text)
        #expect((1...lines.count).map { source.line($0) } == lines)
        #expect(source.line(0) == nil)
        #expect(source.line(lines.count + 1) == nil)
        #expect(source.withLineFeeds().text == lines.joined(separator: "\n"))
    }

    /// A text whose lines are long, with characters of one to eleven bytes.
    private static let long: String = {
        let characters = ["a", "é", "e\u{301}", "漢", "👩‍⚕️", "\t", " "]
        let lines = (0..<4).map { line in (0..<(line * 700)).map { characters[($0 * 31 + line) % 7] }.joined() }
        return lines.joined(separator: "\n")
    }()

    @Test("Places in long lines are those that counting gives")
    func longLines() {
        let source = SourceText(file: "f", text: Self.long)
        var offset = 0
        for (number, line) in Self.long.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for (column, character) in line.enumerated() {
                let place = source.place(utf8Offset: offset, length: character.utf8.count)
                #expect(place == Place(file: "f", line: number + 1, column: column + 1))
                offset += character.utf8.count
            }
            offset += 1
        }
    }

    @Test("An excerpt is a part of its line that holds the column, and full")
    func excerpts() {
        let source = SourceText(file: "f", text: Self.long)
        for (number, line) in Self.long.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let characters = Array(line)
            for column in [1, 2, 40, 41, 42, 300, characters.count - 1, characters.count]
            where column >= 1 && column <= characters.count {
                guard let excerpt = source.place(line: number + 1, column: column).excerpt else {
                    Issue.record("no excerpt of line \(number + 1)")
                    continue
                }
                let first = excerpt.firstColumn - 1
                #expect(Array(excerpt.text) == Array(characters[first..<min(characters.count, first + 160)]))
                #expect(excerpt.text.count == min(160, characters.count))
                #expect((excerpt.firstColumn..<(excerpt.firstColumn + 160)).contains(column))
            }
        }
        #expect(source.place(line: 1, column: 7).excerpt?.text == "")
        #expect(source.place(line: 4, column: 99_999).excerpt?.text.count == 160)
        #expect(source.place(line: 9).excerpt == nil)
        #expect(Place(file: "f", line: 1).excerpt == nil)
    }
}

@Suite("Files that are texts")
struct TextFileTests {
    private static func refusal(_ bytes: [UInt8], limit: Int = 100) -> TextFile.Refusal? {
        do throws(TextFile.Refusal) {
            _ = try TextFile(name: "f", bytes: bytes).source(limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test("A byte-order mark is no part of the text")
    func mark() throws {
        #expect(try TextFile(name: "f", bytes: Array("\u{FEFF}é\tb\r\n".utf8)).source(limit: 100).text == "é\tb\r\n")
    }

    @Test("What is no text is refused at its place")
    func refused() {
        #expect(Self.refusal([0x61, 0x62], limit: 1) == .tooLarge(limit: 1, Place(file: "f")))
        #expect(Self.refusal(Array("é\r\nab".utf8) + [0xFF]) == .notUTF8(Place(file: "f", line: 2, column: 3)))
        #expect(Self.refusal([0xEF, 0xBB, 0xBF, 0x61, 0xC3]) == .notUTF8(Place(file: "f", line: 1, column: 2)))
    }

    @Test(
        "Characters that steer are refused, those that are read are not",
        arguments: [
            ("a\n b\u{1B}[31m", "\u{1B}", 2, 3), ("\u{7F}", "\u{7F}", 1, 1), ("é\u{85}", "\u{85}", 1, 2),
            ("a\u{2028}", "\u{2028}", 1, 2),
            ("a\u{202E}b", "\u{202E}", 1, 2), ("a\u{FEFF}", "\u{FEFF}", 1, 2), ("\0", "\0", 1, 1),
        ] as [(String, Unicode.Scalar, Int, Int)])
    func controls(text: String, scalar: Unicode.Scalar, line: Int, column: Int) {
        // A character that joins the one before it has its column.
        let place = Self.refusal(Array(text.utf8))
        guard case .controlCharacter(scalar, let found)? = place else {
            Issue.record("\(String(describing: place))")
            return
        }
        #expect(found.line == line)
        #expect(found.column == column)
    }

    @Test(
        "Text of many languages is let through",
        arguments: ["Ärzte – «ça» 漢字 עברית\u{200F} عربي 👩‍⚕️ − ≥ \u{A0}\u{202F}\u{2009}x\u{AD}"])
    func plain(text: String) {
        #expect(Self.refusal(Array(text.utf8), limit: 1000) == nil)
    }

    @Test("A terminal is shown marks")
    func shown() {
        #expect(ControlCharacter.shown("a\u{1B}[31m\tb\n\u{7F}\u{9B}\u{202E}é") == "a␛[31m␉b␊␡\u{FFFD}\u{FFFD}é")
        #expect(ControlCharacter.shown("plain é") == "plain é")
        #expect(ControlCharacter.name(of: "\u{7}") == "U+0007")
    }
}
