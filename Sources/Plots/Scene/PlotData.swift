import Text

/// What a plot shows: numbers on their natural scale, names, and codes for everything else. It says nothing of where a mark
/// stands, and the words that it lacks are those of the language in which it is laid out.
package protocol PlotData: Sendable {
    var title: String { get }

    /// The plot laid out, in one of its forms.
    ///
    /// - Throws: ``PlotError`` for what cannot be drawn.
    func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene
}
