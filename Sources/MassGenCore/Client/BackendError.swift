/// What went wrong on the way from a request to its answer.
///
/// Errors come in four families, so that a program can tell its own mistakes from the world's: `setup` errors are
/// found before a byte is sent. No error ever holds a key.
///
/// ```swift
/// do {
///     let answer = try await groq.respond(to: request)
/// } catch where error.code == .rateLimited {
///     try await Task.sleep(for: error.retryAfter ?? .seconds(1))
/// }
/// ```
public struct BackendError: Error, Sendable, Hashable {
    /// Where the mistake lies.
    public enum Family: String, Sendable, Hashable, Codable {
        /// In the program: nothing was sent.
        case setup
        /// On the way to the provider and back.
        case transport
        /// The provider refused the request.
        case provider
        /// The answer began and did not end well.
        case stream
    }

    /// What happened, in one word; vendors' words are mapped to these.
    public struct Code: Sendable, Hashable, Codable, RawRepresentable, ExpressibleByStringLiteral {
        /// The word.
        public var rawValue: String
        /// Makes a code from its word.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Makes a code from a literal.
        public init(stringLiteral value: String) { rawValue = value }
    }

    /// Where the mistake lies.
    public var family: Family
    /// What happened.
    public var code: Code
    /// What happened, for people; the vendor's words where it sent some.
    public var message: String
    /// The provider's id.
    public var provider: String
    /// The HTTP status.
    public var status: Int?
    /// The vendor's code or type.
    public var vendorCode: String?
    /// The vendor's id of the request, for its support.
    public var requestID: String?
    /// How long the vendor asks to wait.
    public var retryAfter: Duration?
    /// Whether the same request may succeed later.
    public var isRetryable: Bool
    /// What had come before the error.
    public var partial: ChatResponse? {
        get { before.first }
        set { before = newValue.map { [$0] } ?? [] }
    }
    /// At most one; behind a reference, as every function that throws carries the error along.
    private var before: [ChatResponse] = []

    /// Makes an error.
    public init(
        _ family: Family, _ code: Code, _ message: String, provider: String = "", isRetryable: Bool = false
    ) {
        self.family = family
        self.code = code
        self.message = message
        self.provider = provider
        self.isRetryable = isRetryable
    }
}

extension BackendError.Code {
    /// No key was given.
    public static let noKey: Self = "noKey"
    /// The key holds characters that no header can.
    public static let invalidKey: Self = "invalidKey"
    /// The request names no model and the provider has no default.
    public static let noModel: Self = "noModel"
    /// The provider's table has no such model.
    public static let unknownModel: Self = "unknownModel"
    /// The model cannot do what the request asks for.
    public static let unsupportedCapability: Self = "unsupportedCapability"
    /// The request combines what the provider forbids.
    public static let forbiddenCombination: Self = "forbiddenCombination"
    /// A parameter was given by hand that the provider refuses, or with a value of the wrong type.
    public static let refusedParameter: Self = "refusedParameter"
    /// The provider cannot be told something, and the connection asks for losses to be errors.
    public static let lossyRequest: Self = "lossyRequest"
    /// The provider does not take media of this type, size or number, or a file cannot be read.
    public static let unsupportedMedia: Self = "unsupportedMedia"
    /// The provider has no endpoint for this.
    public static let noEndpoint: Self = "noEndpoint"
    /// The address lacks a part, or is none.
    public static let invalidAddress: Self = "invalidAddress"
    /// The task was cancelled.
    public static let cancelled: Self = "cancelled"
    /// No connection came about.
    public static let cannotConnect: Self = "cannotConnect"
    /// The connection broke.
    public static let connectionLost: Self = "connectionLost"
    /// The server is not who it should be.
    public static let tls: Self = "tls"
    /// Something took too long.
    public static let timeout: Self = "timeout"
    /// The stream broke off before its end.
    public static let interrupted: Self = "interrupted"
    /// The answer is empty.
    public static let emptyResponse: Self = "emptyResponse"
    /// The answer is not what the wire says it is.
    public static let invalidResponse: Self = "invalidResponse"
    /// The request is malformed, by the provider's judgement.
    public static let invalidRequest: Self = "invalidRequest"
    /// The key is wrong.
    public static let authentication: Self = "authentication"
    /// The key may not do this.
    public static let permission: Self = "permission"
    /// The account is out of money or quota.
    public static let quota: Self = "quota"
    /// There is no such model or address.
    public static let notFound: Self = "notFound"
    /// Too many requests or tokens in a time.
    public static let rateLimited: Self = "rateLimited"
    /// The prompt is too long.
    public static let contextLength: Self = "contextLength"
    /// A filter refused prompt or answer.
    public static let contentFilter: Self = "contentFilter"
    /// The provider has too much to do.
    public static let overloaded: Self = "overloaded"
    /// The provider failed.
    public static let server: Self = "server"
    /// An error of a kind that is new.
    public static let unknown: Self = "unknown"
}

extension BackendError.Code: CustomStringConvertible {
    /// The word.
    public var description: String { rawValue }
}

extension BackendError: CustomStringConvertible {
    /// `groq: rateLimited (429, rate_limit_exceeded): Rate limit reached …`
    public var description: String {
        var details = [status.map(String.init), vendorCode].compactMap { $0 }
        if let requestID { details.append("request \(requestID)") }
        if let retryAfter { details.append("try again after \(retryAfter)") }
        let place = provider.isEmpty ? "" : "\(provider): "
        return "\(place)\(code.rawValue)\(details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"): \(message)"
    }
}
