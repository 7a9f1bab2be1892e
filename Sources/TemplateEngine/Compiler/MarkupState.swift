/// Where in a page a template has got to: the state of a small HTML, XML and JSON reader.
///
/// It runs over the literal text of a template when the template is loaded, so that every
/// interpolation is known to stand in text, in a quoted attribute, in an address, in JSON, or
/// where nothing may be interpolated.
struct MarkupState: Equatable {
    enum Mode: UInt8 {
        case plain, data, tagOpen, tagName, closingTag, beforeAttribute, attributeName, afterAttributeName
        case beforeValue, doubleQuoted, singleQuoted, unquoted, betweenAttributes, declaration, comment, section
        case instruction, raw, escapableRaw, json
    }

    /// How much of the scheme of an address is known.
    enum Address: UInt8 { case none, start, prefix, dynamic, decided, refused }

    enum Script: UInt8 { case code, data }

    var mode: Mode
    /// The element whose tag or raw content this is, in lower case.
    var element = ""
    var attribute = ""
    /// The literal start of the attribute's value, if it matters.
    var value = ""
    var address = Address.none
    var script = Script.code
    var isRefresh = false
    /// What has been matched of an end marker.
    var pending = ""
    var isInString = false
    var isEscaped = false

    static let text = MarkupState(mode: .data)
    static let plain = MarkupState(mode: .plain)
    static let json = MarkupState(mode: .json)

    init(mode: Mode) { self.mode = mode }

    init(_ format: TemplateFormat) {
        switch format {
        case .markup: self.init(mode: .data)
        case .json: self.init(mode: .json)
        case .plain: self.init(mode: .plain)
        }
    }

    var isInTag: Bool {
        switch mode {
        case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .betweenAttributes: true
        default: false
        }
    }

    /// The state after two branches, if they may meet.
    func joined(with other: MarkupState) -> MarkupState? {
        if self == other { return self }
        if isInTag, other.isInTag, element == other.element, script == other.script {
            var joint = self
            joint.mode =
                mode == .beforeAttribute && other.mode == .beforeAttribute ? .beforeAttribute : .betweenAttributes
            joint.attribute = ""
            joint.value = ""
            joint.address = .none
            joint.isRefresh = isRefresh || other.isRefresh
            return joint
        }
        guard mode == other.mode, element == other.element, attribute == other.attribute else { return nil }
        switch mode {
        case .doubleQuoted, .singleQuoted:
            var joint = self
            joint.value = value == other.value ? value : ""
            joint.isRefresh = isRefresh || other.isRefresh
            if address != other.address {
                if address == .refused || other.address == .refused {
                    joint.address = .refused
                } else {
                    joint.address = .dynamic
                }
            }
            if isScriptType, value != other.value { return nil }
            return joint
        case .data, .comment, .raw, .escapableRaw, .plain:
            var joint = self
            joint.pending = ""
            var theirs = other
            theirs.pending = ""
            return joint == theirs ? joint : nil
        default: return nil
        }
    }

    var isScriptType: Bool { element == "script" && attribute == "type" }

    /// The state after a value was interpolated here.
    mutating func interpolate() {
        switch mode {
        case .doubleQuoted, .singleQuoted:
            if address == .start || address == .prefix { address = .dynamic }
        case .json: isEscaped = false
        default: break
        }
        pending = ""
    }

    /// How a value is escaped here, or why it may not stand here.
    var escape: EscapeDecision {
        switch mode {
        case .plain: .allowed(.plain)
        case .data, .escapableRaw: .allowed(.text)
        case .json: .allowed(isInString ? .jsonString : .jsonValue)
        case .doubleQuoted, .singleQuoted: attributeEscape
        case .tagOpen, .tagName, .closingTag: .refused("the name of a tag")
        case .beforeAttribute, .attributeName, .afterAttributeName, .betweenAttributes:
            .refused("a tag outside of a quoted attribute")
        case .beforeValue, .unquoted: .refused("an attribute without quotes")
        case .declaration: .refused("a declaration")
        case .comment: .refused("a comment")
        case .section: .refused("a CDATA section")
        case .instruction: .refused("a processing instruction")
        case .raw: .refused(element == "script" ? "a script" : element == "style" ? "a style sheet" : "'\(element)'")
        }
    }

    private var attributeEscape: EscapeDecision {
        if attribute.hasPrefix("on") { return .refused("the event handler '\(attribute)'") }
        if attribute == "style" { return .refused("the attribute 'style'") }
        if attribute == "srcdoc" { return .refused("the attribute 'srcdoc'") }
        if isScriptType { return .refused("the type of a script") }
        if attribute == "content", isRefresh { return .refused("the address of a refresh") }
        if attribute == "http-equiv" || attribute == "attributename" { return .refused("the attribute '\(attribute)'") }
        switch address {
        case .none, .decided: return .allowed(.attribute)
        case .start: return .allowed(.address)
        case .prefix, .dynamic: return .allowed(.addressRest)
        case .refused: return .refused("an address that begins with '\(value)'")
        }
    }

    static let addressAttributes: Set<String> = [
        "href", "src", "action", "formaction", "xlink:href", "cite", "data", "poster", "background", "longdesc",
        "manifest", "srcset", "imagesrcset", "ping", "codebase", "icon", "profile", "archive", "classid", "usemap",
    ]
    static let animations: Set<String> = ["animate", "set", "animatetransform", "animatemotion"]
    static let animationValues: Set<String> = ["from", "to", "by", "values"]
    static let rawElements: Set<String> = ["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"]
    static let escapableElements: Set<String> = ["title", "textarea"]
    static let schemes: Set<String> = ["http", "https", "mailto", "tel"]
}

/// Whether and how a value may be shown at a place.
enum EscapeDecision: Equatable {
    case allowed(Escape)
    case refused(String)
}

/// How a value is written at a place.
enum Escape: UInt8, Sendable {
    case plain, text, attribute, address, addressRest, jsonString, jsonValue
    /// JSON that is complete already, from `tojson` or a macro of a JSON template.
    case jsonRaw
}
