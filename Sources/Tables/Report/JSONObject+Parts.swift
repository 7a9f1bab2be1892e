import MetaAnalysis
import Text

// How each part of an analysis is written.

extension JSONObject {
    /// An estimate with its error and interval.
    package mutating func set(_ pooled: PooledEstimate) {
        set("estimate", number: pooled.estimate)
        set("se", number: pooled.standardError)
        set("ciLow", number: pooled.interval.low)
        set("ciHigh", number: pooled.interval.high)
    }
}

extension RandomEffects {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("method", text: estimator.rawValue)
        object.set("test", text: pooled.test.rawValue)
        object.set("tau2", number: tauSquared)
        object.set(pooled)
        object.set("statistic", number: pooled.statistic)
        object.set("df", number: pooled.degreesOfFreedom)
        object.set("p", number: pooled.pValue)
        return object.value
    }
}

extension CountPooling.HeterogeneityTest {
    package var jsonValue: JSONValue {
        let df = Double(degreesOfFreedom)
        var object = JSONObject()
        object.set("q", number: q)
        object.set("df", count: degreesOfFreedom)
        object.set("p", number: pValue)
        object.set("i2", number: q > df ? 100 * (q - df) / q : 0)
        object.set("h2", number: df > 0 ? q / df : nil)
        object.set("basis", text: "q")
        return object.value
    }
}

extension PredictionInterval {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("low", number: interval.low)
        object.set("high", number: interval.high)
        object.set("convention", text: convention.rawValue)
        return object.value
    }
}

extension EggerTest {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("model", text: model == .weightedLeastSquares ? "lm" : "rma")
        object.set("predictor", text: "sei")
        object.set("bias", number: bias.estimate)
        object.set("biasSe", number: bias.standardError)
        object.set(model == .weightedLeastSquares ? "t" : "z", number: bias.statistic)
        object.set("df", number: bias.degreesOfFreedom)
        object.set("p", number: bias.pValue)
        object.set("limitEstimate", number: limit.estimate)
        object.set("limitLow", number: limit.interval.low)
        object.set("limitHigh", number: limit.interval.high)
        return object.value
    }
}

extension RankCorrelationTest {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("kendallTau", number: kendallTau)
        object.set("p", number: pValue)
        object.set("exact", .flag(isExact))
        return object.value
    }
}

extension TrimAndFill {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("estimator", text: estimator.rawValue)
        object.set("side", text: side.rawValue)
        object.set("k0", count: filled.count)
        object.set(pooled)
        object.set("p", number: pooled.pValue)
        object.set("tau2", number: tauSquared)
        object.set(
            "filled",
            list: filled.map {
                var one = JSONObject()
                one.set("yi", number: $0.estimate)
                one.set("vi", number: $0.variance)
                return one.value
            })
        return object.value
    }
}

extension InfluenceRow {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("study", text: study)
        object.set("k", count: count)
        object.set("test", text: pooled.test.rawValue)
        object.set(pooled)
        object.set("p", number: pooled.pValue)
        object.set("tau2", number: tauSquared)
        object.set("i2", number: iSquared)
        object.set("q", number: q)
        object.set("qP", number: qPValue)
        return object.value
    }
}

extension Subgroups.BetweenTest {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("q", number: q)
        object.set("df", count: degreesOfFreedom)
        object.set("p", number: pValue)
        return object.value
    }
}

extension Subgroups.Level {
    /// - Parameter fromTauSquared: whether I² comes from τ², as under random effects.
    package func jsonValue(fromTauSquared: Bool) -> JSONValue {
        var object = JSONObject()
        object.set("group", text: group)
        object.set("k", count: studies.count)
        if let pooled {
            object.set("test", text: pooled.test.rawValue)
            object.set(pooled)
            object.set(pooled.test == .wald ? "z" : "t", number: pooled.statistic)
            object.set("p", number: pooled.pValue)
        } else {
            object.set("estimate", number: estimate)
            object.set("se", number: standardError)
        }
        object.set("tau2", number: tauSquared)
        object.set("q", number: heterogeneity.q)
        object.set("df", count: heterogeneity.degreesOfFreedom)
        object.set("qP", number: heterogeneity.pValue)
        object.set(
            "i2",
            number: fromTauSquared ? heterogeneity.iSquared(tauSquared: tauSquared) : heterogeneity.iSquared)
        return object.value
    }
}

extension MetaRegression {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        if case .random(let estimator) = weighting {
            object.set("method", text: estimator.rawValue)
        } else {
            object.set("method", text: PoolingMethod.common.name)
        }
        if let first = coefficients.first { object.set("test", text: first.pooled.test.rawValue) }
        object.set("tau2", number: tauSquared)
        object.set("coefficients", .list(coefficients.map(\.jsonValue)))
        object.set("qe", number: residualQ)
        object.set("qeDf", count: residualDegreesOfFreedom)
        object.set("qeP", number: residualPValue)
        object.set("qm", number: moderatorTest.statistic)
        object.set("qmDf", count: moderatorTest.degreesOfFreedom)
        if let df = moderatorTest.denominatorDegreesOfFreedom { object.set("qmDenominatorDf", count: df) }
        object.set("qmP", number: moderatorTest.pValue)
        object.set("r2", number: explained)
        return object.value
    }
}

extension MetaRegression.Coefficient {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("name", text: name)
        object.set(pooled)
        object.set("statistic", number: pooled.statistic)
        object.set("df", number: pooled.degreesOfFreedom)
        object.set("p", number: pooled.pValue)
        return object.value
    }
}

extension SensitivityStrip {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("conclusionChanges", .flag(conclusionChanges))
        object.set("cells", .list(cells.map(\.jsonValue)))
        return object.value
    }
}

extension SensitivityStrip.Cell {
    package var jsonValue: JSONValue {
        var object = JSONObject()
        object.set("method", text: estimator?.rawValue ?? PoolingMethod.common.name)
        object.set("test", text: test.rawValue)
        object.set("tau2", number: tauSquared)
        object.set("estimate", number: pooled.estimate)
        object.set("ciLow", number: pooled.interval.low)
        object.set("ciHigh", number: pooled.interval.high)
        object.set("conclusion", text: conclusion.rawValue)
        return object.value
    }
}
