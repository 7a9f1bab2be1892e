import Evidence
import TemplateEngine
import Text

/// Composes a study's page.
struct StudyComposer {
    let scope: Scope
    let study: Study

    private var language: Language { scope.language }

    func parts() throws(TemplateError) -> PageParts {
        let flow = FlowComposer(study: study, language: language).graphics()
        let judgements = RiskOfBiasComposer(scope: scope).graphics(of: study)
        let design = language.design(study.design.kind, phase: study.design.phase)
        let content = scope.content(
            StudyPage(
                study: block(
                    design, flow: try flow.first?.figure(language), riskOfBias: try judgements.figures(language))),
            on: PageHead(
                title: study.name,
                description: language.studyDescription(
                    study.name, design: design, conditions: study.conditions.map { scope.label(.conditions, $0.value) }),
                kind: .study, section: "studies", path: Routes.study(study.id),
                breadcrumbs: [Link(language.studiesTitle, Routes.studies)]))
        return PageParts(view: StudyPage.view.value(of: content), graphics: flow + judgements)
    }

    private func block(_ design: String, flow: Figure?, riskOfBias: [Figure]) -> StudyBlock {
        var prose = ProseComposer(scope: scope, root: Routes.root(from: Routes.study(study.id)))
        return StudyBlock(
            name: study.name, subtitle: language.studySubtitle(design, aliases: study.aliases),
            status: study.status.rawValue, statusLabel: language.label(of: study.status),
            summary: study.summary.map { prose.html($0, idPrefix: "summary-") } ?? "", facts: facts(design),
            arms: study.arms.map(arm), numbers: zip(study.enrolment, StudyAnchors(study).enrolment).map(number),
            flow: flow,
            noFlow: study.noFlow.map(language.noFlow(because:)), eligibility: scope.statements(study.eligibility),
            characteristics: study.characteristics.map(characteristic),
            outcomes: ResultComposer(scope: scope, study: study).outcomes(),
            assessments: RiskOfBiasComposer(scope: scope).assessments(of: study), riskOfBias: riskOfBias,
            conflicts: ConflictComposer(scope: scope).blocks(of: study.id),
            discrepancies: scope.statements(study.discrepancies), cautions: scope.statements(study.cautions),
            notes: scope.statements(study.notes), related: related(),
            questions: scope.questions(ofStudy: study.id).map { Link($0.title, Routes.question($0.id)) },
            sources: scope.references(study.sources))
    }

    // MARK: Facts

    private func facts(_ label: String) -> [FactBlock] {
        let design = study.design
        let places = scope.provenance(design.provenance)
        let how = [
            label, design.randomisation.map(language.randomised), design.masking, design.timing,
            design.centres.map(language.centres),
        ]
        var facts = [
            FactBlock(label: language.designFact, text: language.series(how.compactMap { $0 }), provenance: places)
        ]
        if let note = design.note {
            facts.append(FactBlock(label: language.designNoteFact, text: note, provenance: places))
        }
        facts.append(FactBlock(label: language.statusFact, text: language.label(of: study.status)))
        facts.append(FactBlock(label: language.conditionsFact, links: scope.links(.conditions, study.conditions)))
        if let setting = study.setting {
            facts.append(FactBlock(label: language.settingFact, links: scope.links(.settings, [setting])))
        }
        if !design.primaryEndpoints.isEmpty {
            facts.append(
                FactBlock(
                    label: language.primaryEndpointFact, links: scope.links(.outcomes, design.primaryEndpoints),
                    provenance: places))
        }
        if let period = study.period {
            facts.append(
                FactBlock(
                    label: language.periodFact, text: language.period(from: period.start, to: period.end) ?? "",
                    provenance: scope.provenance(period.provenance)))
        }
        if !design.countries.isEmpty {
            facts.append(
                FactBlock(label: language.countriesFact, text: language.series(design.countries), provenance: places))
        }
        if !study.registration.isEmpty {
            facts.append(FactBlock(label: language.registrationFact, text: language.series(study.registration)))
        }
        return facts
    }

    private func arm(_ arm: Arm) -> ArmBlock {
        ArmBlock(
            anchor: arm.anchor, label: arm.label, role: arm.role.rawValue, roleLabel: language.label(of: arm.role),
            patients: arm.n.map(language.patients), dose: arm.dose ?? "",
            interventions: scope.links(.interventions, arm.interventions), provenance: scope.provenance(arm.provenance))
    }

    private func number(_ item: Enrolment, anchor: String) -> NumberBlock {
        let label = language.patients(language.label(of: item.kind), reason: item.reason)
        return NumberBlock(
            anchor: anchor, label: named(label, arm: item.arm, population: item.population),
            value: language.numbers.count(item.n), note: language.usedBecause(item.because, note: item.note),
            provenance: scope.provenance(item.provenance))
    }

    private func characteristic(_ item: Characteristic) -> NumberBlock {
        NumberBlock(
            label: named(item.name, arm: item.arm, population: item.population), value: item.text(in: language),
            note: language.usedBecause(item.because, note: item.note), provenance: scope.provenance(item.provenance))
    }

    private func named(_ label: String, arm: String?, population: String?) -> String {
        language.series([label, arm.map { study.name(ofArm: $0, in: language) }, population].compactMap { $0 })
    }

    private func related() -> [FactBlock] {
        func fact(_ label: String, _ ids: [String]) -> FactBlock? {
            let links = ids.compactMap { id in scope.title(ofStudy: id).map { Link($0, Routes.study(id)) } }
            return links.isEmpty ? nil : FactBlock(label: label, links: links)
        }
        return [
            fact(language.includesFact, study.includes.map(\.value)),
            fact(language.partOfFact, study.partOf.map { [$0.value] } ?? []),
            fact(language.overlapsFact, study.overlaps.map(\.value)),
        ].compactMap { $0 }
    }
}
