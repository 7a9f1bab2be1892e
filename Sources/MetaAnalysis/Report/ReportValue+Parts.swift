// How each part of a report is written.

extension RandomEffects {
    var reportValue: ReportValue {
        var object = ReportObject()
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
    var reportValue: ReportValue {
        let df = Double(degreesOfFreedom)
        var object = ReportObject()
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
    package var reportValue: ReportValue {
        var object = ReportObject()
        object.set("low", number: interval.low)
        object.set("high", number: interval.high)
        object.set("convention", text: convention.rawValue)
        return object.value
    }
}

extension EggerTest {
    var reportValue: ReportValue {
        var object = ReportObject()
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
    var reportValue: ReportValue {
        var object = ReportObject()
        object.set("kendallTau", number: kendallTau)
        object.set("p", number: pValue)
        object.set("exact", .flag(isExact))
        return object.value
    }
}

extension TrimAndFill {
    var reportValue: ReportValue {
        var object = ReportObject()
        object.set("estimator", text: estimator.rawValue)
        object.set("side", text: side.rawValue)
        object.set("k0", count: filled.count)
        object.set(pooled)
        object.set("p", number: pooled.pValue)
        object.set("tau2", number: tauSquared)
        object.set(
            "filled",
            list: filled.map {
                var one = ReportObject()
                one.set("yi", number: $0.estimate)
                one.set("vi", number: $0.variance)
                return one.value
            })
        return object.value
    }
}

extension InfluenceRow {
    package var reportValue: ReportValue {
        var object = ReportObject()
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
    package var reportValue: ReportValue {
        var object = ReportObject()
        object.set("q", number: q)
        object.set("df", count: degreesOfFreedom)
        object.set("p", number: pValue)
        return object.value
    }
}

extension Subgroups.Level {
    /// - Parameter fromTauSquared: whether I² comes from τ², as under random effects.
    package func reportValue(fromTauSquared: Bool) -> ReportValue {
        var object = ReportObject()
        object.set("group", text: group)
        object.set("k", count: studies.count)
        object.set(pooled)
        object.set("z", number: pooled.statistic)
        object.set("p", number: pooled.pValue)
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
    var reportValue: ReportValue {
        var object = ReportObject()
        if case .random(let estimator) = weighting {
            object.set("method", text: estimator.rawValue)
        } else {
            object.set("method", text: PoolingMethod.common.name)
        }
        if let first = coefficients.first { object.set("test", text: first.pooled.test.rawValue) }
        object.set("tau2", number: tauSquared)
        object.set("coefficients", .list(coefficients.map(\.reportValue)))
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
    var reportValue: ReportValue {
        var object = ReportObject()
        object.set("name", text: name)
        object.set(pooled)
        object.set("statistic", number: pooled.statistic)
        object.set("df", number: pooled.degreesOfFreedom)
        object.set("p", number: pooled.pValue)
        return object.value
    }
}

extension SensitivityStrip {
    var reportValue: ReportValue {
        var object = ReportObject()
        object.set("conclusionChanges", .flag(conclusionChanges))
        object.set("cells", .list(cells.map(\.reportValue)))
        return object.value
    }
}

extension SensitivityStrip.Cell {
    var reportValue: ReportValue {
        var object = ReportObject()
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
