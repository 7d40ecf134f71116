public import Foundation
import MassGenCore

/// The servers that a program uses, as desktop clients write them down.
///
/// ```json
/// {"mcpServers": {
///     "files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "${HOME}/notes"]},
///     "tickets": {"url": "https://tickets.example/mcp", "headers": {"Authorization": "Bearer ${TICKETS_TOKEN}"}}
/// }}
/// ```
///
/// `${NAME}` stands for a variable of the environment, `${NAME:-text}` for one that may be missing. The servers may also
/// be a list of objects with a `name`. Members are described in <doc:Servers>.
public struct MCPConfiguration: Sendable, Hashable {
    /// The servers, in their order.
    public var servers: [MCPServerConfiguration]
    /// What was read and does nothing, for people.
    public var warnings: [Problem] = []

    /// Makes a configuration.
    public init(_ servers: [MCPServerConfiguration] = []) {
        self.servers = servers
    }

    /// Reads a file.
    /// - Parameter environment: where variables are looked up.
    public init(
        path: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(MCPConfigurationError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MCPConfigurationError(file: path, [Problem("there is no such file, or it cannot be read")])
        }
        try self.init(parsing: [UInt8](data), file: path, environment: environment)
    }

    /// Reads a document.
    /// - Parameters:
    ///   - file: how the document is called in errors.
    ///   - environment: where variables are looked up.
    public init(
        parsing text: String, file: String = "", environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(MCPConfigurationError) {
        try self.init(parsing: Array(text.utf8), file: file, environment: environment)
    }

    init(parsing bytes: [UInt8], file: String, environment: [String: String]) throws(MCPConfigurationError) {
        let places: JSONPlaces
        let document: JSON
        do throws(JSONError) {
            document = try JSON(parsing: bytes, limits: JSONLimits(depth: 32, documentBytes: 4 << 20))
            places = try JSONPlaces(bytes)
        } catch {
            let (line, column) = JSONPlaces.position(of: error.offset, in: bytes)
            throw MCPConfigurationError(file: file, [Problem(error.message, line: line, column: column)])
        }
        var reader = ConfigurationReader(places: places, environment: environment)
        let servers = reader.servers(of: document)
        guard reader.problems.isEmpty else {
            throw MCPConfigurationError(
                file: file,
                reader.problems.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
        }
        self.servers = servers
        warnings = reader.warnings
    }
}

extension MCPConfiguration {
    /// One thing that is wrong in a document. Never quotes values: they may be keys.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// Where, as a path: `mcpServers.files.args[1]`; empty for the document.
        public var path: String
        /// What is wrong, and what to write instead.
        public var message: String
        /// The line, counted from 1, where it is known.
        public var line: Int?
        /// The column in that line, counted in bytes from 1.
        public var column: Int?

        init(_ message: String, path: String = "", line: Int? = nil, column: Int? = nil) {
            self.path = path
            self.message = message
            self.line = line
            self.column = column
        }

        /// Path and message.
        public var description: String { path.isEmpty ? message : "\(path): \(message)" }
    }
}

/// Everything that is wrong in a configuration, at once.
public struct MCPConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// How the document is called.
    public var file: String
    /// What is wrong, in the document's order.
    public var problems: [MCPConfiguration.Problem]

    /// Makes an error.
    init(file: String, _ problems: [MCPConfiguration.Problem]) {
        self.file = file
        self.problems = problems
    }

    /// A line per problem: `mcp.json:4:17: error: mcpServers.files.command: …`.
    public var description: String {
        problems.map { problem in
            let place = [file.isEmpty ? nil : file, problem.line.map(String.init), problem.column.map(String.init)]
            let prefix = place.compactMap { $0 }.joined(separator: ":")
            return "\(prefix.isEmpty ? "" : "\(prefix): ")error: \(problem.description)"
        }.joined(separator: "\n")
    }
}
