/// The pooled result without one study, or with the first so many.
package struct InfluenceRow: Sendable, Hashable {
    /// The study left out, or the last one added.
    package let study: String
    /// Number of studies pooled.
    package let count: Int
    package let pooled: PooledEstimate
    package let tauSquared: Double
    package let q: Double
    package let qPValue: Double
    /// In percent: from τ² under random effects, from Q under the common effect.
    package let iSquared: Double
}

/// Which model a leave-one-out or cumulative analysis repeats.
package enum PoolingModel: Sendable, Hashable {
    case common
    /// Random effects; without a test, the one that ``InterpretationPolicy`` chooses for the number of studies.
    case random(TauSquaredEstimator, PoolingTest?)
}

/// Sensitivity of the pooled result to single studies and to their order.
package enum Influence {
    /// One row a study, without that study.
    ///
    /// The search for each τ² starts from that of all studies, so a thousand studies take milliseconds.
    ///
    /// - Parameters:
    ///   - studies: at least two. Where one is left, its test is Wald's, whatever the model.
    ///   - level: a proportion in (0, 1).
    /// - Throws: `tooFewStudies` and what pooling throws.
    ///
    /// Source: Viechtbauer & Cheung (2010).
    package static func leaveOneOut(
        _ studies: [StudyEffect], model: PoolingModel = .random(.restrictedMaximumLikelihood, nil),
        level: Double = 0.95
    ) throws(MetaAnalysisError) -> [InfluenceRow] {
        guard studies.count > 1 else {
            throw .tooFewStudies(.leaveOneOut, needed: 2, found: studies.count)
        }
        let full = try LocationModel(studies)
        var start: Double?
        if case .random(let estimator, _) = model {
            let all = try TauSquaredSearch(model: full).estimate(estimator)
            start = all > 0 ? all : nil
        }
        var rows: [InfluenceRow] = []
        rows.reserveCapacity(studies.count)
        for index in studies.indices {
            rows.append(
                try row(full.omitting(index), study: studies[index].study, model: model, level: level, start: start))
        }
        return rows
    }

    /// One row a study, pooling it and all before it in the order given.
    ///
    /// - Parameter studies: at least one. With one study the test is Wald's, whatever the model.
    /// - Throws: `noStudies` and what pooling throws.
    ///
    /// Source: Lau et al. (1992).
    package static func cumulative(
        _ studies: [StudyEffect], model: PoolingModel = .random(.restrictedMaximumLikelihood, nil),
        level: Double = 0.95
    ) throws(MetaAnalysisError) -> [InfluenceRow] {
        guard !studies.isEmpty else { throw .noStudies }
        var rows: [InfluenceRow] = []
        rows.reserveCapacity(studies.count)
        for end in studies.indices {
            rows.append(
                try row(
                    LocationModel(Array(studies[...end])), study: studies[end].study, model: model, level: level,
                    start: nil))
        }
        return rows
    }

    private static func row(
        _ part: LocationModel, study: String, model: PoolingModel, level: Double, start: Double?
    ) throws(MetaAnalysisError) -> InfluenceRow {
        let heterogeneity = Heterogeneity(part)
        switch model {
        case .common:
            let (mean, weightSum) = part.location(at: 0)
            return InfluenceRow(
                study: study, count: part.count,
                pooled: try .wald(mean, (1 / weightSum).squareRoot(), level: level),
                tauSquared: 0, q: heterogeneity.q, qPValue: heterogeneity.pValue, iSquared: heterogeneity.iSquared)
        case .random(let estimator, let test):
            let chosen = part.count > 1 ? test ?? InterpretationPolicy().test(studyCount: part.count) : .wald
            let tauSquared = try TauSquaredSearch(model: part).estimate(estimator, start: start)
            return InfluenceRow(
                study: study, count: part.count,
                pooled: try part.pooled(at: tauSquared, test: chosen, level: level).pooled,
                tauSquared: tauSquared, q: heterogeneity.q, qPValue: heterogeneity.pValue,
                iSquared: heterogeneity.iSquared(tauSquared: tauSquared))
        }
    }
}
