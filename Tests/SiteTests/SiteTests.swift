import Testing

@testable import Site

@Suite struct PlaceholderSiteTests { @Test func compiles() { #expect(Routes.address(of: "a/index.html") == "a/") } }
