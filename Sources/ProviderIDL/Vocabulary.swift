/// The canonical model as the IDL sees it: which kinds of value there are, and which holes each has.
///
/// A hole is a property of the kind's Swift type; the checker and the generator both look here and nowhere else.
public struct Vocabulary: Sendable {
    /// A kind of canonical value.
    public struct Kind: Sendable, Hashable {
        /// How its cases are told apart in Swift.
        public enum Form: String, Sendable, Hashable {
            /// A struct: holes only.
            case record
            /// A struct whose role tells its cases apart.
            case roles
            /// An enum; cases may carry a record.
            case choice
            /// A word, written through a table.
            case word
            /// A struct whose name tells its cases apart, those beyond the listed ones too; written through a table.
            case named
        }

        /// The name in the IDL.
        public var name: String
        /// The Swift type.
        public var type: String
        /// How cases are told apart.
        public var form: Form
        /// The Swift expression of an empty value.
        public var empty: String
        /// Whether values carry JSON of the vendor's own, written and kept by `...`.
        public var isOpen = false
        /// Whether providers add keys of their own so often that its objects have a place for them.
        public var isExtensible = false
        /// Whether it is what a stream brings: any of its cases, content in `pieces`.
        public var isEvent = false
        /// Whether its holes are counts, which may stand outside of one another.
        public var isCounts = false
        /// Whether values of an unknown case are kept byte for byte.
        public var isOpaque = false
        /// The Swift type of its property `reason`, where the vendor's word is kept beside it.
        public var reasonType: String?
        /// Cases of the Swift type that never stand here.
        public var silent: [String] = []
        /// The holes.
        public var holes: [Hole] = []
        /// The cases, each with the kind of what it carries.
        public var cases: [Case] = []

        /// What losses call it: the hole of the request it is a view of, or its own name.
        public var holeName: String {
            switch name {
            case "mode", "rule", "must": "toolChoice"
            case "display": "reasoning.summary"
            case "level": "reasoning.effort"
            default: name
            }
        }

        /// The hole of that name.
        public func hole(_ name: String) -> Hole? { holes.first { $0.name == name } }
        /// The case of that name.
        public func `case`(_ name: String) -> Case? { cases.first { $0.name == name } }
    }

    /// A case of a kind.
    public struct Case: Sendable, Hashable {
        /// The name in the IDL and in Swift.
        public var name: String
        /// The kind of what it carries; `nil` when it carries nothing.
        public var payload: String?
        /// Whether it goes back only to the wire it came from.
        public var isOwn = false
    }

    /// A value of the canonical model that can stand in a shape.
    public struct Hole: Sendable, Hashable {
        /// The name in the IDL.
        public var name: String
        /// What it holds.
        public var type: ValueType
        /// Whether it may have no value.
        public var isOptional: Bool
        /// Whether leaving it unwritten loses meaning.
        public var isReported: Bool { reportedAs != nil }
        /// The name under which that is reported.
        public var reportedAs: String?
        /// The property that has a value only when this hole says all there is.
        public var sole: String?
        /// The kind of part this hole is a view of.
        public var part: String?
        /// Whether it holds content.
        public var isContent = false
        /// Whether reading adds to what is there.
        public var appends = false
        /// Whether what was read lasts when there is nothing under another of its keys.
        public var lasts = false
        /// The property that says whether it is still wanted.
        public var readWhen: String?
        /// The method that takes what was read, where setting the property is not enough.
        public var setter: String?
        /// Whether its values are kept as they are spelled, and written so.
        public var isVerbatim: Bool
        /// The method to call when all is read.
        public var finisher: String?
        /// The renderer's function that prepares a value for it.
        public var preparer: String?
        /// The property that has a value when this one has, and is cheaper to ask.
        public var test: String?
        /// The renderer's property that it is written from; reading skips it.
        public var rendered: String?
        /// The holes of which this one says as much.
        public var says: [String] = []

        /// The Swift property.
        public var property: String
    }

