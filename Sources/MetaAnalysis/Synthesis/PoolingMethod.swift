/// How a table is pooled, by the names of the command line.
package enum PoolingMethod: Sendable, Hashable {
    /// The common effect, by inverse variance.
    case common
    case random(TauSquaredEstimator)
    /// Counts only.
    case mantelHaenszel
    /// Counts only, odds ratio only.
    case peto

    /// Whether the method pools counts rather than effects.
    package var needsCounts: Bool { self == .mantelHaenszel || self == .peto }

    /// `FE`, `DL`, `PM`, `REML`, `ML`, `EB`, `SJ`, `HE`, `MH` or `PETO`.
    package var name: String {
        switch self {
        case .common: "FE"
        case .random(let estimator): estimator.rawValue
        case .mantelHaenszel: "MH"
        case .peto: "PETO"
        }
    }

    /// - Returns: nil for any other name; case does not matter.
    package init?(name: String) {
        switch name.uppercased() {
        case "FE": self = .common
        case "MH": self = .mantelHaenszel
        case "PETO": self = .peto
        case let other:
            guard let estimator = TauSquaredEstimator(rawValue: other) else { return nil }
            self = .random(estimator)
        }
    }
}
