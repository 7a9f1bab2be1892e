import Testing

@testable import Site

@Suite struct PlaceholderSiteTests { @Test func compiles() { #expect(Routes.file(of: "a/") == "a/index.html") } }
