import Evidence
import Text

/// What a build is asked to do.
package struct BuildOptions: Sendable {
    /// The folder with the evidence.
    package var content = "Content"
    /// The folder with the templates and their assets.
    package var templates = "Templates"
    /// The folder that the site is published to.
    package var output = "Public"
    /// The address that the site will have; it wins over that of `site.yaml`.
    package var baseURL: String?
    /// How many things are done at the same time.
    package var jobs = 1
    /// Whether every file is written anew, instead of keeping those that did not change.
    package var isClean = false
    /// Whether warnings are errors.
    package var isStrict = false
    /// The language of the pages in place of that of `site.yaml`, for tests of what is said in it.
    package var language: Language?

    package init() {}

    /// Whether a text can be the address of a site: http or https, with a host, without query or fragment.
    package static func isBaseURL(_ text: String) -> Bool { WebAddress.isBase(text) }
}
