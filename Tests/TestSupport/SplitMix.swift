/// A small generator whose numbers are the same everywhere.
package struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 to 1.
    package mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    package mutating func pick<T>(_ items: [T]) -> T { items[Int(next() % UInt64(items.count))] }

    package mutating func hostileText() -> String {
        let kinds = [
            String(repeating: "a", count: 10_000), "", " ", "x", "تجربة عشوائية على المرضى المصابين بالسرطان",
            "ניסוי אקראי \u{202E}desrever", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 emoji family 👍🏽🇨🇭",
            "Z" + String(repeating: "\u{0335}\u{0300}\u{0489}", count: 300) + "algo",
            "con\u{0}trol\u{7}\u{1B}[31m\r\nline\u{2028}break\ttab", "转移性前列腺癌放射治疗的随机对照试验结果与长期随访",
            "ﷺ﷽﷽﷽", "𒐫𒐫𒐫𒐫", "<script>alert(1)</script> & \"quotes\" 'single'",
            "A trial of stereotactic ablative radiotherapy against standard of care in oligometastatic disease",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "ΑΒΓ τ² ≤ ≥ ± × −",
            String(repeating: "WWW ", count: 2500), "e\u{301}e\u{301} precomposed é",
            "👨‍👩‍👧‍👦" + String(repeating: "\u{200D}👦", count: 200),
            "a-b-c-d/e/f/g–h–i" + String(repeating: "-x", count: 60),
        ]
        return pick(kinds)
    }
}
