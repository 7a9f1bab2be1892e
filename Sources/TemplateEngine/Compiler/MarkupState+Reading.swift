/// Reading literal text.
extension MarkupState {
    /// Moves over literal text.
    /// - Returns: What is wrong with the text where it meets interpolated values, if anything.
    mutating func read(_ bytes: [UInt8]) -> String? {
        guard mode != .plain else { return nil }
        var complaint: String?
        for byte in bytes {
            if let problem = step(byte), complaint == nil { complaint = problem }
        }
        return complaint
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func lower(_ byte: UInt8) -> String {
        String(UnicodeScalar((0x41...0x5A).contains(byte) ? byte + 32 : byte))
    }

    private mutating func step(_ byte: UInt8) -> String? {
        switch mode {
        case .plain: break
        case .data: if byte == UInt8(ascii: "<") { begin(.tagOpen) }
        case .tagOpen: stepTagOpen(byte)
        case .declaration, .comment, .section, .instruction: stepSpecial(byte)
        case .closingTag: if byte == UInt8(ascii: ">") { self = .text }
        case .tagName:
            if Self.isSpace(byte) {
                mode = .beforeAttribute
            } else if byte == UInt8(ascii: ">") {
                endTag()
            } else if byte == UInt8(ascii: "/") {
                mode = .beforeAttribute
            } else if element.utf8.count < 64 {
                element += Self.lower(byte)
            }
        case .beforeAttribute, .afterAttributeName, .attributeName: stepAttributeName(byte)
        case .betweenAttributes:
            guard Self.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else {
                mode = .attributeName
                return "a space is missing here, after branches that end differently inside a tag"
            }
            mode = .beforeAttribute
            return step(byte)
        case .beforeValue:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                mode = byte == UInt8(ascii: "\"") ? .doubleQuoted : .singleQuoted
                beginValue()
            } else if byte == UInt8(ascii: ">") {
                endTag()
            } else if !Self.isSpace(byte) {
                mode = .unquoted
                beginValue()
                return stepValue(byte)
            }
        case .doubleQuoted:
            if byte == UInt8(ascii: "\"") { endValue() } else { return stepValue(byte) }
        case .singleQuoted:
            if byte == UInt8(ascii: "'") { endValue() } else { return stepValue(byte) }
        case .unquoted:
            if Self.isSpace(byte) {
                endValue()
            } else if byte == UInt8(ascii: ">") {
                endValue()
                endTag()
            } else {
                return stepValue(byte)
            }
        case .raw, .escapableRaw: stepRaw(byte)
        case .json: stepJSON(byte)
        }
        return nil
    }

    private mutating func begin(_ mode: Mode) {
        self.mode = mode
        pending = ""
    }

    // MARK: Tags

    private mutating func stepTagOpen(_ byte: UInt8) {
        if byte == UInt8(ascii: "!") {
            begin(.declaration)
        } else if byte == UInt8(ascii: "?") {
            begin(.instruction)
        } else if byte == UInt8(ascii: "/") {
            begin(.closingTag)
        } else if Self.isLetter(byte) {
            begin(.tagName)
            element = Self.lower(byte)
            script = .code
            isRefresh = false
        } else if byte != UInt8(ascii: "<") {
            self = .text
        }
    }

    private mutating func stepSpecial(_ byte: UInt8) {
        pending += String(UnicodeScalar(byte))
        if pending.utf8.count > 7 { pending = String(pending.suffix(7)) }
        switch mode {
        case .declaration:
            if pending == "--" {
                begin(.comment)
            } else if pending == "[CDATA[" {
                begin(.section)
            } else if byte == UInt8(ascii: ">") {
                self = .text
            }
        case .comment:
            if pending.hasSuffix("-->") || pending == ">" || pending == "->" || pending.hasSuffix("--!>") {
                self = .text
            }
        case .section: if pending.hasSuffix("]]>") { self = .text }
        default: if byte == UInt8(ascii: ">") { self = .text }
        }
    }

    private mutating func endTag() {
        let (name, kind) = (element, script)
        self = .text
        if name == "script", kind == .data {
            self = .json
            element = name
        } else if Self.rawElements.contains(name) {
            mode = .raw
            element = name
        } else if Self.escapableElements.contains(name) {
            mode = .escapableRaw
            element = name
        }
    }

    private mutating func stepAttributeName(_ byte: UInt8) {
        if Self.isSpace(byte) {
            if mode == .attributeName { mode = .afterAttributeName }
        } else if byte == UInt8(ascii: ">") {
            endTag()
        } else if byte == UInt8(ascii: "/") {
            mode = .beforeAttribute
        } else if byte == UInt8(ascii: "="), mode != .beforeAttribute {
            mode = .beforeValue
        } else {
            if mode != .attributeName { attribute = "" }
            mode = .attributeName
            if attribute.utf8.count < 64 { attribute += Self.lower(byte) }
        }
    }

    // MARK: Values of attributes

    private mutating func beginValue() {
        value = ""
        let isAddress =
            Self.addressAttributes.contains(attribute) || attribute.hasSuffix(":href")
            || (Self.animations.contains(element) && Self.animationValues.contains(attribute))
        address = isAddress ? .start : .none
    }

    private mutating func stepValue(_ byte: UInt8) -> String? {
        // Kept only where it matters, so that turns of a loop inside of a value end where they began.
        if isScriptType || (address != .none && address != .decided), value.utf8.count < 64 {
            value += Self.lower(byte)
        }
        switch address {
        case .start, .prefix, .dynamic:
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): address = .decided
            case UInt8(ascii: ":"):
                let wasDynamic = address == .dynamic
                let scheme = value.dropLast().filter { $0 != "\n" && $0 != "\t" && $0 != "\r" }
                let isAllowed = Self.schemes.contains(String(scheme.drop { $0 == " " }))
                address = isAllowed && !wasDynamic ? .decided : .refused
                if wasDynamic { return "the scheme of this address comes from a value" }
            default: if address == .start, byte > 0x20 { address = .prefix }
            }
        case .none, .decided, .refused: break
        }
        return nil
    }

    private mutating func endValue() {
        if isScriptType {
            let type = value.split(separator: ";").first.map(String.init) ?? ""
            script = type == "application/json" || type.hasSuffix("+json") || type == "importmap" ? .data : .code
        }
        if attribute == "http-equiv" { isRefresh = true }
        mode = .beforeAttribute
        attribute = ""
        value = ""
        address = .none
    }

    // MARK: Raw text and JSON

    private mutating func stepRaw(_ byte: UInt8) {
        if endsElement(byte) { endRaw(byte) }
    }

    private mutating func endRaw(_ byte: UInt8) {
        self = .text
        if byte != UInt8(ascii: ">") { mode = .closingTag }
    }

    /// Whether `byte` follows a complete `</element`.
    private mutating func endsElement(_ byte: UInt8) -> Bool {
        // Nearly all of a style sheet is neither the beginning of an end nor a part of one.
        guard !pending.isEmpty || byte == UInt8(ascii: "<") else { return false }
        let end = "</" + element
        if pending == end {
            // Only now is it sure that the name ends here: `</scripts>` ends nothing.
            if Self.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return true }
            pending = ""
        }
        pending += Self.lower(byte)
        if !end.hasPrefix(pending) { pending = byte == UInt8(ascii: "<") ? "<" : "" }
        return false
    }

    private mutating func stepJSON(_ byte: UInt8) {
        if element == "script", endsElement(byte) {
            endRaw(byte)
        } else if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
        } else if byte == UInt8(ascii: "\"") {
            isInString = true
        }
    }
}
