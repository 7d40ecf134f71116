import Foundation
import PackagePlugin

/// Generates backends from a target's IDL files on every build in which one of them changed.
///
/// The files are those in the target itself and, for a target with a folder `IDL` beside it at the top of the package,
/// those in there. Wires of packages it depends on can be named without further ado.
@main
struct GenerateBackends: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let own = idl(in: target.directoryURL)
        guard !own.isEmpty else { return [] }
        let folder = context.pluginWorkDirectoryURL
        var arguments = ["generate", "--out", folder.path]
        var inputs = own
        if target.moduleName == "MassGenBackends" {
            arguments += ["--registry", "Backends"]
        } else {
            arguments += ["--registry", "\(target.moduleName)Backends", "--import", "MassGenBackends"]
        }
        for dependency in context.package.dependencies {
            for wire in idl(in: dependency.package.directoryURL.appending(path: "IDL/Wires")) {
                arguments += ["--with", wire.path]
                inputs.append(wire)
            }
        }
        let quirks = target.directoryURL.appending(path: "Quirks")
        if FileManager.default.fileExists(atPath: quirks.path) {
            arguments += ["--quirks", quirks.path]
            inputs += target.sourceFiles.map(\.url).filter { $0.path.hasPrefix(quirks.path) }
        }
        var outputs = own.map { folder.appending(path: fileName(for: $0)) }
        outputs.append(
            folder.appending(path: "\(target.moduleName == "MassGenBackends" ? "" : target.moduleName)Backends.swift"))
        return [
            .buildCommand(
                displayName: "Generating backends from \(own.count) IDL files",
                executable: try context.tool(named: "provider-idl").url,
                arguments: arguments + own.map(\.path),
                inputFiles: inputs,
                outputFiles: outputs)
        ]
    }

    /// All IDL files under a folder, links followed, in an order that is the same everywhere.
    private func idl(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        var urls = names.filter { $0.hasSuffix(".idl") }.map { folder.appending(path: $0) }
        let link = folder.appending(path: "IDL")
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) != nil {
            let top = link.resolvingSymlinksInPath()
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: top.path)) ?? []
            urls += names.filter { $0.hasSuffix(".idl") }.map { top.appending(path: $0) }
        }
        return urls.sorted { $0.path < $1.path }
    }

    /// The Swift file of an IDL file: the generator names it in the same way.
    private func fileName(for url: URL) -> String {
        let words = url.deletingPathExtension().lastPathComponent.split(separator: "-")
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let isPrices = url.deletingLastPathComponent().lastPathComponent == "Prices"
        return isPrices ? "\(name)+Models.swift" : "\(name).swift"
    }
}
