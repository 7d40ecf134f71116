import Foundation
import MassGenCore
import MassGenMCP
import Testing

/// The Python with the package `mcp` that `MASSGEN_PYTHON` names.
enum Python {
    static let path = ProcessInfo.processInfo.environment["MASSGEN_PYTHON"]

    /// Whether it has the package.
    static let isUsable: Bool = {
        guard let path else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", "import mcp.server.mcpserver"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    static let needed: ConditionTrait = .enabled(
        if: isUsable, "MASSGEN_PYTHON names no Python with the package mcp (pip install mcp==2.3.0)")

    /// A script beside the tests.
    static func command(_ script: String, _ arguments: String...) -> ProcessCommand {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Servers/\(script)").path
        return ProcessCommand(path ?? "python3", [file] + arguments)
    }
}

/// A server over HTTP; it ends when it is let go.
final class PythonServer: Sendable {
    let port: Int
    private let child: any ChildProcess

    init(_ command: ProcessCommand) async throws {
        child = try SystemLauncher.shared.launch(command)
        var line: [UInt8] = []
        while !line.contains(0x0A), let bytes = try await child.output.next() { line += bytes }
        let text = String(decoding: line.prefix { $0 != 0x0A }, as: UTF8.self)
        port = try #require(Int(text), "\(child.errorTail)")
    }

    func kill() async {
        child.end()
        _ = await child.exit()
    }
}
