import MetaAnalysis
import TestSupport
import Testing
import Text

@testable import Evidence

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("What the studies say together")
struct SynthesisTests {
    private func pooled(_ tree: FileTree = .smallAtlas) async throws -> (Synthesis, PooledResult) {
        let synthesis = try #require(await tree.checked().syntheses.synthesis("does-it-help", "os"))
        return (synthesis, try #require(synthesis.pooled))
    }

    private func natural(_ pooled: PooledResult) -> [String] { natural(pooled.estimate) }

    private func natural(_ estimate: PooledEstimate) -> [String] {
        [estimate.estimate, estimate.interval.low, estimate.interval.high].map {
            NumberStyle().fixed(EffectMeasure.hazardRatio.printedScale($0), decimals: 3)
        }
    }

    /// HORRAD 0.90 (0.70–1.14) and STAMPEDE 0.92 (0.80–1.06), the figures of the small atlas.
    @Test("Two printed intervals pool to 0.915 (0.810 to 1.034) under the common effect")
    func commonEffect() async throws {
        let (synthesis, pooled) = try await pooled()
        #expect(natural(pooled) == ["0.915", "0.810", "1.034"])
        #expect(pooled.pool.options.method == .common && pooled.isFew && pooled.pool.count == 2)
        #expect(pooled.patients == 2493)
        #expect(synthesis.rows.compactMap(\.weight).map { NumberStyle().fixed($0, decimals: 1) } == ["25.0", "75.0"])
    }

    @Test("A published result stands beside, and rounding explains how far ours can be from it")
    func published() async throws {
        let (synthesis, _) = try await pooled()
        let published = try #require(synthesis.published.first)
        #expect(published.effect.text(in: .english) == "HR 0.92 (95\u{202F}% CI 0.81 to 1.04)")
        let range = try #require(synthesis.roundingRange)
        let measure = EffectMeasure.hazardRatio
        // The printed 0.92 and 1.04 round values that rounding of the trials' figures allows.
        #expect(measure.printedScale(range.estimate.upperBound) > 0.9195)
        #expect(measure.printedScale(range.high.upperBound) > 1.035)
        #expect(measure.printedScale(range.estimate.lowerBound) < 0.912)
    }

    @Test("The other value of a conflict gives an alternative pooled result")
    func alternative() async throws {
        let (synthesis, pooled) = try await pooled()
        #expect(synthesis.alternatives.map(\.other) == ["overall-survival-text"])
        let other = try #require(synthesis.alternatives.first)
        #expect(natural(other.estimate) != natural(pooled))
        // By inverse variance: ln 0.90 and ln 0.85 with the errors of their printed intervals.
        let (a, b) = (log(1.14 / 0.70) / 3.919927969080108, log(0.98 / 0.74) / 3.919927969080108)
        let weights = (1 / (a * a), 1 / (b * b))
        let expected = exp((log(0.90) * weights.0 + log(0.85) * weights.1) / (weights.0 + weights.1))
        #expect(abs(EffectMeasure.hazardRatio.printedScale(other.estimate.estimate) - expected) < 1e-12)
    }

    @Test("Without a model the policy decides: random effects, Wald for two studies")
    func policy() async throws {
        let (_, pooled) = try await pooled(
            .smallAtlas.replacing("    model: common\n", with: "", in: "Content/questions/does-it-help.md"))
        #expect(pooled.pool.options.method == .random(.restrictedMaximumLikelihood))
        #expect(pooled.estimate.test == .wald && pooled.pool.prediction == nil && pooled.isFew)
    }

    @Test("An upside-down ratio is inverted, interval and all")
    func inversion() async throws {
        let tree = FileTree.smallAtlas.replacing(
            "compare: treated/control, value: 0.90, low: 0.70, high: 1.14",
            with: "compare: control/treated, because: The medians show it., value: 1.99, low: 1.16, high: 3.41",
            in: "Content/studies/alpha.yaml")
        let checked = await tree.checked()
        #expect(!checked.diagnostics.hasErrors)
        let effect = try #require(checked.atlas.study("alpha")?.result("overall-survival")?.effect)
        #expect(effect.isInverted && effect.experimental == "treated")
        #expect(effect.text(in: .english) == "HR 0.50 (95\u{202F}% CI 0.29 to 0.86)")
        let estimate = try #require(effect.estimate)
        #expect(abs(estimate.estimate + log(1.99)) < 1e-15)
        let limits = effect.limits(of: estimate)
        #expect(abs(limits.low - 1 / 3.41) < 1e-15 && abs(limits.high - 1 / 1.16) < 1e-15)
        #expect(abs(estimate.standardError - log(3.41 / 1.16) / 3.919927969080108) < 1e-12)
    }

    @Test("A 90 % interval is taken for what it is, and the 95 % interval is derived")
    func level() async throws {
        let tree = FileTree.smallAtlas.replacing(
            "high: 1.14", with: "high: 1.14, level: 90", in: "Content/studies/alpha.yaml")
        let effect = try #require(await tree.checked().atlas.study("alpha")?.result("overall-survival")?.effect)
        let estimate = try #require(effect.estimate)
        #expect(effect.isDerived && effect.basis == .interval)
        #expect(abs(estimate.standardError - log(1.14 / 0.70) / (2 * 1.6448536269514722)) < 1e-12)
        let limits = effect.limits(of: estimate)
        #expect(limits.low < 0.70 && limits.high > 1.14)
        #expect(effect.text(in: .english) == "HR 0.90 (90\u{202F}% CI 0.70 to 1.14)")
    }

    @Test("An exact p-value gives a derived interval; a bound gives none")
    func pValue() async throws {
        func effect(_ p: String) async -> Effect? {
            let tree = FileTree.smallAtlas.replacing(
                "value: 0.90, low: 0.70, high: 1.14", with: "value: 0.57, p: \"\(p)\"", in: "Content/studies/alpha.yaml"
            )
            return await tree.checked().atlas.study("alpha")?.result("overall-survival")?.effect
        }
        func estimate(_ p: String) async -> EffectEstimate? { await effect(p)?.estimate }
        let derived = try #require(await effect("0.09"))
        #expect(derived.isDerived && derived.basis == .pValue)
        let found = try #require(derived.estimate)
        #expect(abs(found.standardError - abs(log(0.57)) / 1.6953977102721358) < 1e-9)
        #expect(await estimate("<0.001") == nil)
        // Zero is what a small number rounds to, and an exponent beyond all measure is no number.
        #expect(await estimate("0") == nil)
        #expect(await estimate("0.00") == nil)
        #expect(await estimate("1e-9223372036854775808") == nil)
    }

    @Test("Numbers of the same digits rounded differently are no conflict, others are")
    func rounding() async {
        func conflicts(_ other: String) async -> Int {
            let tree = FileTree.smallAtlas.replacing(
                "value: 0.85, low: 0.74, high: 0.98", with: other, in: "Content/studies/beta.yaml")
            return await tree.checked().atlas.study("beta")?.conflicts.count ?? -1
        }
        #expect(await conflicts("value: 0.9, low: 0.8, high: 1.1") == 0)
        #expect(await conflicts("value: 0.92, low: 0.80, high: 1.06") == 0)
        #expect(await conflicts("value: 0.93, low: 0.80, high: 1.06") == 1)
    }

    @Test("An inverted ratio is compared the right way up, interval and all")
    func invertedConflicts() async {
        func conflicts(_ other: String) async -> Int {
            let tree = FileTree.smallAtlas.replacing(
                "compare: treated/control, value: 0.85, low: 0.74, high: 0.98",
                with: "compare: control/treated, because: The text says so., \(other)", in: "Content/studies/beta.yaml")
            return await tree.checked().atlas.study("beta")?.conflicts.count ?? -1
        }
        #expect(await conflicts("value: 1.09, low: 0.94, high: 1.25") == 0)
        #expect(await conflicts("value: 1.09, low: 0.94, high: 9.30") == 1)
        #expect(await conflicts("value: 0.92, low: 0.80, high: 1.06") == 1)
    }

    @Test("Studies that count the patients of a third are not pooled together")
    func sharedThroughThird() async {
        var tree = FileTree.smallAtlas
        tree.replace(
            "status: completed", with: "status: completed\nincludes: [gamma]", in: "Content/studies/alpha.yaml")
        tree.replace("status: completed", with: "status: completed\npartOf: gamma", in: "Content/studies/beta.yaml")
        tree["Content/studies/gamma.yaml"] =
            "name: GAMMA\ndesign: {kind: cohort}\nstatus: completed\nconditions: [lung]\n"
        #expect(await tree.problems().contains("'beta' and 'alpha' share patients: both count those of 'gamma'"))
    }

    @Test("Patients screened or planned are not patients of a plot")
    func patientsOfPopulation() async throws {
        let tree = FileTree.smallAtlas
            .replacing(
                "  - outcome: overall-survival\n    effect: {measure: HR, compare: treated/control, value: 0.90",
                with:
                    "  - outcome: overall-survival\n    population: men\n    effect: {measure: HR, compare: treated/control, value: 0.90",
                in: "Content/studies/alpha.yaml"
            )
            .replacing(
                "enrolment:\n",
                with:
                    "enrolment:\n  - {kind: screened, n: 9999, population: men, from: {source: review-2020, at: x, printed: \"9999\"}}\n  - {kind: analysed, n: 50, population: men, from: {source: review-2020, at: x, printed: \"50\"}}\n",
                in: "Content/studies/alpha.yaml")
        let (synthesis, _) = try await pooled(tree)
        #expect(synthesis.rows.first?.patients == 50)
    }

    @Test("Another follow-up, report, population or analysis is another result")
    func different() async {
        for field in [
            "followUp: {median: 60, unit: months}", "population: men", "analysis: multivariable",
            "time: {value: 2, unit: years}",
        ] {
            var tree = FileTree.smallAtlas.replacing(
                "  - id: overall-survival-text\n", with: "  - id: overall-survival-text\n    \(field)\n",
                in: "Content/studies/beta.yaml")
            if field.hasPrefix("followUp") {
                tree.replace(
                    "    preferred: true\n", with: "    preferred: true\n    followUp: {median: 3, unit: years}\n",
                    in: "Content/studies/beta.yaml")
            }
            #expect(await tree.checked().atlas.study("beta")?.conflicts.isEmpty == true, "\(field)")
        }
    }
}

@Suite("Printed figures without the markup of their copies")
struct ReadableFigureTests {
    @Test(arguments: [
        ("$p = 0.27$", "p = 0.27"), ("$p = 3.4 \\times 10^{-7}$", "p = 3.4 × 10⁻⁷"), ("<i>p</i> = 0.57", "p = 0.57"),
        ("0.015*", "0.015*"), ("*p* = 0.1", "p = 0.1"), ("15.1 $\\pm$ 0.91", "15.1 ± 0.91"), ("HR 0.92", "HR 0.92"),
        ("a ^{x} b $", "a ^{x} b"),
    ])
    func readable(_ printed: String, _ shown: String) {
        #expect(Provenance.withoutMarkup(printed) == shown)
    }
}
