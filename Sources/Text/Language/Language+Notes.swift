/// The words around the notes of a text.
extension Language {
    /// What a screen reader calls the notes at the end of a text.
    package var notes: String { say("Notes") }

    /// The way from a note to the place that refers to it.
    package var backToText: String { say("Back to the text") }

    /// The way from a note to one of the places that refer to it.
    package func backToText(_ place: Int, of count: Int) -> String {
        say("Back to the text, place \(place) of \(count)")
    }
}
