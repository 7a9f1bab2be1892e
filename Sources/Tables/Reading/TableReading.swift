import MetaAnalysis
import Text

/// One reading of a table, gathering rows and problems.
struct TableReading {
    private var reader: CSVReader
    private let measure: EffectMeasure
    private let correction: ContinuityCorrection?
    private let wantedShown: [String]
    private let wantedModerators: [String]?
    private let wantedGroup: String?
    private var problems: [TableProblem] = []
    /// Rows that do not name their group: problems only if another row does.
    private var missingGroups: [TableProblem] = []

    init(
        _ bytes: [UInt8], measure: EffectMeasure, correction: ContinuityCorrection?,
        moderators: [String]?, group: String?, shown: [String]
    ) {
        reader = CSVReader(bytes)
        self.measure = measure
        self.correction = correction
        wantedModerators = moderators
        wantedShown = shown
        wantedGroup = group
    }

    /// - Throws: every problem, in the order of lines.
    mutating func read() throws(TableProblems) -> PoolTable {
        var header: CSVReader.Record?
        while let record = reader.next() {
            if record.isBlank { continue }
            header = record
            break
        }
        guard let header else { throw failure(.empty, line: 1) }
        problems += header.problems.map(TableProblem.init)
        guard
            let columns = TableColumns(
                header, moderators: wantedModerators, group: wantedGroup, shown: wantedShown, problems: &problems)
        else {
            throw TableProblems(problems: limited(), separator: reader.separator)
        }
        var rows: [PoolTable.Row] = []
        var count = 0
        var hasGroups = false
        while let record = reader.next() {
            if record.isBlank { continue }
            count += 1
            guard count <= PoolTable.maximumRowCount else { throw failure(.tooManyRows, line: record.line) }
            problems += record.problems.map(TableProblem.init)
            if problems.count > PoolTable.maximumProblemCount { break }
            if let row = row(record, columns) {
                rows.append(row)
                hasGroups = hasGroups || row.group != nil
            }
        }
        if hasGroups, !missingGroups.isEmpty {
            problems = (problems + missingGroups).enumerated()
                .sorted {
                    ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
                }
                .map(\.element)
        }
        if count == 0 { problems.append(TableProblem(.noRows, line: header.line, column: 1)) }
        guard problems.isEmpty else { throw TableProblems(problems: limited(), separator: reader.separator) }
        return PoolTable(measure: measure, separator: reader.separator, rows: rows, columns: columns)
    }

    private mutating func failure(_ kind: TableProblem.Kind, line: Int) -> TableProblems {
        problems.append(TableProblem(kind, line: line, column: 1))
        return TableProblems(problems: limited(), separator: reader.separator)
    }

    private func limited() -> [TableProblem] {
        guard problems.count > PoolTable.maximumProblemCount else { return problems }
        let kept = problems.prefix(PoolTable.maximumProblemCount)
        let next = problems[PoolTable.maximumProblemCount]
        return kept + [TableProblem(.tooManyProblems, line: next.line, column: next.column)]
    }

    // MARK: One row

    private mutating func row(_ record: CSVReader.Record, _ columns: TableColumns) -> PoolTable.Row? {
        guard record.fields.count == columns.count else {
            problems.append(
                TableProblem(
                    .fieldCount(expected: columns.count, found: record.fields.count), line: record.line, column: 1))
            return nil
        }
        let before = problems.count
        let fields = RowFields(record: record)
        let study = text(columns.study, fields)
        let group = columns.group.flatMap { groupName($0, fields) }
        let year = columns.year.flatMap { fields.isEmpty($0) ? nil : number($0, fields) }
        guard let set = fields.effectColumns(columns) else {
            guard problems.count == before, let study else { return nil }
            return PoolTable.Row(
                line: record.line, study: study, effect: nil, source: .notEstimable, printed: nil, group: group,
                year: year, moderators: [], shown: columns.shown.map(fields.text), findings: [])
        }
        let moderators = columns.moderators.compactMap { number($0, fields) }
        let made = effect(set, fields, study: study ?? "")
        guard problems.count == before, let study, let made else { return nil }
        do {
            var effect: StudyEffect?
            if let estimate = made.effect { effect = try StudyEffect(study: study, effect: estimate) }
            return PoolTable.Row(
                line: record.line, study: study, effect: effect, source: made.source, printed: made.printed,
                group: group, year: year, moderators: moderators, shown: columns.shown.map(fields.text),
                findings: made.findings)
        } catch {
            report(.effect(error), set.columns[0], fields)
            return nil
        }
    }

