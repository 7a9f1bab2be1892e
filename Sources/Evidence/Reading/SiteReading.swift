import Diagnostics
import Text

extension SiteDescription {
    /// Reads `site.yaml`.
    static func read(_ file: SourceText) -> (site: SiteDescription, diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        var site = SiteDescription()
        site.text = file
        guard let mapping = YAMLReading.mapping(file.text, in: reading) else { return (site, reading.diagnostics) }
        var fields = FieldReader(mapping, subject: "the site", in: reading)
        if let name = fields.requiredText("name") { site.name = name.value }
        site.tagline = fields.text("tagline")?.value
        site.description = fields.text("description")?.value
        if let language = fields.text("language").flatMap({ reading.language($0) }) { site.language = language }
        if let address = fields.text("baseURL") {
            site.baseURL = reading.webAddress(address)
            if WebAddress.isValid(address.value), !WebAddress.isBase(address.value) {
                reading.error(
                    "unsafe-address", "'\(address.value)' cannot be the address of a site", at: address.mark,
                    help: "leave out what follows '?' or '#'")
            }
        }
        if var licence = fields.fields("licence", subject: "the licence") {
            let label = licence.requiredText("label")
            let url = licence.requiredText("url").flatMap { reading.webAddress($0) }
            licence.finish()
            if let label, let url { site.licence = Link(label: label.value, url: url) }
        }
        if var words = fields.fields("words", subject: "the words of the atlas") {
            site.words = Language.Words(&words)
            words.finish()
        }
        site.editors = fields.texts("editors").map(\.value)
        site.navigation = fields.texts("navigation")
        site.footerPages = fields.texts("footerPages")
        site.disclaimer = fields.text("disclaimer")?.value
        fields.finish()
        return (site, reading.diagnostics)
    }
}

extension Language.Words {
    /// Reads the words that an atlas has for what it is about; those that it does not name stay.
    fileprivate init(_ fields: inout FieldReader) {
        self.init()
        if let noun = Noun("disease", in: &fields) { disease = noun }
        if let noun = Noun("treatment", in: &fields) { treatment = noun }
        if let noun = Noun("patients", in: &fields) { patient = noun }
    }
}

extension Language.Words.Noun {
    fileprivate init?(_ key: String, in fields: inout FieldReader) {
        guard var forms = fields.fields(key, subject: "'\(key)'") else { return nil }
        let (one, many) = (forms.requiredText("one"), forms.requiredText("many"))
        forms.finish()
        guard let one, let many else { return nil }
        self.init(one.value, many.value)
    }
}
