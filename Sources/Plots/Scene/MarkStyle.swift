/// What a mark is, from which a theme's style sheet derives how it looks: `square-hollow` is drawn with the class
/// `plot-square-hollow`.
package enum MarkStyle: String, Sendable, Hashable, CaseIterable {
    // Furniture.
    case paper, rule, hairline, axis, tick, null, hit
    case pooledLine = "pooled-line"
    case grid, outline
    /// Nothing where something could be.
    case gap
    // Estimates and their intervals.
    case interval
    case intervalDerived = "interval-derived"
    case intervalShown = "interval-shown"
    case intervalAlternative = "interval-alternative"
    case arrow
    case arrowShown = "arrow-shown"
    case arrowPooled = "arrow-pooled"
    case square
    case squareHollow = "square-hollow"
    case squareAlternative = "square-alternative"
    case circle
    case circleHollow = "circle-hollow"
    case step
    case diamond
    case diamondSubgroup = "diamond-subgroup"
    case diamondHollow = "diamond-hollow"
    case prediction
    // Two arms.
    case experimental, control, span
    case experimentalIndirect = "experimental-indirect"
    /// What tells the experimental arm of an indirect study from its control: the dot in its ring.
    case dotIndirect = "dot-indirect"
    case controlIndirect = "control-indirect"
    case spanIndirect = "span-indirect"
    /// The line of an arm whose value is only known to be over a bound, and the bound where it starts.
    case spanOpen = "span-open"
    case boundOpen = "bound-open"
    case spanOpenControl = "span-open-control"
    case boundOpenControl = "bound-open-control"
    case spanOpenIndirect = "span-open-indirect"
    case boundOpenIndirect = "bound-open-indirect"
    /// What parts an axis from the lane of what has no place on it.
    case lane
    // Bubbles, bars, regions.
    case bubble
    case bubbleOther = "bubble-other"
    case bubbleThird = "bubble-third"
    case bubbleFourth = "bubble-fourth"
    case bar
    case barOpen = "bar-open"
    case end
    case now
    case contourLast = "contour-last"
    case contourInner = "contour-inner"
    case contourMiddle = "contour-middle"
    case contourOuter = "contour-outer"
    case person
    case personEvent = "person-event"
    case personUnsure = "person-unsure"
    case personSpared = "person-spared"
    case personHarmed = "person-harmed"
    // Judgements, and the signs on them that say them without colour.
    case judgedLow = "judged-low"
    case judgedSomeConcerns = "judged-some-concerns"
    case judgedModerate = "judged-moderate"
    case judgedHigh = "judged-high"
    case judgedSerious = "judged-serious"
    case judgedCritical = "judged-critical"
    case judgedUnclear = "judged-unclear"
    case judgedNoInformation = "judged-no-information"
    case notJudged = "not-judged"
    case sign
    case signLight = "sign-light"
    case signDot = "sign-dot"
    // Boxes of a flow, and the ways between them.
    case stage, departure
    case way
    case wayHead = "way-head"
    // Text.
    case title, header, label, sublabel, group, cell, estimate, limits, pooled, note, footnote
    case pointLabel = "point-label"
    case tickLabel = "tick-label"
    case favours
    case alternative
    case count
}