    private struct Made {
        /// Nil for counts without variance.
        var effect: EffectEstimate?
        var source: PoolTable.Source
        var printed: PoolTable.Printed?
        var findings: [ConsistencyFinding] = []
    }

    private mutating func effect(_ set: TableColumns.EffectColumns, _ fields: RowFields, study: String) -> Made? {
        do {
            switch set {
            case .standardError(let yi, let sei):
                guard let (y, s) = both(number(yi, fields), number(sei, fields)) else { return nil }
                guard s > 0 else {
                    report(.effect(.standardErrorOutOfRange(study: study, value: s)), sei, fields)
                    return nil
                }
                return Made(
                    effect: try StudyEffect(study: study, estimate: y, standardError: s).effect, source: .analysisScale)
            case .variance(let yi, let vi):
                guard let (y, v) = both(number(yi, fields), number(vi, fields)) else { return nil }
                guard v > 0 else {
                    report(.effect(.varianceOutOfRange(study: study, value: v)), vi, fields)
                    return nil
                }
                return Made(
                    effect: try StudyEffect(study: study, estimate: y, variance: v).effect, source: .analysisScale)
            case .interval(let estimate, let low, let high, let level):
                return try interval(estimate, low, high, level, fields)
            case .pValue(let estimate, let p):
                let text = fields.text(p)
                if let sign = text.first, "<>≤≥".contains(sign) {
                    report(.inexactPValue(text: TableText.cut(text)), p, fields)
                    return nil
                }
                guard let (value, pValue) = both(number(estimate, fields), number(p, fields)) else { return nil }
                return Made(
                    effect: try EffectEstimate(measure: measure, value: value, pValue: pValue), source: .pValue)
            case .counts(let e1, let n1, let e0, let n0):
                let values = [e1, n1, e0, n0].map { whole($0, fields) }
                guard let a = values[0], let n = values[1], let c = values[2], let m = values[3] else { return nil }
                let table = try TwoByTwoTable(
                    treatmentEvents: a, treatmentTotal: n, controlEvents: c, controlTotal: m)
                if measure == .riskDifference, correction == nil, !table.hasVariance {
                    return Made(effect: nil, source: .counts(table, addedToCells: 0))
                }
                let made = try EffectEstimate.counts(table, measure: measure, correction: correction)
                return Made(effect: made.effect, source: .counts(table, addedToCells: made.addedToCells))
            case .continuous(let m1, let sd1, let n1, let m0, let sd0, let n0):
                let values = [m1, sd1, m0, sd0].map { number($0, fields) }
                let sizes = [n1, n0].map { whole($0, fields) }
                guard let mean1 = values[0], let s1 = values[1], let mean0 = values[2], let s0 = values[3],
                    let size1 = sizes[0], let size0 = sizes[1]
                else { return nil }
                let arms = try ContinuousArms(
                    treatmentMean: mean1, treatmentDeviation: s1, treatmentCount: size1,
                    controlMean: mean0, controlDeviation: s0, controlCount: size0)
                return Made(effect: try EffectEstimate(arms, measure: measure), source: .continuous(arms))
            }
        } catch {
            report(.effect(error), set.columns[0], fields)
            return nil
        }
    }

