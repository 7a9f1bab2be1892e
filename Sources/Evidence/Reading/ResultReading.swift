import Diagnostics
import MetaAnalysis
import Text

extension StudyResult {
    static func read(_ fields: inout FieldReader, arms: ArmNames, _ reading: Reading) -> StudyResult? {
        let id = fields.text("id")
        if let id { reading.checkIdentifier(id) }
        let outcome = fields.requiredText("outcome")
        var result = StudyResult(
            id: id?.value ?? outcome?.value ?? "", outcome: outcome ?? Marked("", fields.mark),
            mark: id?.mark ?? outcome?.mark ?? fields.mark)
        result.population = fields.text("population")?.value
        result.isSubgroup = fields.flag("subgroup") ?? false
        result.report = fields.text("report")?.value
        if var followUp = fields.fields("followUp", subject: "a follow-up") {
            result.followUp = FollowUp.read(&followUp, arms: arms, reading)
        }
        if var time = fields.fields("time", subject: "a time point") {
            result.time = Duration.read(&time, reading)
        }
        result.analysis = fields.text("analysis")?.value
        if var effect = fields.fields("effect", subject: "an effect") {
            result.effect = Effect.read(&effect, arms: arms, reading)
        }
        for kind in ArmValues.Kind.allCases {
            guard var values = fields.fields(kind.rawValue, subject: "'\(kind.rawValue)'") else { continue }
            let mark = fields.mark(of: kind.rawValue)
            result.values.append(ArmValues.read(kind, &values, arms: arms, mark: mark, reading))
        }
        result.text = fields.text("text")?.value
        result.p = fields.pValue("p")
        result.doubt = fields.text("doubt")?.value
        result.note = fields.text("note")?.value
        (result.isPreferred, result.because) = reading.preference(&fields)
        result.provenance = reading.provenance(&fields)
        if result.effect == nil, result.values.isEmpty, result.text == nil, result.p == nil,
            !(["effect", "text", "p"] + ArmValues.Kind.allCases.map(\.rawValue)).contains(where: fields.mayHave)
        {
            reading.error(
                "empty-result", "a result states nothing", at: fields.mark,
                help: "add 'effect', 'median', 'proportion', 'count', 'mean', 'difference', 'p' or 'text'")
        }
        fields.finish()
        return outcome == nil ? nil : result
    }
}

extension FollowUp {
    fileprivate static func read(_ fields: inout FieldReader, arms: ArmNames, _ reading: Reading) -> FollowUp? {
        let unit: Duration.Unit? = fields.choice("unit", isRequired: true)
        let median = fields.number("median")?.value
        let low = fields.number("low")?.value
        let high = fields.number("high")?.value
        var byArm: [String: PrintedNumber] = [:]
        for key in fields.remainingKeys() where arms[key.value] != nil {
            byArm[key.value] = fields.number(key.value)?.value
        }
        fields.finish()
        return unit.map { FollowUp(median: median, low: low, high: high, arms: byArm, unit: $0) }
    }
}

extension Duration {
    fileprivate static func read(_ fields: inout FieldReader, _ reading: Reading) -> Duration? {
        let unit: Duration.Unit? = fields.choice("unit", isRequired: true)
        if !fields.has("value") { _ = fields.requiredText("value") }
        let value = fields.number("value")?.value
        fields.finish()
        guard let unit, let value else { return nil }
        return Duration(value: value, unit: unit)
    }
}

