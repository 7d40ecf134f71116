/// `massgen-bench`: what a streamed event costs, against what it could cost at least and against what is usual.
///
/// Tables: models and prices, reading recorded bytes, tokens, the whole way over HTTP on this machine, then calls of a
/// server's tools. Takes about half a minute; build it with `-c release`. `massgen-bench prices`, `read`,
/// `tokens [VOCABULARY]`, `http` and `mcp` print only one of them.
@main
struct Bench {
    static func main() async throws {
        let part = CommandLine.arguments.dropFirst().first
        if part == "--serve" { return try EventServer.serve() }
        if part == "--echo" { return MCPBench.serve() }
        #if DEBUG
        print("This is a debug build: the figures mean nothing. Use swift run -c release massgen-bench.\n")
        #endif
        var aims: [Aim] = []
        func isWanted(_ name: String) -> Bool { part == nil || part == name }
        if isWanted("prices") { aims += PriceBench.run() }
        if isWanted("read") { aims += ParseBench.run() }
        if isWanted("tokens") { aims += try TokenBench.run(vocabulary: CommandLine.arguments.dropFirst(2).first) }
        if isWanted("http") { aims += try await NetworkBench.run() }
        if isWanted("mcp") { aims += try await MCPBench.run() }
        print("Aims")
        for aim in aims { print("  \(aim)") }
    }
}
