public import struct Foundation.Data

/// A picture, a recording or a file: where its bytes are and what they are.
///
/// ```swift
/// let chart = Media(data: png, mediaType: "image/png")
/// request.messages = [.user(.text("What does it show?"), .image(chart))]
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

    /// Makes media from bytes.
    public init(data: Data, mediaType: String, name: String? = nil, detail: String? = nil) {
        source = .data(data)
        self.mediaType = mediaType
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
            mediaType.map { type in
                let name = type.prefix { $0 != ";" }.split(separator: "/").last.map(String.init) ?? type
                return Self.formats[name] ?? name
            }
        }
        set { if let newValue { mediaType = "audio/\(newValue == "mp3" ? "mpeg" : newValue)" } }
    }

    private static let formats = [
        "mpeg": "mp3", "mpeg3": "mp3", "x-mpeg": "mp3", "x-mp3": "mp3", "x-wav": "wav", "wave": "wav",
        "vnd.wave": "wav",
        "x-m4a": "m4a", "x-flac": "flac", "x-aac": "aac",
    ]
}
