extension Vocabulary {
    /// The kinds of messages, their parts, and the forms in which wires cut them.
    static let content = """
        roles message Message open = Message(role: .user)
          text text? sole=soleText part=text content
          plainText text?
          reasoning text? part=reasoning by=addReasoning
          thoughts [part] verbatim
          refusal text? part=refusal
          parts [part] appends content
          imageData texts part=image from=inlined
          itemID text rendered=itemID
          isBegun bool rendered=isItemBegun
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
          citations [citation] reported says=foreignCitations
          ownCitations [citation] says=citations
          foreignCitations [citation] reported=citations
          signature text? reported
          cache cachePoint? reported
        record cachePoint CachePoint = CachePoint()
          ttl text? reported=cache.ttl
        record refusalPart RefusalPart = RefusalPart()
          text text
        record reasoningPart ReasoningPart open = ReasoningPart(origin: Self.id)
          summary text? says=text
          text text reported
          texts [textPart] says=text
          signature text? reported
          encrypted text? reported
        record media Media open = Media()
          source source? as=described from=sourced says=mediaType,looseType
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
        record source MediaSource open = MediaSource()
          form form?
          mediaType text?
          data text?
          url text?
          fileID text?
          text text?
          parts [part]
        word form MediaSource.Form = MediaSource.Form.base64
          case base64
          case text
          case url
          case file
          case content
        record toolCall ToolCall open = ToolCall()
          id text
          name text
          argumentsText text as=functionArguments says=arguments.object
          arguments json? says=arguments.object
          arguments.object json? reported=arguments
          inputText text? reported=input says=arguments.object
          vendorID text?
          itemID text rendered=itemID
          isBegun bool rendered=isItemBegun
          signature text? reported
          cache cachePoint? reported
        record toolResult ToolResult open = ToolResult()
          callID text
          name text?
          vendorID text?
          response json? says=isError
          text text? sole=soleText part=text content
          parts [part] appends content
          isError bool reported
          itemID text rendered=itemID
          isBegun bool rendered=isItemBegun
          cache cachePoint? reported
          flatParts [flatPart]
        record citation Citation open = Citation()
          kind text?
          url text?
          title text?
          text text? reported
          start integer? reported
          end integer? reported
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
          case textResult toolResult
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
          itemID text rendered=itemID
        record itemTool ServerToolItem open = ServerToolItem()
          id text
          itemID text rendered=itemID
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
          call flatCall?
          result toolResult?
          code json?
          codeResult json?
          serverCall serverToolCall?
          serverResult serverToolResult?
        record flatCall FlatCall = FlatCall()
          name text
          argumentsText text says=arguments.object
          arguments.object json? reported=arguments
          inputText text? reported=input
          vendorID text?
          growth [argumentGrowth]
          goesOn bool?
        record argumentGrowth ArgumentGrowth = ArgumentGrowth()
          path text
          text text?
          value json?
          goesOn bool?
        """
}
