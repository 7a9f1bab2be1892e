import Evidence
import Markdown
import TemplateEngine

/// Composes a question's page, with the plots and files of its syntheses.
struct QuestionComposer {
    let scope: Scope
    let question: Question

    func parts() throws(TemplateError) -> PageParts {
        let path = Routes.question(question.id)
        let root = Routes.root(from: path)
        let language = scope.language
        var prose = ProseComposer(scope: scope, question: question.id, root: root)
        var syntheses = SynthesisBlocks(scope: scope, root: root, question: question.id)
        let answer = try question.answer.map { document throws(TemplateError) in
            try prose.blocks(document, idPrefix: "answer-") { address throws(TemplateError) in
                try syntheses.block(address)
            }
        }
        let body = try prose.blocks(question.body, idPrefix: TextComposer.prefix) { address throws(TemplateError) in
            try syntheses.block(address)
        }
        var rest: [SynthesisBlock] = []
        for plan in question.syntheses {
            let address = SynthesisAddress(question: question.id, id: plan.id)
            if !prose.shown.contains(address), let block = try syntheses.block(address) { rest.append(block) }
        }
        let medians = MedianComposer(scope: scope, question: question).graphics()
        let riskOfBias = RiskOfBiasComposer(scope: scope).graphics(of: question)
        let content = QuestionPage(
            title: question.title, answer: answer ?? [], criteria: criteria(), body: body,
            sections: TextComposer.sections(of: question.body), syntheses: rest,
            medians: try medians.figures(scope.language),
            riskOfBias: try riskOfBias.figures(scope.language), studies: studies(), conflicts: conflicts(),
            references: scope.references(prose.cited))
        let head = PageHead(
            title: question.title,
            description: question.answer?.plainText { scope.link($0, in: question.id)?.text } ?? question.short,
            kind: .question,
            section: "questions", path: path, breadcrumbs: [Link(language.questionsTitle, Routes.questions)])
        var parts = PageParts(
            view: QuestionPage.view.value(of: scope.content(content, on: head)), graphics: medians + riskOfBias)
        for composer in syntheses.own {
            parts.graphics += composer.graphics
            parts.files += SynthesisFiles(synthesis: composer.synthesis, language: language).tables()
        }
        return parts
    }

    private func criteria() -> [QuestionPage.Criterion] {
        let language = scope.language
        var found: [QuestionPage.Criterion] = []
        func add(_ label: String, _ text: String?) {
            if let text { found.append(.init(label: label, text: text)) }
        }
        add(language.criterionPatients, question.population)
        add(language.criterionTreatment, question.intervention)
        add(language.criterionComparison, question.comparison)
        if !question.outcomes.isEmpty {
            found.append(.init(label: language.criterionOutcomes, links: scope.links(.outcomes, question.outcomes)))
        }
        if let setting = question.setting {
            found.append(.init(label: language.criterionSetting, links: scope.links(.settings, [setting])))
        }
        return found
    }

    private func studies() -> [QuestionPage.Studies] {
        Question.Role.allCases.compactMap { role in
            let members = question.members.filter { $0.role == role }
            guard !members.isEmpty else { return nil }
            return .init(
                label: scope.language.heading(of: role), role: role.rawValue,
                table: scope.table(
                    of: members.map { ($0.study.value, $0.because ?? "") },
                    effects: role == .direct ? .question(question.id) : nil))
        }
    }

    private func conflicts() -> [ConflictBlock] {
        question.members.flatMap { ConflictComposer(scope: scope).blocks(of: $0.study.value) }
    }
}
