/// One file of the content folder.
package struct ContentFile: Sendable {
    /// The path inside the content folder, with slashes: `studies/stampede.yaml`.
    package var path: String
    /// How the file is named in diagnostics: `Content/studies/stampede.yaml`.
    package var name: String
    package var bytes: [UInt8]

    package init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }
}
