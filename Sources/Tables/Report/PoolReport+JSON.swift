import MetaAnalysis
import Text

extension PoolReport {
    /// The report as JSON, on the analysis scale, with the keys of `atlas pool --json`.
    ///
    /// A key that does not apply is left out; there is never a null, NaN or infinity. The same report gives the same
    /// bytes on every machine.
    package func json() -> String {
        var object = JSONObject()
        object.set("k", count: pool.count)
        object.set("measure", text: measure.rawValue)
        object.set("level", number: options.level)
        object.set("studies", .list(rows.map(study)))
        object.set("common", pool.common.map(commonValue))
        object.set("random", pool.random?.jsonValue)
        object.set("heterogeneity", pool.heterogeneity.map(heterogeneityValue) ?? pool.countHeterogeneity?.jsonValue)
        object.set("prediction", pool.prediction?.jsonValue)
        object.set("egger", egger?.jsonValue)
        object.set("rankTest", rankTest?.jsonValue)
        object.set("trimFill", trimAndFill?.jsonValue)
        object.set("leaveOneOut", list: pool.leaveOneOut.map(\.jsonValue))
        object.set("cumulative", list: cumulative.map(\.jsonValue))
        object.set("subgroups", pool.subgroups.map(subgroupsValue))
        object.set("metaRegression", metaRegression?.jsonValue)
        object.set("sensitivity", pool.sensitivity?.jsonValue)
        object.set("cautions", list: cautions.map { .text($0.rawValue) })
        object.set("omitted", list: omissions.map { .text($0.part.rawValue) })
        return object.value.written(.indented)
    }

    private func study(_ row: Row) -> JSONValue {
        var object = JSONObject()
        object.set("study", text: row.study)
        object.set("yi", number: row.effect?.estimate)
        object.set("sei", number: row.effect?.standardError)
        object.set("weightCommon", number: row.position.flatMap { pool.commonWeights?[$0] })
        object.set("weightRandom", number: row.position.flatMap { pool.random?.weights[$0] })
        return object.value
    }

    private func commonValue(_ pooled: PooledEstimate) -> JSONValue {
        var object = JSONObject()
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
    private func heterogeneityValue(_ heterogeneity: Heterogeneity) -> JSONValue {
        var object = JSONObject()
        object.set("q", number: heterogeneity.q)
        object.set("df", count: heterogeneity.degreesOfFreedom)
        object.set("p", number: heterogeneity.pValue)
        let (random, interval) = (pool.random, pool.tauSquaredInterval)
        let testBased = try? heterogeneity.testBasedInterval(level: options.level)
        let derived = interval.flatMap(heterogeneity.intervals)
        // Where no τ² is compatible with the data, metafor gives 0 for both limits; so do we, saying so.
        let isEmpty = interval.map { $0.limits == nil } ?? false
        let empty: Double? = isEmpty ? 0 : nil
        if let random {
            object.set("i2", number: random.iSquared)
            object.set("i2Low", number: derived?.iSquared.low ?? empty)
            object.set("i2High", number: derived?.iSquared.high ?? empty)
            object.set("h2", number: random.hSquared)
        } else {
            object.set("i2", number: heterogeneity.iSquared)
            object.set("i2Low", number: testBased?.iSquared.low)
            object.set("i2High", number: testBased?.iSquared.high)
            object.set("h2", number: heterogeneity.hSquared)
        }
        object.set("tau2Low", number: interval?.limits?.low ?? empty)
        object.set("tau2High", number: interval?.limits?.high ?? empty)
        object.set("basis", text: random == nil ? "q" : "tau2")
        if isEmpty { object.set("tau2IntervalEmpty", .flag(true)) }
        if random != nil {
            object.set("i2FromQ", number: heterogeneity.iSquared)
            object.set("i2FromQLow", number: testBased?.iSquared.low)
            object.set("i2FromQHigh", number: testBased?.iSquared.high)
        }
        return object.value
    }

    private func subgroupsValue(_ subgroups: Subgroups) -> JSONValue {
        var object = JSONObject()
        object.set("method", text: options.method.name)
        object.set("levels", .list(subgroups.levels.map { $0.jsonValue(fromTauSquared: pool.random != nil) }))
        object.set("withinQ", number: subgroups.withinQ)
        object.set("between", subgroups.between.jsonValue)
        if let shared = subgroupsWithSharedVariance {
            var one = JSONObject()
            one.set("tau2", number: shared.levels.first?.tauSquared)
            one.set("between", shared.between.jsonValue)
            object.set("sharedTau2", one.value)
        }
        return object.value
    }
}
