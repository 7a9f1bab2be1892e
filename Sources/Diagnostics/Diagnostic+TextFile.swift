import Text

extension Diagnostic {
    /// What is wrong with a file that is no text.
    ///
    /// - Parameters:
    ///   - what: the file by its part: `file`, `table`, `template`.
    ///   - help: what to do with a file that is not UTF-8 or too large, where there is better advice than the common one.
    package init(_ refusal: TextFile.Refusal, what: String = "file", help: String? = nil) {
        switch refusal {
        case .tooLarge(let limit, let place):
            self = .error(
                "file-too-large", "the \(what) is larger than \(limit >> 20) MiB", at: place, help: help ?? "split it")
        case .notUTF8(let place):
            self = .error("invalid-utf8", "the \(what) is not UTF-8 text", at: place, help: help ?? "save it as UTF-8")
        case .controlCharacter(let scalar, let place):
            self = .controlCharacter(scalar, at: place)
        }
    }

    /// A control character where a reader's text should be.
    package static func controlCharacter(_ scalar: Unicode.Scalar, at place: Place) -> Diagnostic {
        .error(
            "control-character", "the character \(ControlCharacter.name(of: scalar)) cannot be shown", at: place,
            help: "delete it; it is invisible and steers the terminal or the browser")
    }
}