extension Effect {
    fileprivate static func read(_ fields: inout FieldReader, arms: ArmNames, _ reading: Reading) -> Effect? {
        let measure: EffectMeasure? = fields.choice("measure", isRequired: true)
        let contrast: Contrast = fields.choice("contrast") ?? .treatment
        let pair = contrast == .treatment ? compare(&fields, arms: arms, reading) : groups(&fields, reading)
        let valueMark = fields.mark(ofValue: "value")
        let value = fields.number("value")?.value
        let interval = PrintedInterval.read(&fields, subject: "an effect", reading)
        let p = fields.pValue("p")
        let compareMark = fields.mark(ofValue: "compare")
        let inversionReason = fields.text("because")?.value
        if let pair, pair.isInverted, inversionReason == nil {
            reading.error(
                "reversed-comparison",
                "the comparison names the control first, so that the printed ratio would be inverted", at: compareMark,
                help:
                    "write '\(pair.experimental)/\(pair.control)'; or, if the document prints the ratio upside down, add 'because: …' with what shows it"
            )
        }
        if value == nil, p == nil, !fields.mayHave("value"), !fields.mayHave("p") {
            reading.error(
                "missing-field", "an effect needs 'value' or 'p'", at: fields.mark, help: "add what is printed")
        }
        fields.finish()
        guard let measure, let pair else { return nil }
        return Effect(
            measure: measure, contrast: contrast, experimental: pair.experimental, control: pair.control,
            isInverted: pair.isInverted, inversionReason: pair.isInverted ? inversionReason : nil, value: value,
            interval: interval, p: p, mark: fields.mark, valueMark: valueMark)
    }

    private typealias Pair = (experimental: String, control: String, isInverted: Bool)

    private static func compare(_ fields: inout FieldReader, arms: ArmNames, _ reading: Reading) -> Pair? {
        guard let text = fields.requiredText("compare") else { return nil }
        let parts = text.value.split(separator: "/", omittingEmptySubsequences: false).map { String($0).trimmed }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            reading.error(
                "invalid-comparison", "'\(text.value)' does not compare two arms", at: text.mark,
                help: "write it as 'experimental/control', in the order of the printed ratio")
            return nil
        }
        var found: [Arm] = []
        var column = text.mark.column
        if text.mark.length > text.value.count { column += 1 }
        for part in parts {
            if let arm = arms[part] {
                found.append(arm)
            } else {
                let mark = Mark(line: text.mark.line, column: column, length: Int32(clamping: part.count))
                reading.unknownArm(part, arms: arms, at: mark)
            }
            column += Int32(clamping: part.count + 1)
        }
        guard found.count == 2 else { return nil }
        guard found[0].id != found[1].id else {
            reading.error("invalid-comparison", "'\(text.value)' compares an arm with itself", at: text.mark)
            return nil
        }
        let isInverted = found[0].role == .control && found[1].role != .control
        let (experimental, control) = isInverted ? (found[1], found[0]) : (found[0], found[1])
        return (experimental.id, control.id, isInverted)
    }

    private static func groups(_ fields: inout FieldReader, _ reading: Reading) -> Pair? {
        guard let text = fields.requiredText("groups") else { return nil }
        let parts = text.value.split(separator: "/").map { String($0).trimmed }
        guard parts.count == 2 else {
            reading.error(
                "invalid-comparison", "'\(text.value)' does not compare two groups", at: text.mark,
                help: "write it as 'one group / the other'")
            return nil
        }
        return (parts[0], parts[1], false)
    }
}

extension PrintedInterval {
    /// The interval of `low`, `high` and `level`, if there is one.
    fileprivate static func read(_ fields: inout FieldReader, subject: String, _ reading: Reading) -> PrintedInterval? {
        let low = fields.number("low")?.value
        let high = fields.number("high")?.value
        let levelMark = fields.mark(ofValue: "level")
        let level = fields.number("level")?.value.value ?? 95
        if fields.has("low") != fields.has("high") {
            reading.error(
                "half-interval", "\(subject) has only one limit of its interval", at: fields.mark,
                help: "give both 'low' and 'high'")
        }
        guard level >= 50, level < 100 else {
            reading.error(
                "invalid-level", "a confidence level of \(level) % is not possible", at: levelMark,
                help: "write it in per cent, such as 90 or 95")
            return nil
        }
        guard let low, let high else { return nil }
        guard low.value <= high.value else {
            reading.error(
                "limits-reversed", "the lower limit \(low.text) is above the upper limit \(high.text)",
                at: fields.mark(ofValue: "low"))
            return nil
        }
        return PrintedInterval(low: low, high: high, level: level)
    }
}

