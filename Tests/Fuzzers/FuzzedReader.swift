/// One reader of input that libFuzzer feeds.
///
/// A reader must end, within the limits that `make fuzz` sets, without a trap, whatever it is given; what it promises
/// about its result is checked with `precondition`.
enum FuzzedReader: String, CaseIterable {
    case yaml, template, markdown, csv

    func read(_ bytes: [UInt8]) {
        switch self {
        case .yaml: Self.readYAML(bytes)
        case .template: Self.readTemplate(bytes)
        case .markdown: Self.readMarkdown(bytes)
        case .csv: Self.readCSV(bytes)
        }
    }

    static let chosen: FuzzedReader = {
        let name = environment("FUZZ_READER") ?? ""
        guard let reader = FuzzedReader(rawValue: name) else {
            preconditionFailure("FUZZ_READER is one of \(allCases.map(\.rawValue)), not '\(name)'")
        }
        return reader
    }()
}
