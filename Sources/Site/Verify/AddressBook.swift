import Diagnostics
import Text

/// Every address of the site, to see that each link leads somewhere.
struct AddressBook {
    /// The folder of the templates, for messages.
    private let templates: String
    private var pages: [String: PageLinks] = [:]
    private var files: Set<String> = []
    private var taken: [String] = []
    /// Pages and files that could not be made; what leads to them is not blamed.
    private var missing: Set<String> = []

    init(templates: String = "Templates") {
        self.templates = templates
    }

    mutating func add(_ page: PageLinks, at path: String) {
        if pages.updateValue(page, forKey: path) != nil { taken.append(path) }
    }

    mutating func add(missing path: String) { missing.insert(path) }

    mutating func add(file: String) {
        if !files.insert(file).inserted { taken.append(file) }
    }

    /// Links that lead nowhere, identifiers that occur twice on a page, and addresses that two pages have.
    func problems() -> [Diagnostic] {
        var found: [Diagnostic] = taken.sorted().map {
            .error("address-taken", "two pages have the address '/\($0)'", help: "rename one of them")
        }
        for path in pages.keys.sorted() {
            guard let page = pages[path] else { continue }
            func report(_ identifier: String, _ summary: String, _ help: String) {
                found.append(
                    .error(identifier, summary, at: Place(file: templates + "/" + page.template), help: help))
            }
            for id in Set(page.repeated).sorted() {
                report(
                    "duplicate-anchor", "two elements of the page '/\(path)' have the id '\(id)'",
                    "make the template give each its own")
            }
            for link in page.escaping.sorted() {
                report(
                    "broken-link", "the page '/\(path)' links to '\(link)', outside the site",
                    "put page.root before addresses of the site")
            }
            var broken: Set<PageLinks.Target> = []
            for target in page.targets where !leads(target) && broken.insert(target).inserted {
                let shown = target.fragment.isEmpty ? target.path : "\(target.path)#\(target.fragment)"
                report(
                    "broken-link", "the page '/\(path)' links to '/\(shown)', which is not there",
                    "correct the link in the template")
            }
        }
        return found
    }

    private func leads(_ target: PageLinks.Target) -> Bool {
        let isFolder = target.path.isEmpty || target.path.hasSuffix("/")
        let path = isFolder ? target.path + "index.html" : target.path
        if missing.contains(path) { return true }
        if let page = pages[path] {
            return target.fragment.isEmpty || target.fragment == "top" || page.identifiers.contains(target.fragment)
        }
        return files.contains(target.path) && target.fragment.isEmpty
    }
}
