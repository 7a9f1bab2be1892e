import Diagnostics
import Markdown
import Text

extension Study {
    /// Reads one study's file.
    static func read(id: String, file: SourceText) -> (study: Study?, diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        reading.checkIdentifier(Marked(id, .start))
        guard let mapping = YAMLReading.mapping(file.text, in: reading) else { return (nil, reading.diagnostics) }
        var fields = FieldReader(mapping, subject: "a study", in: reading)
        let name = fields.requiredText("name")
        let design = Design.read(&fields, reading)
        let status: Status? = fields.choice("status", isRequired: true)
        var study = Study(
            id: id, name: name?.value ?? id, design: design ?? Design(kind: .cohort), status: status ?? .unknown,
            text: file)
        study.nameMark = name?.mark ?? .start
        study.aliases = fields.texts("aliases").map(\.value)
        study.registration = fields.texts("registration").map(\.value)
        study.conditions = fields.texts("conditions")
        if study.conditions.isEmpty, fields.has("conditions") || !fields.mayHave("conditions") {
            reading.error(
                "missing-field", "a study needs 'conditions'", at: fields.mark, help: "add a line 'conditions: […]'")
        }
        study.setting = fields.text("setting")
        if var period = fields.fields("period", subject: "'period'") {
            study.period = Period.read(&period, reading)
        }
        for var item in fields.list("arms", subject: "an arm") {
            if let arm = Arm.read(&item, reading) { study.arms.append(arm) }
        }
        reportRepeated(study.arms.map { ($0.id, $0.mark) }, "arm", in: reading)
        for var item in fields.list("enrolment", subject: "a number of patients") {
            if let enrolment = Enrolment.read(&item, reading) { study.enrolment.append(enrolment) }
        }
        study.noFlow = fields.text("noFlow")?.value
        study.eligibility = Statement.read("eligibility", in: &fields, reading)
        for var item in fields.list("characteristics", subject: "a characteristic") {
            if let characteristic = Characteristic.read(&item, reading) { study.characteristics.append(characteristic) }
        }
        let arms = ArmNames(study.arms)
        for var item in fields.list("results", subject: "a result") {
            if let result = StudyResult.read(&item, arms: arms, reading) { study.results.append(result) }
        }
        for var item in fields.list("riskOfBias", subject: "an assessment") {
            if let assessment = RiskOfBias.read(&item, reading) { study.riskOfBias.append(assessment) }
        }
        study.cautions = Statement.read("cautions", in: &fields, reading)
        study.discrepancies = Statement.read("discrepancies", in: &fields, reading)
        study.notes = Statement.read("notes", in: &fields, reading)
        study.includes = fields.texts("includes")
        study.partOf = fields.text("partOf")
        study.overlaps = fields.texts("overlaps")
        study.complete()
        fields.finish()
        return (study, reading.diagnostics)
    }

    private static func reportRepeated(_ ids: [(String, Mark)], _ kind: String, in reading: Reading) {
        var seen: Set<String> = []
        for (id, mark) in ids where !seen.insert(id).inserted {
            reading.error("duplicate-id", "another \(kind) is called '\(id)'", at: mark, help: "give each its own ID")
        }
    }
}

extension Design {
    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> Design? {
        guard fields.has("design") else {
            _ = fields.requiredText("design")
            return nil
        }
        guard var design = fields.fields("design", subject: "a design") else { return nil }
        let kind: Kind? = design.choice("kind", isRequired: true)
        var value = Design(kind: kind ?? .cohort)
        value.phase = design.text("phase")?.value
        value.randomisation = design.text("randomisation")?.value
        value.timing = design.text("timing")?.value
        value.centres = design.count("centres")?.value
        value.countries = design.texts("countries").map(\.value)
        value.masking = design.text("masking")?.value
        value.primaryEndpoints = design.texts("primaryEndpoint")
        value.note = design.text("note")?.value
        value.provenance = reading.provenance(&design, isRequired: false)
        design.finish()
        return value
    }
}

