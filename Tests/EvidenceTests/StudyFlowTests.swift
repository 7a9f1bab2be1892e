import TestSupport
import Testing

@testable import Evidence

@Suite("The flow of a study's patients")
struct StudyFlowTests {
    private static let from = "from: {source: review-2020, at: Figure 1, printed: \"1\"}"

    /// The trial ALPHA of 432 patients in two arms of 216, with more numbers.
    private func study(_ numbers: String..., design: String = "randomised", arms: String? = nil) async throws -> Study {
        var tree = FileTree.smallAtlas
        let file = "Content/studies/alpha.yaml"
        let lines = numbers.map { "  - {\($0), \(Self.from)}\n" }.joined()
        tree.replace("enrolment:\n", with: "enrolment:\n" + lines, in: file)
        tree.replace("design: {kind: randomised, phase: \"3\"}", with: "design: {kind: \(design)}", in: file)
        if let arms { tree.replace("label: Control, n: 216", with: arms, in: file) }
        return try #require(await tree.checked().atlas.study("alpha"))
    }

    /// "screened 600 | randomised 432 | treated: 216, control: 216", those who left in brackets.
    private func text(_ study: Study) -> String? {
        func text(_ count: StudyFlow.Count) -> String {
            let arm = count.arm.map { study.arms[$0].id + ":" }
            return [arm, count.stage?.rawValue, "\(count.n)"].compactMap { $0 }.joined(separator: " ")
        }
        return study.flow?.levels.map { level in
            let left = level.departures.map { departure in
                let numbers = [departure.total].compactMap { $0 } + departure.parts
                return " [" + numbers.map(text).joined(separator: ", ") + "]"
            }
            return level.counts.map(text).joined(separator: ", ") + left.joined()
        }.joined(separator: " | ")
    }

