import TestSupport
import Testing

/// Requires a value to equal a reference within a relative or an absolute tolerance.
func expect(
    _ value: Double?, _ reference: JSON, relative: Double = 1e-8, absolute: Double = 1e-12,
    _ name: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let expected = reference.number else {
        Issue.record("no reference value for \(name())", sourceLocation: sourceLocation)
        return
    }
    guard let value else {
        Issue.record("\(name()) is missing, expected \(expected)", sourceLocation: sourceLocation)
        return
    }
    let error = abs(value - expected)
    #expect(
        error <= max(relative * abs(expected), absolute), "\(name()): \(value), expected \(expected)",
        sourceLocation: sourceLocation)
}
