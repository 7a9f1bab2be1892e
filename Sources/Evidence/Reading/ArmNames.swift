import Diagnostics
import Text

/// The arms of a study by their identifiers, for the reading of its results.
struct ArmNames {
    private let arms: [String: Arm]
    /// The identifiers in the order of the file.
    let identifiers: [String]

    init(_ arms: [Arm]) {
        identifiers = arms.map(\.id)
        self.arms = Dictionary(arms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(identifier: String) -> Arm? { arms[identifier] }
}

extension Reading {
    func unknownArm(_ name: String, arms: ArmNames, at mark: Mark) {
        report(.unknownArm(name, arms: arms.identifiers, at: source.place(mark)))
    }
}

extension Diagnostic {
    /// How many arms a message names.
    private static let namedArms = 12

    /// - Parameter arms: the identifiers of the study's arms, in its order.
    static func unknownArm(_ name: String, arms: [String], at place: Place) -> Diagnostic {
        .error("unknown-arm", "no arm is called '\(name)'", at: place) {
            var ids = arms.prefix(namedArms).map { "'\($0)'" }
            if arms.count > namedArms { ids.append("\(arms.count - namedArms) more") }
            return switch ids.count {
            case 0: "this study has no arms yet; add them under 'arms'"
            case 1: "the arm of this study is \(ids[0])"
            default: "the arms of this study are \(ids.joinedAsList())"
            }
        }
    }
}

extension [String] {
    /// "a, b and c", in the order given.
    func joinedAsList() -> String {
        guard let last else { return "" }
        return count == 1 ? last : dropLast().joined(separator: ", ") + " and " + last
    }
}
