import Foundation

/// A figure with the bound it is meant to keep.
struct Aim: CustomStringConvertible {
    enum Bound {
        case atLeast(Double)
        case atMost(Double)
    }

    var title: String
    var bound: Bound
    var figure: Double

    var description: String {
        let (sign, limit, isReached) =
            switch bound {
            case .atLeast(let limit): ("≥", limit, figure >= limit)
            case .atMost(let limit): ("≤", limit, figure <= limit)
            }
        let verdict = isReached ? "reached" : "MISSED"
        return "\(verdict)  \(title): \(figure.text(2)) (aim \(sign) \(limit.text(1)))"
    }
}

/// Rows under headings, numbers to the right.
struct Table {
    var headings: [String]
    var rows: [[String]] = []

    func show() {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        for row in all {
            let cells = row.enumerated().map { place, cell in
                let space = String(repeating: " ", count: widths[place] - cell.count)
                return place == 0 ? cell + space : space + cell
            }
            print("  " + cells.joined(separator: "   "))
        }
        print("")
    }
}

extension Double {
    func text(_ places: Int) -> String { String(format: "%.\(places)f", self) }
}

extension [Double] {
    var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
