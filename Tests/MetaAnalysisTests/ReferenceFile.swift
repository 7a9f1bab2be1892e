import Foundation
import MetaAnalysis
import Testing

/// A JSON file of reference values beside the tests.
struct ReferenceFile {
    let root: JSON

    init(_ name: String, file: String = #filePath) throws {
        let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Vectors/\(name)")
        root = JSON(try JSONSerialization.jsonObject(with: Data(contentsOf: url)))
    }

    static let metafor = try? ReferenceFile("metafor.json")

    static var datasets: [Dataset] {
        metafor?.root["datasets"].array.map(Dataset.init) ?? []
    }
}

/// One dataset of the metafor reference values.
struct Dataset: CustomTestStringConvertible, Sendable {
    let values: JSON
    var id: String { values["id"].string }
    var tolerance: Double { values["tolerance_relative"].number ?? 1e-8 }
    var testDescription: String { id }

    init(_ values: JSON) { self.values = values }

    var studies: [StudyEffect] {
        get throws {
            try values["studies"].array.map {
                try StudyEffect(
                    study: $0["label"].string, estimate: #require($0["yi"].number), variance: #require($0["vi"].number))
            }
        }
    }

    var tables: [TwoByTwoTable] {
        get throws {
            try values["studies"].array.map { study in
                let raw = study["raw"]
                return try TwoByTwoTable(
                    treatmentEvents: #require(raw["ai"].number), treatmentTotal: #require(raw["n1i"].number),
                    controlEvents: #require(raw["ci"].number), controlTotal: #require(raw["n2i"].number))
            }
        }
    }
}

/// A loosely typed JSON value, for reading reference files.
enum JSON: Sendable {
    case object([String: JSON])
    case list([JSON])
    case value(Double)
    case text(String)
    case flag(Bool)
    case null

    init(_ any: Any) {
        switch any {
        case let object as [String: Any]: self = .object(object.mapValues(JSON.init))
        case let list as [Any]: self = .list(list.map(JSON.init))
        case let text as String: self = .text(text)
        case let number as NSNumber:
            self = CFBooleanLike(number) ? .flag(number.boolValue) : .value(number.doubleValue)
        default: self = .null
        }
    }

    subscript(key: String) -> JSON {
        if case .object(let object) = self { object[key] ?? .null } else { .null }
    }
    var array: [JSON] { if case .list(let list) = self { list } else { [] } }
    var keys: [String] { if case .object(let object) = self { object.keys.sorted() } else { [] } }
    var string: String { if case .text(let text) = self { text } else { "" } }
    var isMissing: Bool { if case .null = self { true } else { false } }
    var isTrue: Bool { if case .flag(true) = self { true } else { false } }
    var number: Double? {
        switch self {
        case .value(let number): number
        case .flag(let flag): flag ? 1 : 0
        default: nil
        }
    }
    var numbers: [Double] { array.compactMap(\.number) }
}

private func CFBooleanLike(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
}

/// Requires a value to equal a reference within a relative or an absolute tolerance.
func expect(
    _ value: Double?, _ reference: JSON, relative: Double = 1e-8, absolute: Double = 1e-12,
    _ name: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let expected = reference.number else {
        Issue.record("no reference value for \(name())", sourceLocation: sourceLocation)
        return
    }
    guard let value else {
        Issue.record("\(name()) is missing, expected \(expected)", sourceLocation: sourceLocation)
        return
    }
    let error = abs(value - expected)
    #expect(
        error <= max(relative * abs(expected), absolute), "\(name()): \(value), expected \(expected)",
        sourceLocation: sourceLocation)
}
