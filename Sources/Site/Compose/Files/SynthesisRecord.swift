import Evidence
import MetaAnalysis
import Tables
import Text

/// A synthesis as JSON: the plan, the studies, and all that was computed, on the analysis scale with full precision.
///
/// A key that does not apply is left out; there is never a null.
struct SynthesisRecord {
    let synthesis: Synthesis

    private var measure: EffectMeasure { synthesis.measure }

    var json: String {
        var object = JSONObject()
        object.set("question", text: synthesis.question)
        object.set("id", text: synthesis.id)
        object.set("title", text: synthesis.plan.title)
        object.set("outcome", text: synthesis.plan.outcome.value)
        object.set("measure", text: measure.rawValue)
        object.set("scale", text: measure.isRatio ? "log" : "natural")
        object.set("level", number: synthesis.pooled?.estimate.interval.level ?? 0.95)
        object.set("plan", plan)
        object.set("studies", .list(synthesis.rows.map(study)))
        object.set("withoutEffect", list: synthesis.unplotted.map(unplotted))
        if let pooled = synthesis.pooled {
            object.set("pooled", self.pooled(pooled))
            object.set("heterogeneity", heterogeneity(pooled))
            object.set("prediction", pooled.pool.prediction?.jsonValue)
        } else if let because = synthesis.notPooledBecause {
            object.set("notPooledBecause", text: because.text(in: .english))
        }
        if let pooled = synthesis.pooled {
            object.set("subgroups", pooled.pool.subgroups.map { subgroups($0, isRandom: pooled.pool.random != nil) })
            object.set("leaveOneOut", list: pooled.pool.leaveOneOut.map(\.jsonValue))
            object.set("sensitivity", list: (pooled.pool.sensitivity?.cells ?? []).map { sensitivity($0, pooled) })
            object.set("alternatives", list: synthesis.alternatives.map { alternative($0, pooled) })
        }
        object.set("published", list: synthesis.published.map(published))
        object.set("rounding", synthesis.roundingRange.map(rounding))
        return object.value.written(.indented) + "\n"
    }

    private var plan: JSONValue {
        var object = JSONObject()
        object.set("pool", .flag(synthesis.plan.isPooled))
        object.set("because", text: synthesis.plan.because)
        object.set("model", text: synthesis.plan.model?.rawValue)
        object.set("method", text: synthesis.plan.estimator?.rawValue)
        object.set("test", text: synthesis.plan.test?.rawValue)
        return object.value
    }

    private func study(_ row: SynthesisRow) -> JSONValue {
        var object = JSONObject()
        object.set("study", text: row.label)
        object.set("id", text: row.study)
        object.set("result", text: row.result)
        object.set("group", text: row.group)
        object.set("pooled", .flag(row.isPooled))
        object.set("because", text: row.because)
        if let patients = row.patients { object.set("patients", count: patients) }
        set(&object, row.effect, row.estimate)
        object.set("weight", number: row.weight)
        object.set("inverted", .flag(row.effect.isInverted))
        object.set("from", list: places(row.provenance))
        return object.value
    }

    /// An effect on the analysis scale, with the limits that are shown on the natural one.
    private func set(_ object: inout JSONObject, _ effect: Effect, _ estimate: EffectEstimate) {
        let limits = effect.limits(of: estimate)
        object.set("yi", number: estimate.estimate)
        object.set("sei", number: estimate.standardError)
        object.set("low", number: limits.low)
        object.set("high", number: limits.high)
        object.set("derived", .flag(effect.isDerived))
    }

    private func places(_ provenance: [Provenance]) -> [JSONValue] {
        provenance.map { place in
            var object = JSONObject()
            object.set("source", text: place.source)
            object.set("at", text: place.at)
            object.set("printed", .list(place.readable.map(JSONValue.text)))
            return object.value
        }
    }

    private func unplotted(_ item: SynthesisPlan.Item) -> JSONValue {
        var object = JSONObject()
        object.set("id", text: item.study.value)
        object.set("result", text: item.result.value)
        object.set("because", text: item.because)
        return object.value
    }

