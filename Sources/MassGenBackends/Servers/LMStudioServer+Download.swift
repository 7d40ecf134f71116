import Foundation
import MassGenCore

extension LMStudioServer {
    /// A download that runs: how far it has come, until it is done.
    public struct Download: AsyncSequence, Sendable {
        /// How far a download has come.
        public struct Progress: Sendable, Hashable {
            /// The share that is here, from 0 to 1.
            public var fraction: Double
            /// The bytes that are here, as exactly as `lms` says.
            public var downloadedBytes: Int?
            /// The bytes in all, as exactly as `lms` says.
            public var totalBytes: Int?
        }

        /// What goes wrong while reading.
        public typealias Failure = LMStudioServerError

        let child: any ChildProcess
        let model: String

        /// For one reader.
        public func makeAsyncIterator() -> Iterator { Iterator(child: child, model: model) }

        /// Ends the download; what is here stays, and the next one goes on from there.
        public func cancel() { child.end() }
    }
}

extension LMStudioServer.Download {
    /// Reads what `lms` draws: lines that go back to their start, `⠋ [███   ] 12.34% | 1.23 GB / 4.56 GB | …`.
    public struct Iterator: AsyncIteratorProtocol {
        let child: any ChildProcess
        let model: String
        private var rest: [UInt8] = []
        private var tail = ""
        private var found: ArraySlice<Progress> = []
        private var last: Progress?
        private var isDone = false

        init(child: any ChildProcess, model: String) {
            self.child = child
            self.model = model
        }

        /// The next step; `nil` when the model is here.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(LMStudioServerError) -> Progress? {
            while found.isEmpty, !isDone {
                let bytes: [UInt8]?
                do throws(TransportError) {
                    bytes = try await child.output.next()
                } catch {
                    child.end()
                    throw LMStudioServerError(.cancelled, "the download of '\(model)' was ended")
                }
                take(bytes ?? [0x0A])
                guard bytes == nil else { continue }
                isDone = true
                try LMStudioServerError.check(await child.exit(), ["get", model], "\(child.errorTail)\n\(tail)")
            }
            return found.popFirst()
        }

        private mutating func take(_ bytes: [UInt8]) {
            rest += bytes
            guard let end = rest.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
            for line in rest[..<end].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
                let text = String(decoding: line, as: UTF8.self)
                if let progress = Progress(text) {
                    if progress != last { found.append(progress) }
                    last = progress
                } else {
                    tail = String("\(tail)\n\(text)".suffix(2000))
                }
            }
            rest.removeFirst(end + 1)
        }
    }
}

extension LMStudioServer.Download.Progress {
    init?(_ line: String) {
        guard let percent = line.firstIndex(of: "%") else { return nil }
        let digits = line[..<percent].reversed().prefix { $0.isNumber || $0 == "." }
        guard let share = Double(String(digits.reversed())) else { return nil }
        fraction = min(1, share / 100)
        let parts = line[percent...].split(separator: "|")
        let sizes = parts.count > 1 ? parts[1].split(separator: "/").map(Self.bytes) : []
        if sizes.count == 2 { (downloadedBytes, totalBytes) = (sizes[0], sizes[1]) }
    }

    /// `1.23 GB`, with units of a thousand.
    private static func bytes(_ text: Substring) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 2, let number = Double(words[0]),
            let unit = ["B", "KB", "MB", "GB", "TB"].firstIndex(of: words[1])
        else { return nil }
        return Int(number * pow(1000, Double(unit)))
    }
}
