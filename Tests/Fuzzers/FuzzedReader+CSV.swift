import Text

extension FuzzedReader {
    /// Separated values: places go on and on, and what is written again reads as the same.
    static func readCSV(_ bytes: [UInt8]) {
        var reader = CSVReader(bytes)
        var records: [[String]] = []
        var last = (line: 0, column: 0)
        while let record = reader.next() {
            for field in record.fields {
                precondition((field.line, field.column) > last, "a field before the last one")
                last = (field.line, field.column)
            }
            records.append(record.fields.map(\.text))
            if records.count > 1_000 { break }
        }
        check(records)
    }

    private static func check(_ records: [[String]]) {
        // An apostrophe guards formulas, and an empty line is no record.
        let plain = records.filter { record in
            record.contains { !$0.isEmpty }
                && record.allSatisfy { !"=+-@\t\r".unicodeScalars.contains($0.unicodeScalars.first ?? " ") }
        }
        guard let first = plain.first, !first[0].hasPrefix("sep="), !first[0].hasPrefix("\u{FEFF}") else { return }
        var writer = CSVWriter(columns: first)
        for record in plain.dropFirst() { writer.add(record) }
        var reader = CSVReader(writer.bytes, separator: .comma)
        for record in plain { precondition(reader.next()?.fields.map(\.text) == record, "a row changed on its way") }
    }
}