    @Test(
        "Stages stand in the order of a study, whatever the order of the record; the arms of a trial below those randomised"
    )
    func order() async throws {
        let study = try await study(
            "kind: analysed, n: 428", "kind: screened, n: 600", "kind: planned, n: 500",
            "kind: treated, n: 210, arm: treated",
            "kind: eligible, n: 450", "kind: randomised, n: 40, population: men")
        #expect(
            text(study)
                == "screened 600 | eligible 450 | randomised 432 | treated: 216, control: 216 | treated: treated 210 | analysed 428"
        )
    }

    @Test("The groups of a cohort stand below the last stage that holds them all")
    func cohort() async throws {
        let study = try await study(
            "kind: screened, n: 9138", "kind: identified, n: 500", "kind: treated, n: 100", design: "cohort")
        #expect(
            text(study) == "screened 9138 | identified 500 | randomised 432 | treated: 216, control: 216 | treated 100")
        #expect(study.flow?.imbalances.count == 2)
    }

    @Test("An arm without a number has no box; one arm alone is no level")
    func arms() async throws {
        let one = try await study("kind: screened, n: 600", arms: "label: Control")
        #expect(text(one) == nil)
        let more = try await study("kind: screened, n: 600", "kind: eligible, n: 500", arms: "label: Control")
        #expect(text(more) == "screened 600 | eligible 500 | randomised 432")
        let apart = try await study("kind: randomised, arm: control, n: 214", arms: "label: Control")
        #expect(text(apart) == "randomised 432 | treated: 216, control: randomised 214")
        #expect(apart.flow?.imbalances.count == 1)
    }

    @Test("Too few numbers are no flow, and a record may say that there is none")
    func none() async throws {
        let tree = FileTree.smallAtlas
        #expect(await tree.checked().atlas.study("beta")?.flow == nil)
        #expect(await tree.checked().atlas.study("alpha")?.flow != nil)
        let refused = tree.replacing(
            "enrolment:\n", with: "noFlow: They contradict one another.\nenrolment:\n", in: "Content/studies/alpha.yaml"
        )
        let study = await refused.checked().atlas.study("alpha")
        #expect(study?.flow == nil && study?.noFlow == "They contradict one another.")
        #expect(await refused.problems() == "")
    }

    @Test("Those who left stand after the stage that is named, else where they usually leave")
    func departures() async throws {
        let study = try await study(
            "kind: screened, n: 600", "kind: eligible, n: 450", "kind: excluded, n: 150",
            "kind: excluded, n: 100, reason: Too ill", "kind: excluded, n: 50, reason: Refused",
            "kind: excluded, n: 18, after: eligible", "kind: lost, n: 6, arm: treated",
            "kind: withdrawn, n: 2, after: randomised",
            "kind: lost, n: 3", "kind: analysed, n: 421", "kind: lost, n: 1, population: men")
        #expect(
            text(study)
                == "screened 600 [excluded 150, excluded 100, excluded 50] | eligible 450 [excluded 18] | randomised 432 [withdrawn 2] | treated: 216, control: 216 [treated: lost 6] [lost 3] | analysed 421"
        )
        // The two who were withdrawn before are still counted in the arms.
        #expect(study.flow?.imbalances.count == 1)
        #expect(study.conflicts.isEmpty)
    }

    @Test("Those who left the arms are among those who left, where both are recorded")
    func parts() async throws {
        let study = try await study(
            "kind: withdrawn, n: 10", "kind: withdrawn, n: 6, arm: treated", "kind: withdrawn, n: 4, arm: control",
            "kind: analysed, n: 422")
        #expect(study.flow?.imbalances.isEmpty == true)
    }

    @Test("The preferred number of several is used, and said to be disputed")
    func disputed() async throws {
        let study = try await study(
            "kind: analysed, n: 400", "kind: analysed, n: 410, preferred: true, because: The text says so")
        let count = try #require(study.flow?.levels.last?.counts.first)
        #expect(count.n == 410 && count.isDisputed && count.origin == .enrolment(1))
    }

    @Test("Patients who were eligible are those of a study of records, not of a trial")
    func patients() async throws {
        func patients(_ design: String) async throws -> Int? {
            var study = try await study("kind: eligible, n: 500", design: design)
            study.enrolment.removeAll { $0.kind == .randomised }
            study.complete()
            return study.patients
        }
        #expect(try await patients("randomised") == 432)
        #expect(try await patients("cohort") == 500)
    }

    // MARK: What does not add up

    private func imbalances(_ numbers: String..., design: String = "randomised", arms: String? = nil) async throws
        -> [String]
    {
        var lines = numbers
        while lines.count < 3 { lines.append("kind: planned, n: 1") }
        let study = try await study(lines[0], lines[1], lines[2], design: design, arms: arms)
        return (study.flow?.imbalances ?? []).map { imbalance in
            switch imbalance {
            case .rest(let above, let left, let below, let missing): "rest \(above.n) \(left) \(below.n) \(missing)"
            case .growth(let above, let below): "growth \(above.n) \(below.n)"
            case .excess(let above, let left, let below): "excess \(above.n) \(left) \(below.n)"
            case .arms(let above, let sum, let left): "arms \(above.n) \(sum) \(left)"
            case .unknownArm(let arm): "unknown \(arm)"
            case .reasons(let departure, let sum): "reasons \(departure.n) \(sum)"
            }
        }
    }

    @Test func balance() async throws {
        #expect(try await imbalances("kind: screened, n: 600") == ["rest 600 0 432 168"])
        #expect(try await imbalances("kind: screened, n: 600", "kind: excluded, n: 100") == ["rest 600 100 432 68"])
        #expect(try await imbalances("kind: screened, n: 600", "kind: excluded, n: 168") == [])
        #expect(try await imbalances("kind: screened, n: 600", "kind: excluded, n: 200") == ["excess 600 200 432"])
        #expect(try await imbalances("kind: screened, n: 400") == ["growth 400 432"])
        #expect(
            try await imbalances(
                "kind: screened, n: 600", "kind: excluded, n: 168", "kind: excluded, n: 160, reason: Refused") == [
                    "reasons 168 160"
                ])
        #expect(try await imbalances("kind: analysed, n: 210, arm: treated") == ["rest 216 0 210 6"])
        #expect(try await imbalances("kind: analysed, n: 210, arm: treated", "kind: lost, n: 6, arm: treated") == [])
        #expect(try await imbalances("kind: analysed, n: 426", "kind: lost, n: 6, arm: treated") == [])
        #expect(try await imbalances(arms: "label: Control, n: 220") == ["arms 432 436 0"])
        #expect(try await imbalances(arms: "label: Control, n: 200") == ["arms 432 416 0"])
        #expect(try await imbalances("kind: excluded, n: 2, after: randomised", arms: "label: Control, n: 214") == [])
        // Those in whom nothing was found need no number.
        #expect(try await imbalances("kind: screened, n: 9000", "kind: identified, n: 432", design: "cohort") == [])
    }

    @Test("An arm that others have a number beside is named")
    func unknownArm() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "enrolment:\n", with: "  - {id: third, role: experimental, label: Third}\nenrolment:\n",
            in: "Content/studies/alpha.yaml")
        let study = try #require(await tree.checked().atlas.study("alpha"))
        #expect(study.flow?.imbalances == [.unknownArm(2)])
    }
}

@Suite("Judgements of risk of bias in a record")
struct RiskOfBiasReadingTests {
    @Test func reading() async throws {
        var tree = FileTree.smallAtlas
        tree["Content/studies/alpha.yaml"] =
            (tree["Content/studies/alpha.yaml"] ?? "") + """
                riskOfBias:
                  - tool: RoB 2
                    outcome: overall-survival
                    overall: some-concerns
                    domains:
                      - {domain: Randomisation process, judgement: low, because: Central allocation}
                      - {domain: Missing outcome data, judgement: no-information}
                    from: {source: review-2020, at: Figure 2, printed: "some concerns"}
                  - {tool: ROBINS-I, overall: critical, from: {source: review-2020, at: Table 4, printed: critical}}

                """
        #expect(await tree.problems() == "")
        let study = try #require(await tree.checked().atlas.study("alpha"))
        let first = try #require(study.riskOfBias.first)
        #expect(first.tool == "RoB 2" && first.outcome?.value == "overall-survival" && first.overall == .someConcerns)
        #expect(first.domains.map(\.name) == ["Randomisation process", "Missing outcome data"])
        #expect(
            first.domains.map(\.judgement) == [.low, .noInformation] && first.domains[0].because == "Central allocation"
        )
        #expect(study.riskOfBias[1].domains.isEmpty && study.riskOfBias[1].overall == .critical)
        var places: [String] = []
        study.forEachProvenance { places.append($0.at) }
        #expect(places.contains("Figure 2") && places.contains("Table 4"))
    }
}