extension ArmValues {
    fileprivate static func read(
        _ kind: Kind, _ fields: inout FieldReader, arms: ArmNames, mark: Mark, _ reading: Reading
    ) -> ArmValues {
        let unit = fields.text("unit")
        let p = fields.pValue("p")
        var values = ArmValues(kind: kind, entries: [], unit: (unit?.value).map(Unit.init), p: p, mark: mark)
        if kind == .difference {
            let mark = fields.mark(ofValue: "value")
            if !fields.has("value") { _ = fields.requiredText("value") }
            let value = fields.number("value")?.value
            let interval = PrintedInterval.read(&fields, subject: "a difference", reading)
            if let value {
                values.entries.append(Entry(arm: nil, value: .number(value, interval: interval), mark: mark))
            }
            fields.finish()
            return values
        }
        for key in fields.remainingKeys() {
            guard key.value == "all" || arms[key.value] != nil else {
                reading.unknownArm(key.value, arms: arms, at: key.mark)
                fields.ignore(key.value)
                continue
            }
            let mark = fields.mark(ofValue: key.value)
            if let value = ArmValue.read(kind, key.value, &fields, reading) {
                values.entries.append(Entry(arm: key.value, value: value, mark: mark))
            }
        }
        if values.entries.isEmpty, p == nil {
            reading.error(
                "missing-field", "'\(kind.rawValue)' gives no arm's value", at: mark,
                help: "add one, such as '\(arms.identifiers.first ?? "all"): 12'")
        }
        fields.finish()
        return values
    }
}

extension ArmValue {
    fileprivate static func read(
        _ kind: ArmValues.Kind, _ key: String, _ fields: inout FieldReader, _ reading: Reading
    ) -> ArmValue? {
        if fields.shape(key) == .mapping { return bounded(key, &fields, reading) }
        guard let text = fields.text(key) else { return nil }
        if text.value == "not reached" { return .notReached }
        if kind == .count { return count(text, reading) }
        guard let number = PrintedNumber(decimal: text.value) else {
            reading.error(
                "not-a-number", "'\(text.value)' is not a number", at: text.mark,
                help: reading.notEstimable(text.value)
                    ? "write 'not reached' if that is meant; else leave the arm out, and say in 'text' that its value was not estimable or not reported"
                    : "write digits with a decimal point, or 'not reached'")
            return nil
        }
        if kind == .proportion, !(0...100).contains(number.value) {
            reading.error("not-a-proportion", "\(text.value) is not between 0 and 100 per cent", at: text.mark)
        }
        return .number(number, interval: nil)
    }

    private static func bounded(_ key: String, _ fields: inout FieldReader, _ reading: Reading) -> ArmValue? {
        guard var value = fields.fields(key, subject: "a value") else { return nil }
        defer { value.finish() }
        if let above = value.number("above") { return .above(above.value) }
        if let below = value.number("below") { return .below(below.value) }
        if value.text("value")?.value == "not reached" { return .notReached }
        guard let number = value.number("value") else { return nil }
        let interval = PrintedInterval.read(&value, subject: "a value", reading)
        if let interval, !(interval.low.value...interval.high.value).contains(number.value.value) {
            reading.error(
                "estimate-outside-interval",
                "\(number.value.text) is not between \(interval.low.text) and \(interval.high.text)", at: number.mark,
                help: "check the three figures against the document")
        }
        return .number(number.value, interval: interval)
    }

    private static func count(_ text: Marked<String>, _ reading: Reading) -> ArmValue? {
        let parts = text.value.split(separator: "/", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
        guard (1...2).contains(parts.count), let events = parts[0], events >= 0 else {
            reading.error(
                "not-a-count", "'\(text.value)' is not a count", at: text.mark,
                help: "write events/total, such as 14/37")
            return nil
        }
        guard parts.count == 2 else { return .count(events, of: nil) }
        guard let total = parts[1], total >= 0 else {
            reading.error(
                "not-a-count", "'\(text.value)' is not a count", at: text.mark,
                help: "write events/total, such as 14/37")
            return nil
        }
        guard events <= total else {
            reading.error(
                "events-above-total", "\(events) events are more than the \(total) patients", at: text.mark,
                help: "check both figures against the document")
            return nil
        }
        return .count(events, of: total)
    }
}

extension [Diagnostic] {
    /// Appends a diagnostic, if there is one.
    mutating func append(optional diagnostic: Diagnostic?) {
        if let diagnostic { append(diagnostic) }
    }
}
