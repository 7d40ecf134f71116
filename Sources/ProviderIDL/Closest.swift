/// The word among those known that was probably meant: one that differs by case alone, else the one with the fewest
/// letters wrong, missing, added or swapped, if that is at most a third of them.
public func closest(to word: String, among known: [String]) -> String? {
    let letters = Array(word.lowercased().utf8)
    var best: (word: String, distance: Int)?
    for candidate in known {
        let others = Array(candidate.lowercased().utf8)
        if others == letters { return candidate }
        let allowed = max(letters.count, others.count) / 3
        guard abs(letters.count - others.count) <= allowed else { continue }
        let distance = editDistance(letters, others)
        if distance <= allowed, distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.word
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                distance = min(distance, beforeLast[j - 1] + 1)
            }
            row.append(distance)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
