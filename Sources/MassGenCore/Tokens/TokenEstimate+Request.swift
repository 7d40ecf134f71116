/// What a request has beyond its text: the tokens with which a provider marks who speaks.
///
/// The numbers are those published for chat models that read `o200k_base`; set others where you know them.
public struct TokenRules: Sendable, Hashable {
    /// Once per request, for the beginning of the answer.
    public var perRequest = 3
    /// For the role of each message and its ends.
    public var perMessage = 3
    /// For a message's name, besides the name itself.
    public var perName = 1
    /// For each tool, besides its name, description and schema.
    public var perTool = 8
    /// For each image: providers count by size, model and detail, so that there is no number until you give one.
    public var perImage: Int?

    /// Makes rules.
    public init() {}
}

extension TokenEstimate {
    /// About how many tokens of input a request is: its messages, its tools and the schema of its answer.
    ///
    /// Images, recordings, files and hidden thoughts are left out and named in ``missing``; what stands in `extra` is
    /// not looked at.
    /// - Parameters:
    ///   - request: the request.
    ///   - rules: what messages and tools have beyond their text.
    ///   - tokenizer: counts the text exactly; the whole stays an estimate, for the rules are one.
    public init(of request: ChatRequest, rules: TokenRules = TokenRules(), tokenizer: Tokenizer? = nil) {
        var sum = RequestSum(rules: rules, tokenizer: tokenizer)
        sum.add(request)
        self = sum.total
    }
}

private struct RequestSum {
    let rules: TokenRules
    let tokenizer: Tokenizer?
    private var rest = TokenEstimate(exactly: 0)
    private var text = 0

    init(rules: TokenRules, tokenizer: Tokenizer?) {
        self.rules = rules
        self.tokenizer = tokenizer
    }

    /// Text is rounded once: many short messages are not many errors.
    var total: TokenEstimate { tokenizer == nil ? rest + TokenEstimate(thousandths: text) : rest }

    mutating func add(_ request: ChatRequest) {
        add(tokens: rules.perRequest)
        for message in request.messages {
            add(tokens: rules.perMessage)
            if let name = message.name {
                add(tokens: rules.perName)
                add(name)
            }
            add(message.parts)
        }
        for tool in request.tools {
            add(tokens: rules.perTool)
            add(tool.name)
            add(tool.description)
            add(tool.schema.text)
        }
        if case .jsonSchema(let format) = request.responseFormat {
            add(format.name)
            add(format.description)
            add(format.schema.text)
        }
    }

    private mutating func add(_ parts: [Part]) {
        for part in parts { add(part) }
    }

    private mutating func add(_ part: Part) {
        switch part {
        case .text(let text): add(text.text)
        case .refusal(let refusal): add(refusal.text)
        case .reasoning(let reasoning):
            add(reasoning.text)
            if reasoning.encrypted != nil { rest.missing.insert(.reasoning) }
        case .toolCall(let call):
            add(call.name)
            add(call.argumentsText)
        case .toolResult(let result): add(result.parts)
        case .serverToolCall(let call):
            add(call.name)
            add(call.arguments.text)
        case .serverToolResult(let result): add(result.content.text)
        case .citation(let citation): add(citation.text)
        case .opaque(let opaque): add(opaque.json)
        case .image:
            if let tokens = rules.perImage { add(tokens: tokens) } else { rest.missing.insert(.image) }
        case .audio, .file: rest.missing.insert(part.kind)
        }
    }

    private mutating func add(_ text: String?) {
        guard let text else { return }
        if let tokenizer {
            add(tokens: tokenizer.count(text))
        } else {
            self.text += TokenEstimator.thousandths(of: text)
        }
    }

    private mutating func add(tokens: Int) { rest += TokenEstimate(exactly: tokens) }
}
