import Foundation
public import MassGenCore

/// A server on this machine that speaks every wire at its usual paths, and has its answers from one backend, or makes
/// them up: programs written for one provider talk to another. What the wires offer besides chat, such as listing models
/// and counting tokens, is there as far as the backend has it.
///
/// ```swift
/// let gateway = try Gateway(wires: Backends.wires, providers: Backends.all, backend: Groq(), port: 8080)
/// ```
///
/// Web pages cannot use it: a request that a browser sends for a page from elsewhere is refused.
public final class Gateway: Sendable {
    /// Where it listens.
    public var address: String { "http://\(host):\(server.port)" }

    private let host: String
    private let server: SocketServer

    /// Starts a gateway.
    /// - Parameters:
    ///   - wires: the wires to speak.
    ///   - providers: whose clients to know by their headers, where several wires have something at the same path.
    ///   - backend: who answers; answers are made up when `nil`.
    ///   - host: the address to listen on.
    ///   - port: the port; a free one for 0.
    ///   - log: called with a line for every request and every loss.
    public init(
        wires: [any Wire.Type], providers: [any HTTPBackend.Type] = [], backend: (any Backend)? = nil,
        host: String = "127.0.0.1", port: Int = 0, log: (@Sendable (String) -> Void)? = nil
    ) throws {
        self.host = host
        let table = RouteTable(wires: wires, providers: providers)
        let offer = Offer(backend)
        let isPrivate = Self.isHere("http://\(host)")
        server = try SocketServer(host: host, port: port) { http, connection in
            let path = String(http.path.prefix { $0 != "?" })
            let kin = table.kin(of: path, http.headers)
            if let reason = Self.refusal(of: http.headers, isPrivate) {
                log?("refused: \(reason)")
                connection.fail(403, reason, .permission, kin)
                return
            }
            let matches = table.routes(for: path)
            guard let match = table.best(matches.filter { $0.route.method == http.method }, http.headers) else {
                if matches.isEmpty {
                    connection.fail(404, "nothing is at \(path.prefix(200)); there is \(table.summary)", .notFound, kin)
                } else {
                    let methods = Set(matches.map(\.route.method)).sorted().joined(separator: ", ")
                    connection.fail(405, "\(path) takes \(methods)", .invalidRequest, kin, headers: ["allow": methods])
                }
                return
            }
            log?("\(match.route.wire.id) \(path)")
            match.answer(http, connection, offer, log)
        }
    }

    deinit { server.stop() }

    /// Stops listening; answers that are being sent break off.
    public func stop() { server.stop() }

    /// Why a request is not for this server. A page in a browser could spend the key of the one who reads it; a name that
    /// was made to lead here would get past the browser's own guard.
    private static func refusal(of headers: HTTPHeaders, _ isPrivate: Bool) -> String? {
        if let origin = headers["origin"], !isHere(origin) {
            return "pages from \(origin) may not use this server"
        }
        if isPrivate, let host = headers["host"], !isHere("http://\(host)") {
            return "'\(host)' is not this machine"
        }
        return nil
    }

    private static func isHere(_ address: String) -> Bool { (try? HTTPAddress(address))?.isLoopback ?? false }
}

/// What there is at which path.
struct RouteTable: Sendable {
    /// A route that fits a path, and what the path says.
    struct Match: Sendable {
        let route: Route
        let values: [String: String]
    }

    private let routes: [Route]
    private let marks: [Marks]

    init(wires: [any Wire.Type], providers: [any HTTPBackend.Type]) {
        // Programs are not asked over HTTP.
        routes = wires.filter { $0.framing != .lines }.flatMap(Route.all)
        marks = providers.map { Marks($0.provider) }
    }

    /// All that is at a path.
    func routes(for path: String) -> [Match] {
        routes.compactMap { route in route.values(in: path).map { Match(route: route, values: $0) } }
    }

    /// The one that the client means.
    func best(_ matches: [Match], _ headers: HTTPHeaders) -> Match? {
        var best: (match: Match, weight: Int)?
        for match in matches {
            let weight = weight(match.route, headers)
            if weight > best?.weight ?? .min { best = (match, weight) }
        }
        return best?.match
    }

    /// The wire whose client asks for a path that is none of its own.
    func kin(of path: String, _ headers: HTTPHeaders) -> (any Wire.Type)? {
        var best: (wire: String, weight: Int, steps: Int)?
        for mark in marks {
            let weight = mark.weight(headers), steps = mark.kinship(of: path)
            if (weight, steps) > (best?.weight ?? .min, best?.steps ?? 0) { best = (mark.wire, weight, steps) }
        }
        return (routes.first { $0.wire.id == best?.wire } ?? routes.first)?.wire
    }

    private func weight(_ route: Route, _ headers: HTTPHeaders) -> Int {
        marks.filter { $0.wire == route.wire.id }.map { $0.weight(headers) }.max() ?? 0
    }

    /// The chat paths, for people.
    var summary: String {
        var paths: [String] = []
        for route in routes {
            if case .chat = route.purpose, !paths.contains(route.path) { paths.append(route.path) }
        }
        return "chat at \(paths.joined(separator: ", "))"
    }
}

extension SocketServer.Connection {
    /// Answers with an error in the words of a wire.
    func fail(
        _ status: Int, _ message: String, _ meaning: ErrorClass, _ wire: (any Wire.Type)?, headers: HTTPHeaders = [:]
    ) {
        var headers = headers
        headers.set("content-type", "application/json")
        let failure = Failure(message: message, meaning, status: status, in: wire)
        let body = wire?.render(failure) ?? Array(JSON.object(["error": ["message": .string(message)]]).text.utf8)
        send(status: status, headers: headers, body: body)
    }

    /// Answers with a backend's error in the words of a wire.
    func fail(_ error: BackendError, _ wire: any Wire.Type) {
        send(status: error.answerStatus, json: wire.render(Failure(error, in: wire)))
    }
}

extension BackendError {
    /// The status that says what the backend's did, or that the backend is at fault.
    var answerStatus: Int {
        if let status, status >= 400 { return status }
        if code == .noEndpoint { return 404 }
        if family == .setup { return 400 }
        return code == .timeout ? 504 : 502
    }
}
