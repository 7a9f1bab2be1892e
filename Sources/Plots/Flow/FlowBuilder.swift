import Text

/// The work of laying out a flow.
struct FlowBuilder: PlotBuilder {
    let text: FlowText
    let options: PlotOptions
    let language: Language
    let width: Double
    var groups: [SceneGroup] = []
    var y: Double
    /// The ways between the boxes.
    var ways = SceneGroup(.frame)
    /// The arms that have been named in a box.
    private var named: Set<Int> = []

    var data: FlowData { text.data }

    init(_ data: FlowData, _ options: PlotOptions, _ language: Language) {
        text = FlowText(data, language)
        self.language = language
        self.options = options
        width = options.width
        y = options.margin
    }

    mutating func build() -> Scene {
        let title = LabelText.clean(data.title)
        addTitle(title)
        let place = groups.count
        if data.levels.allSatisfy(\.boxes.isEmpty) {
            addEmpty()
        } else if let columns = columns() {
            addBeside(columns)
        } else {
            addBelow()
        }
        if !ways.lines.isEmpty { groups.insert(ways, at: place) }
        return scene(
            id: data.id, kind: .flow, title: title, description: LabelText.clean(data.description), table: text.table)
    }

    private mutating func addEmpty() {
        var group = SceneGroup(.note, sentence: language.noFlow)
        let fitted = Typography.body.fit(language.noFlow, width: width - 2 * margin)
        group.text(fitted, full: language.noFlow, x: margin, y: y + 16, .body, .note)
        y += 24
        groups.append(group)
    }

    // MARK: Boxes

    /// The name of an arm where it is met for the first time, else nothing.
    mutating func naming(_ arm: Int?) -> String {
        guard let arm, named.insert(arm).inserted else { return "" }
        return text.arm(arm)
    }

    /// Draws a box with its upper left corner at a point.
    mutating func add(_ box: FlowBox, x: Double, y: Double, height: Double? = nil) {
        groups += box.groups(x: x, y: y, height: height)
    }

    // MARK: Ways

    mutating func way(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        ways.line(x1, y1, x2, y2, .way)
    }

    /// A way down, with an arrow head that touches its end.
    mutating func arrowDown(x: Double, from top: Double, to bottom: Double) {
        way(x, top, x, bottom - 4)
        ways.polygon([(x, bottom), (x - 4, bottom - 7), (x + 4, bottom - 7)], .wayHead)
    }

    /// A way to the right, with an arrow head that touches its end.
    mutating func arrowRight(y: Double, from left: Double, to right: Double) {
        way(left, y, right - 4, y)
        ways.polygon([(right, y), (right - 7, y - 4), (right - 7, y + 4)], .wayHead)
    }
}
