import MetaAnalysis

/// The values of arms for one kind of quantity.
public struct ArmValues: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case median
        case proportion
        case count
        case mean
        case difference
    }

    public struct Entry: Sendable, Hashable {
        /// The arm's identifier; `all` for all patients together, nil for a difference between arms.
        public var arm: String?
        public var value: ArmValue
        public var mark: Mark
    }

    public var kind: Kind
    public var entries: [Entry]
    public var unit: Unit?
    public var p: Marked<PrintedPValue>?
    public var mark: Mark

    public func entry(_ arm: String) -> Entry? { entries.first { $0.arm == arm } }
}

/// A value of one arm.
public enum ArmValue: Sendable, Hashable {
    case number(PrintedNumber, interval: PrintedInterval?)
    case count(Int, of: Int?)
    case notReached
    case above(PrintedNumber)
    case below(PrintedNumber)
}
