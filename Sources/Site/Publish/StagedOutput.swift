import CExchange

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The output folder of a build, written beside the published one and put in its place in one step.
///
/// Until ``publish(manifest:)`` the published folder is only read. Whatever ends the build before that leaves it as it was;
/// what a killed build left beside it is cleared away by the next one.
final class StagedOutput: Sendable {
    /// The published folder, without links in its path.
    let target: String
    /// The folder that is being written.
    let stage: String
    /// Holds a lock on the stage, so that another build does not take it for a leftover.
    private let lock: Int32
    private let exists: Bool

    static let manifestName = ".atlas-manifest"
    private static let prefix = ".atlas-stage-"

    /// Checks that the output folder is ours or empty, and makes an empty stage beside it.
    init(output: String) throws(MachineFailure) {
        let path = try Self.normalised(output)
        if let resolved = FileSystem.resolved(path) {
            guard FileSystem.isFolder(resolved) else {
                throw MachineFailure(
                    "'\(output)' is not a folder", reason: "a file stands there", help: "choose another --output")
            }
            target = resolved
            exists = true
            try Self.refuseForeignFiles(in: resolved, named: output)
        } else {
            let parent = FileSystem.parent(of: path)
            try FileSystem.makeFolders(parent)
            target = (FileSystem.resolved(parent) ?? parent) + "/" + FileSystem.name(of: path)
            exists = false
        }
        let parent = FileSystem.parent(of: target)
        guard parent != target else {
            throw MachineFailure(
                "'\(output)' cannot be the output", reason: "it is the root of the file system",
                help: "choose another --output")
        }
        let prefix = parent + "/" + Self.prefix + FileSystem.name(of: target) + "-"
        Self.clearLeftovers(prefix)
        stage = prefix + "\(getpid())"
        try FileSystem.removeTree(stage)
        try FileSystem.makeFolder(stage)
        lock = open(stage, O_RDONLY | O_CLOEXEC)
        if lock >= 0 { _ = flock(lock, LOCK_EX | LOCK_NB) }
    }

    deinit {
        if lock >= 0 { close(lock) }
    }

    /// Throws away what was written.
    func discard() {
        try? FileSystem.removeTree(stage)
    }

    /// The path without slashes and dots at its end.
    private static func normalised(_ output: String) throws(MachineFailure) -> String {
        var path = output
        while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") {
            path.removeLast(path.hasSuffix("/.") && path.count > 2 ? 2 : 1)
        }
        guard !path.isEmpty, !path.contains(where: { $0.asciiValue.map { $0 < 0x20 } ?? false }) else {
            throw MachineFailure(
                "'\(output)' cannot be the output", reason: "it is not the name of a folder",
                help: "choose another --output")
        }
        return path
    }

    // MARK: Ownership

    /// Refuses a folder that holds files which no build wrote. Dot-files at its root belong to its owner.
    private static func refuseForeignFiles(in folder: String, named output: String) throws(MachineFailure) {
        let visible = try FileSystem.entries(of: folder).filter { !$0.name.hasPrefix(".") }
        guard !visible.isEmpty else { return }
        let known = Manifest.read(folder + "/" + manifestName)
        guard let known else {
            throw MachineFailure(
                "the folder '\(output)' was not made by atlas", reason: "it holds '\(visible[0].name)' and no manifest",
                help: "choose an empty folder as --output, or empty this one")
        }
        var foreign: [String] = []
        func walk(_ path: String) throws(MachineFailure) {
            for entry in try FileSystem.entries(of: path.isEmpty ? folder : folder + "/" + path) {
                if path.isEmpty, entry.name.hasPrefix(".") { continue }
                let inner = path.isEmpty ? entry.name : path + "/" + entry.name
                if entry.kind == .folder, known.hasFolder(inner) {
                    try walk(inner)
                } else if !known.lists(inner), foreign.count < 5 {
                    foreign.append(inner)
                }
            }
        }
        try walk("")
        guard foreign.isEmpty else {
            throw MachineFailure(
                "the folder '\(output)' holds files that atlas did not write",
                reason: foreign.map { "'\($0)'" }.joined(separator: ", "),
                help: "move them away; files that belong to the site go into Templates/assets")
        }
    }

    private static func clearLeftovers(_ prefix: String) {
        let parent = FileSystem.parent(of: prefix)
        let start = FileSystem.name(of: prefix)
        guard let entries = try? FileSystem.entries(of: parent) else { return }
        for entry in entries where entry.kind == .folder && entry.name.hasPrefix(start) {
            guard entry.name.dropFirst(start.count).allSatisfy(\.isNumber) else { continue }
            let path = parent + "/" + entry.name
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            // Whoever is still writing it holds the lock.
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileSystem.removeTree(path) }
            close(descriptor)
        }
    }

    // MARK: Publishing

    /// Puts the stage in the place of the published folder.
    func publish(manifest: Manifest) throws(MachineFailure) {
        if exists {
            for entry in try FileSystem.entries(of: target)
            where entry.name.hasPrefix(".") && entry.name != Self.manifestName {
                try FileSystem.replicate(target + "/" + entry.name, as: stage + "/" + entry.name)
            }
        }
        try FileSystem.write(manifest.bytes, to: stage + "/" + Self.manifestName)
        guard FileSystem.kind(at: target) != nil else {
            try FileSystem.rename(stage, to: target)
            return
        }
        // Somebody may have put a file there since the build began.
        try Self.refuseForeignFiles(in: target, named: target)
        FileSystem.copyPermissions(of: target, to: stage)
        let code = atlas_exchange(stage, target)
        guard code == 0 else {
            var failure = MachineFailure("cannot put the new site in the place of '\(target)'", code: code)
            failure.help =
                "the file system must be able to exchange two folders in one step; choose an --output on a local disk, and not a mount point"
            throw failure
        }
        do {
            try Self.refuseForeignFiles(in: stage, named: target)
        } catch {
            // In that very moment somebody did: the old site comes back, with the file.
            _ = atlas_exchange(stage, target)
            throw error
        }
        // The stage now holds the old site. That it cannot be removed does not make the new one less published.
        try? FileSystem.removeTree(stage)
    }
}