    /// What a hole holds.
    public enum ValueType: Sendable, Hashable {
        case text
        case integer
        case number
        case bool
        case json
        case scalar
        case effort
        case texts
        case textMap
        case integerMap
        /// Numbers of a vector, or of several.
        case numbers
        /// A value of a kind.
        case kind(String)
        /// Values of a kind.
        case list(String)
        /// Values of a kind, each under a name of its own.
        case map(String)
    }

    /// The kinds by name.
    public let kinds: [String: Kind]

    /// The kind of that name.
    public func kind(_ name: String) -> Kind? { kinds[name] }

    /// The Swift condition for whether a request asks for something that can be forbidden: a server tool or a hole.
    public func combined(_ name: String) -> String? {
        if kind("serverTool")?.case(name) != nil { return "request.asks(for: \"\(name)\")" }
        guard let hole = kind("request")?.hole(name), hole.isReported else { return nil }
        return hole.isOptional ? "request.\(hole.property) != nil" : "!request.\(hole.property).isEmpty"
    }

    /// The capabilities that a provider or a model may declare.
    public static let capabilities: [String] = [
        "streaming", "tools", "parallelTools", "strictTools", "toolChoice", "toolSubsets", "forcedTool", "vision",
        "audio", "files",
        "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "reasoningBudget", "sampling",
        "mixedTools", "signedCalls", "sealedThoughts",
        // Ways of a wire in which its providers differ.
        "maxCompletionTokens", "randomSeed", "reasoningContent", "reasoningField", "reasoningObject", "thinkingFlag",
        "thinkingSwitch", "reasoningSwitch", "thoughtsWithCalls", "refusals", "cacheMarks", "streamOptions",
        "topK", "penalties", "logprobs", "seed", "stop", "multipleChoices", "developerRole", "systemRole",
        "audioOutput",
        "webSearch", "codeExecution", "fileSearch", "computerUse", "imageGeneration", "urlContext", "mcp", "caching",
        "batch", "prefill", "embeddings", "adaptiveThinking", "alwaysThinking",
        "imageOutput", "video", "fileStore", "tokenCount",
    ]

    /// The canonical classes of error.
    public static let errorClasses: [String] = [
        "invalidRequest", "authentication", "permission", "quota", "notFound", "timeout", "conflict", "requestTooLarge",
        "contextLength", "contentFilter", "rateLimited", "overloaded", "server", "unavailable",
    ]

    /// The types of media by kind, as short words.
    public static let mediaTypes: [String: [String]] = [
        "image": ["png", "jpeg", "gif", "webp", "heic", "heif", "avif", "bmp", "tiff"],
        "audio": ["wav", "mp3", "m4a", "mp4", "aac", "ogg", "flac", "aiff", "webm", "opus"],
        "file": ["pdf", "txt", "md", "csv", "html", "json", "docx", "xlsx", "pptx"],
    ]

    /// What an endpoint besides chat may be for.
    public struct Purpose: Sendable, Hashable {
        /// The word.
        public var name: String
        /// The method it is asked for with.
        public var method: String
        /// The kind of its request; `nil` when a path says it all.
        public var takes: String?
        /// The kind of its answer; `nil` when none is read.
        public var gives: String?

        /// The name of the shape of its request.
        public var request: String { name + "Request" }
    }

    /// The purposes of endpoints.
    public static let purposes = [
        Purpose(name: "models", method: "get", takes: "modelQuery", gives: "modelPage"),
        Purpose(name: "count", method: "post", takes: "countRequest", gives: "tokens"),
        Purpose(name: "embed", method: "post", takes: "embeddingRequest", gives: "embeddingReply"),
        Purpose(name: "upload", method: "post", takes: "upload", gives: "file"),
        Purpose(name: "file", method: "get", takes: nil, gives: "file"),
        Purpose(name: "remove", method: "delete", takes: nil, gives: nil),
        Purpose(name: "pull", method: "post", takes: "pullRequest", gives: "pullStep"),
    ]

    /// The stations of the road where a quirk may stand.
    public static let stations = ["request", "event", "control"]
}
