/// A tool made of a closure.
///
/// ```swift
/// struct City: Decodable { var name: String }
/// let weather = FunctionTool("weather", "The weather in a city") { (city: City) in
///     try await forecast(for: city.name)
/// }
/// ```
///
/// The closure gives text, ``Media``, parts, or any `Encodable` value. Descriptions and ranges of arguments come from
/// ``SchemaDescribing``; with `parameters` a schema is given instead, and the arguments may be ``JSON``.
public struct FunctionTool<Arguments: Decodable & Sendable, Output: ToolOutput>: Tool {
    /// The name that the model calls it by.
    public var name: String
    /// What it does and when to call it.
    public var description: String
    /// The name without what sets it apart from others.
    public var plainName: String
    /// What a program may know of it.
    public var annotations: ToolAnnotations
    /// How long a call may take; as long as the run allows when `nil`.
    public var timeout: Duration?
    /// Whether the provider must hold calls to the schema.
    public var strict: Bool?
    private let schema: JSON?
    private let function: @Sendable (Arguments) async throws -> Output

    private init(
        name: String, description: String, parameters: JSON?, annotations: ToolAnnotations,
        function: @escaping @Sendable (Arguments) async throws -> Output
    ) {
        self.name = name
        self.description = description
        self.annotations = annotations
        self.function = function
        plainName = name
        schema = parameters
    }

    /// Makes a tool.
    /// - Parameters:
    ///   - name: letters, digits, `_` and `-`, at most 64: all vendors take that.
    ///   - description: what it does and when to call it.
    ///   - parameters: the JSON Schema of its arguments; follows from their type when `nil`.
    ///   - annotations: what a program may know of it.
    ///   - function: what it does.
    public init(
        _ name: String, _ description: String = "", parameters: JSON? = nil,
        annotations: ToolAnnotations = ToolAnnotations(),
        function: @escaping @Sendable (Arguments) async throws -> Output
    ) {
        self.init(
            name: name, description: description, parameters: parameters, annotations: annotations, function: function)
    }

    /// Makes a tool that gives a value: the model reads its JSON.
    @_disfavoredOverload
    public init<Value: Encodable & Sendable>(
        _ name: String, _ description: String = "", parameters: JSON? = nil,
        annotations: ToolAnnotations = ToolAnnotations(),
        function: @escaping @Sendable (Arguments) async throws -> Value
    ) where Output == ToolContent {
        self.init(name: name, description: description, parameters: parameters, annotations: annotations) {
            try ToolContent(try await function($0))
        }
    }

    /// The schema that was given, or that of the argument type.
    public var parameters: JSON {
        get throws(SchemaError) { if let schema { schema } else { try .parameters(of: Arguments.self) } }
    }

    /// Name, description, parameters and whether calls are held to them.
    public var definition: ToolDefinition {
        get throws(SchemaError) {
            ToolDefinition(
                name: name, description: description.isEmpty ? nil : description, schema: try parameters, strict: strict
            )
        }
    }

    /// Does it.
    public func call(arguments: Arguments) async throws -> Output { try await function(arguments) }
}

extension FunctionTool where Arguments == NoArguments {
    /// Makes a tool that takes no arguments.
    public init(
        _ name: String, _ description: String = "", annotations: ToolAnnotations = ToolAnnotations(),
        function: @escaping @Sendable () async throws -> Output
    ) {
        self.init(name: name, description: description, parameters: nil, annotations: annotations) { _ in
            try await function()
        }
    }

    /// Makes a tool that takes no arguments and gives a value: the model reads its JSON.
    @_disfavoredOverload
    public init<Value: Encodable & Sendable>(
        _ name: String, _ description: String = "", annotations: ToolAnnotations = ToolAnnotations(),
        function: @escaping @Sendable () async throws -> Value
    ) where Output == ToolContent {
        self.init(name: name, description: description, parameters: nil, annotations: annotations) { _ in
            try ToolContent(try await function())
        }
    }
}
