extension Failure {
    /// What a wire can say of a backend's error: in its own words where it has some.
    public init(_ error: BackendError, in wire: any Wire.Type) {
        self.init(message: error.message, error.meaning, status: error.status, in: wire)
        // A word of the wire's own says more than that for its meaning.
        code = error.vendorCode.flatMap { Int($0) == nil && $0 != kind ? $0 : nil }
        retryDelay = error.retryAfter.map { "\($0 / .seconds(1))s" }
    }

    /// What a wire can say of an error.
    public init(message: String, _ meaning: ErrorClass, status: Int?, in wire: (any Wire.Type)?) {
        let meaning = ErrorClass(code: meaning.code)
        let word = [meaning, meaning.widened].lazy.compactMap { wire?.word(for: $0) }.first ?? meaning.commonWord
        self.init(message: message, kind: word)
        self.status = status
    }
}

extension BackendError {
    /// What it means for those who asked.
    fileprivate var meaning: ErrorClass {
        switch family {
        case .setup where code == .noEndpoint: .notFound
        case .setup: .invalidRequest
        case .transport where code != .timeout: .server
        default: ErrorClass(code: code)
        }
    }
}

extension ErrorClass {
    /// What it is a case of.
    fileprivate var widened: ErrorClass {
        switch self {
        case .contextLength, .contentFilter, .requestTooLarge, .conflict, .invalidRequest: .invalidRequest
        case .authentication, .permission: .permission
        case .quota, .rateLimited: .rateLimited
        default: .server
        }
    }

    /// The word that most vendors have for it.
    fileprivate var commonWord: String {
        switch self {
        case .quota: "insufficient_quota"
        case .authentication: "authentication_error"
        case .permission: "permission_error"
        case .notFound: "not_found_error"
        case .timeout: "timeout_error"
        case .rateLimited: "rate_limit_error"
        case .overloaded: "overloaded_error"
        default: widened == .invalidRequest ? "invalid_request_error" : "api_error"
        }
    }
}
