import Diagnostics
import Plots
import TemplateEngine
import Text

/// A plot of a page: drawn there for wide screens and for phones, with its table, and written as a file of its own.
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
    var layout: @Sendable (PlotOptions) throws(PlotError) -> Scene

    /// The plot on its page.
    func view() throws(TemplateError) -> Value {
        let wide = try scene(PlotOptions(.wide, width: width))
        return .record(
            PlotViews.figure,
            [
                .string(anchor), .string(title), .string(note), PlotViews.value(of: wide),
                PlotViews.value(of: try scene(PlotOptions(.narrow))), PlotViews.value(of: wide.table), .string(file),
            ])
    }

    /// The plot as a file of its own, which links to nothing because it may be taken anywhere.
    func content() throws(TemplateError) -> Page.Content {
        let scene = try scene(PlotOptions(.wide, width: width, isStandalone: true))
        return .view(
            .record(PageViews.plotFile, [PlotViews.value(of: scene.unlinked.adding(footnote: note))]),
            template: PageViews.template(of: .forest))
    }

    private func scene(_ options: PlotOptions) throws(TemplateError) -> Scene {
        do {
            return try layout(options)
        } catch {
            throw TemplateError(
                diagnostic: .error(
                    "cannot-be-drawn", "the plot '\(title)' cannot be drawn: \(error.description)", at: origin))
        }
    }
}

extension [Graphic] {
    func views() throws(TemplateError) -> [Value] {
        var views: [Value] = []
        for graphic in self { views.append(try graphic.view()) }
        return views
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
