/// The tags of languages (BCP 47): `en`, `fr-CA`, `zh-Hant`.
enum LanguageTag {
    /// Whether a text is a tag: a language of two letters that ISO 639-1 lists or of three letters, then subtags for script,
    /// region and variants in the order of RFC 5646, section 2.1. Extensions and private use are let through.
    static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, isLanguage(first) else { return false }
        var stage = 0
        for part in parts.dropFirst() {
            guard (1...8).contains(part.utf8.count), part.utf8.allSatisfy(isLetterOrDigit) else { return false }
            // A single letter begins an extension, whose parts are its own.
            if stage == 4 || part.utf8.count == 1 {
                stage = 4
                continue
            }
            guard let kind = kind(of: part), kind > stage || kind == 3 else { return false }
            stage = kind
        }
        return parts.last?.utf8.count != 1
    }

    /// 1 for a script, 2 for a region, 3 for a variant.
    private static func kind(of part: Substring) -> Int? {
        let isNumber = part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let isWord = part.utf8.allSatisfy(isLetter)
        let beginsWithDigit = part.utf8.first.map { (0x30...0x39).contains($0) } ?? false
        switch part.utf8.count {
        case 4 where isWord: return 1
        case 2 where isWord: return 2
        case 3 where isNumber: return 2
        case 4 where beginsWithDigit: return 3
        case 5...8: return 3
        default: return nil
        }
    }

    private static func isLanguage(_ part: Substring) -> Bool {
        guard part.utf8.allSatisfy(isLetter) else { return false }
        return part.utf8.count == 3 || part.utf8.count == 2 && languages.contains(part.lowercased())
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

    /// ISO 639-1.
    private static let languages = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
        es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg \
        ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
        no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta \
        te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))
}
