extension PoolReport {
    /// The report as JSON, on the analysis scale, with the keys of `atlas pool --json`.
    ///
    /// A key that does not apply is left out; there is never a null, NaN or infinity. The same report gives the same
    /// bytes on every machine.
    public func json() -> String {
        var object = ReportObject()
        object.set("k", count: studies.count)
        object.set("measure", text: measure.rawValue)
        object.set("level", number: options.level)
        object.set("studies", .list(studies.indices.map(study)))
        object.set("common", common.map(commonValue))
        object.set("random", random?.reportValue)
        object.set("heterogeneity", heterogeneity.map(heterogeneityValue) ?? countHeterogeneity?.reportValue)
        object.set("prediction", prediction?.reportValue)
        object.set("egger", egger?.reportValue)
        object.set("rankTest", rankTest?.reportValue)
        object.set("trimFill", trimAndFill?.reportValue)
        object.set("leaveOneOut", list: leaveOneOut.map(\.reportValue))
        object.set("cumulative", list: cumulative.map(\.reportValue))
        object.set("subgroups", subgroups.map(subgroupsValue))
        object.set("metaRegression", metaRegression?.reportValue)
        object.set("sensitivity", sensitivity?.reportValue)
        object.set("cautions", list: cautions.map { .text($0.rawValue) })
        object.set("omitted", list: omissions.map { .text($0.part) })
        return object.value.json
    }

    private func study(_ index: Int) -> ReportValue {
        var object = ReportObject()
        object.set("study", text: studies[index].study)
        object.set("yi", number: studies[index].estimate)
        object.set("sei", number: studies[index].standardError)
        object.set("weightCommon", number: commonWeights?[index])
        object.set("weightRandom", number: random?.weights[index])
        return object.value
    }

    private func commonValue(_ pooled: PooledEstimate) -> ReportValue {
        var object = ReportObject()
        switch options.method {
        case .mantelHaenszel, .peto: object.set("method", text: options.method.name)
        case .common, .random: object.set("method", text: PoolingMethod.common.name)
        }
        object.set(pooled)
        object.set("z", number: pooled.statistic)
        object.set("p", number: pooled.pValue)
        return object.value
    }

    /// Under random effects I², H² and their limits come from τ² and its Q-profile interval; otherwise from Q.
    private func heterogeneityValue(_ heterogeneity: Heterogeneity) -> ReportValue {
        var object = ReportObject()
        object.set("q", number: heterogeneity.q)
        object.set("df", count: heterogeneity.degreesOfFreedom)
        object.set("p", number: heterogeneity.pValue)
        let derived = tauSquaredInterval.flatMap(heterogeneity.intervals)
        // Where no τ² is compatible with the data, metafor gives 0 for both limits; so do we, saying so.
        let isEmpty = tauSquaredInterval.map { $0.limits == nil } ?? false
        let empty: Double? = isEmpty ? 0 : nil
        if let random {
            object.set("i2", number: random.iSquared)
            object.set("i2Low", number: derived?.iSquared.low ?? empty)
            object.set("i2High", number: derived?.iSquared.high ?? empty)
            object.set("h2", number: random.hSquared)
        } else {
            object.set("i2", number: heterogeneity.iSquared)
            object.set("i2Low", number: testBasedInterval?.iSquared.low)
            object.set("i2High", number: testBasedInterval?.iSquared.high)
            object.set("h2", number: heterogeneity.hSquared)
        }
        object.set("tau2Low", number: tauSquaredInterval?.limits?.low ?? empty)
        object.set("tau2High", number: tauSquaredInterval?.limits?.high ?? empty)
        object.set("basis", text: random == nil ? "q" : "tau2")
        if isEmpty { object.set("tau2IntervalEmpty", .flag(true)) }
        if random != nil {
            object.set("i2FromQ", number: heterogeneity.iSquared)
            object.set("i2FromQLow", number: testBasedInterval?.iSquared.low)
            object.set("i2FromQHigh", number: testBasedInterval?.iSquared.high)
        }
        return object.value
    }

    private func subgroupsValue(_ subgroups: Subgroups) -> ReportValue {
        var object = ReportObject()
        object.set("method", text: options.method.name)
        object.set("levels", .list(subgroups.levels.map { $0.reportValue(fromTauSquared: random != nil) }))
        object.set("withinQ", number: subgroups.withinQ)
        object.set("between", subgroups.between.reportValue)
        if let shared = subgroupsWithSharedVariance {
            var one = ReportObject()
            one.set("tau2", number: shared.levels.first?.tauSquared)
            one.set("between", shared.between.reportValue)
            object.set("sharedTau2", one.value)
        }
        return object.value
    }
}
