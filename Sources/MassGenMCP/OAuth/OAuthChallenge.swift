import MassGenCore

/// What a server says with 401 or 403: the `Bearer` part of `WWW-Authenticate` (RFC 6750, RFC 9728).
struct OAuthChallenge: Sendable, Hashable {
    /// Where the server's metadata is.
    var resourceMetadata: String?
    /// What is needed.
    var scopes: [String]?
    /// Why the token was not enough: `invalid_token`, `insufficient_scope`.
    var error: String?

    init(_ headers: HTTPHeaders) {
        for value in headers.values(of: "WWW-Authenticate") {
            guard let parameters = Self.bearer(in: value) else { continue }
            resourceMetadata = parameters["resource_metadata"]
            scopes = parameters["scope"].map { $0.split(separator: " ").map(String.init) }
            error = parameters["error"]
            return
        }
    }

    /// The parameters of the first `Bearer` among the challenges of a header.
    private static func bearer(in header: String) -> [String: String]? {
        var found: [String: String]?
        var rest = header[...]
        while true {
            rest = rest.drop { $0 == " " || $0 == "," || $0 == "\t" }
            let word = rest.prefix { $0 != " " && $0 != "," && $0 != "=" && $0 != "\t" }
            if word.isEmpty { return found }
            rest = rest[word.endIndex...]
            let afterSpace = rest.drop { $0 == " " || $0 == "\t" }
            guard afterSpace.first == "=" else {
                // A scheme.
                if found != nil { return found }
                if word.lowercased() == "bearer" { found = [:] }
                continue
            }
            rest = afterSpace.dropFirst().drop { $0 == " " || $0 == "\t" }
            let value = takeValue(from: &rest)
            if found?[word.lowercased()] == nil { found?[word.lowercased()] = value }
        }
    }

    private static func takeValue(from rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != "," && $0 != " " && $0 != "\t" }
            rest = rest[value.endIndex...]
            return String(value)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
        return value
    }
}
