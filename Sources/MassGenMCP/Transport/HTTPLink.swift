import Foundation
import MassGenCore

/// Sends HTTP requests to one server: with the program's headers, proof of who asks, and redirects only within the
/// server.
struct HTTPLink: Sendable {
    let url: String
    let headers: HTTPHeaders
    let transport: any Transport
    let authorization: (any MCPAuthorization)?

    /// How long a stream may be silent before it is given up and opened again.
    private static let idle = Duration.seconds(3600)
    private static let redirectLimit = 5

    /// Sends a request and returns as soon as the answer's headers have come. The client, not the network, says how
    /// long answers may take.
    /// - Parameter total: how long the whole exchange may take, where that is to be limited.
    func send(
        _ method: String, to target: String? = nil, headers more: HTTPHeaders, body: [UInt8] = [],
        total: Duration? = nil
    ) async throws(MCPError) -> HTTPResponse {
        var request = HTTPRequest(method: method, url: target ?? url, headers: headers, body: body)
        for (name, value) in more { request.headers.set(name, value) }
        request.timeouts = Timeouts(firstByte: Self.idle, idle: Self.idle, total: total)
        var isProven = false
        var hops = 0
        while true {
            var sent = request
            try await authorization?.authorize(&sent)
            let response: HTTPResponse
            do throws(TransportError) {
                response = try await transport.send(sent)
            } catch {
                throw MCPError(error)
            }
            if let next = try redirect(response, of: request, hops) {
                hops += 1
                request.url = next
                continue
            }
            if response.status == 401 || response.status == 403, let authorization, !isProven {
                isProven = true
                if try await authorization.challenged(by: response, to: sent) { continue }
            }
            return response
        }
    }

    /// Where an answer says to go instead; `nil` when it says no such thing.
    private func redirect(
        _ response: HTTPResponse, of request: HTTPRequest, _ hops: Int
    ) throws(MCPError) -> String? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response.headers["Location"] else {
            return nil
        }
        let keepsMethod = response.status >= 307 || request.method == "GET"
        guard hops < Self.redirectLimit, keepsMethod, let next = location.resolved(against: request.url),
            next.origin == request.url.origin
        else {
            throw MCPError(
                .refused, "the server sends elsewhere, which is not followed: name that address if it is meant",
                status: response.status)
        }
        return next
    }
}

extension HTTPResponse {
    /// The media type of the body, without parameters.
    var mediaType: String {
        let value = headers["Content-Type"] ?? ""
        return value.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }
}

extension String {
    /// Scheme, host and port of an address.
    var origin: String? {
        guard let parts = URLComponents(string: self), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased()
        else { return nil }
        return "\(scheme)://\(host):\(parts.port ?? (scheme == "https" ? 443 : 80))"
    }

    /// The address that a reference means beside another.
    func resolved(against base: String) -> String? {
        URL(string: base).flatMap { URL(string: self, relativeTo: $0)?.absoluteString }
    }
}
