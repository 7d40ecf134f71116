import struct Foundation.Data

/// Where media are, on wires that say so in an object of its own.
public struct MediaSource: Sendable, Hashable {
    /// What tells such objects apart.
    public enum Form: Sendable, Hashable {
        /// Bytes in base64.
        case base64
        /// Bytes that are text, as they are.
        case text
        /// An address.
        case url
        /// A file that the provider keeps.
        case file
        /// Texts and pictures.
        case content
    }

    /// Which form it is.
    public var form: Form?
    /// The media type, where the form says it.
    public var mediaType: String?
    /// The address.
    public var url: String?
    /// The id in the provider's file store.
    public var fileID: String?
    /// Texts and pictures.
    public var parts: [Part] = []
    /// Members beyond these, by wire.
    public var extra: Extra = [:]
    private var bytes: Data?
    private var encoded: String?

    /// Makes an empty source.
    public init() {}

    /// The bytes, in base64 or as text. What was read is understood once the form is known.
    public var data: String? {
        get {
            guard let bytes else { return encoded }
            return form == .text ? String(decoding: bytes, as: UTF8.self) : bytes.base64EncodedString()
        }
        set { encoded = newValue }
    }

    /// The only text, where there is nothing else.
    public var text: String? {
        get { Message(role: .user, parts: parts).soleText }
        set { if let newValue { parts = [.text(newValue)] } }
    }

    /// Makes what a wire says of media; `nil` where it can say nothing.
    fileprivate init?(_ media: Media) {
        let media = media.resolved
        switch media.source {
        case .data(let data):
            if media.isText {
                (form, mediaType) = (.text, Media.textType)
            } else {
                guard let type = media.mediaType else { return nil }
                (form, mediaType) = (.base64, type)
            }
            bytes = data
        case .url(let url): (form, self.url) = (.url, url)
        case .id(let id): (form, fileID) = (.file, id)
        case .parts(let parts): (form, self.parts) = (.content, parts)
        case .path, nil: return nil
        }
    }

    fileprivate var source: Media.Source? {
        if let encoded {
            return form == .text ? .data(Data(encoded.utf8)) : Data(base64Encoded: encoded).map { .data($0) }
        }
        if let url { return .url(url) }
        if let fileID { return .id(fileID) }
        return form == .content ? .parts(parts) : nil
    }
}

extension Media {
    fileprivate static let textType = "text/plain"

    /// Whether the bytes are text, so that they can stand as they are.
    fileprivate var isText: Bool {
        guard let data, mediaType?.hasPrefix("text/") == true else { return false }
        return String(validating: data, as: UTF8.self) != nil
    }

    /// Where it is, in an object of its own. Members of that object without a name here are kept under `source`.
    public var described: MediaSource? {
        get { MediaSource(self) }
        set {
            guard let newValue else { return }
            source = newValue.source ?? source
            mediaType = newValue.mediaType ?? mediaType
            for (owner, members) in newValue.extra {
                extra[owner] = (extra[owner] ?? [:]).merged(with: ["source": .object(members)])
            }
        }
    }
}

extension Renderer {
    /// The media, after noting what an object that says where they are has no place for.
    public mutating func sourced(_ media: Media) -> Media {
        let media = media.resolved
        if media.data == nil {
            drop("mediaType", if: media.mediaType != nil)
        } else if media.isText, let type = media.mediaType, type != Media.textType {
            lose("mediaType", .approximated, "'\(type)' is sent as '\(Media.textType)'")
        }
        return media
    }
}