extension Period {
    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> Period {
        var period = Period()
        for key in ["start", "end"] {
            guard let text = fields.text(key) else { continue }
            guard let date = PartialDate(text.value), date.day == nil else {
                reading.error(
                    "not-a-date", "'\(text.value)' is not a year or a year and month", at: text.mark,
                    help: "write 2020 or 2020-09")
                continue
            }
            if key == "start" { period.start = text.value } else { period.end = text.value }
        }
        if let start = period.start, let end = period.end, end.prefix(4) < start.prefix(4) {
            reading.error("dates-reversed", "the period ends before it starts", at: fields.mark(ofValue: "end"))
        }
        period.provenance = reading.provenance(&fields)
        fields.finish()
        return period
    }
}

extension Arm {
    /// Names that mean something of their own where the values of arms stand.
    private static let reserved: Set<String> = ["all", "unit", "p", "value", "low", "high", "level", "median"]

    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> Arm? {
        let id = fields.requiredText("id")
        let role: Role? = fields.choice("role", isRequired: true)
        let label = fields.requiredText("label")
        let interventions = fields.texts("interventions")
        let n = fields.count("n")
        let dose = fields.text("dose")
        let provenance = reading.provenance(&fields, isRequired: n != nil || dose != nil)
        fields.finish()
        guard let id else { return nil }
        reading.checkIdentifier(id)
        if Self.reserved.contains(id.value) {
            reading.error(
                "invalid-id", "'\(id.value)' cannot be the ID of an arm", at: id.mark,
                help: "it has a meaning of its own in results")
        }
        return Arm(
            id: id.value, role: role ?? .single, label: label?.value ?? id.value, interventions: interventions,
            n: n?.value, dose: dose?.value, provenance: provenance, mark: id.mark)
    }
}

extension Characteristic {
    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> Characteristic? {
        let id = reading.identifier(&fields)
        let name = fields.requiredText("name")
        let value = fields.number("value")?.value
        let unit = (fields.text("unit")?.value).map(Unit.init)
        let text = fields.text("text")?.value
        let arm = fields.text("arm")?.value
        let population = fields.text("population")?.value
        let preference = reading.preference(&fields)
        let note = fields.text("note")?.value
        let provenance = reading.provenance(&fields)
        if value == nil, text == nil, !fields.mayHave("value"), !fields.mayHave("text") {
            reading.error(
                "missing-field", "a characteristic needs 'value' or 'text'", at: fields.mark, help: "add one of them")
        }
        fields.finish()
        guard let name else { return nil }
        return Characteristic(
            id: id, name: name.value, value: value, unit: unit, text: text, arm: arm, population: population,
            isPreferred: preference.isPreferred, because: preference.because, note: note, provenance: provenance,
            mark: name.mark)
    }
}

extension Statement {
    fileprivate static func read(_ key: String, in fields: inout FieldReader, _ reading: Reading) -> [Statement] {
        fields.list(key, subject: "a statement").compactMap { item in
            var item = item
            let text = item.requiredText("text")
            let provenance = reading.provenance(&item)
            item.finish()
            return text.map { Statement(text: $0.value, provenance: provenance) }
        }
    }
}

extension Reading {
    /// An optional `id`.
    func identifier(_ fields: inout FieldReader) -> String? {
        guard let id = fields.text("id") else { return nil }
        checkIdentifier(id)
        return id.value
    }

    /// `preferred` and the reason that it requires.
    func preference(_ fields: inout FieldReader) -> (isPreferred: Bool, because: String?) {
        let mark = fields.mark(of: "preferred")
        let isPreferred = fields.flag("preferred") ?? false
        let because = fields.text("because")?.value
        if isPreferred, because == nil {
            error(
                "missing-reason", "'preferred' needs a reason", at: mark,
                help: "add 'because: …' with why this value is used and not the other")
        }
        return (isPreferred, because)
    }
}
