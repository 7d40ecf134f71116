import Foundation
import MassGenCore
import MassGenMCP

/// What a call of a server's tool costs beside bare lines there and back through the same child, and what many calls
/// leave behind.
enum MCPBench {
    private static let rounds = 7
    private static let calls = 2000

    static func run() async throws -> [Aim] {
        let command = ProcessCommand(CommandLine.arguments[0], ["--echo"])
        let pipe = BarePipe(try SystemLauncher.shared.launch(command))
        var options = MCPClientOptions()
        options.era = .handshaking
        let client = MCPClient("echo", StdioTransport(command), options: options)
        _ = try await pipe.times(100)
        _ = try await times(client, 100)
        var (bare, ours): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            bare.append(try await pipe.times(calls))
            ours.append(try await times(client, calls))
        }
        let before = Holdings()
        _ = try await times(client, 10_000)
        let after = Holdings()
        await client.close()

        print("A call of a tool over standard input and output, wall time in µs")
        var table = Table(headings: ["", "ours", "bare lines", "× bare lines"])
        // Each beside the other at the same moment: how busy the machine is changes from moment to moment.
        let ratio = zip(ours, bare).map { $0 / $1 }.median
        table.rows.append(["there and back", ours.median.text(1), bare.median.text(1), ratio.text(2)])
        table.show()
        return [
            Aim(title: "a call of a tool, times bare lines", bound: .atMost(2), figure: ratio),
            Aim(
                title: "descriptors and threads that 10,000 calls leave", bound: .atMost(0),
                figure: after.count - before.count),
            Aim(
                title: "megabytes that 10,000 calls leave", bound: .atMost(2),
                figure: after.megabytes - before.megabytes),
        ]
    }

    /// Microseconds per call.
    private static func times(_ client: MCPClient, _ count: Int) async throws -> Double {
        let start = ContinuousClock.now
        for _ in 0..<count { _ = try await client.call("echo", ["text": "hello"]) }
        return start.duration(to: .now) / .microseconds(count)
    }

    /// The child's whole life: answers every request with the same result.
    static func serve() {
        while let line = readLine() {
            let reader = JSONReader(Array(line.utf8))
            guard let id = reader.lookAhead("id") else { continue }
            let result =
                reader.lookAheadString("method") == "initialize"
                ? #"{"protocolVersion":"2025-11-25","capabilities":{"tools":{}}}"#
                : #"{"content":[{"type":"text","text":"hello"}]}"#
            print(#"{"jsonrpc":"2.0","id":\#(id),"result":\#(result)}"#)
            fflush(nil)
        }
    }
}

/// Lines there and back, with nothing made of them.
private struct BarePipe {
    private let child: any ChildProcess
    private let line =
        Array(
            #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":{"text":"hello"}}}"#
                .utf8) + [0x0A]

    init(_ child: any ChildProcess) { self.child = child }

    /// Microseconds per line.
    func times(_ count: Int) async throws -> Double {
        let start = ContinuousClock.now
        for _ in 0..<count {
            try await child.write(line)
            var isWhole = false
            while !isWhole, let bytes = try await child.output.next() { isWhole = bytes.last == 0x0A }
        }
        return start.duration(to: .now) / .microseconds(count)
    }
}

/// What this process holds, where the system says so.
private struct Holdings {
    /// Descriptors and threads.
    let count: Double
    let megabytes: Double

    init() {
        func entries(_ path: String) -> Int { (try? FileManager.default.contentsOfDirectory(atPath: path).count) ?? 0 }
        count = Double(entries("/proc/self/fd") + entries("/proc/self/task"))
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        megabytes = (pages.flatMap { Double($0[1]) } ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }
}
