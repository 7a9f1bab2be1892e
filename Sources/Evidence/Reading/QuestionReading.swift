import Diagnostics
import Markdown
import MetaAnalysis
import Text

extension Question {
    /// Reads one question's file.
    static func read(id: String, file: SourceText) -> (question: Question?, diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        reading.checkIdentifier(Marked(id, .start))
        guard let split = FrontMatter.split(file, in: reading),
            let mapping = YAMLReading.mapping(split.yaml, lineOffset: 1, in: reading)
        else { return (nil, reading.diagnostics) }
        var fields = FieldReader(mapping, subject: "a question", lineOffset: 1, in: reading)
        let title = fields.requiredText("title")
        let short = fields.requiredText("short")
        var question = Question(
            id: id, title: title?.value ?? id, short: short?.value ?? id, body: split.body, text: file)
        question.conditions = fields.texts("conditions")
        question.setting = fields.text("setting")
        question.population = fields.text("population")?.value
        question.intervention = fields.text("intervention")?.value
        question.comparison = fields.text("comparison")?.value
        question.outcomes = fields.texts("outcomes")
        question.interventions = fields.texts("interventions")
        question.answer = fields.text("answer").map {
            MarkdownDocument($0.value, in: file, firstLine: Int($0.mark.line))
        }
        for var item in fields.list("studies", subject: "a study of the question") {
            let study = item.requiredText("study")
            let role: Role? = item.choice("role", isRequired: true)
            let because = item.text("because")?.value
            item.finish()
            if let study { question.members.append(Member(study: study, role: role ?? .context, because: because)) }
        }
        for var item in fields.list("syntheses", subject: "a synthesis") {
            if let plan = SynthesisPlan.read(&item, reading) { question.syntheses.append(plan) }
        }
        var seen: Set<String> = []
        for plan in question.syntheses where !seen.insert(plan.id).inserted {
            reading.error(
                "duplicate-id", "another synthesis is called '\(plan.id)'", at: plan.mark, help: "give each its own ID")
        }
        fields.finish()
        return (question, reading.diagnostics)
    }
}

extension SynthesisPlan {
    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> SynthesisPlan? {
        let id = fields.requiredText("id")
        if let id { reading.checkIdentifier(id) }
        let title = fields.requiredText("title")
        let outcome = fields.requiredText("outcome")
        let measure: EffectMeasure? = fields.choice("measure", isRequired: true)
        let isPooled = fields.flag("pool") ?? true
        let because = fields.text("because")?.value
        if !isPooled, because == nil {
            reading.error(
                "missing-reason", "a synthesis without pooling needs a reason", at: fields.mark(of: "pool"),
                help: "add 'because: …' with why the studies are not pooled")
        }
        let model: Model? = fields.choice("model")
        let estimator: TauSquaredEstimator? = fields.choice("method")
        let test: PoolingTest? = fields.choice("test")
        let favoursMark = fields.mark(ofValue: "favours")
        let favours = fields.texts("favours")
        if !favours.isEmpty, favours.count != 2 {
            reading.error(
                "wrong-type", "'favours' needs two labels", at: favoursMark, help: "write [experimental, control]")
        }
        var items: [Item] = []
        for var item in fields.list("include", subject: "an entry of 'include'") {
            let study = item.requiredText("study")
            let result = item.requiredText("result")
            let isPooled = item.flag("pooled") ?? true
            let because = item.text("because")?.value
            if !isPooled, because == nil {
                reading.error(
                    "missing-reason", "an entry that is not pooled needs a reason", at: item.mark(of: "pooled"),
                    help: "add 'because: …'")
            }
            let label = item.text("label")?.value
            let group = item.text("group")?.value
            item.finish()
            if let study, let result {
                items.append(
                    Item(study: study, result: result, isPooled: isPooled, because: because, label: label, group: group)
                )
            }
        }
        var published: [Published] = []
        for var item in fields.list("published", subject: "an entry of 'published'") {
            let study = item.requiredText("study")
            let result = item.requiredText("result")
            let because = item.text("because")?.value
            item.finish()
            if let study, let result { published.append(Published(study: study, result: result, because: because)) }
        }
        let absolute = Absolute.read(&fields)
        let columns: [Column]? = fields.choices("columns")
        let order: Order? = fields.choice("sort")
        if items.isEmpty, fields.shape("include") == .sequence || !fields.mayHave("include") {
            reading.error(
                "missing-field", "a synthesis needs 'include'", at: fields.mark, help: "list its studies and results")
        }
        fields.finish()
        guard let id, let outcome, let measure else { return nil }
        return SynthesisPlan(
            id: id.value, title: title?.value ?? id.value, outcome: outcome, measure: measure, isPooled: isPooled,
            because: because, model: model, estimator: estimator, test: test,
            favours: favours.count == 2 ? (favours[0].value, favours[1].value) : nil, items: items,
            published: published,
            absolute: absolute, columns: columns ?? [.patients], order: order, mark: id.mark)
    }
}

extension SynthesisPlan.Absolute {
    fileprivate static func read(_ fields: inout FieldReader) -> Self? {
        guard var item = fields.fields("absolute", subject: "the absolute effect") else { return nil }
        let study = item.requiredText("study")
        let result = item.requiredText("result")
        let arm = item.requiredText("arm")
        let event = item.requiredText("event")
        item.finish()
        guard let study, let result, let arm, let event else { return nil }
        return Self(study: study, result: result, arm: arm, event: event.value)
    }
}
