import Foundation
import MassGenBackends
import MassGenSimulator
import Synchronization
import Testing

/// Every provider with a store of its own: what is sent is removed again, whatever happens on the way.
@Suite struct FileFaultTests {
    static let stores = Backends.all.filter { type in
        type.provider.services.contains { service in
            service.purpose == .upload && service.needs.allSatisfy(type.provider.capabilities.contains)
        }
    }

    @Test func theProvidersWithStoresAreThese() {
        #expect(
            Set(Self.stores.map { $0.provider.id }) == ["azure", "claude", "gemini", "mistral", "openai", "responses"])
    }

    @Test(arguments: stores.indices)
    func aFileIsStoredUsedAndRemoved(_ place: Int) async throws {
        try await run(Self.stores[place]) { store, backend, faults in
            let name = try await backend.withUploaded(store.report, every: .milliseconds(1)) { media in
                #expect(store.simulator.files.count == 1)
                return media.name
            }
            #expect(name == "report.pdf")
        }
    }

    @Test(arguments: stores.indices)
    func aStoreThatRefusesHoldsNothing(_ place: Int) async throws {
        try await run(Self.stores[place]) { store, backend, faults in
            faults.fail("POST", status: 400)
            let error = await thrown { try await store.use(backend) }
            #expect(error?.code == .invalidRequest)
        }
    }

    @Test(arguments: stores.indices)
    func aFileThatCannotBeAskedForIsRemoved(_ place: Int) async throws {
        try await run(Self.stores[place]) { store, backend, faults in
            guard try await store.waits(backend) else { return }
            faults.fail("GET", status: 500)
            let error = await thrown { try await store.use(backend) }
            #expect(error?.code == .server)
        }
    }

    @Test(arguments: stores.indices)
    func aFileThatIsNotReadyInTimeIsRemoved(_ place: Int) async throws {
        try await run(Self.stores[place]) { store, backend, faults in
            guard try await store.waits(backend) else { return }
            let error = await thrown {
                try await backend.withUploaded(store.report, waiting: .zero) { _ in Issue.record("it is not ready") }
            }
            #expect(error?.code == .timeout)
        }
    }

    @Test(arguments: stores.indices)
    func aTaskThatIsCancelledWhileItWaitsLeavesNothing(_ place: Int) async throws {
        try await run(Self.stores[place]) { store, backend, faults in
            guard try await store.waits(backend) else { return }
            let task = Task {
                try await backend.withUploaded(store.report, every: .seconds(60)) { _ in Issue.record("it is not ready")
                }
            }
            while store.simulator.files.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
            task.cancel()
            let error = await thrown { try await task.value }
            #expect(error == nil || error?.code == .cancelled)
        }
    }

    @Test(arguments: stores.indices)
    func aRemovalThatFailsIsTriedAgain(_ place: Int) async throws {
        try await run(Self.stores[place]) { store, backend, faults in
            faults.fail("DELETE", status: 503)
            try await store.use(backend)
        }
    }

    private func run(
        _ type: any HTTPBackend.Type, _ body: (Store, any HTTPBackend, FaultyTransport) async throws -> Void
    ) async throws {
        func run<Provider: HTTPBackend>(_ type: Provider.Type) async throws {
            let store = Store(simulator: try Simulator(Provider.Format.self))
            let faults = FaultyTransport()
            var connection = Connection(key: "test-key-0123456789", base: store.simulator.base)
            connection.environment = [:]
            connection.transport = faults
            connection.allowsUnknownModels = true
            for option in type.provider.options { connection.options[option.name] = option.fallback ?? "x" }
            try await body(store, Provider(connection), faults)
            #expect(store.simulator.files.isEmpty, "\(type.provider.id) left a file behind")
        }
        try await run(type)
    }
}

/// A provider's store and what is put there.
private struct Store {
    let simulator: Simulator
    let report = Media(data: Data("%PDF-1.7 of the year".utf8), name: "report.pdf")

    func use(_ backend: some HTTPBackend) async throws {
        try await backend.withUploaded(report, every: .milliseconds(1)) { _ in }
    }

    /// Whether the provider says of files that they are not ready yet.
    func waits(_ backend: some HTTPBackend) async throws -> Bool {
        let file = try await backend.upload(report)
        try await backend.removeFile(file.id)
        return file.state == .processing
    }
}

/// The network, some of whose requests fail once.
private final class FaultyTransport: Transport {
    private let faults = Mutex<[String: Int]>([:])

    /// Answers the next request of a method with a status.
    func fail(_ method: String, status: Int) { faults.withLock { $0[method] = status } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard let status = faults.withLock({ $0.removeValue(forKey: request.method) }) else {
            return try await DefaultTransport.shared.send(request)
        }
        return HTTPResponse(status: status, headers: ["retry-after-ms": "1", "retry-after": "0"], body: HTTPBody([]))
    }
}
