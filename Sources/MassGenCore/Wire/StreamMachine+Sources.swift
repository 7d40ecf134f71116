/// Sources that are told at the end, with the places in the answer that they back.
extension StreamMachine {
    /// A source belongs to the text that is open where a place of it is backed; otherwise it stands for itself.
    mutating func ground(_ chunk: inout Chunk, into events: inout [ChatEvent]) {
        let (sources, supports) = (chunk.sources, chunk.supports)
        (chunk.sources, chunk.supports) = ([], [])
        var backed: Set<Int> = []
        let answer = Answer(builder.response.message.parts)
        for support in supports {
            for place in support.places where sources.indices.contains(place) {
                backed.insert(place)
                var citation = sources[place]
                citation.text = support.text ?? citation.text
                if let open, open.kind == .text, let range = answer.range(of: support) {
                    (citation.start, citation.end) = (range.lowerBound, range.upperBound)
                }
                received(citation, into: &events)
            }
        }
        for (place, citation) in sources.enumerated() where !backed.contains(place) {
            received(citation, into: &events)
        }
    }

    /// The text of an answer, to find places in that are counted in bytes.
    private struct Answer {
        /// The texts before the last one.
        let before: Int
        let last: [UInt8]

        init(_ parts: [Part]) {
            let texts = parts.compactMap { part in if case .text(let text) = part { Array(text.text.utf8) } else { nil }
            }
            last = texts.last ?? []
            before = texts.dropLast().reduce(0) { $0 + $1.count }
        }

        /// The place of a support in the last text, counted in Unicode scalars. Vendors count in bytes, from the start
        /// of the answer or of the part.
        func range(of support: Support) -> Range<Int>? {
            guard let end = support.end else { return nil }
            let start = support.start ?? 0
            for offset in [before, 0] {
                let (from, to) = (start - offset, end - offset)
                guard from >= 0, from <= to, to <= last.count else { continue }
                let words = String(decoding: last[from..<to], as: UTF8.self)
                if let text = support.text, text != words { continue }
                let first = String(decoding: last[..<from], as: UTF8.self).unicodeScalars.count
                return first..<first + words.unicodeScalars.count
            }
            return nil
        }
    }
}
