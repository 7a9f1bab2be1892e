// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "EvidenceAtlas",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "atlas", targets: ["atlas"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]
        ),
        .target(name: "CExchange"),
        .target(name: "Text"),
        .target(name: "Diagnostics", dependencies: ["Text"]),
        .target(name: "Markdown", dependencies: ["CCmarkGFM", "Diagnostics", "Text"]),
        .target(name: "TemplateEngine", dependencies: ["Diagnostics", "Text"]),
        .target(name: "MetaAnalysis"),
        .target(name: "Plots", dependencies: ["MetaAnalysis", "Text"]),
        .target(
            name: "Evidence",
            dependencies: ["Markdown", "MetaAnalysis", "Diagnostics", "Text", "Yams"]
        ),
        .target(name: "Tables", dependencies: ["MetaAnalysis", "Plots", "Diagnostics", "Text"]),
        .target(
            name: "Site",
            dependencies: [
                "Evidence", "Tables", "Plots", "TemplateEngine", "Markdown", "MetaAnalysis", "Diagnostics", "Text",
                "CExchange", "Yams",
            ]
        ),
        .executableTarget(
            name: "atlas",
            dependencies: [
                "Site", "Tables",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Text"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Text"]),
        .testTarget(name: "TemplateEngineTests", dependencies: ["TemplateEngine"], exclude: ["Jinja", "Goldens"]),
        .testTarget(name: "MetaAnalysisTests", dependencies: ["MetaAnalysis", "TestSupport"], exclude: ["Vectors"]),
        .testTarget(
            name: "TablesTests",
            dependencies: ["Tables", "Plots", "MetaAnalysis", "Diagnostics", "Text", "TestSupport"]),
        .testTarget(name: "PlotsTests", dependencies: ["Plots", "Tables", "PlotSamples", "TestSupport"]),
        .target(name: "PlotSamples", dependencies: ["Plots", "TestSupport"], path: "Tests/PlotSamples"),
        .target(name: "TestSupport", dependencies: ["Diagnostics", "MetaAnalysis"], path: "Tests/TestSupport"),
        .testTarget(
            name: "EvidenceTests", dependencies: ["Evidence", "MetaAnalysis", "Text", "TestSupport"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "SiteTests", dependencies: ["Site", "MetaAnalysis", "Diagnostics", "TestSupport", "PlotSamples"],
            exclude: ["Goldens"]),
        .executableTarget(
            name: "TemplateBenchmark", dependencies: ["TemplateEngine"], path: "Tests/Benchmarks/TemplateBenchmark"),
        .executableTarget(
            name: "StatisticsBenchmark", dependencies: ["MetaAnalysis", "Tables", "Text"],
            path: "Tests/Benchmarks/StatisticsBenchmark"),
        .executableTarget(
            name: "PlotBenchmark", dependencies: ["Plots", "Site", "Text"], path: "Tests/Benchmarks/PlotBenchmark"),
    ],
    swiftLanguageModes: [.v6]
)

// They link libFuzzer, which a plain build does not have: `make fuzz` sets FUZZ.
if Context.environment["FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzers", dependencies: ["Evidence", "TemplateEngine", "Markdown", "Diagnostics", "Text"],
            path: "Tests/Fuzzers", exclude: ["Corpus", "Words", "fuzz.sh"],
            swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
