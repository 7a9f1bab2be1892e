/// The language that a reader is addressed in: the catalogue of every sentence, label, list, plural and date.
///
///     let language = Language.english
///     language.list(["HORRAD", "STAMPEDE"])   // HORRAD and STAMPEDE
///
/// Each sentence is one function, in an extension of this type in a file `Language+Subject.swift`; its arguments are numbers,
/// names and codes, never a record. No text that a reader sees is made anywhere else. What every function gives has gone
/// through ``say(_:)``, so an invented language that marks it shows what has not.
package struct Language: Sendable {
    /// The language by its BCP 47 tag: `en`.
    package let code: String
    /// Words that an atlas may replace in `site.yaml`.
    package var words: Words
    /// How numbers are written.
    package var numbers = NumberStyle()
    /// What is done with a text before it is given; nil for nothing.
    private let mark: (@Sendable (String) -> String)?

    package init(code: String, words: Words = Words(), mark: (@Sendable (String) -> String)? = nil) {
        self.code = code
        self.words = words
        self.mark = mark
    }

    package static let english = Language(code: "en")

    /// The text of a catalogue entry.
    ///
    /// - Parameter english: The English text. A second language adds a second parameter, so that the compiler names every
    ///   entry that it lacks.
    package func say(_ english: @autoclosure () -> String) -> String {
        let text = english()
        guard let mark, !text.isEmpty else { return text }
        return mark(text)
    }
}

extension Language {
    /// The words for what an atlas is about, which differ from field to field.
    package struct Words: Sendable, Hashable {
        /// A noun in the singular and the plural, as they stand within a sentence.
        package struct Noun: Sendable, Hashable {
            package var one: String
            package var many: String

            package init(_ one: String, _ many: String) {
                self.one = one
                self.many = many
            }
        }

        /// What studies are about: a disease, a condition, a problem.
        package var disease = Noun("disease", "diseases")
        /// What studies compare: a treatment, an intervention, a programme.
        package var treatment = Noun("treatment", "treatments")
        /// Whom studies observe: a patient, a participant, a child.
        package var patient = Noun("patient", "patients")

        package init() {}
    }

    /// A noun of an atlas with its number: "one patient" is written with digits, "1 patient", "12 patients".
    package func count(_ number: Int, _ noun: Words.Noun) -> String {
        "\(number) \(number == 1 ? noun.one : noun.many)"
    }
}
