/// What a number counts in: per cent, a unit of time, or whatever else a document measures with.
package enum Unit: Sendable, Hashable {
    case percent
    case time(Duration.Unit)
    case other(String)

    /// From the word that a record gives: `%`, `months`, `mg/dl`.
    package init(_ word: String) {
        if word == "%" {
            self = .percent
        } else if let unit = Duration.Unit(rawValue: word) {
            self = .time(unit)
        } else {
            self = .other(word)
        }
    }

    /// The word that a record gives.
    package var code: String {
        switch self {
        case .percent: "%"
        case .time(let unit): unit.rawValue
        case .other(let word): word
        }
    }
}
