import Foundation
import MassGenBackends

/// What an event costs on its whole way over HTTP on this machine, against the `curl` program throwing it away.
///
/// Only the processor's time counts, of this process or of curl's. What it costs to start curl, or to send a request,
/// is measured with an empty stream and taken off.
enum NetworkBench {
    static func run() async throws -> [Aim] {
        guard Curl.path != nil else {
            print("There is no curl on this system: nothing measured over HTTP.\n")
            return []
        }
        let server = try ServerProcess()
        defer { server.stop() }
        _ = try await Client.read(server.base, count: 1000, gap: 0)

        let flood = try await compare(server.base, count: 200_000, gap: 0, rounds: 5)
        let trickle = try await compare(server.base, count: 1000, gap: 2000, rounds: 3)
        let first = try await firstEvents(server.base, rounds: 60)

        print("Over HTTP, processor time per event in µs")
        var table = Table(headings: ["", "ours", "curl", "× curl"])
        table.rows.append(row("200,000 events at once", flood, 2))
        table.rows.append(row("1,000 events, one in 2 ms", trickle, 1))
        table.show()
        print("From request to first event in µs, wall time")
        var times = Table(headings: ["", "ours", "curl", "× curl"])
        times.rows.append(row("new connection", (first.warm, first.curl), 0))
        times.rows.append(row("new connection, new transport", (first.cold, first.curl), 0))
        times.show()
        return [
            Aim(title: "events at once, times curl", bound: .atMost(5), figure: flood.ours / flood.curl),
            Aim(title: "one event in 2 ms, times curl", bound: .atMost(1.5), figure: trickle.ours / trickle.curl),
            Aim(title: "first event, times curl", bound: .atMost(2), figure: first.warm / first.curl),
        ]
    }

    private static func row(_ title: String, _ figures: (ours: Double, curl: Double), _ places: Int) -> [String] {
        [title, figures.ours.text(places), figures.curl.text(places), (figures.ours / figures.curl).text(2)]
    }

    /// Processor time per event in microseconds.
    private static func compare(
        _ base: String, count: Int, gap: Int, rounds: Int
    ) async throws -> (ours: Double, curl: Double) {
        var ours: [Double] = []
        var curl: [Double] = []
        for _ in 0..<rounds {
            let idle = try await Client.read(base, count: 0, gap: gap)
            let busy = try await Client.read(base, count: count, gap: gap)
            ours.append((busy - idle) / Double(count))
            let start = try Curl.read(base, count: 0, gap: gap)
            let whole = try Curl.read(base, count: count, gap: gap)
            curl.append((whole - start) / Double(count))
        }
        return (ours.median, curl.median)
    }

    private static func firstEvents(
        _ base: String, rounds: Int
    ) async throws -> (cold: Double, warm: Double, curl: Double) {
        var cold: [Double] = []
        var warm: [Double] = []
        var curl: [Double] = []
        let open = CurlTransport()
        _ = try await Client.firstEvent(base, open)
        for _ in 0..<rounds {
            cold.append(try await Client.firstEvent(base, CurlTransport()))
            warm.append(try await Client.firstEvent(base, open))
            curl.append(try Curl.firstByte(base))
        }
        return (cold.median, warm.median, curl.median)
    }
}

/// The library as a client.
private enum Client {
    /// Reads a stream event by event; the processor time it took in microseconds.
    static func read(_ base: String, count: Int, gap: Int) async throws -> Double {
        try await Task.detached {
            let chat = Chat(base: "\(base)/\(count)/\(gap)")
            let before = ProcessorTime.ownMicroseconds
            var seen = 0
            for try await event in chat.stream("", model: "any") where event.text != nil { seen += 1 }
            precondition(seen == count)
            return ProcessorTime.ownMicroseconds - before
        }.value
    }

    /// Wall time from the request to the first piece of text in microseconds.
    static func firstEvent(_ base: String, _ transport: any Transport) async throws -> Double {
        try await Task.detached {
            var connection = Connection(base: "\(base)/1/0")
            connection.transport = transport
            let chat = Chat(connection)
            let start = ContinuousClock.now
            var time: Double?
            for try await event in chat.stream("", model: "any") where event.text != nil && time == nil {
                time = start.duration(to: .now) / .microseconds(1)
            }
            return time ?? .nan
        }.value
    }
}

/// The `curl` program as a client.
private enum Curl {
    static let path = ["/usr/bin/curl", "/usr/local/bin/curl", "/opt/homebrew/bin/curl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Reads a stream and throws it away; the processor time of the whole process in microseconds.
    static func read(_ base: String, count: Int, gap: Int) throws -> Double {
        let before = ProcessorTime.childrenMicroseconds
        _ = try run(["-o", "/dev/null", url(base, count: count, gap: gap)])
        return ProcessorTime.childrenMicroseconds - before
    }

    /// Wall time from the request to the first byte by curl's own clock, in microseconds.
    static func firstByte(_ base: String) throws -> Double {
        let format = "%{time_starttransfer}"
        let text = try run(["-o", "/dev/null", "-w", format, url(base, count: 1, gap: 0)])
        return (Double(text) ?? .nan) * 1e6
    }

    private static func url(_ base: String, count: Int, gap: Int) -> String {
        "\(base)/\(count)/\(gap)/chat/completions"
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = path.map { URL(fileURLWithPath: $0) }
        process.arguments = ["-N", "-s", "-d", "{}"] + arguments
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}

private enum ProcessorTime {
    #if canImport(Glibc)
    private static let own = RUSAGE_SELF.rawValue
    private static let children = RUSAGE_CHILDREN.rawValue
    #else
    private static let own = RUSAGE_SELF
    private static let children = RUSAGE_CHILDREN
    #endif

    /// Of this process so far.
    static var ownMicroseconds: Double { microseconds(own) }
    /// Of all children that have ended so far.
    static var childrenMicroseconds: Double { microseconds(children) }

    private static func microseconds(_ who: Int32) -> Double {
        var usage = rusage()
        getrusage(who, &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        return times.reduce(0) { $0 + Double($1.tv_sec) * 1e6 + Double($1.tv_usec) }
    }
}
