import Diagnostics
import Text

extension Enrolment {
    static func read(_ fields: inout FieldReader, _ reading: Reading) -> Enrolment? {
        let id = reading.identifier(&fields)
        let kind: Kind? = fields.choice("kind", isRequired: true)
        let mark = fields.mark(ofValue: "n")
        if !fields.has("n") { _ = fields.requiredText("n") }
        let n = fields.count("n")
        let population = fields.text("population")?.value
        let arm = fields.text("arm")?.value
        let reason = fields.text("reason")?.value
        let after: Kind? = fields.choice("after")
        if let kind, !kind.isDeparture {
            for field in ["reason", "after"] where fields.has(field) {
                reading.error(
                    "not-a-departure",
                    "patients \(Language.english.label(of: kind)) did not leave the study, so '\(field)' says nothing of them",
                    at: fields.mark(of: field),
                    help: "use 'note', or one of the kinds 'excluded', 'withdrawn' and 'lost'")
            }
        }
        let preference = reading.preference(&fields)
        let note = fields.text("note")?.value
        let provenance = reading.provenance(&fields)
        fields.finish()
        guard let kind, let n else { return nil }
        return Enrolment(
            id: id, kind: kind, n: n.value, population: population, arm: arm, reason: reason, after: after,
            isPreferred: preference.isPreferred, because: preference.because, note: note, provenance: provenance,
            mark: mark)
    }
}
