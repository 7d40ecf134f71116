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
            case "mode", "rule": "toolChoice"
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
        "streaming", "tools", "parallelTools", "strictTools", "toolChoice", "forcedTool", "vision", "audio", "files",
        "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "reasoningBudget", "sampling",
        "mixedTools", "signedCalls", "sealedThoughts",
        // Ways of a wire in which its providers differ.
        "maxCompletionTokens", "randomSeed", "reasoningContent", "reasoningField", "reasoningObject", "thinkingFlag",
        "thinkingSwitch", "refusals",
        "streamOptions",
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
    ]

    /// The stations of the road where a quirk may stand.
    public static let stations = ["request", "event", "control"]
}

extension Vocabulary {
    /// The vocabulary of MassGenCore.
    public static let standard = Vocabulary(
        """
        record request ChatRequest open extensible = ChatRequest(model: "", messages: [])
          model text
          messages [message]
          namedMessages [message] says=messages
          streaming bool rendered=isStreaming
          jsonWord text? says=responseFormat
          reasoning.think json? says=reasoning.effort
          systemParts [part]
          systemText text?
          instructions text?
          systemFlatParts [flatPart]
          responseMimeType text? says=responseFormat
          responseSchema json? says=responseFormat
          reasoning.level level? says=reasoning.effort
          reasoning.display display? says=reasoning.summary
          includesThoughts bool? says=reasoning.summary
          thinking thinking?
          toolChoice.mode mode? says=toolChoice
          toolChoice.rule rule? says=toolChoice
          toolChoice.names texts says=toolChoice.name
          isSerial bool? says=parallelToolCalls
          fileIDs texts
          toolLists [toolList]
          mcpServers [mcpServer]
          container text?
          reasoning.isOn bool? says=reasoning.effort sole=reasoningSwitch
          reasoning.state text? says=reasoning.effort sole=reasoningSwitch
          turns [turn]
          items [item]
          inputText text?
          wanted [wanted] says=logprobs
          tools [tool] reported
          toolChoice toolChoice? reported says=toolChoice.name
          toolChoice.name text? reported
          parallelToolCalls bool? reported
          serverTools [serverTool] reported
          temperature number? reported
          topP number? reported
          topK integer? reported
          seed integer? reported
          stop texts reported
          maxOutputTokens integer? reported
          presencePenalty number? reported
          frequencyPenalty number? reported
          logitBias integerMap? reported
          logprobs bool? reported
          topLogprobs integer? reported
          choices integer? reported
          reasoning.effort effort? reported
          reasoning.budgetTokens integer? reported
          reasoning.summary text? reported
          reasoning.betweenTools bool? reported
          responseFormat responseFormat? reported
          cache [cacheMark] reported
          cacheKey text? reported
          user text? reported
          metadata textMap? reported
          store bool? reported
          serviceTier text? reported
        roles message Message open = Message(role: .user)
          text text? sole=soleText part=text content
          plainText text?
          reasoning text? part=reasoning by=addReasoning
          refusal text? part=refusal
          parts [part] appends content
          imageData texts part=image from=inlined
          toolCalls [toolCall] part=toolCall then=moveCallsToEnd
          toolResults [toolResult] part=toolResult
          citations [citation]
          name text? reported
          case system message
          case user message
          case assistant message
          case tool message
        roles turn Message open silent=system,tool = Message(role: .user)
          text text? content
          parts [part] appends content
          flatParts [flatPart] from=flattened
          name text? reported
          case user turn
          case assistant turn
        choice part Part opaque = Part.text("")
          case text textPart
          case image media
          case audio media
          case file media
          case reasoning reasoningPart own
          case toolCall toolCall
          case toolResult toolResult
          case citation citation
          case refusal refusalPart
          case serverToolCall serverToolCall own
          case serverToolResult serverToolResult own
        record textPart TextPart open = TextPart()
          text text
          citations [citation] reported
          signature text? reported
          cache cachePoint? reported
        record cachePoint CachePoint = CachePoint()
          ttl text?
        record refusalPart RefusalPart = RefusalPart()
          text text
        record reasoningPart ReasoningPart open = ReasoningPart(origin: Self.id)
          text text
          texts [textPart]
          signature text? reported
          encrypted text? reported
        record media Media open = Media()
          data text?
          base64 text? test=data
          url text?
          fileID text?
          dataURL text? says=mediaType test=data
          location text? says=mediaType test=located
          format text? says=mediaType,looseType
          mediaType text? reported says=looseType
          looseType text? reported=mediaType says=mediaType
          name text? reported
          detail text? reported
          signature text? reported
          cache cachePoint? reported
        record toolCall ToolCall open = ToolCall()
          id text
          name text
          argumentsText text
          arguments json?
          inputText text?
          vendorID text?
          signature text? reported
          cache cachePoint? reported
        record toolResult ToolResult open = ToolResult()
          callID text
          name text?
          vendorID text?
          response json?
          text text? sole=soleText part=text content
          parts [part] appends content
          isError bool reported
          cache cachePoint? reported
          flatParts [flatPart]
        record citation Citation open = Citation()
          kind text?
          url text?
          title text?
          text text? reported
          start integer?
          end integer?
        record serverToolCall ServerToolCall open = ServerToolCall(origin: Self.id)
          id text
          vendorID text?
          name text
          server text?
          arguments json
        record serverToolResult ServerToolResult open = ServerToolResult(origin: Self.id)
          callID text
          vendorID text?
          name text
          content json
          response json?
          isError bool reported
        choice item Item opaque = Item.rest([:])
          case system message
          case user message
          case assistant message
          case reasoning itemReasoning own
          case toolCall toolCall
          case toolResult toolResult
          case webSearch itemTool
          case fileSearch itemTool
          case codeExecution itemTool
          case imageGeneration itemTool
          case mcp itemTool
          case computerUse itemTool
          case computerResult serverToolResult
        record itemReasoning ReasoningItem open = ReasoningItem(origin: Self.id)
          summaries [reasoningPart]
          contents [reasoningPart]
          encrypted text?
        record itemTool ServerToolItem open = ServerToolItem()
          id text
          tool text?
          arguments json? reported
          argumentsText text says=arguments
          code text? says=arguments
          queries json? says=arguments
          output json? reported
          failure json? reported
        word wanted Wanted = Wanted.logprobs
          case encryptedReasoning
          case logprobs
          case searchSources
          case fileResults
          case codeOutputs
        record tool ToolDefinition open = ToolDefinition(name: "", schema: [:])
          name text
          description text? reported
          schema json
          strict bool? reported
          cache cachePoint? reported
          isStrict bool
        record toolList ToolList open = ToolList()
          tools [tool]
        record mcpServer ServerTool = ServerTool.mcp
          label text?
          url text?
          token text? as=tokenText
          allowedTools texts
        named serverTool ServerTool open = ServerTool(name: "")
          allowedDomains texts reported
          blockedDomains texts reported
          maxUses integer? reported
          userLocation.city text? reported
          userLocation.region text? reported
          userLocation.country text? reported
          userLocation.timezone text? reported
          stores texts reported
          maxResults integer? reported
          label text? reported
          url text? reported
          token text? reported as=tokenText
          allowedTools texts reported
          width integer? reported
          height integer? reported
          environment text? reported
          container text? reported
          files texts reported
          case webSearch serverTool
          case codeExecution serverTool
          case fileSearch serverTool
          case computerUse serverTool
          case imageGeneration serverTool
          case urlContext serverTool
          case mcp serverTool
        choice toolChoice ToolChoice = ToolChoice.auto
          case auto
          case none
          case required
          case tool namedTool
        word mode ToolChoice.Mode = ToolChoice.Mode.auto
          case auto
          case none
          case required
          case tool
        word rule ToolChoice.Rule = ToolChoice.Rule.auto
          case auto
          case none
          case required
        word level ReasoningLevel = ReasoningLevel.none
          case none
          case minimal
          case low
          case medium
          case high
          case xhigh
          case max
        word display ReasoningDisplay = ReasoningDisplay.summarized
          case summarized
          case omitted
        word thinking Thinking = Thinking.adaptive
          case adaptive
          case budget
          case off
          case betweenTools
        record namedTool NamedTool = NamedTool(name: "")
          name text
          names texts
        record flatPart FlatPart open = FlatPart(origin: Self.id)
          text text?
          isThought bool?
          signature text?
          isUnsigned bool
          mediaType text?
          looseType text?
          base64 text?
          url text?
          name text?
          call toolCall?
          result toolResult?
          code json?
          codeResult json?
          serverCall serverToolCall?
          serverResult serverToolResult?
        choice responseFormat ResponseFormat = ResponseFormat.text
          case text
          case json
          case jsonSchema jsonSchema
        record jsonSchema JSONSchemaFormat = JSONSchemaFormat(name: "", schema: [:])
          name text
          description text? reported
          schema json
          strict bool? reported
        record cacheMark CacheMark = CacheMark(after: 0)
          after integer
          ttl text?
        record chunk Chunk open event extensible = Chunk()
          responseID text? when=needsHead
          model text? when=needsHead
          text text? sole=soleText part=text
          reasoning text? part=reasoning
          refusal text? part=refusal
          parts [part] content
          flatParts [flatPart] content
          toolCalls [piece] part=toolCall
          functionCall piece?
          block integer?
          place integer?
          summary integer?
          items [item]
          item item?
          begun item?
          why stop?
          opened part?
          ended integer?
          argumentsText text?
          signature text?
          citation citation?
          citations [citation] part=citation
          citationURLs texts
          sources [citation]
          supports [support]
          stop stop?
          isDone bool
          usage usage? lasts
          usage.input integer?
          usage.output integer?
          serviceTier text? when=needsHead
          finalServiceTier text? as=serviceTier
          runningCost scalar?
          runningCounts {usage}
          latestCounts {usage}
          failure failure?
          failureMessage text?
          failureMessages texts
          failureCode scalar?
          failureKind text?
          parentCall text?
          messageID text?
          hasFailed bool?
          results [part]
          structured json?
        record support Support = Support()
          start integer?
          end integer?
          text text?
          sources json
        record piece ToolCallPiece = ToolCallPiece()
          index integer?
          id text?
          name text?
          argumentsText text?
          arguments json?
        word stop Finish reason=StopReason = Finish(reason: .other)
          case stop
          case length
          case toolCalls
          case contentFilter
          case refusal
          case pause
          case error
          case other
        record usage UsageCounts extensible counts = UsageCounts()
          input integer? lasts
          toolInput integer? lasts
          output integer? lasts
          total integer? lasts
          cacheRead integer? lasts
          cacheWrite integer? lasts
          cacheWrite5m integer? lasts
          cacheWrite30m integer? lasts
          cacheWrite1h integer? lasts
          cacheWrite12h integer? lasts
          reasoning integer? lasts
          audioInput integer? lasts
          audioOutput integer? lasts
          imageInput integer? lasts
          imageOutput integer? lasts
          searches integer? lasts
          moreSearches integer? lasts
          requests integer? lasts
          codeExecutions integer? lasts
          serviceTier text? lasts
          speed text? lasts
          region text? lasts
          model text? lasts
          byModel [usage]
          cost scalar? as=costText
          costTicks integer?
          upstreamCost scalar? as=upstreamCostText
          isOwnKey bool? lasts
          inputModalities [modality]
          cacheModalities [modality]
          outputModalities [modality]
        record modality ModalityCount = ModalityCount()
          modality text?
          count integer?
        record failure Failure = Failure()
          message text?
          kind text?
          code scalar?
          param text?
        record modelQuery ModelQuery = ModelQuery()
          after text?
        record modelPage ModelPage = ModelPage()
          models [model]
          next text?
          hasMore bool?
        record model ListedModel open = ListedModel()
          id text
          resourceName text
          name text?
          owner text?
          created integer?
          createdText text?
          context integer?
          output integer?
        record countRequest CountRequest open = CountRequest()
          resourceName text
        record tokens UsageCounts = UsageCounts()
          input integer?
          cacheRead integer?
        record embeddingRequest EmbeddingRequest open = EmbeddingRequest(model: "", [])
          model text
          texts texts
          items [embeddingItem] says=dimensions,purpose
          dimensions integer? reported
          purpose text? reported
          encoding text?
          user text? reported
        record embeddingItem EmbeddingItem = EmbeddingItem()
          resourceName text
          text text
          dimensions integer?
          purpose text?
        record embeddingReply EmbeddingReply = EmbeddingReply()
          vectors [vector]
          lists numbers
          model text?
          usage usage?
          input integer?
        record vector EmbeddingVector = EmbeddingVector()
          index integer?
          values numbers
          base64 text?
        record upload FileUpload = FileUpload()
          name text?
          mediaType text?
          purpose text?
        record file StoredFile open = StoredFile()
          id text
          resourceName text
          name text?
          mediaType text?
          size integer?
          sizeText text?
          url text?
          created integer?
          createdText text?
          state fileState?
        word fileState FileState = FileState.active
          case active
          case processing
          case failed
        """)