    private func pooled(_ pooled: PooledResult) -> JSONValue { self.pooled(pooled, pooled.estimate) }

    /// - Parameter estimate: under the model and with the patients of a pooled result.
    private func pooled(_ pooled: PooledResult, _ estimate: PooledEstimate) -> JSONValue {
        var object = JSONObject()
        object.set("model", text: Self.model(pooled.pool.random?.estimator))
        object.set("method", text: pooled.pool.random?.estimator.rawValue)
        object.set("test", text: estimate.test.rawValue)
        object.set("k", count: pooled.pool.count)
        object.set("patients", count: pooled.patients)
        object.set(estimate)
        object.set("statistic", number: estimate.statistic)
        object.set("df", number: estimate.degreesOfFreedom)
        object.set("p", number: estimate.pValue)
        return object.value
    }

    private static func model(_ estimator: TauSquaredEstimator?) -> String {
        (estimator == nil ? SynthesisPlan.Model.common : .random).rawValue
    }

    private func heterogeneity(_ pooled: PooledResult) -> JSONValue {
        let (pool, found) = (pooled.pool, pooled.pool.heterogeneity)
        var object = JSONObject()
        object.set("q", number: found?.q)
        object.set("df", count: found?.degreesOfFreedom)
        object.set("p", number: found?.pValue)
        object.set("i2", number: pool.iSquared)
        object.set("basis", text: pool.random == nil ? "q" : "tau2")
        if let random = pool.random {
            object.set("tau2", number: random.tauSquared)
            object.set("tau2Low", number: pool.tauSquaredInterval?.limits?.low)
            object.set("tau2High", number: pool.tauSquaredInterval?.limits?.high)
            if case .empty? = pool.tauSquaredInterval { object.set("tau2IntervalEmpty", flag: true) }
        }
        return object.value
    }

    private func sensitivity(_ cell: SensitivityStrip.Cell, _ pooled: PooledResult) -> JSONValue {
        var object = JSONObject()
        object.set("model", text: Self.model(cell.estimator))
        object.set("method", text: cell.estimator?.rawValue)
        object.set("test", text: cell.test.rawValue)
        object.set(cell.pooled)
        object.set("p", number: cell.pooled.pValue)
        object.set("excludesNull", flag: cell.conclusion != .uncertain)
        object.set("shown", flag: cell.estimator == pooled.pool.random?.estimator && cell.test == pooled.estimate.test)
        return object.value
    }

    private func subgroups(_ subgroups: Subgroups, isRandom: Bool) -> JSONValue {
        var object = JSONObject()
        object.set("levels", .list(subgroups.levels.map { $0.jsonValue(fromTauSquared: isRandom) }))
        object.set("withinQ", number: subgroups.withinQ)
        object.set("between", subgroups.between.jsonValue)
        return object.value
    }

    private func alternative(_ other: AlternativeResult, _ pooled: PooledResult) -> JSONValue {
        var object = JSONObject()
        object.set("study", text: other.study)
        object.set("used", text: other.used)
        object.set("other", text: other.other)
        object.set("pooled", self.pooled(pooled, other.estimate))
        return object.value
    }

    private func published(_ other: PublishedResult) -> JSONValue {
        var object = JSONObject()
        object.set("id", text: other.study)
        object.set("result", text: other.result)
        set(&object, other.effect, other.estimate)
        object.set("because", text: other.because)
        object.set("from", list: places(other.provenance))
        return object.value
    }

    private func rounding(_ range: RoundingRange) -> JSONValue {
        func limits(_ range: ClosedRange<Double>) -> JSONValue {
            .list([.number(range.lowerBound), .number(range.upperBound)])
        }
        var object = JSONObject()
        object.set("estimate", limits(range.estimate))
        object.set("ciLow", limits(range.low))
        object.set("ciHigh", limits(range.high))
        return object.value
    }
}
