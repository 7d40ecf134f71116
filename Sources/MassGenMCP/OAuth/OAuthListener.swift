import MassGenCore
import Synchronization

/// Waits on a port of this machine for the browser to come back.
final class OAuthListener: Sendable {
    let redirectURI: String
    private let server: SocketServer
    private let state: String
    private let arrival: Arrival

    /// Listens; a port of 0 is any free one. Throws when the port is taken.
    init(port: Int, state: String) throws {
        let arrival = Arrival()
        server = try SocketServer(port: port) { request, connection in
            Self.answer(request, connection, state: state, arrival)
        }
        redirectURI = "http://127.0.0.1:\(server.port)/callback"
        self.state = state
        self.arrival = arrival
    }

    func stop() { server.stop() }

    /// The parameters that the browser brought.
    func parameters() async throws -> [String: String] {
        for await parameters in arrival.stream { return parameters }
        throw CancellationError()
    }

    /// Only what carries the state that was sent out is an answer: any page can make a browser come here.
    private static func answer(
        _ request: SocketServer.Request, _ connection: SocketServer.Connection, state: String, _ arrival: Arrival
    ) {
        let halves = request.path.split(separator: "?", maxSplits: 1)
        let parameters = halves.count == 2 ? FormEncoding.parameters(of: halves[1]) : nil
        guard request.method == "GET", halves.first == "/callback", let parameters,
            SecretText.isEqual(parameters["state"] ?? "", state)
        else { return connection.send(status: 400, page: "This is not what was waited for.") }
        connection.send(
            status: 200,
            page: parameters["code"] == nil ? "Access was not granted." : "You may close this window and go back.")
        arrival.note(parameters)
    }

    private final class Arrival: Sendable {
        let stream: AsyncStream<[String: String]>
        private let continuation: AsyncStream<[String: String]>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1)) }

        func note(_ parameters: [String: String]) { continuation.yield(parameters) }
    }
}

extension SocketServer.Connection {
    /// A page that shows a sentence and does nothing else.
    fileprivate func send(status: Int, page: String) {
        let headers: HTTPHeaders = [
            "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
            "Content-Security-Policy": "default-src 'none'", "Connection": "close",
        ]
        send(status: status, headers: headers, body: Array("<!doctype html><title>MCP</title><p>\(page)</p>".utf8))
    }
}

enum SecretText {
    /// Compares in a time that does not depend on where texts differ.
    static func isEqual(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