    private init(_ text: String) {
        var kinds: [String: Kind] = [:]
        var current: Kind?
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("  ") {
                if words[0] == "case" {
                    current?.cases.append(Case(words))
                } else {
                    current?.holes.append(Hole(words))
                }
                continue
            }
            if let current { kinds[current.name] = current }
            let (head, empty) = Self.halves(of: line)
            let form = Kind.Form(rawValue: words[0]) ?? .record
            current = Kind(name: words[1], type: words[2], form: form, empty: empty)
            current?.describe(head.split(separator: " ").dropFirst(3).map(String.init))
        }
        if let current { kinds[current.name] = current }
        self.kinds = kinds
    }

    private static func halves(of line: Substring) -> (head: String, empty: String) {
        var index = line.startIndex
        while index < line.endIndex, !line[index...].hasPrefix(" = ") { index = line.index(after: index) }
        return (String(line[..<index]), String(line[index...].dropFirst(3)))
    }
}

extension Vocabulary.Kind {
    fileprivate mutating func describe(_ words: [String]) {
        isOpen = words.contains("open")
        isExtensible = words.contains("extensible")
        isEvent = words.contains("event")
        isCounts = words.contains("counts")
        isOpaque = words.contains("opaque")
        reasonType = words.value("reason")
        silent = words.values("silent")
    }
}

