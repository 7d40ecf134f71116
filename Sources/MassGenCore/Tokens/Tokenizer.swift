public import Foundation

/// Cuts text into the very tokens a model reads, with a vocabulary file that you have.
///
/// ```swift
/// let tokenizer = try Tokenizer(contentsOf: URL(filePath: "o200k_base.tiktoken"))
/// let count = tokenizer.count("Why is the sky blue?")     // 6
/// ```
///
/// Vocabularies are published for some models only, and none come with this package. Without one, ``TokenEstimate`` says
/// about how many tokens a text has. Loading takes a few hundredths of a second: keep the tokenizer.
public struct Tokenizer: Sendable {
    /// What text is cut by.
    public let encoding: TokenEncoding
    private let vocabulary: Vocabulary
    /// The special tokens' text and number, longer ones first.
    private let specialTokens: [(name: String, bytes: [UInt8], number: Int)]

    /// Makes a tokenizer of a `.tiktoken` file: lines of a token in base64, a space and its number.
    /// - Parameters:
    ///   - vocabulary: the file's bytes.
    ///   - encoding: what text is cut by; when `nil` it is recognised by the number of tokens.
    public init(vocabulary: [UInt8], encoding: TokenEncoding? = nil) throws(VocabularyError) {
        let tokens = try Vocabulary(parsing: vocabulary)
        guard let encoding = encoding ?? TokenEncoding.known.first(where: { $0.size == tokens.count }) else {
            throw .unrecognised(found: tokens.count)
        }
        if let size = encoding.size, size != tokens.count { throw .wrongSize(expected: size, found: tokens.count) }
        self.encoding = encoding
        self.vocabulary = tokens
        specialTokens = encoding.specialTokens.map { (name: $0.key, bytes: Array($0.key.utf8), number: $0.value) }
            .filter { !$0.bytes.isEmpty }
            .sorted { ($1.bytes.count, $0.name) < ($0.bytes.count, $1.name) }
    }

    /// Makes a tokenizer of a `.tiktoken` file.
    public init(contentsOf file: URL, encoding: TokenEncoding? = nil) throws(VocabularyError) {
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(path: file.path) }
        try self.init(vocabulary: Array(data), encoding: encoding)
    }

    /// How many tokens a text has. Special tokens in it are text like any other, as providers take them in messages.
    public func count(_ text: String) -> Int {
        var count = 0
        cut(text) { _, parts in count += parts.count - 1 }
        return count
    }

    /// The tokens of a text. Special tokens in it are text like any other, as providers take them in messages.
    public func encode(_ text: String) -> [Int] {
        var tokens: [Int] = []
        append(text, to: &tokens)
        return tokens
    }

    /// The tokens of a text in which special tokens mean what they are.
    /// - Parameter allowed: the special tokens that may be in it, by their text; any other is an error.
    public func encode(_ text: String, allowing allowed: Set<String>) throws(TokenizerError) -> [Int] {
        if let unknown = allowed.first(where: { encoding.specialTokens[$0] == nil }) {
            throw .unknownSpecialToken(unknown)
        }
        var tokens: [Int] = []
        let bytes = Array(text.utf8)
        var start = 0
        for place in bytes.indices where place >= start {
            guard let special = specialTokens.first(where: { $0.bytes.stand(in: bytes, at: place) }) else { continue }
            guard allowed.contains(special.name) else { throw .specialToken(special.name, offset: place) }
            append(bytes.text(start..<place), to: &tokens)
            tokens.append(special.number)
            start = place + special.bytes.count
        }
        append(bytes.text(start..<bytes.count), to: &tokens)
        return tokens
    }

    /// The bytes that tokens stand for. They need not be whole characters: a token can end within one.
    public func bytes(of tokens: some Sequence<Int>) throws(TokenizerError) -> [UInt8] {
        var bytes: [UInt8] = []
        for token in tokens {
            if let ordinary = vocabulary.token(token) {
                bytes += ordinary
            } else if let special = specialTokens.first(where: { $0.number == token }) {
                bytes += special.bytes
            } else {
                throw .unknownToken(token)
            }
        }
        return bytes
    }

    /// The text that tokens stand for; what is no whole character becomes U+FFFD.
    public func decode(_ tokens: some Sequence<Int>) throws(TokenizerError) -> String {
        String(decoding: try bytes(of: tokens), as: UTF8.self)
    }

    private func append(_ text: String, to tokens: inout [Int]) {
        cut(text) { piece, parts in
            for (start, end) in zip(parts, parts.dropFirst()) {
                tokens.append(Int(vocabulary.rank(of: UnsafeRawBufferPointer(rebasing: piece[start..<end]))))
            }
        }
    }

    /// Hands on every piece of a text with where its tokens begin and the last one ends.
    private func cut(_ text: String, _ body: (UnsafeRawBufferPointer, [Int]) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            // The pointers do not leave the closure.
            var scanner = PieceScanner(bytes, encoding.pattern)
            var merger = BytePairMerger(vocabulary)
            while let range = scanner.next() {
                let piece = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range])
                merger.merge(piece)
                body(piece, merger.starts)
            }
        }
    }
}
