import MetaAnalysis

/// What a sensitivity strip comes to, in numbers and names that a sentence needs.
package struct SensitivitySummary: Sendable, Hashable {
    /// Whether the interval that is shown includes the null value.
    package let includesNull: Bool
    /// The null value: 1 for ratios, 0 otherwise.
    package let null: Double
    /// How many models and intervals were tried.
    package let tried: Int
    /// Under how many of them the conclusion is another.
    package let changed: Int
    /// Whether each study was left out in turn.
    package let triesWithoutStudy: Bool
    /// The studies without which the conclusion is another.
    package let decisive: [String]

    /// - Parameters:
    ///   - shown: the estimate that stands above.
    ///   - null: the value that means no difference, as printed.
    ///   - names: what the studies are called, in the order of the strip; nil for the names that they have in it.
    package init(_ strip: SensitivityStrip, shown: PooledEstimate, null: Double, names: [String]? = nil) {
        includesNull = shown.interval.contains(0)
        self.null = null
        tried = strip.cells.count
        changed = strip.cells(against: shown).count
        triesWithoutStudy = !strip.withoutStudy.isEmpty
        let decisive = strip.isDecisive(against: shown)
        self.decisive = strip.withoutStudy.indices.filter { decisive[$0] }.map {
            names?[$0] ?? strip.withoutStudy[$0].study
        }
    }
}
