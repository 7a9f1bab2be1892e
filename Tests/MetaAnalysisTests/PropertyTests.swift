import MetaAnalysis
import Testing

/// Laws that hold whatever the data.
@Suite("Properties")
struct PropertyTests {
    /// Deterministic random studies; every seed another number of studies and another spread.
    static func studies(_ seed: UInt64) throws -> [StudyEffect] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / 9_007_199_254_740_992
        }
        let count = 2 + Int(next() * 14)
        let spread = [0, 0.2, 1, 3][Int(next() * 4)]
        return try (0..<count).map { index in
            try StudyEffect(
                study: "S\(index)", estimate: spread * (next() - 0.5) + next() - 0.5,
                standardError: 0.02 + next() * next())
        }
    }

    static let seeds = Array(1...60).map(UInt64.init)

    private func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
        abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }

    @Test("Turning every comparison round changes only signs", arguments: seeds)
    func inversion(_ seed: UInt64) throws {
        let studies = try Self.studies(seed)
        let turned = try studies.map { try StudyEffect(study: $0.study, effect: $0.effect.inverted) }
        for estimator in TauSquaredEstimator.allCases {
            let (a, b) = try (RandomEffects(studies, estimator: estimator), RandomEffects(turned, estimator: estimator))
            #expect(a.tauSquared == b.tauSquared)
            #expect(
                close(a.pooled.estimate, -b.pooled.estimate) && close(a.pooled.interval.low, -b.pooled.interval.high))
        }
    }

    @Test("The order of studies does not matter", arguments: seeds)
    func permutation(_ seed: UInt64) throws {
        let studies = try Self.studies(seed)
        let shuffled = Array(studies.reversed())
        for estimator in TauSquaredEstimator.allCases {
            let a = try RandomEffects(studies, estimator: estimator)
            let b = try RandomEffects(shuffled, estimator: estimator)
            #expect(close(a.tauSquared, b.tauSquared) && close(a.pooled.estimate, b.pooled.estimate))
            #expect(close(a.weights[0], b.weights[studies.count - 1]))
        }
    }

    @Test("Shift and scale of the effects carry through", arguments: seeds, [1e-6, 37, 1e6])
    func equivariance(_ seed: UInt64, _ scale: Double) throws {
        let studies = try Self.studies(seed)
        let changed = try studies.map {
            try StudyEffect(
                study: $0.study, estimate: scale * ($0.estimate + 2), standardError: scale * $0.standardError)
        }
        for estimator in TauSquaredEstimator.allCases {
            let a = try RandomEffects(studies, estimator: estimator)
            let b = try RandomEffects(changed, estimator: estimator)
            #expect(close(a.tauSquared, b.tauSquared / scale / scale, 1e-8))
            #expect(close(a.pooled.estimate + 2, b.pooled.estimate / scale, 1e-9))
        }
        #expect(close(try Heterogeneity(studies).q, try Heterogeneity(changed).q, 1e-8))
    }

    @Test("Ad hoc Hartung–Knapp is never narrower than Wald; weights sum to 100", arguments: seeds)
    func widths(_ seed: UInt64) throws {
        let studies = try Self.studies(seed)
        let adHoc = try RandomEffects(studies)
        let wald = try RandomEffects(studies, test: .wald)
        #expect(adHoc.pooled.standardError >= wald.pooled.standardError)
        #expect(adHoc.pooled.interval.low <= wald.pooled.interval.low)
        #expect(close(adHoc.weights.reduce(0, +), 100))
    }

    @Test("Paule–Mandel sets the generalised Q to its degrees of freedom; the Q-profile brackets it", arguments: seeds)
    func generalizedQ(_ seed: UInt64) throws {
        let studies = try Self.studies(seed)
        let random = try RandomEffects(studies, estimator: .pauleMandel, test: .wald)
        if random.tauSquared > 0 { #expect(close(random.hartungKnappScale ?? 0, 1)) }
        if let limits = try TauSquaredInterval.qProfile(studies).limits {
            #expect(limits.low <= limits.high)
            if random.tauSquared > 0 { #expect(limits.low <= random.tauSquared && random.tauSquared <= limits.high) }
        }
        let empirical = try RandomEffects(studies, estimator: .empiricalBayes, test: .wald)
        #expect(empirical.tauSquared == random.tauSquared)
    }

    @Test("Leaving a study out is pooling the others", arguments: seeds)
    func leaveOneOut(_ seed: UInt64) throws {
        let studies = try Self.studies(seed)
        guard studies.count > 3 else { return }
        for (index, row) in try Influence.leaveOneOut(studies).enumerated() {
            var rest = studies
            rest.remove(at: index)
            let direct = try RandomEffects(rest)
            #expect(close(row.tauSquared, direct.tauSquared, 1e-9))
            #expect(close(row.pooled.estimate, direct.pooled.estimate, 1e-9))
            #expect(close(row.pooled.interval.high, direct.pooled.interval.high, 1e-9))
        }
    }

    @Test("A moderator of two groups is the subgroup test with one τ²", arguments: seeds)
    func groupsAreRegression(_ seed: UInt64) throws {
        let studies = try Self.studies(seed)
        guard studies.count > 4 else { return }
        let groups = studies.indices.map { $0 % 2 }
        let subgroups = try Subgroups(
            studies, groups: groups.map(String.init), variance: .shared(.restrictedMaximumLikelihood))
        let regression = try MetaRegression(studies, moderators: [.init("group", groups.map(Double.init))])
        #expect(close(subgroups.levels[0].tauSquared, regression.tauSquared, 1e-8))
        #expect(close(subgroups.between.q, regression.moderatorTest.statistic, 1e-7))
    }

    @Test("The same data give the same bits")
    func deterministic() throws {
        for seed in Self.seeds {
            let studies = try Self.studies(seed)
            #expect(try Pool(studies) == Pool(studies))
        }
    }
}
