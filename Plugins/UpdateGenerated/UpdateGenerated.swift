import Foundation
import PackagePlugin

/// Brings `Generated/` in step with `IDL/`, so that a diff shows what an edit of the IDL does.
@main
struct UpdateGenerated: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let root = context.package.directoryURL
        let generated = root.appending(path: "Generated")
        let fresh = context.pluginWorkDirectoryURL.appending(path: "Generated")
        try? FileManager.default.removeItem(at: fresh)
        try FileManager.default.createDirectory(at: fresh, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: generated, withIntermediateDirectories: true)
        try generate(into: fresh, root: root, tool: try context.tool(named: "provider-idl").url)

        let files = FileManager.default
        let names = Set(try files.contentsOfDirectory(atPath: fresh.path))
        for name in names.sorted() {
            let new = files.contents(atPath: fresh.appending(path: name).path)
            let place = generated.appending(path: name)
            guard new != files.contents(atPath: place.path) else { continue }
            try new?.write(to: place)
            print("updated Generated/\(name)")
        }
        for name in try files.contentsOfDirectory(atPath: generated.path).sorted()
        where name.hasSuffix(".swift") && !names.contains(name) {
            try files.removeItem(at: generated.appending(path: name))
            print("removed Generated/\(name)")
        }
    }

    private func generate(into folder: URL, root: URL, tool: URL) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = [
            "generate", "--out", folder.path, "--quirks", root.appending(path: "Sources/MassGenBackends/Quirks").path,
            root.appending(path: "IDL").path,
        ]
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw PluginFailure() }
    }
}

/// The tool has said already what is wrong.
struct PluginFailure: Error, CustomStringConvertible {
    var description: String { "Generated/ was left as it is" }
}
