import CAllocationCounter
import Foundation
import MassGenBackends

/// What it costs to read a recorded body: at least, by the library, and by Foundation's decoder.
enum ParseBench {
    private static let batchSize = 16 << 10

    static func run() -> [Aim] {
        let recording = Recording(words: 296)
        let count = recording.eventCount
        let batches = stride(from: 0, to: recording.bytes.count, by: batchSize).map { start in
            Array(recording.bytes[start..<min(start + batchSize, recording.bytes.count)])
        }
        let lines = recording.documents.map { Data($0) }
        let decoder = JSONDecoder()
        var results = [
            Measurement("byte scan", repeats: 2000) { scan(recording.bytes) },
            Measurement("StreamDecoder<OpenAIChat>", repeats: 200) { decode(batches) },
            Measurement("JSONDecoder into structs", repeats: 10) { decode(lines, with: decoder) },
        ]
        for _ in 0..<25 {
            for place in results.indices { results[place].round() }
        }

        print("Reading \(count) events of \(recording.bytes.count / count) bytes, per event")
        var table = Table(headings: ["", "ns", "× scan", "× ours", "allocations"])
        let (floor, ours) = (results[0].nanoseconds, results[1].nanoseconds)
        for result in results {
            let allocations = allocation_counter_works() ? (result.allocations / Double(count)).text(2) : "not counted"
            table.rows.append([
                result.title, (result.nanoseconds / Double(count)).text(1), (result.nanoseconds / floor).text(1),
                (result.nanoseconds / ours).text(2), allocations,
            ])
        }
        table.show()
        return [
            Aim(
                title: "reading, times faster than JSONDecoder", bound: .atLeast(20),
                figure: results[2].nanoseconds / ours)
        ]
    }

    /// The floor: looks at every byte once, for line ends.
    private static func scan(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return 0 }
            let end = place + bytes.count
            var count = 0
            while let found = memchr(place, 0x0A, end - place) {
                count += 1
                place = UnsafeRawPointer(found) + 1
            }
            return count
        }
    }

    /// What a backend does with the bodies it receives.
    private static func decode(_ batches: [[UInt8]]) -> Int {
        var decoder = StreamDecoder<OpenAIChat>()
        var count = 0
        do {
            var events: [ChatEvent] = []
            for batch in batches {
                try decoder.decode(batch, into: &events)
                count += events.count
                events.removeAll(keepingCapacity: true)
            }
            try decoder.finish(into: &events)
            count += events.count
        } catch {
            fatalError("\(error)")
        }
        return count
    }

    private static func decode(_ lines: [Data], with decoder: JSONDecoder) -> Int {
        var count = 0
        do {
            for line in lines { count += try decoder.decode(StreamedChunk.self, from: line).choices.count }
        } catch {
            fatalError("\(error)")
        }
        return count
    }
}

/// Time and allocations of a piece of work, measured in rounds.
private struct Measurement {
    let title: String
    private let repeats: Int
    private let work: () -> Int
    private var times: [Double] = []
    private(set) var allocations = 0.0

    init(_ title: String, repeats: Int, _ work: @escaping () -> Int) {
        self.title = title
        self.repeats = repeats
        self.work = work
    }

    var nanoseconds: Double { times.median }

    mutating func round() {
        var sum = 0
        let before = allocation_count()
        let time = ContinuousClock().measure {
            for _ in 0..<repeats { sum &+= work() }
        }
        precondition(sum > 0)
        allocations = Double(allocation_count() - before) / Double(repeats)
        times.append(time / .nanoseconds(1) / Double(repeats))
    }
}

/// What the library reads of a chunk, as one would declare it for Foundation's decoder.
private struct StreamedChunk: Decodable {
    var id: String?
    var model: String?
    var choices: [Choice]
    var usage: Counts?

    struct Choice: Decodable {
        var index: Int?
        var delta: Delta?
        var finish_reason: String?
    }

    struct Delta: Decodable {
        var content: String?
        var reasoning_content: String?
        var refusal: String?
        var tool_calls: [Call]?
    }

    struct Call: Decodable {
        var index: Int?
        var id: String?
        var function: Function?
    }

    struct Function: Decodable {
        var name: String?
        var arguments: String?
    }

    struct Counts: Decodable {
        var prompt_tokens: Int?
        var completion_tokens: Int?
        var total_tokens: Int?
        var prompt_tokens_details: Details?
        var completion_tokens_details: Details?
    }

    struct Details: Decodable {
        var cached_tokens: Int?
        var reasoning_tokens: Int?
        var audio_tokens: Int?
    }
}
