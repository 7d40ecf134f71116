import Foundation

/// Reads attached files and holds media against what a provider takes, before anything is sent.
struct MediaCheck {
    let provider: Provider
    private var counts: [Provider.MediaRule.Kind: Int] = [:]

    init(_ provider: Provider) { self.provider = provider }

    /// Reads the files that a request names and checks all its media.
    mutating func prepare(_ request: inout ChatRequest) throws(BackendError) {
        for message in request.messages.indices {
            // What holds no media is left as it is: a write would copy it.
            for part in request.messages[message].parts.indices where request.messages[message].parts[part].holdsMedia {
                try prepare(&request.messages[message].parts[part])
            }
        }
    }

    private mutating func prepare(_ part: inout Part) throws(BackendError) {
        switch part {
        case .image(let media): part = .image(try prepared(media, .image))
        case .audio(let media): part = .audio(try prepared(media, .audio))
        case .file(let media): part = .file(try prepared(media, .file))
        case .toolResult(var result):
            for index in result.parts.indices { try prepare(&result.parts[index]) }
            part = .toolResult(result)
        default: break
        }
    }

    private mutating func prepared(_ media: Media, _ kind: Provider.MediaRule.Kind) throws(BackendError) -> Media {
        let rule = provider.media.first { $0.kind == kind }
        var media = try read(media, kind, rule)
        if case .parts(var parts)? = media.source {
            for index in parts.indices { try prepare(&parts[index]) }
            media.source = .parts(parts)
        }
        guard let rule else { return media }
        if !rule.types.isEmpty, let type = media.mediaType, !rule.types.contains(MediaType.word(type)) {
            let taken = rule.types.joined(separator: ", ")
            throw setup("\(kind.words) is \(type), but \(provider.title) takes \(taken)")
        }
        if let data = media.data { try check(base64: data.count, kind, rule) }
        counts[kind, default: 0] += 1
        if let most = rule.count, let count = counts[kind], count > most {
            throw setup("the request holds more than \(most) of \(kind.rawValue), which is all \(provider.title) takes")
        }
        return media
    }

    /// The bytes of a file, and its type by them.
    private func read(
        _ media: Media, _ kind: Provider.MediaRule.Kind, _ rule: Provider.MediaRule?
    ) throws(BackendError) -> Media {
        guard let path = media.path else { return media }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        // A file that is far too large is not read at all.
        if let rule, let size = attributes?[.size] as? Int { try check(base64: size, kind, rule) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw setup("the file '\(path)' cannot be read")
        }
        var read = media
        read.source = .data(data)
        read.mediaType = MediaType.of(data, named: path) ?? media.mediaType
        if kind == .file, media.name == nil { read.name = path.split(separator: "/").last.map(String.init) }
        return read
    }

    private func check(base64 count: Int, _ kind: Provider.MediaRule.Kind, _ rule: Provider.MediaRule)
        throws(BackendError)
    {
        let encoded = (count + 2) / 3 * 4
        guard let most = rule.size, encoded > most else { return }
        throw setup(
            "\(kind.words) has \(ByteSize.text(encoded)) in base64, but \(provider.title) takes \(ByteSize.text(most))")
    }

    private func setup(_ message: String) -> BackendError {
        BackendError(.setup, .unsupportedMedia, message, provider: provider.id)
    }
}

extension Part {
    fileprivate var holdsMedia: Bool {
        switch self {
        case .image, .audio, .file: true
        case .toolResult(let result): result.parts.contains(where: \.holdsMedia)
        default: false
        }
    }
}

extension Provider {
    /// What a provider takes of one kind of media.
    public struct MediaRule: Sendable, Hashable {
        /// What is bounded.
        public enum Kind: String, Sendable, Hashable {
            /// Pictures in messages.
            case image
            /// Recordings in messages.
            case audio
            /// Files in messages.
            case file
            /// Files that are stored.
            case upload
            /// Whole requests.
            case request

            /// One of it.
            var words: String {
                switch self {
                case .image: "an image"
                case .audio: "a recording"
                case .file: "a file"
                case .upload: "a file to store"
                case .request: "the request"
                }
            }
        }

        /// What is bounded.
        public var kind: Kind
        /// The types it takes, as short words: `jpeg`; empty where it does not say.
        public var types: [String]
        /// The most bytes of one, as they stand in the request.
        public var size: Int?
        /// The most of them in a request.
        public var count: Int?

        /// Makes a rule.
        public init(_ kind: Kind, types: [String] = [], size: Int? = nil, count: Int? = nil) {
            self.kind = kind
            self.types = types
            self.size = size
            self.count = count
        }
    }
}

/// Bytes for people; a megabyte is 1,048,576, as vendors count.
enum ByteSize {
    static func text(_ count: Int) -> String {
        let units = [("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)]
        guard let (unit, size) = units.first(where: { count >= $0.1 }) else { return "\(count) bytes" }
        let tenths = (count * 10 + size - 1) / size
        return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
