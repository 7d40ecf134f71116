/// A file in a provider's own store.
public struct StoredFile: Sendable, Hashable {
    /// The id in the store.
    public var id: String
    /// The file's name.
    public var name: String?
    /// The media type.
    public var mediaType: String?
    /// How many bytes it has.
    public var size: Int?
    /// Where models find it, when that is not its id.
    public var url: String?
    /// When it was stored, in seconds since 1970.
    public var created: Int?
    /// Whether it can be used; a provider that does not say so takes it at once.
    public var state: FileState?
    /// What else the provider says of it, by wire id.
    public var extra: Extra = [:]

    /// Makes a file.
    public init(
        id: String = "", name: String? = nil, mediaType: String? = nil, size: Int? = nil, url: String? = nil,
        created: Int? = nil, state: FileState? = nil
    ) {
        self.id = id
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.url = url
        self.created = created
        self.state = state
    }

    /// The file as it goes into a message.
    public var media: Media {
        url.map { Media(url: $0, mediaType: mediaType, name: name) }
            ?? Media(fileID: id, mediaType: mediaType, name: name)
    }

    /// The id as Google writes it: `files/abc`.
    public var resourceName: String {
        get { ResourceName.full(id, in: "files") }
        set { id = ResourceName.id(of: newValue, in: "files") }
    }

    /// How many bytes it has, as a text.
    public var sizeText: String? {
        get { size.map(String.init) }
        set { size = newValue.flatMap { Int($0) } }
    }

    /// When it was stored as a text: `2026-11-20T10:00:00Z`.
    public var createdText: String? {
        get { created.map(Moment.text) }
        set { created = newValue.flatMap(Moment.seconds) }
    }
}

/// Whether a stored file can be used.
public enum FileState: String, Sendable, Hashable {
    /// It can.
    case active
    /// Not yet.
    case processing
    /// It never will.
    case failed
}

/// What is said of a file when it is sent to a store.
public struct FileUpload: Sendable, Hashable {
    /// The file's name.
    public var name: String?
    /// The media type.
    public var mediaType: String?
    /// What the file is for, in the provider's word; its own default when `nil`.
    public var purpose: String?

    /// Says nothing yet.
    public init() {}
}
