extension Vocabulary {
    /// The kinds of what is offered besides chat.
    static let services = """
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
        """
}
