extension AbsoluteEffectData {
    /// "Of 100 people, 40 die within 3 years with standard of care and 33 with radiotherapy: 7 fewer"; of risks that can
    /// be drawn.
    public var sentence: String { AbsoluteEffectText(self).sentence }
}

/// The numbers and words of an icon array, all from the two rounded risks.
struct AbsoluteEffectText {
    struct Key {
        var style: MarkStyle
        var count: Int
        var text: String
    }

    let title: String
    let sentence: String
    let keys: [Key]
    let notes: [String]
    let table: TableTwin

    init(_ data: AbsoluteEffectData) {
        let event = LabelText.clean(data.event)
        let experimental = LabelText.clean(data.experimental)
        let control = LabelText.clean(data.control)
        let with = Int((data.experimentalRisk * 100).rounded())
        let without = Int((data.controlRisk * 100).rounded())
        let change =
            with == without ? "no difference" : with < without ? "\(without - with) fewer" : "\(with - without) more"
        title = LabelText.clean(data.title)
        let isUnsure = data.difference.map { $0.contains(0) } ?? false
        let interval = data.difference.map {
            NumberText.intervalName(level: data.level) + " " + Self.change($0.lowerBound) + " to " + Self.change($0.upperBound)
        }
        sentence = "Of 100 people, \(without) \(event) with \(control) and \(with) with \(experimental): \(change)"
            + (interval.map { " (" + $0 + ")" } ?? "")
        var keys = [
            Key(
                style: .personEvent, count: min(with, without),
                text: "\(min(with, without)) of 100 \(event) with \(with <= without ? experimental : control)")
        ]
        if with < without {
            keys.append(
                Key(
                    style: isUnsure ? .personUnsure : data.isWelcome ? .personHarmed : .personSpared, count: without - with,
                    text: "\(change) with \(experimental) than with \(control) (\(without) of 100)"))
        }
        if with > without {
            keys.append(
                Key(
                    style: isUnsure ? .personUnsure : data.isWelcome ? .personSpared : .personHarmed, count: with - without,
                    text: "\(change) with \(experimental) (\(with) of 100)"))
        }
        let rest = 100 - max(with, without)
        keys.append(Key(style: .person, count: rest, text: "\(rest) of 100 do not, with either"))
        self.keys = keys
        var notes: [String] = []
        if let difference = data.difference {
            notes.append(
                NumberText.intervalName(level: data.level) + " of the difference: "
                    + Self.change(difference.lowerBound) + " to " + Self.change(difference.upperBound) + " per 100")
            if isUnsure, with != without { notes.append("Dashed: the interval includes no difference.") }
        }
        self.notes = notes + data.footnotes.map(LabelText.clean)
        var table = TableTwin()
        table.columns = [
            .init(header: "Treatment", isNumeric: false), .init(header: "Of 100 people, " + event, isNumeric: true),
        ]
        table.rows = [
            .init(kind: .study, href: nil, cells: [control, String(without)]),
            .init(kind: .study, href: nil, cells: [experimental, String(with)]),
        ]
        self.table = table
    }

    private static func change(_ difference: Double) -> String {
        let people = Int((difference * 100).rounded())
        if people == 0, difference != 0 { return difference < 0 ? "less than 1 fewer" : "less than 1 more" }
        return people == 0 ? "none" : people < 0 ? "\(-people) fewer" : "\(people) more"
    }
}
