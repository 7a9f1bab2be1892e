import Testing

/// The rooms of the house, and what must never happen in each.
@Suite("Rooms")
struct RoomTests {
    /// What each room may know, beside `Text` and `Diagnostics`.
    static let rooms: [String: Set<String>] = [
        "Text": [],
        "Diagnostics": ["Text"],
        "Markdown": ["CCmarkGFM", "Text", "Diagnostics"],
        "TemplateEngine": ["Text", "Diagnostics"],
        "MetaAnalysis": [],
        "Plots": ["MetaAnalysis", "Text", "Diagnostics"],
        "Evidence": ["Markdown", "MetaAnalysis", "Text", "Diagnostics", "CYaml"],
        "Tables": ["MetaAnalysis", "Plots", "Text", "Diagnostics"],
        "Site": [
            "Tables", "Evidence", "Plots", "TemplateEngine", "Markdown", "MetaAnalysis", "Text", "Diagnostics",
            "CExchange",
            "CYaml",
        ],
        "atlas": ["Site", "Tables", "Evidence", "MetaAnalysis", "Plots", "Text", "Diagnostics", "ArgumentParser"],
    ]

    static let systems: Set<String> = ["Glibc", "Musl", "Android", "Darwin", "Synchronization"]

    @Test("A room knows only the rooms below it, and never Foundation")
    func imports() throws {
        let tree = try SourceTree()
        #expect(tree.files.count > 200)
        for file in tree.files {
            let known = try #require(Self.rooms[file.room], "\(file.path) is in no room that is named")
            for line in file.lines {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"),
                    words.prefix(upTo: place).allSatisfy({
                        $0.hasPrefix("@") || $0 == "package" || $0 == "internal" || $0 == "public"
                    }),
                    let name = words.dropFirst(place + 1).last.map(String.init), !Self.systems.contains(name)
                else { continue }
                #expect(known.contains(name), "\(file.path) imports \(name)")
            }
        }
    }

    @Test(
        "MetaAnalysis never makes a text, and Plots never choose a word or a digit",
        arguments: ["MetaAnalysis", "Plots"])
    func wordless(room: String) throws {
        for file in try SourceTree().files where file.room == room {
            for (number, line) in file.lines.enumerated() where Self.hasSentence(line) {
                Issue.record("\(file.path):\(number + 1): \(line.code)")
            }
        }
    }

    @Test("No composer says anything to a reader: that is the catalogue's business")
    func composersSayNothing() throws {
        // What the script says in R is code; its comments are tested with the language of the site.
        for file in try SourceTree().files
        where file.path.hasPrefix("Sources/Site/Compose/") && !file.path.hasSuffix("/ReproducingScript.swift") {
            for (number, line) in file.lines.enumerated() where Self.hasSentence(line) {
                let isDiagnostic =
                    number > 0 && [".error(", ".warning("].contains { file.lines[number - 1].contains($0) }
                if !isDiagnostic { Issue.record("\(file.path):\(number + 1): \(line.code)") }
            }
        }
    }

    @Test("No HTML is written in Swift outside of Markdown and TemplateEngine")
    func noHTML() throws {
        for file in try SourceTree().files where !["Markdown", "TemplateEngine"].contains(file.room) {
            for (number, line) in file.lines.enumerated()
            where line.contains("<") && line.code.contains(/"[^"]*<\/?(?:a|p|div|span|b|em|td|tr|li|h\d)[ >][^"]/) {
                Issue.record("\(file.path):\(number + 1): \(line.code)")
            }
        }
    }

    @Test("Nothing in the generator or its templates names a disease of the first atlas")
    func noMedicine() throws {
        let words = /(?i)oncolog|nsclc|prostat|radiotherap|oligomet|stampede|chemother|tumou?r|cancer/
        for file in try SourceTree().files where file.room != "Text" || !file.path.contains("/Language/") {
            for (number, line) in file.lines.enumerated() where line.code.contains(words) {
                Issue.record("\(file.path):\(number + 1): \(line.code)")
            }
        }
    }

    @Test("Input is never trusted: no try!, as!, fatalError, and no unsafe mark without a reason")
    func noTraps() throws {
        for file in try SourceTree().files {
            for (number, line) in file.lines.enumerated()
            where ["try!", "as! ", "fatalError(", "@unchecked", "nonisolated(unsafe)"].contains(
                where: line.code.contains)
            {
                // A mark with its reason in words above it is allowed.
                let isExplained = line.contains("unsafe") || line.contains("@unchecked")
                if isExplained, number > 0, file.lines[number - 1].drop(while: { $0 == " " }).hasPrefix("//") {
                    continue
                }
                Issue.record("\(file.path):\(number + 1): \(line.code)")
            }
        }
    }

    /// Whether a line of code has a literal with two words, which is a text for somebody; what programmers or the writers of
    /// diagnostics read does not count.
    static func hasSentence(_ line: Substring) -> Bool {
        let code = line.code
        guard code.contains("\""), code.contains(/"[^"]*[A-Za-z]{2,} [a-z]{2,}[^"]*"/) else { return false }
        // Those of programmers, of diagnostics, of what a message is about, of CSV and XML.
        return !["precondition", "assert", ".error(", ".warning(", "MachineFailure(", "item: \"", "\"<"].contains {
            code.contains($0)
        }
    }

    @Test("The test itself knows a sentence")
    func detector() {
        #expect(Self.hasSentence("    let text = \"excludes no effect\""))
        #expect(!Self.hasSentence("    // says \"excludes no effect\""))
        #expect(!Self.hasSentence("    let name = \"forest-plot\""))
        #expect(!Self.hasSentence("    precondition(isSorted, \"The studies are not sorted.\")"))
    }
}
