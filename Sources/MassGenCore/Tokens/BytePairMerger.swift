/// Merges the bytes of a piece to tokens: always the two neighbours whose token has the lowest rank, the first of them
/// when there are several.
struct BytePairMerger {
    private let vocabulary: Vocabulary
    /// Where the parts of the piece begin; the piece's end stands last.
    private(set) var starts: [Int] = []
    /// The rank that a part and the next have together.
    private var ranks: [UInt32] = []
    private var heap = Heap()

    /// Up to this many bytes looking through all pairs is faster than a heap.
    private static let shortLimit = 96

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Cuts a piece into tokens; ``starts`` then says where.
    mutating func merge(_ piece: UnsafeRawBufferPointer) {
        starts.removeAll(keepingCapacity: true)
        // Most pieces are tokens.
        if rank(piece, 0, piece.count) != Vocabulary.none {
            starts.append(0)
            starts.append(piece.count)
            return
        }
        ranks.removeAll(keepingCapacity: true)
        for start in 0..<piece.count {
            starts.append(start)
            ranks.append(rank(piece, start, min(start + 2, piece.count + 1)))
        }
        starts.append(piece.count)
        if piece.count <= Self.shortLimit { mergeShort(piece) } else { mergeLong(piece) }
    }

    /// The rank of a part of the piece; none beyond its end.
    @inline(__always)
    private func rank(_ piece: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt32 {
        guard end <= piece.count, let base = piece.baseAddress else { return Vocabulary.none }
        return vocabulary.rank(of: base + start, count: end - start)
    }

    private mutating func mergeShort(_ piece: UnsafeRawBufferPointer) {
        var count = piece.count
        while true {
            var best = 0
            var lowest = Vocabulary.none
            for part in 0..<count where ranks[part] < lowest {
                lowest = ranks[part]
                best = part
            }
            guard lowest != Vocabulary.none else { break }
            // The next part goes: its start is no longer one.
            starts.remove(at: best + 1)
            ranks.remove(at: best + 1)
            count -= 1
            func joined(_ part: Int) -> UInt32 {
                part + 2 <= count ? rank(piece, starts[part], starts[part + 2]) : Vocabulary.none
            }
            ranks[best] = joined(best)
            if best > 0 { ranks[best - 1] = joined(best - 1) }
        }
    }

    /// The same with a list of parts that are linked by the places of their first bytes, and a heap of pairs: a piece of
    /// n bytes takes n log n steps.
    private mutating func mergeLong(_ piece: UnsafeRawBufferPointer) {
        let end = piece.count
        var next = Array(1...end + 1)
        var previous = Array(-1..<end)
        heap.removeAll()
        for start in 0..<end where ranks[start] != Vocabulary.none { heap.push(rank: ranks[start], start: start) }

        func joined(_ start: Int) -> UInt32 {
            next[start] < end ? rank(piece, start, next[next[start]]) : Vocabulary.none
        }
        while let (lowest, start) = heap.pop() {
            // A pair that has changed since it was put in.
            guard ranks[start] == lowest else { continue }
            let gone = next[start]
            next[start] = next[gone]
            if next[start] < end { previous[next[start]] = start }
            ranks[gone] = Vocabulary.none
            ranks[start] = joined(start)
            if ranks[start] != Vocabulary.none { heap.push(rank: ranks[start], start: start) }
            let before = previous[start]
            if before >= 0 {
                ranks[before] = joined(before)
                if ranks[before] != Vocabulary.none { heap.push(rank: ranks[before], start: before) }
            }
        }
        starts.removeAll(keepingCapacity: true)
        var start = 0
        while start < end {
            starts.append(start)
            start = next[start]
        }
        starts.append(end)
    }
}

/// Pairs, the lowest rank first, and of those the first in the text.
private struct Heap {
    /// Rank and place in one number: ranks have 24 bits, places the other 40.
    private var entries: [UInt64] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func push(rank: UInt32, start: Int) {
        var child = entries.count
        entries.append(UInt64(rank) << 40 | UInt64(start))
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child] < entries[parent] else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> (rank: UInt32, start: Int)? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        if !entries.isEmpty {
            entries[0] = last
            sink()
        }
        return (UInt32(first >> 40), Int(first & (1 << 40 - 1)))
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var child = parent * 2 + 1
            guard child < entries.count else { return }
            if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
            guard entries[child] < entries[parent] else { return }
            entries.swapAt(child, parent)
            parent = child
        }
    }
}
