/// What a child writes on standard output, line by line; blank lines are left out.
///
/// ```swift
/// for try await line in child.lines(upTo: 1 << 20) { print(String(decoding: line, as: UTF8.self)) }
/// ```
///
/// For one reader: lines that were handed out are gone. Throws ``ProcessError/Kind/tooLarge`` for a line of more bytes than
/// that, and ``ProcessError/Kind/cancelled`` when the task is cancelled or nobody can read any more.
public struct ChildLines: AsyncSequence, Sendable {
    /// A line without its end.
    public typealias Element = [UInt8]
    /// What may go wrong.
    public typealias Failure = ProcessError

    private let output: HTTPBody
    private let limit: Int

    fileprivate init(_ output: HTTPBody, limit: Int) {
        self.output = output
        self.limit = limit
    }

    /// An iterator of the lines.
    public func makeAsyncIterator() -> Iterator { Iterator(output, limit: limit) }

    /// Gives the lines.
    public struct Iterator: AsyncIteratorProtocol {
        private let output: HTTPBody
        private let limit: Int
        private var framer: LineFramer
        private var isOpen = true

        fileprivate init(_ output: HTTPBody, limit: Int) {
            self.output = output
            self.limit = limit
            framer = LineFramer(limit: limit)
        }

        /// The next line; `nil` after the last one. What follows the last line end is a line too.
        public mutating func next() async throws(ProcessError) -> [UInt8]? { try await next(isolation: nil) }

        /// The next line; `nil` after the last one.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(ProcessError) -> [UInt8]? {
            while true {
                do throws(FramingError) {
                    if let line = try framer.next() { return Array(framer.buffer[line]) }
                } catch {
                    throw ProcessError(.tooLarge, "it wrote a line of more than \(limit) bytes")
                }
                guard isOpen else { return nil }
                do throws(TransportError) {
                    if let bytes = try await output.next() {
                        framer.append(bytes)
                    } else {
                        isOpen = false
                        framer.finish()
                    }
                } catch {
                    throw .cancelled
                }
            }
        }
    }
}

extension ChildProcess {
    /// What it writes on standard output, line by line.
    /// - Parameter limit: the most bytes a line may have.
    public func lines(upTo limit: Int = 32 << 20) -> ChildLines { ChildLines(output, limit: limit) }
}
