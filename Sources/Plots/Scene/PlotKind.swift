/// The kinds of plots. Each is written by the template of its name.
package enum PlotKind: String, Sendable, Hashable, CaseIterable {
    case forest, spark, dumbbell, icons
    case funnel, galbraith, baujat
    case map, timeline, flow
    case riskOfBias = "risk-of-bias"
}
