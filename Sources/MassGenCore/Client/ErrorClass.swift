/// What a vendor's error means, and whether trying again may help.
public struct ErrorClass: Sendable, Hashable {
    /// The code.
    public var code: BackendError.Code
    /// Whether the same request may succeed later.
    public var isRetryable = false

    /// The same class, worth another try.
    public var retryable: ErrorClass {
        var copy = self
        copy.isRetryable = true
        return copy
    }

    /// The request is malformed.
    public static let invalidRequest = ErrorClass(code: .invalidRequest)
    /// The key is wrong.
    public static let authentication = ErrorClass(code: .authentication)
    /// The key may not do this.
    public static let permission = ErrorClass(code: .permission)
    /// The account is out of money or quota.
    public static let quota = ErrorClass(code: .quota)
    /// There is no such thing.
    public static let notFound = ErrorClass(code: .notFound)
    /// The provider took too long.
    public static let timeout = ErrorClass(code: .timeout)
    /// Two requests were in each other's way.
    public static let conflict = ErrorClass(code: "conflict")
    /// The request has too many bytes.
    public static let requestTooLarge = ErrorClass(code: "requestTooLarge")
    /// The prompt is too long.
    public static let contextLength = ErrorClass(code: .contextLength)
    /// A filter refused prompt or answer.
    public static let contentFilter = ErrorClass(code: .contentFilter)
    /// Too many requests or tokens in a time.
    public static let rateLimited = ErrorClass(code: .rateLimited)
    /// The provider has too much to do.
    public static let overloaded = ErrorClass(code: .overloaded)
    /// The provider failed.
    public static let server = ErrorClass(code: .server)
    /// The provider is not there.
    public static let unavailable = ErrorClass(code: "unavailable")
}

extension ErrorClass {
    /// What a word means that most vendors use alike; `nil` for other words.
    init?(commonWord word: String) {
        switch word.lowercased() {
        case "rate_limit_exceeded", "rate_limit_error", "too_many_requests": self = .rateLimited.retryable
        case "overloaded", "overloaded_error", "server_is_overloaded": self = .overloaded.retryable
        case "server_error", "internal_server_error", "internal_error", "api_error": self = .server.retryable
        case "timeout", "timeout_error": self = .timeout.retryable
        case "invalid_request_error", "invalid_request": self = .invalidRequest
        case "authentication_error", "invalid_api_key": self = .authentication
        case "permission_error": self = .permission
        case "not_found_error", "model_not_found": self = .notFound
        case let word where word.contains("unavailable"): self = .overloaded.retryable
        default: return nil
        }
    }

    /// The class, more exactly where only the vendor's message tells what is wrong.
    func refined<Format: Wire>(by message: String?, of format: Format.Type) -> ErrorClass {
        guard [.invalidRequest, .unknown, "requestTooLarge"].contains(code), let message else { return self }
        return Format.classify(message: message.lowercased()) ?? self
    }
}
