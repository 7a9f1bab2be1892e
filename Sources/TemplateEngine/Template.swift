import Diagnostics

/// A compiled template. It can be rendered from several threads at once.
package struct Template: Sendable {
    let program: Program

    package var name: String { program.name }

    /// The names of all templates that this one is made of, itself included, sorted.
    package var dependencies: [String] { program.dependencies }

    /// Renders a page and appends it to `output`; nothing is appended if it fails.
    ///
    /// - Parameters:
    ///   - root: The data of the page, a record or a mapping.
    ///   - trace: Filled with what the render read, if given.
    /// - Throws: ``TemplateError`` with the place in the template and the way to it.
    package func render(
        _ root: Value, into output: inout [UInt8], trace: RenderTrace? = nil
    ) throws(TemplateError) {
        var renderer = Renderer(program, root: root, trace: trace)
        do throws(Failure) {
            try renderer.run(program.main)
        } catch {
            throw TemplateError(diagnostic: renderer.diagnostic(of: error))
        }
        renderer.output.append(to: &output)
    }

    /// Renders a page as text.
    package func render(_ root: Value, trace: RenderTrace? = nil) throws(TemplateError) -> String {
        var bytes: [UInt8] = []
        try render(root, into: &bytes, trace: trace)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What a render read: templates that were included, and names of the root.
package final class RenderTrace {
    package internal(set) var templates: Set<String> = []
    package internal(set) var names: Set<String> = []

    package init() {}
}
