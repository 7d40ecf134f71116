import Foundation

@testable import MassGenCore

/// A vocabulary made of a short text the way real ones are made of long ones: all bytes, then the most frequent pair of
/// neighbours, again and again.
struct SmallVocabulary {
    /// Tokens by rank.
    private(set) var tokens: [[UInt8]] = (UInt8.min...UInt8.max).map { [$0] }

    static let shared = SmallVocabulary()

    private init() {
        let text = """
            The sky is blue because the air scatters the short waves of light more than the long ones, and so the blue \
            ones reach the eye from all sides. Warum ist der Himmel blau? Weil die Luft die kurzen Wellen stärker \
            streut. 空は青い。 1000 2000    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """
        var words = text.split(separator: " ").map { word in (" " + word).utf8.map { [$0] } }
        for _ in 0..<150 {
            var counts: [[UInt8]: Int] = [:]
            for word in words {
                for (left, right) in zip(word, word.dropFirst()) { counts[left + right, default: 0] += 1 }
            }
            guard let best = counts.max(by: { ($0.value, $0.key.hex) < ($1.value, $1.key.hex) })?.key else { break }
            tokens.append(best)
            for place in words.indices { words[place] = Self.joined(words[place], best) }
        }
    }

    private static func joined(_ word: [[UInt8]], _ token: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        for part in word {
            if let last = parts.last, last + part == token {
                parts[parts.count - 1] = token
            } else {
                parts.append(part)
            }
        }
        return parts
    }

    /// The file.
    var file: [UInt8] {
        Array(tokens.enumerated().map { "\(Data($1).base64EncodedString()) \($0)\n" }.joined().utf8)
    }

    /// What a piece becomes, found by looking through all pairs again and again.
    func tokens(of piece: some Sequence<UInt8>) -> [Int] {
        var ranks: [[UInt8]: Int] = [:]
        for (rank, token) in tokens.enumerated() { ranks[token] = rank }
        var parts = piece.map { [$0] }
        while true {
            let pairs = parts.indices.dropLast().map { ranks[parts[$0] + parts[$0 + 1]] ?? .max }
            guard let lowest = pairs.min(), lowest < .max, let place = pairs.firstIndex(of: lowest) else { break }
            parts[place] += parts.remove(at: place + 1)
        }
        return parts.compactMap { ranks[$0] }
    }
}

extension [UInt8] {
    fileprivate var hex: String { map { String($0, radix: 16) }.joined(separator: " ") }
}
