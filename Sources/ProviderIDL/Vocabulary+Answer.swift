extension Vocabulary {
    /// The kinds of what a response or an event of a stream brings.
    static let answer = """
        record chunk Chunk open event extensible = Chunk()
          responseID text? when=needsHead
          model text? when=needsHead
          text text? sole=soleText part=text
          reasoning text? part=reasoning
          thoughts [part] verbatim
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
          isBegun bool
          sequence integer?
          itemID text rendered=itemID
          why stop?
          opened part?
          openedThought reasoningPart?
          told.text text?
          told.refusal text?
          told.thought text?
          told.name text?
          told.arguments text?
          told.input text?
          closed part?
          closedThought reasoningPart?
          mark integer?
          ended integer?
          argumentsText text?
          inputText text?
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
          failure failure?
          failureMessage text?
          failureMessages texts
          failureCode scalar?
          failureParam text?
          failureKind text?
          parentCall text?
          messageID text?
          hasFailed bool?
          results [part]
          structured json?
          runningCost scalar?
          runningCounts {usage}
          latestCounts {usage}
        record support Support = Support()
          start integer?
          end integer?
          text text?
          sources json
        record piece ToolCallPiece = ToolCallPiece()
          index integer?
          id text?
          name text?
          argumentsText text? as=functionArguments says=arguments.object
          arguments json? says=arguments.object
          arguments.object json? reported=arguments
          inputText text? reported=input
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
          status integer?
          param text?
          retryDelay text?
        """
}
