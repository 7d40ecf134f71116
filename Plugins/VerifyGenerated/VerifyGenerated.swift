import Foundation
import PackagePlugin

/// Fails when `Generated/` is not what `IDL/` gives, and names the files.
@main
struct VerifyGenerated: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let root = context.package.directoryURL
        let process = Process()
        process.executableURL = try context.tool(named: "provider-idl").url
        process.arguments = [
            "generate", "--verify", "--out", root.appending(path: "Generated").path,
            "--quirks", root.appending(path: "Sources/MassGenBackends/Quirks").path,
            root.appending(path: "IDL").path,
        ]
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus == 0 {
            print("Generated/ is what the IDL gives")
        } else {
            Diagnostics.error("Generated/ is not in step with IDL/")
        }
    }
}
