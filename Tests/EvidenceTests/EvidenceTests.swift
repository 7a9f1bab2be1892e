import Testing

@testable import Evidence

@Suite struct PlaceholderEvidenceTests { @Test func compiles() { #expect(Study.Status.allCases.count == 5) } }
