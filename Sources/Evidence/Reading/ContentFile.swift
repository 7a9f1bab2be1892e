/// One file of the content folder.
public struct ContentFile: Sendable {
    /// The path inside the content folder, with slashes: `studies/stampede.yaml`.
    public var path: String
    /// How the file is named in diagnostics: `Content/studies/stampede.yaml`.
    public var name: String
    public var bytes: [UInt8]

    public init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }
}
