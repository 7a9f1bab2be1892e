import Testing

@testable import Text

@Suite("Tables as separated values")
struct CSVTests {
    private static func read(_ text: String, separator: CSVSeparator? = nil) -> (cells: [[String]], reader: CSVReader) {
        var reader = CSVReader(Array(text.utf8), separator: separator)
        let first = reader
        var cells: [[String]] = []
        while let record = reader.next() { if !record.isBlank { cells.append(record.fields.map(\.text)) } }
        return (cells, first)
    }

    @Test(
        "Fields are read as RFC 4180 says",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("\"a,\"\"b\"\"\",c\n", [["a,\"b\"", "c"]]), ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]),
            ("a,,\n", [["a", "", ""]]),
            ("a\n\n\nb\n", [["a"], ["b"]]), ("a,b\n,\n , \n\"\",\n1,2\n", [["a", "b"], ["1", "2"]]), ("", []),
            ("\n\n", []),
        ])
    func records(text: String, cells: [[String]]) {
        #expect(Self.read(text).cells == cells)
    }

    @Test(
        "The separator is the one that is named, or used most in the first line",
        arguments: [
            ("study;estimate;low\nA;0,90;0,70\n", CSVSeparator.semicolon, ["A", "0,90", "0,70"]),
            ("study\testimate\nA\t0.90\n", .tab, ["A", "0.90"]),
            ("sep=,\nstudy,estimate\nA,0.90\n", .comma, ["A", "0.90"]),
            ("sep=;\r\nstudy;estimate\r\nA;0,90\r\n", .semicolon, ["A", "0,90"]),
            ("study;\"low, middle, high\";p\nA;b;0.4\n", .semicolon, ["A", "b", "0.4"]),
            ("study\nA;B\n", .comma, ["A;B"]),
            ("sep=,x\nA,B\n", .comma, ["A", "B"]),
        ])
    func separators(text: String, separator: CSVSeparator, last: [String]) {
        let (cells, reader) = Self.read(text)
        #expect(reader.separator == separator)
        #expect(cells.last == last)
    }

    @Test("A field knows its line and its column in characters")
    func places() {
        var reader = CSVReader(Array("sep=;\nÄrzte;p\n\"a\nb\";x\n".utf8))
        let header = reader.next()?.fields.map { [$0.line, $0.column] }
        #expect(header == [[2, 1], [2, 7]])
        let row = reader.next()?.fields.map { [$0.line, $0.column] }
        #expect(row == [[3, 1], [4, 4]])
    }

    @Test(
        "What is no table is told",
        arguments: [
            ("a\n\"b\n", [CSVProblem(kind: .unclosedQuote, line: 2, column: 1)]),
            ("\"a\"b,c\n", [CSVProblem(kind: .textAfterQuote, line: 1, column: 4)]),
            ("a\"b\"\n", [CSVProblem(kind: .quoteInsideField, line: 1, column: 2)]),
            (String(repeating: "x", count: 65_537), [CSVProblem(kind: .fieldTooLong, line: 1, column: 1)]),
            (String(repeating: ",", count: 5000), [CSVProblem(kind: .tooManyFields, line: 1, column: 4097)]),
        ])
    func problems(text: String, expected: [CSVProblem]) {
        var reader = CSVReader(Array(text.utf8))
        var problems: [CSVProblem] = []
        while let record = reader.next() { problems += record.problems }
        #expect(problems == expected)
    }

    @Test(
        "A cell is quoted where it must be, and no formula runs",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
            ("= 0.10", "'= 0.10"),
            ("=1+2,3", "\"'=1+2,3\""), ("@x", "'@x"), ("-0.5", "-0.5"), ("+1e-3", "+1e-3"),
            ("-0.5 to 0.3", "'-0.5 to 0.3"),
            ("+x", "'+x"), ("-inf", "'-inf"), ("−0.5", "−0.5"), ("\tx", "'\tx"), ("", ""),
        ])
    func cells(cell: String, written: String) {
        var table = CSVWriter(columns: ["a", "b"])
        table.add([cell, "1"])
        #expect(String(decoding: table.bytes, as: UTF8.self) == "a,b\r\n\(written),1\r\n")
    }

    @Test("What is written reads back")
    func roundTrip() {
        let cells = ["a,b", "c\"d", "e\r\nf", "g;h", " i ", "ü"]
        var table = CSVWriter(columns: ["1", "2", "3", "4", "5", "6"])
        table.add(cells)
        #expect(Self.read(String(decoding: table.bytes, as: UTF8.self)).cells.last == cells)
    }
}
