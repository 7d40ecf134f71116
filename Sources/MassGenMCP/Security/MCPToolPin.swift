import MassGenCore

/// What a tool was when somebody approved of it.
public struct MCPToolPin: Sendable, Hashable, Codable {
    /// The tool.
    public var tool: MCPToolID
    /// A digest of everything that a model, or a program, is told of it.
    public var digest: String
    /// What it was, so that a change can be shown.
    public var definition: MCPToolDefinition
    /// A digest of the server's program and arguments, or of its address; any are as good when `nil`.
    public var origin: String?

    /// Pins a tool as it is.
    public init(_ definition: MCPToolDefinition, of server: String, at origin: String? = nil) {
        tool = MCPToolID(server: server, tool: definition.name)
        digest = definition.digest
        self.definition = definition
        self.origin = origin
    }
}

extension MCPServerConfiguration {
    /// A digest of what is started or reached, without keys in variables and headers: these change without the server.
    public var origin: String {
        switch connection {
        case .program(let program):
            let words = [program.command] + program.arguments
            return SHA256.hex(JSON.array((words + [program.directory ?? ""]).map(JSON.string)).text)
        case .endpoint(let endpoint): return SHA256.hex(endpoint.url)
        }
    }
}

extension MCPToolDefinition {
    /// A digest of name, title, description, schemas and annotations. The order of an object's members does not count.
    public var digest: String {
        let all = (try? JSON(encoding: self)) ?? .null
        return SHA256.hex(all.sorted.text)
    }
}

extension JSON {
    /// The value with the members of its objects in the order of their keys.
    fileprivate var sorted: JSON {
        switch self {
        case .object(let members):
            .object(JSONObject(members.map { (key: $0.key, value: $0.value.sorted) }.sorted { $0.key < $1.key }))
        case .array(let elements): .array(elements.map(\.sorted))
        default: self
        }
    }
}

/// A tool to approve of.
public struct MCPToolReview: Sendable, Hashable {
    /// The tool.
    public var tool: MCPToolID
    /// What it is now.
    public var definition: MCPToolDefinition
    /// What was approved; `nil` for a tool that is new.
    public var approved: MCPToolDefinition?
    /// Whether the server of that name was another program or address when it was approved.
    public var isMoved = false
}

/// How changes of tools are noticed. A server that was harmless when it was added may tell models something else later, and
/// another server may take its name.
///
/// ```swift
/// let pinning = MCPPinning(store: MCPFilePins(path: "pins.json")) { review in
///     await person.approves(review.definition, insteadOf: review.approved)
/// }
/// ```
public struct MCPPinning: Sendable {
    /// Where pins are kept.
    public var store: any MCPPinStore
    /// Whether tools that were never seen are taken as they are. If not, each is asked about.
    public var trustsNewTools: Bool
    /// Asks whether a tool that is new or not what it was may be offered. What it says no to is not offered.
    public var approve: @Sendable (MCPToolReview) async -> Bool

    /// Makes a way of noticing.
    public init(
        store: any MCPPinStore, trustsNewTools: Bool = true,
        approve: @escaping @Sendable (MCPToolReview) async -> Bool = { _ in false }
    ) {
        self.store = store
        self.trustsNewTools = trustsNewTools
        self.approve = approve
    }

    /// The tools that may be offered, and those that may not. A store that cannot be read or written approves of nothing.
    func review(
        _ tools: [MCPToolDefinition], of server: String, at origin: String? = nil
    ) async -> (offered: [MCPToolDefinition], held: [MCPToolDefinition]) {
        var offered: [MCPToolDefinition] = []
        var held: [MCPToolDefinition] = []
        for tool in tools {
            if await isApproved(tool, of: server, at: origin) { offered.append(tool) } else { held.append(tool) }
        }
        return (offered, held)
    }

    private func isApproved(_ tool: MCPToolDefinition, of server: String, at origin: String?) async -> Bool {
        let id = MCPToolID(server: server, tool: tool.name)
        do {
            let pin = try await store.pin(of: id)
            let isMoved = pin?.origin.map { $0 != origin } ?? false
            if pin?.digest == tool.digest, !isMoved { return true }
            let isTrusted = pin == nil && trustsNewTools
            if !isTrusted {
                let review = MCPToolReview(tool: id, definition: tool, approved: pin?.definition, isMoved: isMoved)
                guard await approve(review) else { return false }
            }
            try await store.keep(MCPToolPin(tool, of: server, at: origin))
            return true
        } catch {
            return false
        }
    }
}

/// Where pins are kept.
public protocol MCPPinStore: Sendable {
    /// The pin of a tool.
    func pin(of tool: MCPToolID) async throws -> MCPToolPin?
    /// Keeps a pin in place of any other of that tool.
    func keep(_ pin: MCPToolPin) async throws
}

/// Pins that last as long as the program.
public actor MCPMemoryPins: MCPPinStore {
    private var pins: [MCPToolID: MCPToolPin]

    /// Makes a store.
    public init(_ pins: [MCPToolPin] = []) {
        self.pins = Dictionary(pins.map { ($0.tool, $0) }) { _, last in last }
    }

    /// The pin of a tool.
    public func pin(of tool: MCPToolID) -> MCPToolPin? { pins[tool] }

    /// Keeps a pin.
    public func keep(_ pin: MCPToolPin) { pins[pin.tool] = pin }
}

/// Pins in a file, as a JSON list.
public actor MCPFilePins: MCPPinStore {
    private let file: PrivateFile
    private var pins: [MCPToolID: MCPToolPin]?

    /// Makes a store. The file need not be there yet.
    public init(path: String) {
        file = PrivateFile(path)
    }

    /// The pin of a tool.
    public func pin(of tool: MCPToolID) throws -> MCPToolPin? { try all()[tool] }

    /// Keeps a pin.
    public func keep(_ pin: MCPToolPin) throws {
        var pins = try all()
        pins[pin.tool] = pin
        try file.write(pins.values.sorted { $0.tool < $1.tool })
        self.pins = pins
    }

    private func all() throws -> [MCPToolID: MCPToolPin] {
        if let pins { return pins }
        let list = try file.read([MCPToolPin].self) ?? []
        let read = Dictionary(list.map { ($0.tool, $0) }) { _, last in last }
        pins = read
        return read
    }
}
