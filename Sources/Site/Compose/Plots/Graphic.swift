import Diagnostics
import Plots
import Tables
import TemplateEngine
import Text

/// A plot of a page: drawn there for wide screens and for phones, with its table, and written as a file of its own, all from
/// the same data.
struct Graphic: Sendable {
    /// Its identifier on the page.
    var anchor: String
    var title: String
    /// What to know when reading it.
    var note = ""
    /// Its own file, from the root of the site.
    var file: String
    /// The width to aim for on wide screens, in user units; the usual one if nil.
    var width: Double?
    /// Where the content stands that it is drawn from.
    var origin: Place
    var data: any PlotData

    /// The plot on its page.
    func figure(_ language: Language) throws(TemplateError) -> Figure {
        Figure(
            anchor: anchor, title: title, note: note, wide: try scene(PlotOptions(.wide, width: width), language),
            narrow: try scene(PlotOptions(.narrow), language), tableLabel: language.asTable(title), file: file)
    }

    /// The plot as a file of its own, which links to nothing because it may be taken anywhere.
    func content(_ language: Language) throws(TemplateError) -> Page.Content {
        let scene = try scene(PlotOptions(.wide, width: width, isStandalone: true), language)
        return .view(
            PageViews.plotFile.value(of: scene.unlinked.adding(footnote: note)),
            template: PageViews.template(of: .forest))
    }

    private func scene(_ options: PlotOptions, _ language: Language) throws(TemplateError) -> Scene {
        do {
            return try data.scene(options, language)
        } catch {
            throw TemplateError(
                diagnostic: .error(
                    "cannot-be-drawn", "the plot '\(title)' cannot be drawn: \(error.description)", at: origin))
        }
    }
}

/// A plot laid out for its page.
struct Figure: Sendable {
    var anchor: String
    var title: String
    var note: String
    var wide: Scene
    var narrow: Scene
    var tableLabel: String
    var file: String
}

extension [Graphic] {
    func figures(_ language: Language) throws(TemplateError) -> [Figure] {
        var figures: [Figure] = []
        for graphic in self { figures.append(try graphic.figure(language)) }
        return figures
    }
}

extension Scene {
    /// The plot without its links.
    fileprivate var unlinked: Scene {
        var scene = self
        for index in scene.groups.indices where scene.groups[index].href != nil {
            scene.groups[index].href = nil
            scene.groups[index].rects.removeAll { $0.style == .hit }
        }
        return scene
    }
}
