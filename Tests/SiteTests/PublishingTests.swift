import Diagnostics
import TestSupport
import Testing

@testable import Site

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Public is all old or all new")
struct PublishingTests {
    @Test("A page that changes without changing its size is written anew")
    func equalSize() async throws {
        let site = try SiteFolder()
        try await site.build()
        let before = try #require(site.read("Public/index.html"))
        try site.write(
            FileTree.smallAtlas.replacing("disclaimer: A test.", with: "disclaimer: A pest.", in: "Content/site.yaml"))
        let report = try await site.build()
        let after = try #require(site.read("Public/index.html"))
        #expect(after.utf8.count == before.utf8.count && after.contains("A pest."))
        #expect(report.unchanged > 0, "files that are as they were are kept")
    }

    @Test("A build writes the whole site and nothing beside it")
    func build() async throws {
        let site = try SiteFolder()
        let report = try await site.build()
        #expect(report.isPublished && report.diagnostics.isEmpty)
        for page in [
            "index.html", "questions/does-it-help/index.html", "studies/alpha/index.html",
            "sources/review-2020/index.html", "about/index.html", "404.html", "questions/does-it-help/os/forest.svg",
            "questions/does-it-help/os/data.csv",
        ] {
            #expect(site.exists("Public/" + page), "\(page)")
        }
        #expect(try site.leftovers().isEmpty)
    }

    @Test("Two builds in two folders, with other numbers of jobs, are the same byte for byte")
    func deterministic() async throws {
        let (first, second) = (try SiteFolder(), try SiteFolder())
        try await first.build { $0.jobs = 1 }
        try await second.build { $0.jobs = 4 }
        #expect(try first.contents() == second.contents())
    }

    @Test("What did not change is kept as it is")
    func unchanged() async throws {
        let site = try SiteFolder()
        let first = try await site.build()
        let second = try await site.build()
        #expect(second.written == 0 && second.unchanged == first.written)
        try site.write(
            FileTree.smallAtlas.replacing(
                "Treatment, interventions", with: "Other treatment, interventions", in: "Content/studies/alpha.yaml"))
        let third = try await site.build()
        #expect(third.written > 0 && third.unchanged > third.written)
        let clean = try SiteFolder(
            FileTree.smallAtlas.replacing(
                "Treatment, interventions", with: "Other treatment, interventions", in: "Content/studies/alpha.yaml"))
        try await clean.build()
        #expect(try site.contents() == clean.contents())
        let anew = try await site.build { $0.isClean = true }
        #expect(anew.unchanged == 0)
    }

    @Test("A page that is gone from the content is gone from the site")
    func removal() async throws {
        let site = try SiteFolder()
        try await site.build()
        try FileSystem.removeTree(site.path + "/Content/pages")
        try site.write("name: Small atlas\nnavigation: [questions]\n", to: "Content/site.yaml")
        try await site.build()
        #expect(!site.exists("Public/about"))
    }

    @Test(
        "Wrong content leaves the published site as it was",
        arguments: [
            ("Content/studies/alpha.yaml", "status:", "statis:"),
            ("Content/studies/alpha.yaml", "value: 0.90", "value: 1.90"),
            ("Content/studies/alpha.yaml", "compare: treated/control", "compare: control/treated"),
            ("Content/questions/does-it-help.md", "study:alpha", "study:alhpa"),
            ("Templates/study.html", "study.name", "study.nmae"),
            ("Templates/study.html", "| join(", "| joined("),
            ("Templates/home.html", "{% endblock %}", ""),
            ("Templates/base.html", "</footer>", "<a href=\"nowhere.html\">x</a></footer>"),
        ])
    func wrong(_ file: String, _ text: String, _ other: String) async throws {
        let site = try SiteFolder()
        try await site.build()
        let before = try site.contents()
        let old = try #require(site.read(file))
        #expect(old.contains(text))
        try site.write(old.replacing(text, with: other), to: file)
        let report = try await site.build()
        #expect(report.diagnostics.hasErrors && !report.isPublished)
        #expect(try site.contents() == before)
        #expect(try site.leftovers().isEmpty)
    }

    @Test("A folder that atlas did not make is refused and left alone")
    func foreignFolder() async throws {
        let site = try SiteFolder()
        try site.write("mine", to: "Public/notes.txt")
        await #expect(throws: MachineFailure.self) { try await site.build() }
        #expect(try site.contents() == ["/notes.txt": Array("mine".utf8)])
        #expect(try site.leftovers().isEmpty)
    }

    @Test("A foreign file in a folder of ours is refused and left alone")
    func foreignFile() async throws {
        let site = try SiteFolder()
        try await site.build()
        try site.write("mine", to: "Public/studies/notes.txt")
        await #expect(throws: MachineFailure.self) { try await site.build() }
        #expect(site.read("Public/studies/notes.txt") == "mine")
    }

    @Test("Dot-files at the root are kept, folders and links too")
    func dotFiles() async throws {
        let site = try SiteFolder()
        try site.write("*", to: "Public/.gitignore")
        try site.write("key", to: "Public/.well-known/token")
        #expect(symlink("nowhere", site.path + "/Public/.link") == 0)
        try await site.build()
        try await site.build()
        #expect(site.read("Public/.gitignore") == "*")
        #expect(site.read("Public/.well-known/token") == "key")
        #expect(FileSystem.kind(at: site.path + "/Public/.link") == .link)
    }

