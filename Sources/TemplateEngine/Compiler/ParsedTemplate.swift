import Diagnostics
import Text

/// The name and text of a template, as the host read them.
package struct TemplateSource: Sendable {
    /// The name that other templates use, relative to the root of the templates: `plots/forest.svg`.
    package let name: String
    package let text: SourceText

    package init(name: String, text: SourceText) {
        self.name = name
        self.text = text
    }

    /// A template whose file is shown under its own name.
    package init(name: String, text: String) {
        self.init(name: name, text: SourceText(file: name, text: text))
    }
}

/// A template that was read: its statements, and what it says about other templates.
final class ParsedTemplate: Sendable {
    let index: Int
    let name: String
    let source: SourceText
    let format: TemplateFormat
    let statements: [Statement]
    let parent: (name: String, span: Span)?
    let blocks: [String: Block]
    let references: Set<String>
    let problems: [SyntaxProblem]

    init(_ source: TemplateSource, index: Int, options: TemplateOptions) {
        var lexer = Lexer(source.text.text, options: options)
        let segments = lexer.segmentsOfTemplate()
        var parser = Parser(segments)
        parser.problems = lexer.problems
        let statements = parser.parseTemplate()
        var survey = Survey()
        survey.visit(statements, isTop: true)
        self.index = index
        name = source.name
        self.source = source.text
        format = options.format(of: source.name)
        self.statements = statements
        parent = survey.parent
        blocks = survey.blocks
        references = survey.references
        problems = parser.problems + survey.problems
    }

    /// Collects what is needed before a template can be compiled.
    private struct Survey {
        var parent: (name: String, span: Span)?
        var blocks: [String: Block] = [:]
        var references: Set<String> = []
        var problems: [SyntaxProblem] = []

        mutating func visit(_ statements: [Statement], isTop: Bool = false) {
            for statement in statements {
                switch statement.kind {
                case .text, .output, .set: break
                case .conditional(let branches, let otherwise):
                    for branch in branches { visit(branch.body) }
                    visit(otherwise)
                case .loop(let loop):
                    visit(loop.body)
                    visit(loop.otherwise)
                case .setBlock(_, _, let body), .filter(_, let body), .with(_, let body): visit(body)
                case .macro(let macro), .call(let macro, _): visit(macro.body)
                case .block(let block):
                    if blocks.updateValue(block, forKey: block.name) != nil {
                        problems.append(
                            SyntaxProblem(
                                "duplicate-block", "the block '\(block.name)' is defined twice in this template",
                                block.nameSpan))
                    }
                    visit(block.body)
                case .extends(let name):
                    references.insert(name)
                    if !isTop {
                        problems.append(
                            SyntaxProblem(
                                "unsupported-construct", "'extends' inside of another tag is not supported",
                                statement.span))
                    } else if parent != nil {
                        problems.append(
                            SyntaxProblem("duplicate-extends", "a template can extend only one other", statement.span))
                    } else {
                        parent = (name, statement.span)
                    }
                case .include(let names, _): references.formUnion(names)
                case .importModule(let name, _), .importNames(let name, _): references.insert(name)
                }
            }
        }
    }
}
