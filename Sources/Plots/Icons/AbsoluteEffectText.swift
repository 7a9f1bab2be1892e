import Text

extension AbsoluteEffectData {
    /// Of 100 people, 40 die within 3 years with standard of care and 33 with radiotherapy: 7 fewer; of risks that can be
    /// drawn.
    package func sentence(_ language: Language) -> String { AbsoluteEffectText(self, language).sentence }
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

    init(_ data: AbsoluteEffectData, _ language: Language) {
        let event = LabelText.clean(data.event)
        let experimental = LabelText.clean(data.experimental)
        let control = LabelText.clean(data.control)
        let with = Int((data.experimentalRisk * 100).rounded())
        let without = Int((data.controlRisk * 100).rounded())
        title = LabelText.clean(data.title)
        let isUnsure = data.difference.map { $0.contains(0) } ?? false
        sentence = language.ofAHundred(
            event: event, control: control, without: without, experimental: experimental, with: with,
            interval: data.difference.map { language.changeInterval($0, level: Self.level) })
        var keys = [
            Key(
                style: .personEvent, count: min(with, without),
                text: language.keyEvent(
                    min(with, without), event: event, with: with <= without ? experimental : control))
        ]
        if with < without {
            keys.append(
                Key(
                    style: isUnsure ? .personUnsure : data.isWelcome ? .personHarmed : .personSpared,
                    count: without - with,
                    text: language.keyFewer(without - with, with: experimental, than: control, without: without)))
        }
        if with > without {
            keys.append(
                Key(
                    style: isUnsure ? .personUnsure : data.isWelcome ? .personSpared : .personHarmed,
                    count: with - without,
                    text: language.keyMore(with - without, with: experimental, with)))
        }
        let rest = 100 - max(with, without)
        keys.append(Key(style: .person, count: rest, text: language.keyRest(rest)))
        self.keys = keys
        var notes: [String] = []
        if let difference = data.difference {
            notes.append(language.explainsChange(difference, level: Self.level))
            if isUnsure, with != without { notes.append(language.explainsUnsure) }
        }
        self.notes = notes
        var table = TableTwin()
        table.columns = [
            .init(header: language.treatmentHeader, isNumeric: false),
            .init(header: language.ofAHundredHeader(event), isNumeric: true),
        ]
        table.rows = [
            .init(kind: .study, href: nil, cells: [control, language.numbers.count(without)]),
            .init(kind: .study, href: nil, cells: [experimental, language.numbers.count(with)]),
        ]
        self.table = table
    }

    private static let level = 0.95
}
