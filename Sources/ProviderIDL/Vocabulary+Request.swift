extension Vocabulary {
    /// The kinds of what a request asks for.
    static let request = """
        record request ChatRequest open extensible = ChatRequest(model: "", messages: [])
          model text
          messages [message]
          namedMessages [message] says=messages
          streaming bool rendered=isStreaming
          jsonWord text? says=responseFormat
          systemParts [part]
          systemText text?
          instructions text?
          systemFlatParts [flatPart]
          responseMimeType text? says=responseFormat
          responseSchema json? says=responseFormat
          openAPIResponseSchema json? says=responseFormat
          reasoning.level level? says=reasoning.effort sole=reasoningLevel
          reasoning.display display? says=reasoning.summary
          includesThoughts bool? says=reasoning.summary
          thinking thinking?
          toolChoice.mode mode? says=toolChoice
          toolChoice.rule rule? says=toolChoice then=settleToolChoice
          toolChoice.names texts says=toolChoice.name
          isSerial bool? says=parallelToolCalls
          fileIDs texts
          toolLists [toolList] says=tools
          mcpServers [mcpServer]
          container text?
          reasoning.isOn bool? says=reasoning.effort sole=reasoningSwitch
          reasoning.state text? says=reasoning.effort sole=reasoningSwitch
          turns [turn]
          items [item]
          inputText text?
          wanted [wanted] says=logprobs
          tools [tool] reported
          toolChoice toolChoice? as=knownToolChoice reported says=toolChoice.name
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
          responseFormat responseFormat? reported says=responseFormat.description,responseFormat.strict
          responseFormat.description text? reported
          responseFormat.strict bool? reported
          cache [cacheMark] reported
          cacheKey text? reported
          user text? reported
          metadata textMap? reported
          store bool? reported
          serviceTier text? reported
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
          openAPISchema json
          parameters json? says=schema
          strict bool? reported
          input toolInput? says=textInput
          textInput textInput? reported
          grammar.syntax text?
          grammar.definition text?
          cache cachePoint? reported
          isStrict bool
        word toolInput ToolInput = ToolInput.json
          case json
          case text
        record textInput TextInput = TextInput()
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
          case tools toolSubset
        word mode ToolChoice.Mode = ToolChoice.Mode.auto
          case auto
          case none
          case required
          case tool
          case tools
        word rule ToolChoice.Rule = ToolChoice.Rule.auto
          case auto
          case none
          case required
          case validated
        record toolSubset ToolSubset = ToolSubset()
          must must?
          tools [namedTool]
        word must ToolChoice.Must = ToolChoice.Must.auto
          case auto
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
          textName text?
          input toolInput?
          names texts
        choice responseFormat ResponseFormat = ResponseFormat.text
          case text
          case json
          case jsonSchema jsonSchema
        record jsonSchema JSONSchemaFormat = JSONSchemaFormat(schema: [:])
          name text
          description text? reported
          schema json
          strict bool? reported
        record cacheMark CacheMark = CacheMark(after: 0)
          after integer
          ttl text?
        """
}
