/// Writes a table in the format of RFC 4180, in UTF-8.
///
///     var table = CSVWriter(columns: ["study", "printed"])
///     table.add(["HORRAD", "= 0.10"])
///     table.bytes   // study,printed ⏎ HORRAD,'= 0.10 ⏎
///
/// A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return, and is not a plain
/// number) gets an apostrophe before it.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(columns: [String]) {
        add(columns)
    }

    package mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            add(cell)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private mutating func add(_ cell: String) {
        let isGuarded = Self.isFormula(cell)
        let isQuoted = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    private static func isFormula(_ cell: String) -> Bool {
        switch cell.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): Double(cell)?.isFinite != true
        default: false
        }
    }
}
