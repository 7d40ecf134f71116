import MassGenBackends
import Synchronization

/// Answers every request with the same response and remembers what was sent.
final class StubTransport: Transport {
    private let status: Int
    private let headers: HTTPHeaders
    private let batches: [[UInt8]]
    private let sentRequests = Mutex<[HTTPRequest]>([])

    var sent: [HTTPRequest] { sentRequests.withLock { $0 } }

    init(status: Int = 200, headers: HTTPHeaders = [:], body: String = "") {
        self.status = status
        self.headers = headers
        batches = body.isEmpty ? [] : [Array(body.utf8)]
    }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        sentRequests.withLock { $0.append(request) }
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
