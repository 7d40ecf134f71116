import Foundation
import MassGenBackends

/// A program of this package, run as a user runs it.
struct Program {
    let name: String

    struct Outcome {
        var status: Int32
        var output: String
        var words: String

        /// The output as JSON, one document per line.
        var documents: [JSON] { output.split(separator: "\n").compactMap { try? JSON(parsing: String($0)) } }
        /// The output as one document.
        var document: JSON? { try? JSON(parsing: output.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// Runs it with just the environment that is given.
    func run(_ arguments: String..., environment: [String: String] = [:], input: String = "") throws -> Outcome {
        try run(arguments, environment: environment, input: input)
    }

    /// Runs it with just the environment that is given.
    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = Self.folder.appending(path: name)
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { first, _ in first }
        let output = Pipe(), words = Pipe(), source = Pipe()
        process.standardOutput = output
        process.standardError = words
        process.standardInput = source
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let said = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, words: said)
    }

    /// Programs are built beside the tests.
    private static let folder: URL = {
        #if canImport(Darwin)
        for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
            return bundle.bundleURL.deletingLastPathComponent()
        }
        #endif
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    }()
}

/// A file with the given text, gone when the test is over.
func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    let place = FileManager.default.temporaryDirectory.appending(path: "massgen-\(UUID().uuidString)")
    try Data(text.utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    return try body(place.path)
}
