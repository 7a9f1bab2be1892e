import Testing

@testable import Text

@Suite("Fingerprint")
struct FingerprintTests {
    /// Inputs are the bytes 0, 1, 2 … under the key 0 … 15, outputs those of OpenSSL's SIPHASH with size 16.
    @Test(
        "SipHash gives the values of the reference program",
        arguments: [
            (0, "a3817f04ba25a8e66df67214c7550293"), (8, "3b62a9ba6258f5610f83e264f31497b4"),
            (16, "6ee2a4ca67b054bbfd3315bf85230577"), (24, "2db479ae78bd50d8882a8a178a6132ad"),
            (32, "7c3956ca5eeafc3e363e9d556546eb68"), (56, "1938f2cf72d54ee97e94166fa91d2a36"),
        ])
    func reference(count: Int, expected: String) {
        var hash = SipHash(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
        for start in stride(from: 0, to: count, by: 8) {
            hash.feed((0..<8).reduce(0) { $0 | UInt64(start + $1) << UInt64(8 * $1) })
        }
        let (first, second) = hash.finish()
        let printed = Fingerprint(high: first.byteSwapped, low: second.byteSwapped).description
        #expect(printed == expected)
    }

    @Test("Values have the fingerprints that they had in every release")
    func known() {
        #expect(Fingerprinter().finish().description == "4d116a13050fcf98ff58d73707d5ad9d")
        #expect(Fingerprint(of: "STAMPEDE").description == "4ff887e8edc7f901023a272355636389")
        #expect(Fingerprint(of: "HORRAD").description == "11e87a9a2e3989f8e663a267ebbdd1b1")
        #expect(Fingerprint(of: "thérapie focale").description == "1de860135edb4e83bd8b3115c7e7a346")
        #expect(Fingerprint(of: 0.9).description == "8888e9d29c202b93915f18d5466e82d1")
        #expect(Fingerprint(of: -3).description == "83aca55e336d2fa2821ab69dcabebd3a")
        #expect(Fingerprint(of: 3 as UInt64).description == "4ba1478ccafc4a9653e762e04c3d4669")
        #expect(Fingerprint(of: true).description == "7102aa8a37eae24787b79a61eb88c315")
        #expect(Fingerprint(of: ["a", "b"]).description == "0996f20aa2f4c42e6b5ad5fe948aff33")
        #expect(Fingerprint(of: String?("a")).description == "8ee80fadb8f297a04428f38d1065c45a")
        #expect(Fingerprint(of: String?.none).description == "1bb985d28ece479c08d61627cd7f3831")
        var bytes = Fingerprinter()
        bytes.feed([1, 2, 3] as [UInt8])
        #expect(bytes.finish().description == "44e6a8bf2dc25795243bad4283f6ca16")
    }

    @Test("Values that could be taken for each other differ")
    func unambiguous() {
        let values: [any Fingerprinted] = [
            "", "a", "ab", "a\0", "\0", "1", "e\u{301}", "é", 0, 1, -1, 0 as UInt64, 1 as UInt64, 0.0, -0.0, 1.0,
            Double.nan,
            true, false, String?.none, String?(""), [nil] as [String?], [""] as [String?], [String](),
            [""], ["", ""], ["a", "b"], ["ab"], ["ab", ""],
            [["a"], ["b"]], [["a", "b"], []], [[], ["a", "b"]], [1, 2], [12], ["a": 1], ["a": 2], Set(["a", "c"]),
            1...2,
        ]
        let fingerprints = values.map { value in Fingerprint(of: value) }
        for first in values.indices {
            for second in values.indices where first < second {
                #expect(fingerprints[first] != fingerprints[second], "\(values[first]) and \(values[second])")
            }
        }
    }

    @Test("What has no order has one fingerprint")
    func unordered() {
        let names = (0..<50).map { "study \($0)" }
        #expect(Fingerprint(of: Set(names)) == Fingerprint(of: Set(names.reversed())))
        let pairs = names.map { ($0, $0.count) }
        #expect(
            Fingerprint(of: Dictionary(uniqueKeysWithValues: pairs))
                == Fingerprint(of: Dictionary(uniqueKeysWithValues: pairs.reversed())))
    }

    @Test("A text in parts of a longer one has the fingerprint of its copy")
    func slices() {
        let long = "the HORRAD trial, 2018"
        #expect(Fingerprint(of: long.dropFirst(4).prefix(6)) == Fingerprint(of: "HORRAD"))
        #expect(Fingerprint(of: -Double.nan) == Fingerprint(of: Double.nan))
    }
}
