/// One question to a model: the conversation so far, the tools it may call and how it should answer.
///
/// A request names no provider. Every backend renders it on its own wire, and says in a ``Loss`` what that wire
/// could not hold.
///
/// ```swift
/// var request = ChatRequest(model: "llama-3.3-70b-versatile", messages: [.user("Why is the sky blue?")])
/// request.temperature = 0.2
/// ```
public struct ChatRequest: Sendable, Hashable {
    /// The model's id as the provider spells it.
    public var model: String
    /// The conversation, oldest first.
    public var messages: [Message]
    /// The functions the model may call.
    public var tools: [ToolDefinition] = []
    /// Whether it may, must or must not call them; the provider's default when `nil`.
    public var toolChoice: ToolChoice?
    /// Whether several calls may come in one turn.
    public var parallelToolCalls: Bool?
    /// Tools the provider runs itself, such as web search.
    public var serverTools: [ServerTool] = []
    /// Randomness; most providers take 0 to 2.
    public var temperature: Double?
    /// Nucleus sampling, 0 to 1.
    public var topP: Double?
    /// How many candidates are sampled from.
    public var topK: Int?
    /// Asks for repeatable sampling, where the provider offers it.
    public var seed: Int?
    /// Texts that end the answer.
    public var stop: [String] = []
    /// The most tokens the answer may have, reasoning included.
    public var maxOutputTokens: Int?
    /// Pushes away from words already used, −2 to 2.
    public var presencePenalty: Double?
    /// Pushes away from words by how often they were used, −2 to 2.
    public var frequencyPenalty: Double?
    /// Raises or lowers single tokens, −100 to 100 by token id.
    public var logitBias: [String: Int]?
    /// Whether log probabilities of the chosen tokens are wanted.
    public var logprobs: Bool?
    /// How many alternatives to report per token, 0 to 20.
    public var topLogprobs: Int?
    /// How many answers to make; events carry the first.
    public var choices: Int?
    /// How much the model should think first.
    public var reasoning: ReasoningOptions?
    /// The form of the answer.
    public var responseFormat: ResponseFormat?
    /// Where a prompt cache may cut.
    public var cache: [CacheMark] = []
    /// Groups requests that share a cached prefix.
    public var cacheKey: String?
    /// A stable, anonymous id of the end user.
    public var user: String?
    /// Labels kept by the provider.
    public var metadata: [String: String]?
    /// Whether the provider may keep the exchange.
    public var store: Bool?
    /// The provider's processing tier, by its own name.
    public var serviceTier: String?
    /// Settings of the address and the headers for this request alone, by the provider's names for them: `version`,
    /// `betas`. The connection's count otherwise.
    public var options: [String: String] = [:]
    /// JSON merged into the body, by wire or provider id: whatever has no name here can still be sent.
    public var extra: Extra = [:]

    /// Makes a request.
    public init(model: String, messages: [Message]) {
        self.model = model
        self.messages = messages
    }

    /// Makes a request of one user message.
    public init(model: String, _ prompt: String) {
        self.init(model: model, messages: [.user(prompt)])
    }
}

/// JSON members by the id of the wire or provider they belong to; others ignore them.
public typealias Extra = [String: JSONObject]

/// A mark at a part or a tool: the prompt may be cached up to there.
public struct CachePoint: Sendable, Hashable, Codable {
    /// How long to keep it, as the provider writes it: `5m`, `1h`; the provider's default when `nil`.
    public var ttl: String?

    /// Makes a mark.
    public init(ttl: String? = nil) { self.ttl = ttl }
}

/// A message after which the prompt may be cached: short for a ``CachePoint`` at its last part.
public struct CacheMark: Sendable, Hashable, Codable {
    /// The index of the message after which the cache is cut.
    public var after: Int
    /// How long to keep it, as the provider writes it: `5m`, `1h`.
    public var ttl: String?

    /// Makes a mark.
    public init(after: Int, ttl: String? = nil) {
        self.after = after
        self.ttl = ttl
    }
}

/// How much a model should think before it answers.
public struct ReasoningOptions: Sendable, Hashable, Codable {
    /// The level, where a provider takes levels.
    public var effort: ReasoningEffort?
    /// The most tokens to think with, where a provider takes a budget.
    public var budgetTokens: Int?
    /// Whether and how thoughts are summarised, in the provider's word: `auto`, `concise`, `detailed`, `none`.
    public var summary: String?
    /// Whether the model thinks between calls of tools alone, where a provider offers that.
    public var betweenTools: Bool?

    /// Makes options.
    public init(effort: ReasoningEffort? = nil, budgetTokens: Int? = nil, summary: String? = nil) {
        self.effort = effort
        self.budgetTokens = budgetTokens
        self.summary = summary
    }
}

/// A level of thinking, from `none` to `max`; a vendor's own word is kept as it is.
public struct ReasoningEffort: Sendable, Hashable, Codable, RawRepresentable, ExpressibleByStringLiteral {
    /// The word.
    public var rawValue: String

