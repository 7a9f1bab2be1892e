import Diagnostics

/// What a build or a check came to.
package struct BuildReport: Sendable {
    package var diagnostics = DiagnosticCollector()
    /// Whether the site was published.
    package var isPublished = false
    package var pages = 0
    package var written = 0
    package var unchanged = 0
    /// What the atlas holds, as counts with their names.
    package var studies = 0
    package var questions = 0
    package var results = 0
}

/// Where a build is.
package enum BuildStage: String, Sendable {
    case reading
    case validating
    case rendering
    case verifying
    case publishing
}