    private mutating func interval(
        _ estimate: TableColumns.Column, _ low: TableColumns.Column, _ high: TableColumns.Column,
        _ level: TableColumns.Column?, _ fields: RowFields
    ) throws(MetaAnalysisError) -> Made? {
        var proportion: Double? = 0.95
        if let level, !fields.isEmpty(level) { proportion = number(level, fields).map { $0 > 1 ? $0 / 100 : $0 } }
        let limits = both(number(low, fields), number(high, fields))
        guard let value = number(estimate, fields), let (lower, upper) = limits, let proportion else { return nil }
        for (column, number) in [(estimate, value), (low, lower), (high, upper)] where measure.isRatio && number == 0 {
            // What is written without decimals may be a logarithm.
            guard fields.text(column).contains(where: { ".,".contains($0) }) else { continue }
            report(.roundedToZero(column: column.name, text: TableText.cut(fields.text(column))), column, fields)
            return nil
        }
        if value == lower, lower == upper {
            report(.roundedAlike(text: TableText.cut(fields.text(estimate))), estimate, fields)
            return nil
        }
        let effect = try EffectEstimate(
            measure: measure, value: value, low: lower, high: upper, level: proportion)
        var findings: [ConsistencyFinding] = []
        if let printed = PrintedEffect(
            measure: measure, value: fields.text(estimate), low: fields.text(low), high: fields.text(high),
            level: proportion)
        {
            findings = printed.findings()
        } else if value < lower || value > upper {
            findings = [.estimateOutsideInterval(estimate: value, low: lower, high: upper)]
        }
        let outside = findings.contains { if case .estimateOutsideInterval = $0 { true } else { false } }
        if outside {
            report(.estimateOutsideInterval(estimate: value, low: lower, high: upper), estimate, fields)
            return nil
        }
        return Made(
            effect: effect, source: .interval(level: proportion),
            printed: PoolTable.Printed(
                value: fields.text(estimate), low: fields.text(low), high: fields.text(high),
                interval: ConfidenceInterval(low: lower, high: upper, level: proportion)),
            findings: findings)
    }

    // MARK: Fields

    private struct RowFields {
        let record: CSVReader.Record

        func text(_ column: TableColumns.Column) -> String { TableText.trimmed(record.fields[column.index].text) }
        func isEmpty(_ column: TableColumns.Column) -> Bool { text(column).isEmpty }

        /// The first set of columns that this row fills with numbers; if it fills none, the first set, which says what is
        /// missing. Nil where the row says that there is no number, or leaves every column of an effect empty.
        func effectColumns(_ columns: TableColumns) -> TableColumns.EffectColumns? {
            func saysNothing(_ column: TableColumns.Column) -> Bool { TableText.saysNotEstimable(text(column)) }
            for set in columns.effects where set.columns.allSatisfy({ !isEmpty($0) && !saysNothing($0) }) { return set }
            let all = columns.effects.flatMap(\.columns)
            return all.contains(where: saysNothing) || all.allSatisfy(isEmpty) ? nil : columns.effects[0]
        }
    }

    private mutating func report(_ kind: TableProblem.Kind, _ column: TableColumns.Column, _ fields: RowFields) {
        let field = fields.record.fields[column.index]
        problems.append(TableProblem(kind, line: field.line, column: field.column))
    }

    private mutating func text(_ column: TableColumns.Column, _ fields: RowFields) -> String? {
        let text = fields.text(column)
        if text.isEmpty {
            report(.emptyField(column: column.name), column, fields)
            return nil
        }
        return text
    }

    private mutating func groupName(_ column: TableColumns.Column, _ fields: RowFields) -> String? {
        let text = fields.text(column)
        guard text.isEmpty else { return text }
        let field = fields.record.fields[column.index]
        missingGroups.append(TableProblem(.emptyField(column: column.name), line: field.line, column: field.column))
        return nil
    }

    private mutating func number(_ column: TableColumns.Column, _ fields: RowFields) -> Double? {
        guard let text = text(column, fields) else { return nil }
        switch TableText.number(text, column: column.name, allowsComma: reader.separator != .comma) {
        case .success(let value):
            return value
        case .failure(let refusal):
            report(refusal.kind, column, fields)
            return nil
        }
    }

    private mutating func whole(_ column: TableColumns.Column, _ fields: RowFields) -> Double? {
        guard let value = number(column, fields) else { return nil }
        guard value == value.rounded() else {
            report(.notWhole(column: column.name, text: TableText.cut(fields.text(column))), column, fields)
            return nil
        }
        return value
    }

    /// Both values, so that a row with two bad fields reports both.
    private func both(_ a: Double?, _ b: Double?) -> (Double, Double)? {
        if let a, let b { (a, b) } else { nil }
    }
}
