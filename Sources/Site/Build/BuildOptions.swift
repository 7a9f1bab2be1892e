import Evidence
import Text

/// What a build is asked to do.
public struct BuildOptions: Sendable {
    /// The folder with the evidence.
    public var content = "Content"
    /// The folder with the templates and their assets.
    public var templates = "Templates"
    /// The folder that the site is published to.
    public var output = "Public"
    /// The address that the site will have; it wins over that of `site.yaml`.
    public var baseURL: String?
    /// How many things are done at the same time.
    public var jobs = 1
    /// Whether every file is written anew, instead of keeping those that did not change.
    public var isClean = false
    /// Whether warnings are errors.
    public var isStrict = false
    /// The language of the pages in place of that of `site.yaml`, for tests of what is said in it.
    package var language: Language?

    public init() {}

    /// Whether a text can be the address of a site: http or https, with a host, without query or fragment.
    public static func isBaseURL(_ text: String) -> Bool { WebAddress.isBase(text) }
}