    @Test("The permissions of the published folder stay")
    func permissions() async throws {
        let site = try SiteFolder()
        try FileSystem.makeFolder(site.path + "/Public")
        #expect(chmod(site.path + "/Public", 0o750) == 0)
        try await site.build()
        var information = stat()
        #expect(stat(site.path + "/Public", &information) == 0 && information.st_mode & 0o777 == 0o750)
    }

    @Test("What cannot be kept is not thrown away")
    func specialFile() async throws {
        let site = try SiteFolder()
        try await site.build()
        #expect(mkfifo(site.path + "/Public/.pipe", 0o600) == 0)
        await #expect(throws: MachineFailure.self) { try await site.build() }
        #expect(site.exists("Public/.pipe") && site.exists("Public/index.html"))
        #expect(try site.leftovers().isEmpty)
    }

    @Test("A foreign folder, even an empty one, is refused")
    func foreignEmptyFolder() async throws {
        let site = try SiteFolder()
        try await site.build()
        try FileSystem.makeFolder(site.path + "/Public/mine")
        await #expect(throws: MachineFailure.self) { try await site.build() }
        #expect(site.exists("Public/mine"))
    }

    @Test(
        "An output that is read, or is no name, is refused",
        arguments: ["/Content", "/Content/site", "/Templates/../Content", "", "/."])
    func impossibleOutput(_ suffix: String) async throws {
        let site = try SiteFolder()
        let before = try site.contents(of: "Content")
        await #expect(throws: MachineFailure.self) {
            try await site.build { $0.output = suffix.isEmpty ? "" : site.path + suffix }
        }
        #expect(try site.contents(of: "Content") == before)
    }

    @Test("An asset of any size is published whole")
    func largeAsset() async throws {
        let site = try SiteFolder()
        try site.write(String(repeating: "x", count: 6_000_000), to: "Templates/assets/paper.txt")
        try await site.build()
        let names = try FileSystem.entries(of: site.path + "/Public/assets").map(\.name).filter {
            $0.hasPrefix("paper.")
        }
        #expect(
            names.count == 1
                && names.first.flatMap { FileSystem.size(of: site.path + "/Public/assets/" + $0) } == 6_000_000)
    }

    @Test("A file in the place of the output is refused")
    func outputIsFile() async throws {
        let site = try SiteFolder()
        try site.write("x", to: "Public")
        await #expect(throws: MachineFailure.self) { try await site.build() }
        #expect(site.read("Public") == "x")
    }

    @Test("An output that is a link publishes to the folder behind it")
    func linkedOutput() async throws {
        let site = try SiteFolder()
        try FileSystem.makeFolder(site.path + "/real")
        #expect(symlink("real", site.path + "/Public") == 0)
        try await site.build()
        #expect(FileSystem.kind(at: site.path + "/Public") == .link)
        #expect(site.exists("real/index.html"))
    }

    @Test("What a killed build left is cleared away, what a living one writes is not")
    func leftovers() async throws {
        let site = try SiteFolder()
        try site.write("x", to: ".atlas-stage-Public-999999/index.html")
        try site.write("x", to: ".atlas-stage-Public-999998/index.html")
        let living = open(site.path + "/.atlas-stage-Public-999998", O_RDONLY)
        #expect(flock(living, LOCK_EX | LOCK_NB) == 0)
        try await site.build()
        #expect(try site.leftovers() == [".atlas-stage-Public-999998"])
        close(living)
    }

    @Test("A link in the content is refused, so that nothing outside is published")
    func linkedContent() async throws {
        let site = try SiteFolder()
        #expect(symlink("/etc/hostname", site.path + "/Content/pages/secret.md") == 0)
        let report = try await site.build()
        #expect(report.diagnostics.sorted.map(\.diagnostic.identifier) == ["symbolic-link"])
    }

    @Test("A missing folder is a failure of the machine, said in words")
    func missingContent() async throws {
        let site = try SiteFolder()
        do {
            try await site.build { $0.content = site.path + "/Cotnent" }
            Issue.record("the build did not fail")
        } catch let failure as MachineFailure {
            #expect(failure.summary == "the content folder '\(site.path)/Cotnent' is not there")
        }
    }

    @Test("A strict build does not publish with a warning")
    func strict() async throws {
        let site = try SiteFolder(
            .smallAtlas.replacing("See [](", with: "See <b>x</b> [](", in: "Content/pages/about.md"))
        #expect(try await site.build { $0.isStrict = true }.isPublished == false)
        #expect(try await site.build().isPublished)
    }

    @Test("A check finds what a build finds, and writes nothing")
    func check() async throws {
        let site = try SiteFolder()
        try site.write(
            try #require(site.read("Templates/base.html")).replacing(
                "</footer>", with: "<a href=\"nowhere.html\">x</a></footer>"), to: "Templates/base.html")
        let checked = try await SiteBuilder(site.options).check()
        let built = try await site.build()
        #expect(checked.diagnostics.sorted.map(\.diagnostic) == built.diagnostics.sorted.map(\.diagnostic))
        #expect(checked.diagnostics.hasErrors)
        #expect(!site.exists("Public"))
    }
}
