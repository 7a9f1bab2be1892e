import ArgumentParser
import Plots
import Site
import Tables

/// `atlas plot`
struct PlotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot", abstract: "Draw a figure of a table of studies.",
        subcommands: [ForestCommand.self, FunnelCommand.self])
}

/// Where a figure goes and how it is shaped.
struct PlotArguments: ParsableArguments {
    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    @Option(help: "The title, drawn above the figure.")
    var title: String?

    @Option(help: "wide for screens and paper, narrow for phones.")
    var width = PlotVariant.wide

    @Option(
        help: ArgumentHelp(
            "The folder with the templates; 'Templates' here or in the program's repository if not given.",
            valueName: "folder"))
    var templates: String?

    var appearance: TableFigure.Appearance {
        var appearance = TableFigure.Appearance()
        appearance.title = title
        appearance.shape = width
        return appearance
    }

    func draw(_ kind: TableFigure.Kind, _ table: TableArguments, _ appearance: TableFigure.Appearance) async throws {
        try await Machine.run(clearing: ProgressLine(isQuiet: true)) {
            let outcome = try TablePlot(
                TableFigure(kind, appearance), file: table.file, options: table.options, templates: templates
            ).run()
            try TableArguments.finish(outcome) { bytes in
                if let output { try TablePlot.write(bytes, to: output) } else { Terminal.write(bytes) }
            }
        }
    }
}

/// `atlas plot forest`
struct ForestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forest", abstract: "Draw a forest plot.",
        discussion: """
            \(TableArguments.tables)

            Example: atlas plot forest trials.csv --measure HR -o forest.svg \
            --favours "Favours treatment" --favours "Favours control"

              study,year,estimate,low,high,group
              Alpha,2019,0.90,0.70,1.14,first
              Beta,2018,0.92,0.80,1.06,first
            """)

    @OptionGroup var table: TableArguments
    @OptionGroup var plot: PlotArguments

    @Option(help: ArgumentHelp("What lies left of no effect; given again, what lies right of it.", valueName: "text"))
    var favours: [String] = []

    @Option(
        help: "The order of the studies within each group: effect, year, weight or name; as in the table if not given.")
    var sort: ForestPlotData.Order?

    @Option(
        help: ArgumentHelp("A column of the table to show left of the plot; may be given again.", valueName: "column"))
    var left: [String] = []

    @Option(help: ArgumentHelp("A column of the table to show at the right; may be given again.", valueName: "column"))
    var right: [String] = []

    @Option(help: "What the rows are: studies, cumulative or leave-one-out.")
    var variant = TableFigure.Variant.studies

    func validate() throws {
        guard favours.isEmpty || favours.count == 2 else {
            throw ValidationError("--favours is given twice: what lies left of no effect, and what lies right of it")
        }
        guard variant == .studies || table.by == nil else {
            throw ValidationError("--by does not go with --variant \(variant.rawValue)")
        }
        guard variant == .studies || left.isEmpty && right.isEmpty else {
            throw ValidationError("--left and --right do not go with --variant \(variant.rawValue)")
        }
        guard sort == nil || variant == .studies || (variant == .leaveOneOut && (sort == .effect || sort == .name))
        else {
            throw ValidationError("this --sort does not go with --variant \(variant.rawValue)")
        }
    }

    func run() async throws {
        var appearance = plot.appearance
        if favours.count == 2 { appearance.favours = (favours[0], favours[1]) }
        appearance.order = sort
        appearance.columns = (left, right)
        appearance.variant = variant
        try await plot.draw(.forest, table, appearance)
    }
}

/// `atlas plot funnel`
struct FunnelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funnel", abstract: "Draw a funnel plot with contours of significance.",
        discussion: """
            \(TableArguments.tables)

            Example: atlas plot funnel trials.csv --measure OR -o funnel.svg

              study,e1,n1,e0,n0
              First,12,60,20,58
              Second,7,31,9,30
            """)

    @OptionGroup var table: TableArguments
    @OptionGroup var plot: PlotArguments

    func run() async throws {
        try await plot.draw(.funnel, table, plot.appearance)
    }
}

extension PlotVariant: ExpressibleByArgument {
    package init?(argument: String) {
        guard let variant = [PlotVariant.wide, .narrow].first(where: { $0.name == argument }) else { return nil }
        self = variant
    }

    package var defaultValueDescription: String { name }
    package static var allValueStrings: [String] { ["wide", "narrow"] }
}

extension ForestPlotData.Order: ExpressibleByArgument {
    package init?(argument: String) {
        switch argument {
        case "effect": self = .effect
        case "year": self = .year
        case "weight": self = .weight
        case "name": self = .name
        default: return nil
        }
    }

    package static var allValueStrings: [String] { ["effect", "year", "weight", "name"] }
}

extension TableFigure.Variant: ExpressibleByArgument {}
