import Diagnostics

/// What a build or a check came to.
public struct BuildReport: Sendable {
    public var diagnostics = DiagnosticCollector()
    /// Whether the site was published.
    public var isPublished = false
    public var pages = 0
    public var written = 0
    public var unchanged = 0
    /// What the atlas holds, as counts with their names.
    public var studies = 0
    public var questions = 0
    public var results = 0
}

/// Where a build is.
public enum BuildStage: String, Sendable {
    case reading
    case validating
    case rendering
    case verifying
    case publishing
}