extension Vocabulary.Case {
    fileprivate init(_ words: [String]) {
        name = words[1]
        payload = words.count > 2 ? words[2] : nil
        isOwn = words.contains("own")
    }
}

extension Vocabulary.Hole {
    fileprivate init(_ words: [String]) {
        var type = Substring(words[1])
        isOptional = type.hasSuffix("?")
        if isOptional { type = type.dropLast() }
        name = words[0]
        self.type =
            switch type {
            case "text": .text
            case "integer": .integer
            case "number": .number
            case "bool": .bool
            case "json": .json
            case "scalar": .scalar
            case "effort": .effort
            case "texts": .texts
            case "textMap": .textMap
            case "integerMap": .integerMap
            case "numbers": .numbers
            default:
                switch type.first {
                case "[": .list(String(type.dropFirst().dropLast()))
                case "{": .map(String(type.dropFirst().dropLast()))
                default: .kind(String(type))
                }
            }
        reportedAs = words.contains("reported") ? name : words.value("reported")
        isContent = words.contains("content")
        appends = words.contains("appends")
        let pieces = words[0].split(separator: ".")
        property =
            words.value("as")
            ?? pieces.dropFirst().reduce(String(pieces[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
        lasts = words.contains("lasts")
        sole = words.value("sole")
        part = words.value("part")
        readWhen = words.value("when")
        setter = words.value("by")
        finisher = words.value("then")
        preparer = words.value("from")
        test = words.value("test")
        rendered = words.value("rendered")
        says = words.values("says")
    }
}

extension [String] {
    /// What stands after `key=`.
    fileprivate func value(_ key: String) -> String? {
        first { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
    }

    /// What stands after `key=`, separated by commas.
    fileprivate func values(_ key: String) -> [String] {
        value(key).map { $0.split(separator: ",").map(String.init) } ?? []
    }
}
