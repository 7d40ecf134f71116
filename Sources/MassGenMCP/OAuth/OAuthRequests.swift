import Foundation
import MassGenCore

/// The requests of a flow. Redirects are not followed: what an authorization server says of itself stands at its own
/// address.
struct OAuthRequests: Sendable {
    let transport: any Transport
    private static let largestAnswer = 1 << 20

    /// A document; `nil` where there is none. Errors of the server are errors: they say nothing about what it has.
    func document<Value: Decodable>(_ type: Value.Type, at url: String, called name: String) async throws(MCPError)
        -> Value?
    {
        let (status, body) = try await send(HTTPRequest(url: url, headers: ["Accept": "application/json"]), name)
        if status == 429 || status >= 500 {
            throw MCPError(.cannotConnect, "the \(name) cannot be had: status \(status)", status: status)
        }
        guard status == 200 else { return nil }
        return try? JSON(parsing: body, limits: JSONLimits(depth: 32)).decode(type)
    }

    /// Registers a client (RFC 7591).
    func register(_ body: JSON, at url: String) async throws(MCPError) -> JSON {
        let request = HTTPRequest(
            method: "POST", url: url, headers: ["Content-Type": "application/json", "Accept": "application/json"],
            body: body.bytes)
        return try await answer(request, "registration of the client", hiding: [])
    }

    /// Asks for tokens. `secrets` are kept out of errors, whatever the server makes of them.
    func tokens(
        _ pairs: [(name: String, value: String)], from url: String, headers: HTTPHeaders, hiding secrets: [String]
    ) async throws(MCPError) -> TokenAnswer {
        var request = HTTPRequest(
            method: "POST", url: url, headers: headers, body: Array(FormEncoding.text(pairs).utf8))
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.headers["Accept"] = "application/json"
        let json = try await answer(request, "token", hiding: secrets)
        guard let tokens = try? json.decode(TokenAnswer.self), !tokens.accessToken.isEmpty,
            tokens.accessToken.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw MCPError(.unauthorized, "the authorization server gave no token that can be used") }
        guard tokens.tokenType.map({ $0.lowercased() == "bearer" }) ?? true else {
            throw MCPError(.unauthorized, "the authorization server gave a token that is no bearer token")
        }
        return tokens
    }

    private func answer(
        _ request: HTTPRequest, _ name: String, hiding secrets: [String]
    ) async throws(MCPError) -> JSON {
        let (status, body) = try await send(request, name)
        let json = try? JSON(parsing: body, limits: JSONLimits(depth: 32))
        if (200...299).contains(status), let json { return json }
        // Only what RFC 6749 names is repeated: a page could hold anything.
        var reason = ""
        if let error = json?["error"]?.string {
            reason = ": \(error.prefix(100))"
            if let words = json?["error_description"]?.string { reason += " (\(words.prefix(300)))" }
        }
        for secret in secrets where secret.utf8.count >= 4 {
            reason = reason.replacingOccurrences(of: secret, with: "***")
        }
        throw MCPError(
            status >= 500 ? .cannotConnect : .unauthorized,
            "the authorization server refused the \(name) with status \(status)\(reason)", status: status)
    }

    private func send(_ request: HTTPRequest, _ name: String) async throws(MCPError) -> (Int, [UInt8]) {
        do throws(TransportError) {
            guard try WebAddress(request.url).isConfidential else {
                throw TransportError(.refusedAddress, "its address is not https")
            }
            var request = request
            request.timeouts = Timeouts(
                connect: .seconds(10), firstByte: .seconds(30), idle: .seconds(30), total: .seconds(60))
            let response = try await transport.send(request)
            return (response.status, try await response.body.collect(upTo: Self.largestAnswer))
        } catch {
            throw MCPError(error, asking: "the \(name) cannot be had")
        }
    }
}

extension MCPError {
    init(_ error: TransportError, asking what: String) {
        let kind: Kind =
            switch error.kind {
            case .refusedAddress, .invalidRequest: .refused
            case .cancelled: .cancelled
            default: .cannotConnect
            }
        self.init(kind, "\(what): \(error.message)")
    }
}

/// The proof that who redeems a code is who asked for it (RFC 7636).
struct PKCE: Sendable {
    let verifier = PKCE.random()
    var challenge: String { PKCE.base64URL(SHA256.digest(verifier.utf8)) }

    /// 256 random bits as text.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return base64URL((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
