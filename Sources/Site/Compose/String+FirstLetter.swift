extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With a small first letter, unless it begins an abbreviation.
    var loweredFirst: String {
        guard let second = dropFirst().first, second.isLowercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
