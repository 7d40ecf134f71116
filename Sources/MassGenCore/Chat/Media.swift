public import struct Foundation.Data

/// A picture, a recording or a file: where its bytes are and what they are.
///
/// ```swift
/// let chart = Media(path: "chart.png")
/// request.messages = [.user(.text("What does it show?"), .attachment(chart))]
/// ```
public struct Media: Sendable, Hashable {
    /// Where the bytes are.
    public enum Source: Sendable, Hashable {
        /// Here.
        case data(Data)
        /// At an address the provider can read.
        case url(String)
        /// In the provider's own file store.
        case id(String)
        /// In a file on this machine, read when a request is made of it.
        case path(String)
        /// In texts and pictures that make up a document, for providers that cite it piece by piece.
        case parts([Part])
    }

    /// Where the bytes are; `nil` only while a message is being read.
    public var source: Source?
    /// The media type, `image/png` for instance.
    public var mediaType: String?
    /// A file name.
    public var name: String?
    /// How closely to look: `low`, `high`, `auto`.
    public var detail: String?
    /// The vendor's seal of this very part, sent back with it unchanged.
    public var signature: String?
    /// The wire the signature came from: to any other it is not sent, and that is reported.
    public var origin: String?
    /// Whether the prompt may be cached up to here.
    public var cache: CachePoint?
    /// JSON merged into the part, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes media from bytes; a type that is not given is told from them.
    public init(data: Data, mediaType: String? = nil, name: String? = nil, detail: String? = nil) {
        source = .data(data)
        self.mediaType = mediaType ?? MediaType.sniffed(data)
        self.name = name
        self.detail = detail
    }

    /// Makes media from an address.
    public init(url: String, mediaType: String? = nil, name: String? = nil, detail: String? = nil) {
        source = .url(url)
        self.mediaType = mediaType
        self.name = name
        self.detail = detail
    }

    /// Makes media from the id of a file given to the provider before.
    public init(fileID: String, mediaType: String? = nil, name: String? = nil) {
        source = .id(fileID)
        self.mediaType = mediaType
        self.name = name
    }

    /// Makes media from a file on this machine. It is read when a request is made of it; its type is told from its
    /// bytes then, and by its name until then.
    public init(path: String, mediaType: String? = nil, name: String? = nil, detail: String? = nil) {
        source = .path(path)
        self.mediaType = mediaType ?? MediaType.named(path)
        self.name = name
        self.detail = detail
    }

    /// Makes a document of texts and pictures.
    public init(parts: [Part], name: String? = nil) {
        source = .parts(parts)
        self.name = name
    }

    /// Media of which nothing is known yet.
    public init() {}
}

/// The forms in which wires carry media. Getting gives `nil` where the source has no such form.
extension Media {
    /// The bytes.
    public var data: Data? {
        get { if case .data(let data) = source { data } else { nil } }
        set { if let newValue { source = .data(newValue) } }
    }

    /// Where the bytes are, if it is here or at an address.
    public var located: Source? {
        switch source {
        case .data, .url: source
        case .id, .path, .parts, nil: nil
        }
    }

    /// The texts and pictures that make up a document.
    public var parts: [Part]? { if case .parts(let parts) = source { parts } else { nil } }

    /// The path of the file.
    public var path: String? { if case .path(let path) = source { path } else { nil } }

    /// The bytes in base64.
    public var base64: String? {
        get { data?.base64EncodedString() }
        set { if let newValue, let data = Data(base64Encoded: newValue) { source = .data(data) } }
    }

    /// The address.
    public var url: String? {
        get { if case .url(let url) = source { url } else { nil } }
        set { if let newValue { source = .url(newValue) } }
    }

    /// The id in the provider's file store.
    public var fileID: String? {
        get { if case .id(let id) = source { id } else { nil } }
        set { if let newValue { source = .id(newValue) } }
    }

    /// The bytes and their type as a `data:` URL.
    public var dataURL: String? {
        get { base64.map { "data:\(mediaType ?? "application/octet-stream");base64,\($0)" } }
        set {
            guard let newValue, newValue.hasPrefix("data:"), let comma = newValue.firstIndex(of: ",") else { return }
            let head = newValue[newValue.index(newValue.startIndex, offsetBy: 5)..<comma]
            guard head.hasSuffix(";base64"), let data = Data(base64Encoded: String(newValue[comma...].dropFirst()))
            else { return }
            source = .data(data)
            mediaType = String(head.dropLast(7))
        }
    }

    /// The media with its bytes, where its address holds them.
    var resolved: Media {
        guard case .url(let url)? = source, url.hasPrefix("data:") else { return self }
        var resolved = self
        resolved.dataURL = url
        return resolved
    }

    /// The address, or the bytes as a `data:` URL.
    public var location: String? {
        get { url ?? dataURL }
        set {
            dataURL = newValue
            if source == nil { url = newValue }
        }
    }

    /// The format of a recording as audio wires name it: `wav`, `mp3`.
    public var format: String? {
        get {
            mediaType.map(MediaType.word)
        }
        set { if let newValue { mediaType = "audio/\(newValue == "mp3" ? "mpeg" : newValue)" } }
    }
}

extension Part {
    /// A picture, a recording or a file, whichever its type says; a file where it says nothing.
    public static func attachment(_ media: Media) -> Part {
        let type = media.mediaType ?? media.url.flatMap { MediaType.named(String($0.prefix { $0 != "?" })) } ?? ""
        if type.hasPrefix("image/") { return .image(media) }
        return type.hasPrefix("audio/") ? .audio(media) : .file(media)
    }
}
