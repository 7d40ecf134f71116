/// A function that a model may call.
///
/// ```swift
/// struct WeatherTool: Tool {
///     struct Arguments: Decodable, Sendable { var city: String }
///     let name = "weather"
///     let description = "The weather in a city"
///     func call(arguments: Arguments) async throws -> String { "Sunny in \(arguments.city)" }
/// }
/// ```
///
/// ``FunctionTool`` makes one of a closure. A tool whose schema is known only when the program runs takes ``JSON`` as its
/// arguments and gives ``parameters`` itself.
///
/// What a call throws is told to the model, which may mend it: ``ToolError`` says so in words of its own.
public protocol Tool: Sendable {
    /// What it is called with. The JSON Schema follows from the type, see ``JSON/schema(of:)``.
    associatedtype Arguments: Decodable & Sendable
    /// What it gives: text, media, parts, or a ``ToolContent``.
    associatedtype Output: ToolOutput

    /// The name that the model calls it by. Names that a vendor does not take are spelled as it does on the way there
    /// and back; the program sees this one alone.
    var name: String { get }
    /// What it does and when to call it, for the model.
    var description: String { get }
    /// The JSON Schema of its arguments, an object. Follows from ``Arguments`` where it is not given.
    var parameters: JSON { get throws(SchemaError) }
    /// What it is told to the model as. Follows from name, description and parameters where it is not given.
    var definition: ToolDefinition { get throws(SchemaError) }
    /// The name without what sets it apart from others, `read` for `mcp__files__read`: lists of tools take either. The
    /// ``name`` where it is not given.
    var plainName: String { get }
    /// What a program may know of it before it is called.
    var annotations: ToolAnnotations { get }
    /// How long a call may take; as long as the run allows when `nil`.
    var timeout: Duration? { get }

    /// Does it.
    func call(arguments: Arguments) async throws -> Output
}

extension Tool {
    /// The schema of the argument type.
    public var parameters: JSON { get throws(SchemaError) { try .parameters(of: Arguments.self) } }

    /// Name, description and parameters.
    public var definition: ToolDefinition {
        get throws(SchemaError) {
            ToolDefinition(
                name: name, description: description.isEmpty ? nil : description, schema: try parameters)
        }
    }

    /// The name.
    public var plainName: String { name }
    /// Nothing is known.
    public var annotations: ToolAnnotations { ToolAnnotations() }
    /// As long as the run allows.
    public var timeout: Duration? { nil }

    /// Calls it with JSON: what a run does once the arguments fit ``parameters``.
    public func call(json: JSON) async throws -> ToolContent { try await bound(to: json)() }

    /// The call with its arguments read; what is wrong with them is thrown here, before anything is done.
    func bound(to json: JSON) throws -> @Sendable () async throws -> ToolContent {
        let arguments = try json.decode(Arguments.self)
        return { try await call(arguments: arguments).content }
    }
}

/// What a program may know of a tool before it is called; the names are those of the Model Context Protocol. A tool's own
/// word, to be trusted as far as the tool is.
public struct ToolAnnotations: Sendable, Hashable, Codable {
    /// Its name for people.
    public var title: String?
    /// Whether it changes nothing.
    public var isReadOnly: Bool?
    /// Whether it may destroy what is there; counts where it is not read-only.
    public var isDestructive: Bool?
    /// Whether calling it twice does no more than calling it once.
    public var isIdempotent: Bool?
    /// Whether it reaches beyond this machine and what the program knows.
    public var isOpenWorld: Bool?

    /// Makes annotations.
    public init(
        title: String? = nil, isReadOnly: Bool? = nil, isDestructive: Bool? = nil, isIdempotent: Bool? = nil,
        isOpenWorld: Bool? = nil
    ) {
        self.title = title
        self.isReadOnly = isReadOnly
        self.isDestructive = isDestructive
        self.isIdempotent = isIdempotent
        self.isOpenWorld = isOpenWorld
    }
}

/// The arguments of a tool that takes none.
public struct NoArguments: SchemaProviding, Sendable, Hashable {
    /// An object without members.
    public static let schema: JSON = ["type": "object", "properties": [:], "additionalProperties": false]
    /// An empty object.
    public static let example: JSON = [:]
    /// Makes them.
    public init() {}
}

/// Why a tool failed, in words for the model.
public struct ToolError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The words.
    public var message: String
    /// Makes an error.
    public init(_ message: String) { self.message = message }
    /// The words.
    public var description: String { message }
}

extension JSON {
    /// The schema of a type of arguments: vendors take objects alone.
    static func parameters<Arguments: Decodable>(of type: Arguments.Type) throws(SchemaError) -> JSON {
        let schema = try JSON.schema(of: type)
        if schema["type"] == "object" { return schema }
        guard schema == [:] else {
            throw SchemaError(
                path: "", message: "arguments are an object, and \(type) is none: make it a member of a type")
        }
        return ["type": "object", "properties": [:]]
    }
}
