import Diagnostics
import Evidence
import Plots
import TemplateEngine
import Text

/// Composes what documents judged of the risk of bias: a figure for each tool, and each assessment with its place. The
/// atlas judges nothing itself, and draws nothing where nothing is recorded.
struct RiskOfBiasComposer {
    let scope: Scope

    /// An assessment and where it stands in its study's record.
    private struct Item {
        var study: StudyJudgements
        var index: Int

        var assessment: RiskOfBias { study.assessments[index] }
        var anchor: String { StudyAnchors.riskOfBias(index) }
    }

    /// The page that a figure stands on, and where its content does.
    private struct Origin {
        var id: String
        var page: String
        var place: Place
    }

    // MARK: Figures

    /// For the page of a study.
    func graphics(of study: Study) -> [Graphic] {
        let origin = Origin(id: study.id, page: Routes.study(study.id), place: study.text.place(.start))
        return groups([StudyJudgements(study)]).enumerated().map { index, group in
            graphic(index, group, origin) { "#" + $0.anchor }
        }
    }

    /// For the page of a question: its direct studies.
    func graphics(of question: Question) -> [Graphic] {
        let page = Routes.question(question.id)
        let origin = Origin(id: question.id, page: page, place: question.text.place(.start))
        let members = question.members.filter { $0.role == .direct }
        let studies = members.compactMap { scope.judgements(ofStudy: $0.study.value) }
        return groups(studies).enumerated().map { index, group in
            // A tool may be parted into several figures.
            let tool = group.first?.assessment.tool.lowercased()
            let others = studies.filter { study in !study.assessments.contains { $0.tool.lowercased() == tool } }.map(
                \.name)
            let note = others.isEmpty ? "" : scope.language.notJudged(others)
            return graphic(index, group, origin, note: note) {
                Routes.root(from: page) + Routes.study($0.study.id) + "#" + $0.anchor
            }
        }
    }

    /// How many domains a figure may have.
    private static let mostDomains = 40

    /// The assessments of each tool, tools in the order in which they are met; those of a tool whose documents name more
    /// domains than a figure holds are parted.
    private func groups(_ studies: [StudyJudgements]) -> [[Item]] {
        var order: [String] = []
        var groups: [String: [Item]] = [:]
        for study in studies {
            for index in study.assessments.indices {
                let tool = study.assessments[index].tool.lowercased()
                if groups[tool] == nil { order.append(tool) }
                groups[tool, default: []].append(Item(study: study, index: index))
            }
        }
        return order.flatMap { parted(groups[$0] ?? []) }
    }

    private func parted(_ items: [Item]) -> [[Item]] {
        var parts: [[Item]] = []
        var domains: Set<String> = []
        for item in items {
            let own = item.assessment.domains.map { $0.name.lowercased() }
            domains.formUnion(own)
            if parts.isEmpty || domains.count > Self.mostDomains {
                parts.append([])
                domains = Set(own)
            }
            parts[parts.count - 1].append(item)
        }
        return parts
    }

    private func graphic(
        _ index: Int, _ items: [Item], _ origin: Origin, note: String = "", href: (Item) -> String
    ) -> Graphic {
        let tool = items.first?.assessment.tool ?? ""
        var domains: [String] = []
        var columns: [String: Int] = [:]
        for domain in items.flatMap(\.assessment.domains) where columns[domain.name.lowercased()] == nil {
            columns[domain.name.lowercased()] = domains.count
            domains.append(domain.name)
        }
        let repeated = repeatedNames(items)
        let rows = items.map { item in
            var judgements = [RiskOfBiasData.Judgement?](repeating: nil, count: domains.count)
            for domain in item.assessment.domains {
                if let column = columns[domain.name.lowercased()] { judgements[column] = domain.judgement.drawn }
            }
            return RiskOfBiasData.Row(
                label: item.study.name, sublabel: sublabel(item, withSource: repeated.contains(name(item))),
                href: href(item),
                judgements: judgements, overall: item.assessment.overall?.drawn)
        }
        let data = RiskOfBiasData(
            id: "judgements-\(origin.id)-\(index + 1)", title: scope.language.riskOfBias(tool),
            description: scope.language.riskOfBiasDescription(tool), domains: domains, rows: rows)
        let anchor = "judgements-\(index + 1)"
        return Graphic(
            anchor: anchor, title: data.title, note: note, file: Routes.plot(anchor, of: origin.page),
            origin: origin.place,
            data: data)
    }

    private func name(_ item: Item) -> [String] { [item.study.id, item.assessment.outcome?.value ?? ""] }

    /// What several documents judged, so that a row must say whose judgement it is.
    private func repeatedNames(_ items: [Item]) -> Set<[String]> {
        var seen: Set<[String]> = []
        return Set(items.map(name).filter { !seen.insert($0).inserted })
    }

    private func sublabel(_ item: Item, withSource: Bool) -> String {
        let outcome = item.assessment.outcome.map { scope.label(.outcomes, $0.value) }
        let source = item.assessment.provenance.first.map { scope.short(ofSource: $0.source) }
        return scope.language.sequence([outcome, withSource ? source : nil].compactMap { $0 })
    }

    // MARK: Assessments

    func assessments(of study: Study) -> [AssessmentBlock] {
        study.riskOfBias.enumerated().map { index, item in
            AssessmentBlock(
                anchor: StudyAnchors.riskOfBias(index), tool: item.tool,
                outcome: item.outcome.flatMap { scope.links(.outcomes, [$0]).first },
                judgements: item.domains.map { domain in
                    .init(
                        domain: domain.name, judgement: domain.judgement.rawValue,
                        text: scope.language.capitalised(scope.language.label(of: domain.judgement)),
                        because: domain.because ?? "")
                }, overall: item.overall.map { scope.language.capitalised(scope.language.label(of: $0)) } ?? "",
                provenance: scope.provenance(item.provenance))
        }
    }
}

extension RiskOfBias.Judgement {
    /// The judgement as plots know it.
    var drawn: RiskOfBiasData.Judgement {
        switch self {
        case .low: .low
        case .someConcerns: .someConcerns
        case .moderate: .moderate
        case .high: .high
        case .serious: .serious
        case .critical: .critical
        case .unclear: .unclear
        case .noInformation: .noInformation
        }
    }
}
