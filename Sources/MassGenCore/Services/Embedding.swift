import Foundation

/// Texts to be made into vectors.
public struct EmbeddingRequest: Sendable, Hashable {
    /// The model.
    public var model: String
    /// The texts.
    public var texts: [String]
    /// How many numbers a vector should have, where the model can be told.
    public var dimensions: Int?
    /// What the vectors are for, in the provider's word: `RETRIEVAL_QUERY` for instance.
    public var purpose: String?
    /// How the numbers come: `base64` is a third of `float` on the way, where the provider has it.
    public var encoding: String?
    /// A stable, anonymous id of the end user.
    public var user: String?
    /// JSON merged into the request, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a request.
    public init(model: String, _ texts: [String], dimensions: Int? = nil, encoding: String? = nil) {
        self.model = model
        self.texts = texts
        self.dimensions = dimensions
        self.encoding = encoding
    }

    /// One request per text, as Google takes them.
    public var items: [EmbeddingItem] {
        get {
            texts.map { text in
                var item = EmbeddingItem()
                (item.model, item.text, item.dimensions, item.purpose) = (model, text, dimensions, purpose)
                return item
            }
        }
        set {
            texts = newValue.map(\.text)
            guard let first = newValue.first else { return }
            (model, dimensions, purpose) = (first.model, first.dimensions, first.purpose)
        }
    }
}

/// One text to be made into a vector.
public struct EmbeddingItem: Sendable, Hashable {
    /// The model.
    public var model = ""
    /// The text.
    public var text = ""
    /// How many numbers are wanted.
    public var dimensions: Int?
    /// What the vector is for.
    public var purpose: String?

    /// Makes an empty item.
    public init() {}

    /// The model as Google writes it.
    public var resourceName: String {
        get { ResourceName.full(model, in: "models") }
        set { model = ResourceName.id(of: newValue, in: "models") }
    }
}

/// Vectors, one per text and in the order of the texts.
public struct Embeddings: Sendable, Hashable {
    /// The vectors.
    public var vectors: [[Float]]
    /// The model that made them, where the provider says so.
    public var model: String?
    /// What it used, where the provider reports it.
    public var usage: Usage?
    /// What the provider was not told as it was meant.
    public var losses: [Loss]

    /// Makes vectors.
    public init(vectors: [[Float]], model: String? = nil, usage: Usage? = nil, losses: [Loss] = []) {
        self.vectors = vectors
        self.model = model
        self.usage = usage
        self.losses = losses
    }
}

/// Vectors as they stand on the wire.
public struct EmbeddingReply: Sendable, Hashable {
    /// The vectors, each perhaps with its place.
    public var vectors: [EmbeddingVector] = []
    /// The model that made them.
    public var model: String?
    /// The counts.
    public var usage: UsageCounts?

    /// Makes an empty reply.
    public init() {}

    /// The vectors as bare lists of numbers.
    public var lists: [[Float]] {
        get { vectors.map(\.values) }
        set { vectors = newValue.map { EmbeddingVector(values: $0) } }
    }

    /// The tokens of all texts, where nothing else is counted.
    public var input: Int? {
        get { usage?.input }
        set {
            guard let newValue else { return }
            var counts = usage ?? UsageCounts()
            counts.input = newValue
            usage = counts
        }
    }

    /// The vectors in the order of the texts; `nil` when there is not one for each.
    func ordered(_ count: Int) -> [[Float]]? {
        guard vectors.count == count else { return nil }
        var ordered = [[Float]?](repeating: nil, count: count)
        for (place, vector) in vectors.enumerated() {
            let index = vector.index ?? place
            guard ordered.indices.contains(index), ordered[index] == nil, !vector.values.isEmpty else { return nil }
            ordered[index] = vector.values
        }
        return ordered.compactMap { $0 }
    }
}

/// A vector and the place of its text.
public struct EmbeddingVector: Sendable, Hashable {
    /// The place of its text.
    public var index: Int?
    /// The numbers.
    public var values: [Float]

    /// Makes a vector.
    public init(index: Int? = nil, values: [Float] = []) {
        self.index = index
        self.values = values
    }

    /// The numbers as base64 of four bytes each, the lowest first.
    public var base64: String? {
        get {
            var bytes = Data(capacity: values.count * 4)
            for value in values {
                withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
            return bytes.base64EncodedString()
        }
        set {
            guard let newValue, let bytes = Data(base64Encoded: newValue), bytes.count % 4 == 0 else { return }
            values = bytes.withUnsafeBytes { raw in
                (0..<raw.count / 4).map { index in
                    let bits = raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                    return Float(bitPattern: UInt32(littleEndian: bits))
                }
            }
        }
    }
}
