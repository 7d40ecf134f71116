import MassGenBackends
import Synchronization

/// Answers requests with given responses, the last one for ever, and remembers what was sent.
final class StubTransport: Transport {
    private let status: Int
    private let headers: HTTPHeaders
    private let bodies: [String]
    private let sentRequests = Mutex<[HTTPRequest]>([])

    var sent: [HTTPRequest] { sentRequests.withLock { $0 } }

    init(status: Int = 200, headers: HTTPHeaders = [:], body: String...) {
        self.status = status
        self.headers = headers
        bodies = body
    }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let place = sentRequests.withLock { sent in
            sent.append(request)
            return sent.count - 1
        }
        let body = bodies.isEmpty ? "" : bodies[min(place, bodies.count - 1)]
        let batches = body.isEmpty ? [] : [Array(body.utf8)]
        return HTTPResponse(status: status, headers: headers, body: HTTPBody(batches))
    }
}

extension HTTPBackend {
    /// A backend without a network and without the environment of the process.
    init(_ transport: StubTransport, key: Secret? = "test-key-0123456789", environment: [String: String] = [:]) {
        var connection = Connection(key: key)
        connection.environment = environment
        connection.transport = transport
        connection.allowsUnknownModels = true
        self.init(connection)
    }
}

/// A whole answer in the style of Chat Completions.
let plainAnswer =
    "{\"id\":\"r1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}"

/// The error that something throws.
func thrown(_ body: () async throws -> some Any) async -> BackendError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? BackendError
    }
}
