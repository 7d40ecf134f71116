extension Vocabulary {
    /// The kinds of messages, their parts, and the forms in which wires cut them.
    static let content = """
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
        """
}
