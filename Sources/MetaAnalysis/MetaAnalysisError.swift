/// Why a quantity cannot be computed from what was given.
package enum MetaAnalysisError: Error, Sendable, Hashable {
    /// There is no study to work with.
    case noStudies
    /// The procedure is not defined for so few studies.
    case tooFewStudies(Procedure, needed: Int, found: Int)
    /// An estimate is not a finite number of a size that can be computed with (below 1e30).
    case estimateOutOfRange(study: String, value: Double)
    /// A standard error is not positive, or not of a size that can be computed with (1e-30 to 1e30).
    case standardErrorOutOfRange(study: String, value: Double)
    /// A variance is not positive, or not of a size that can be computed with (1e-60 to 1e60).
    case varianceOutOfRange(study: String, value: Double)
    /// A confidence level is not between 0 and 1.
    case levelOutOfRange(Double)
    /// A quantity that must be positive is not.
    case notPositive(Quantity, value: Double)
    /// A p-value is not in (0, 1), or in (0, 1] where 1 makes sense.
    case pValueOutOfRange(Double)
    /// The limits of an interval are equal or upside down.
    case limitsOutOfOrder(low: Double, high: Double)
    /// A number that must lie in an open interval does not.
    case outOfRange(Quantity, value: Double, low: Double, high: Double)
    /// A table of counts is impossible: a negative number, a total of zero, or more events than people.
    case impossibleCounts(events: Double, total: Double)
    /// A table has a zero cell and no correction was asked for.
    case zeroCell(TwoByTwoTable)
    /// No table has events in one arm and none in the other, so the method has nothing to weigh.
    case noInformativeTable(Procedure)
    /// An estimate that is exactly null has no standard error from a p-value.
    case nullEstimateWithPValue(Double)
    /// An iteration did not settle: the data and the method it was for.
    case notConverged(Procedure, studies: [String])
    /// The moderators are collinear, or one is constant.
    case singularDesign(Procedure, moderators: [String])
    /// A moderator's values do not match the studies, or one is not finite.
    case invalidModerator(name: String)
    /// The labels of the subgroups do not match the studies.
    case groupCountMismatch(studies: Int, groups: Int)
    /// Every effect (or standard error) is the same, so the procedure has nothing to measure.
    case noVariation(Procedure)
    /// The measure does not go with the method or the data.
    case measureNotSupported(EffectMeasure, by: Procedure)

    /// What was being computed.
    package enum Procedure: Sendable, Hashable {
        case pooling(TauSquaredEstimator)
        case commonEffect
        case hartungKnapp
        case predictionInterval
        case tauSquaredInterval
        case heterogeneityInterval
        case mantelHaenszel
        case peto
        case subgroups
        case metaRegression
        case leaveOneOut
        case egger
        case rankTest
        case trimAndFill
        case effectSize
    }

    /// A named input.
    package enum Quantity: String, Sendable, Hashable {
        case ratio, observedMinusExpectedVariance, standardDeviation, sampleSize, survival, events
    }
}
