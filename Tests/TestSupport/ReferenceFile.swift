import Foundation
import MetaAnalysis

/// A JSON file of reference values, in the folder `Vectors` of the tests of statistics.
package struct ReferenceFile {
    package let root: JSON

    package init(_ name: String) throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let url = tests.appendingPathComponent("MetaAnalysisTests/Vectors/\(name)")
        root = JSON(try JSONSerialization.jsonObject(with: Data(contentsOf: url)))
    }

    package static let metafor = try? ReferenceFile("metafor.json")

    package static var datasets: [Dataset] {
        metafor?.root["datasets"].array.map(Dataset.init) ?? []
    }
}

/// One dataset of the metafor reference values.
package struct Dataset: CustomStringConvertible, Sendable {
    package let values: JSON
    package var id: String { values["id"].string }
    package var tolerance: Double { values["tolerance_relative"].number ?? 1e-8 }
    package var description: String { id }

    package init(_ values: JSON) { self.values = values }

    package var studies: [StudyEffect] {
        get throws {
            try values["studies"].array.map {
                try StudyEffect(
                    study: $0["label"].string, estimate: $0["yi"].required, variance: $0["vi"].required)
            }
        }
    }

    package var tables: [TwoByTwoTable] {
        get throws {
            try values["studies"].array.map { study in
                let raw = study["raw"]
                return try TwoByTwoTable(
                    treatmentEvents: raw["ai"].required, treatmentTotal: raw["n1i"].required,
                    controlEvents: raw["ci"].required, controlTotal: raw["n2i"].required)
            }
        }
    }
}

/// A loosely typed JSON value, for reading reference files.
package enum JSON: Sendable {
    case object([String: JSON])
    case list([JSON])
    case value(Double)
    case text(String)
    case flag(Bool)
    case null

    package init(_ any: Any) {
        switch any {
        case let object as [String: Any]: self = .object(object.mapValues(JSON.init))
        case let list as [Any]: self = .list(list.map(JSON.init))
        case let text as String: self = .text(text)
        case let number as NSNumber:
            self = isBoolean(number) ? .flag(number.boolValue) : .value(number.doubleValue)
        default: self = .null
        }
    }

    package subscript(key: String) -> JSON {
        if case .object(let object) = self { object[key] ?? .null } else { .null }
    }
    package var array: [JSON] { if case .list(let list) = self { list } else { [] } }
    package var keys: [String] { if case .object(let object) = self { object.keys.sorted() } else { [] } }
    package var string: String { if case .text(let text) = self { text } else { "" } }
    package var isMissing: Bool { if case .null = self { true } else { false } }
    package var isTrue: Bool { if case .flag(true) = self { true } else { false } }
    package var number: Double? {
        switch self {
        case .value(let number): number
        case .flag(let flag): flag ? 1 : 0
        default: nil
        }
    }
    /// - Throws: where there is no number.
    package var required: Double {
        get throws {
            guard let number else { throw MissingNumber() }
            return number
        }
    }
    package var numbers: [Double] { array.compactMap(\.number) }
}

/// A number that a reference file lacks.
private struct MissingNumber: Error {}

private func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
}
