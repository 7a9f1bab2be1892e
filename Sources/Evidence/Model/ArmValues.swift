import MetaAnalysis

/// The values of arms for one kind of quantity.
package struct ArmValues: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case median
        case proportion
        case count
        case mean
        case difference
    }

    package struct Entry: Sendable, Hashable {
        /// The arm's identifier; `all` for all patients together, nil for a difference between arms.
        package var arm: String?
        package var value: ArmValue
        package var mark: Mark
    }

    package var kind: Kind
    package var entries: [Entry]
    package var unit: Unit?
    package var p: Marked<PrintedPValue>?
    package var mark: Mark

    package func entry(_ arm: String) -> Entry? { entries.first { $0.arm == arm } }
}

/// A value of one arm.
package enum ArmValue: Sendable, Hashable {
    case number(PrintedNumber, interval: PrintedInterval?)
    case count(Int, of: Int?)
    case notReached
    case above(PrintedNumber)
    case below(PrintedNumber)
}