    /// Makes a level from a word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a level from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The known levels, weakest first.
    public static let scale: [ReasoningEffort] = ["none", "minimal", "low", "medium", "high", "xhigh", "max"]
    /// No thinking.
    public static let none: ReasoningEffort = "none"
    /// Little thinking.
    public static let low: ReasoningEffort = "low"
    /// Some thinking.
    public static let medium: ReasoningEffort = "medium"
    /// Much thinking.
    public static let high: ReasoningEffort = "high"

    /// The level among `allowed` that is nearest on the scale, weaker ones first; `nil` for a word off the scale. No
    /// thinking is never near to some.
    public func nearest(in allowed: [ReasoningEffort]) -> ReasoningEffort? {
        guard let rank = Self.scale.firstIndex(of: self) else { return nil }
        let ranked = allowed.filter { $0 != .none || self == .none }.compactMap { level in
            Self.scale.firstIndex(of: level).map { (level: level, distance: abs($0 - rank) * 2 + ($0 > rank ? 1 : 0)) }
        }
        return ranked.min { $0.distance < $1.distance }?.level
    }
}

/// The form an answer must have.
public enum ResponseFormat: Sendable, Hashable {
    /// Plain text.
    case text
    /// Any JSON object.
    case json
    /// JSON that fits a schema.
    case jsonSchema(JSONSchemaFormat)
}

/// A schema for an answer.
public struct JSONSchemaFormat: Sendable, Hashable {
    /// The schema's name, letters, digits, `_` and `-`.
    public var name: String
    /// What the answer is for.
    public var description: String?
    /// The JSON Schema.
    public var schema: JSON
    /// Whether the provider must hold the answer to the schema.
    public var strict: Bool?

    /// Makes a format.
    public init(name: String = "answer", description: String? = nil, schema: JSON, strict: Bool? = nil) {
        self.name = name
        self.description = description
        self.schema = schema
        self.strict = strict
    }
}

/// A function the model may call.
public struct ToolDefinition: Sendable, Hashable {
    /// Its name, letters, digits, `_` and `-`.
    public var name: String
    /// What it does and when to call it.
    public var description: String?
    /// The JSON Schema of its arguments, an object.
    public var schema: JSON
    /// Whether the provider must hold calls to the schema.
    public var strict: Bool?
    /// The text that calls bear in place of arguments; `nil` where they bear arguments, as calls of most tools do.
    public var textInput: TextInput?
    /// Whether the prompt may be cached up to here.
    public var cache: CachePoint?
    /// JSON merged into the tool, by wire or provider id.
    public var extra: Extra = [:]

    /// Whether the provider must hold calls to the schema.
    public var isStrict: Bool { strict == true }

    /// Makes a definition.
    public init(name: String, description: String? = nil, schema: JSON, strict: Bool? = nil) {
        self.name = name
        self.description = description
        self.schema = schema
        self.strict = strict
    }

    /// Makes a definition of a tool that takes text: code, a query, a patch.
    ///
    /// Where a provider has no such tools, it is one with the text as its only argument, and that is reported.
    public init(name: String, description: String? = nil, textInput: TextInput) {
        self.init(name: name, description: description, schema: TextInput.schema)
        self.textInput = textInput
    }
}

/// The text that calls of a tool bear in place of arguments.
public struct TextInput: Sendable, Hashable, Codable {
    /// The grammar that the text follows; `nil` for any text.
    public var grammar: Grammar?

    /// A grammar, in a language that the provider knows.
    public struct Grammar: Sendable, Hashable, Codable {
        /// The language: `lark` or `regex`.
        public var syntax: String
        /// What is written in it.
        public var definition: String

        /// Makes a grammar.
        public init(syntax: String = "", definition: String = "") {
            self.syntax = syntax
            self.definition = definition
        }
    }

    /// Makes an input of text.
    public init(grammar: Grammar? = nil) { self.grammar = grammar }

    /// What stands for the text where a tool must have arguments.
    static let schema: JSON = [
        "type": "object", "properties": ["input": ["type": "string"]], "required": ["input"],
    ]

    /// The arguments that stand for a text.
    static func arguments(_ text: String) -> JSON { ["input": .string(text)] }
}

/// Whether the model may, must or must not call tools.
public enum ToolChoice: Sendable, Hashable {
    /// The model decides.
    case auto
    /// No calls.
    case none
    /// At least one call.
    case required
    /// A call of this tool.
    case tool(NamedTool)
    /// These tools alone.
    case tools(ToolSubset)

    /// A call of the tool with this name.
    public static func tool(named name: String) -> ToolChoice { .tool(NamedTool(name: name)) }
}

/// The tools that may be called, of all that are offered.
public struct ToolSubset: Sendable, Hashable {
    /// The tools' names.
    public var names: [String]
    /// Whether one of them must be called.
    public var isRequired: Bool
    /// Which of them take text in place of arguments, while a request is written that says so of its tools.
    var textNames: Set<String> = []

    /// Makes a choice of tools.
    public init(names: [String] = [], isRequired: Bool = false) {
        self.names = names
        self.isRequired = isRequired
    }
}

/// The one tool that must be called.
public struct NamedTool: Sendable, Hashable {
    /// The tool's name.
    public var name: String
    /// Whether it takes text in place of arguments, while a request is written that says so of its tools.
    var isText = false

    /// Makes a reference to a tool.
    public init(name: String) { self.name = name }
}
