public import Foundation
public import MassGenCore

/// LM Studio's server on this machine, and its models, by way of LM Studio's own program `lms`.
///
/// Nothing runs until a method is called, and nothing is ever installed: without `lms` every method says where to get it.
///
/// ```swift
/// let server = LMStudioServer()
/// let backend = try await server.start()
/// for try await progress in try server.download("openai/gpt-oss-20b") { print(progress.fraction) }
/// try await server.load("openai/gpt-oss-20b", contextLength: 8192)
/// print(try await backend.respond(to: "Hello", model: "openai/gpt-oss-20b").text)
/// ```
public struct LMStudioServer: Sendable {
    /// The path of `lms`; looked for when `nil`.
    public var program: String?
    /// The environment in which `lms` is looked for and run.
    public var environment: [String: String]
    /// What starts `lms`.
    public var launcher: any ProcessLauncher

    /// Makes a manager; nothing is started.
    public init(
        program: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
        launcher: any ProcessLauncher = SystemLauncher.shared
    ) {
        self.program = program
        self.environment = environment
        self.launcher = launcher
    }

    /// Whether the server runs, and where.
    public struct Status: Sendable, Hashable, Decodable {
        /// Whether it answers.
        public var running: Bool
        /// The port it listens on, or did when it last ran.
        public var port: Int?
    }

    /// A model as `lms` lists it.
    public struct Model: Sendable, Hashable, Decodable {
        /// What requests and ``load(_:as:contextLength:idle:)`` call it.
        public var modelKey: String
        /// The name it was loaded under; `nil` when it is only on disk.
        public var identifier: String?
        /// `llm` or `embedding`.
        public var type: String?
        /// The name for people.
        public var displayName: String?
        /// Where it is, below the folder of models.
        public var path: String?
        /// Its size on disk.
        public var sizeBytes: Int?
        /// The most tokens of prompt and answer together.
        public var maxContextLength: Int?
        /// Whether it sees images.
        public var vision: Bool?
        /// Whether it was trained to call tools.
        public var trainedForToolUse: Bool?
    }

    /// Where `lms` is: the given path, then the folders of `PATH`, then LM Studio's own folder.
    public func find() throws(LMStudioServerError) -> String {
        if let program { return program }
        let files = FileManager.default
        var folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        if let home = environment["HOME"] {
            // LM Studio writes here where its folder was moved to.
            let pointer = try? String(contentsOfFile: "\(home)/.lmstudio-home-pointer", encoding: .utf8)
            let moved = pointer?.trimmingCharacters(in: .whitespacesAndNewlines)
            folders += [moved, "\(home)/.lmstudio", "\(home)/.cache/lm-studio"].compactMap { $0 }.map { "\($0)/bin" }
        }
        guard let found = folders.map({ "\($0)/lms" }).first(where: files.isExecutableFile(atPath:)) else {
            throw LMStudioServerError(
                .notInstalled,
                "there is no 'lms' in PATH or ~/.lmstudio/bin: install LM Studio from https://lmstudio.ai and open it once, or give the path of lms"
            )
        }
        return found
    }

    /// Whether the server runs.
    public func status() async throws(LMStudioServerError) -> Status {
        try await read(Status.self, ["server", "status", "--json"])
    }

    /// Starts the server, if it does not run yet, and gives a backend for it. LM Studio is started too where needed.
    /// - Parameter port: the port to listen on; the last one, or 1234, when `nil`.
    @discardableResult
    public func start(port: Int? = nil) async throws(LMStudioServerError) -> LMStudio {
        try await run(["server", "start"] + (port.map { ["--port", String($0)] } ?? []))
        let status = try await status()
        guard status.running, let port = status.port else {
            throw LMStudioServerError(
                .notRunning,
                "lms has started the server, but it does not answer: try another port, or look at it in LM Studio"
            )
        }
        return LMStudio(base: "http://localhost:\(port)/v1")
    }

    /// Stops the server.
    public func stop() async throws(LMStudioServerError) { try await run(["server", "stop"]) }

    /// The models on disk.
    public func downloaded() async throws(LMStudioServerError) -> [Model] {
        try await read([Model].self, ["ls", "--json"])
    }

    /// The models in memory.
    public func loaded() async throws(LMStudioServerError) -> [Model] {
        try await read([Model].self, ["ps", "--json"])
    }

    /// Loads a model into memory; returns when it can answer.
    /// - Parameters:
    ///   - model: its key.
    ///   - identifier: what requests are to call it; its key when `nil`.
    ///   - contextLength: the most tokens of prompt and answer together; the model's default when `nil`.
    ///   - idle: how long it may rest before it is unloaded; for ever when `nil`.
    public func load(
        _ model: String, as identifier: String? = nil, contextLength: Int? = nil, idle: Duration? = nil
    ) async throws(LMStudioServerError) {
        var arguments = ["load", model, "--yes"]
        if let identifier { arguments += ["--identifier", identifier] }
        if let contextLength { arguments += ["--context-length", String(contextLength)] }
        if let idle { arguments += ["--ttl", String(idle.components.seconds)] }
        try await run(arguments)
    }

    /// Unloads a model.
    /// - Parameter identifier: the name it was loaded under.
    public func unload(_ identifier: String) async throws(LMStudioServerError) {
        try await run(["unload", identifier])
    }

    /// Unloads all models.
    public func unloadAll() async throws(LMStudioServerError) { try await run(["unload", "--all"]) }

    /// Downloads a model, as far as it is not there yet. It ends when the sequence does, or when nobody holds it any more.
    /// - Parameter model: its key, or `owner/name` of a repository, `@` and a quantization after it where there are several.
    public func download(_ model: String) throws(LMStudioServerError) -> Download {
        Download(child: try launch(["get", model, "--yes"]), model: model)
    }

    @discardableResult
    private func run(_ arguments: [String]) async throws(LMStudioServerError) -> ProcessResult {
        let command = try command(arguments)
        let result: ProcessResult
        do throws(ProcessError) {
            result = try await launcher.run(command)
        } catch {
            throw LMStudioServerError(error)
        }
        try LMStudioServerError.check(result.exit, arguments, "\(result.errorTail)\n\(result.text)")
        return result
    }

    private func launch(_ arguments: [String]) throws(LMStudioServerError) -> any ChildProcess {
        let command = try command(arguments)
        do throws(ProcessError) {
            return try launcher.launch(command)
        } catch {
            throw LMStudioServerError(error)
        }
    }

    private func command(_ arguments: [String]) throws(LMStudioServerError) -> ProcessCommand {
        var command = ProcessCommand(try find(), arguments, environment: environment)
        // What `lms` starts is LM Studio itself: it lives on.
        command.endsGroup = false
        return command
    }

    /// What `lms` says as JSON: the first line that begins like some, since it may talk before.
    private func read<Value: Decodable>(
        _ type: Value.Type, _ arguments: [String]
    ) async throws(LMStudioServerError) -> Value {
        let text = try await run(arguments).text
        let lines = text.split(whereSeparator: \.isNewline)
        if let start = lines.firstIndex(where: { $0.hasPrefix("{") || $0.hasPrefix("[") }),
            let value = try? JSONDecoder().decode(type, from: Data(lines[start...].joined(separator: "\n").utf8))
        {
            return value
        }
        throw LMStudioServerError(
            .unreadable, "'lms \(arguments.joined(separator: " "))' said what cannot be read: \(text.prefix(200))")
    }
}
