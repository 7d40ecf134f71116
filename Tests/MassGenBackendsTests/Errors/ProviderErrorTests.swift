import MassGenBackends
import Testing

/// An error as a provider sends it, and what it means.
struct ProviderError: Sendable, CustomTestStringConvertible {
    var provider: String
    var status: Int
    var body: String
    var code: BackendError.Code
    var isRetryable = false
    var vendorCode: String?
    var message: String?

    var testDescription: String { "\(provider) \(status) \(code.rawValue)" }

    static let all: [ProviderError] = [
        // OpenAI and those who took its form.
        .init(
            provider: "openai", status: 401,
            body:
                #"{"error":{"message":"Incorrect API key","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}"#,
            code: .authentication, vendorCode: "invalid_api_key", message: "Incorrect API key"),
        .init(
            provider: "openai", status: 429,
            body: #"{"error":{"message":"Slow down","type":"requests","code":"rate_limit_exceeded"}}"#,
            code: .rateLimited, isRetryable: true, vendorCode: "rate_limit_exceeded"),
        .init(
            provider: "openai", status: 429,
            body:
                #"{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}"#,
            code: .quota, vendorCode: "insufficient_quota"),
        .init(
            provider: "openai", status: 429,
            body: #"{"error":{"message":"No credit","type":"insufficient_quota","code":null}}"#, code: .quota,
            vendorCode: "insufficient_quota"),
        .init(
            provider: "openai", status: 400,
            body:
                #"{"error":{"message":"This model's maximum context length is 128000 tokens","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}"#,
            code: .contextLength, vendorCode: "context_length_exceeded"),
        .init(
            provider: "openai", status: 400,
            body:
                #"{"error":{"message":"Unsupported parameter","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}"#,
            code: .invalidRequest, vendorCode: "unsupported_parameter"),
        .init(
            provider: "openai", status: 503,
            body: #"{"error":{"message":"Overloaded","type":"server_error","code":"server_is_overloaded"}}"#,
            code: .overloaded, isRetryable: true),
        .init(
            provider: "openai", status: 500, body: #"{"error":{"message":"Oops","type":"server_error"}}"#,
            code: .server, isRetryable: true, vendorCode: "server_error"),
        .init(
            provider: "openai", status: 408, body: "", code: .timeout, isRetryable: true,
            message: "status 408 without a body"),
        .init(provider: "openai", status: 409, body: "{}", code: "conflict", isRetryable: true),
        .init(
            provider: "openai", status: 403,
            body: #"{"error":{"message":"Country not supported","code":"unsupported_country_region_territory"}}"#,
            code: .permission),
        .init(
            provider: "openai", status: 404, body: #"{"error":{"message":"No such model","code":"model_not_found"}}"#,
            code: .notFound),
        .init(provider: "openai", status: 422, body: #"{"error":{"message":"Bad"}}"#, code: .invalidRequest),
        // Azure
        .init(
            provider: "azure", status: 400,
            body:
                #"{"error":{"message":"Filtered","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true}}}}}"#,
            code: .contentFilter, vendorCode: "content_filter"),
        .init(
            provider: "azure", status: 404,
            body: #"{"error":{"code":"DeploymentNotFound","message":"The API deployment does not exist."}}"#,
            code: .notFound, vendorCode: "DeploymentNotFound"),
        .init(
            provider: "azure", status: 429,
            body: #"{"error":{"code":"429","message":"Requests have exceeded call rate limit"}}"#, code: .rateLimited,
            isRetryable: true, vendorCode: "429"),
        // Where neither status nor code tells, the message may.
        .init(
            provider: "gemini", status: 400,
            body:
                #"{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}"#,
            code: .authentication, vendorCode: "INVALID_ARGUMENT"),
        .init(
            provider: "gemini", status: 400,
            body:
                #"{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}"#,
            code: .contextLength, vendorCode: "INVALID_ARGUMENT"),
        .init(
            provider: "claude", status: 400,
            body:
                #"{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API."}}"#,
            code: .quota, vendorCode: "invalid_request_error"),
        .init(
            provider: "azure", status: 401,
            body: #"{"statusCode":401,"message":"Access denied due to invalid subscription key"}"#,
            code: .authentication, vendorCode: "401", message: "Access denied due to invalid subscription key"),
        // Z.ai: numbers of its own; Cerebras, OpenRouter and vLLM: numbers that are statuses.
        .init(
            provider: "zai", status: 429, body: #"{"error":{"code":"1302","message":"Too many at once"}}"#,
            code: .rateLimited, isRetryable: true, vendorCode: "1302"),
        .init(
            provider: "zai", status: 429, body: #"{"error":{"code":"1113","message":"No money"}}"#, code: .quota,
            vendorCode: "1113"),
        .init(
            provider: "openrouter", status: 402, body: #"{"error":{"code":402,"message":"No credits"}}"#, code: .quota,
            vendorCode: "402"),
        .init(
            provider: "vllm", status: 404,
            body: #"{"object":"error","message":"The model `m` does not exist.","type":"NotFoundError","code":404}"#,
            code: .notFound, vendorCode: "NotFoundError", message: "The model `m` does not exist."),
        .init(
            provider: "qwen", status: 429,
            body: #"{"error":{"message":"Too fast","type":"limit","code":"Throttling.RateQuota"}}"#, code: .rateLimited,
            isRetryable: true, vendorCode: "Throttling.RateQuota"),
        .init(
            provider: "moonshot", status: 429,
            body: #"{"error":{"message":"No money","type":"exceeded_current_quota_error"}}"#, code: .quota,
            vendorCode: "exceeded_current_quota_error"),
        // Mistral: no member error, checks as a list.
        .init(
            provider: "mistral", status: 401, body: #"{"message":"Unauthorized","request_id":"x"}"#,
            code: .authentication, message: "Unauthorized"),
        .init(
            provider: "mistral", status: 429,
            body:
                #"{"object":"error","message":"Service tier capacity exceeded","type":"service_tier_capacity_exceeded","param":null,"code":"3505"}"#,
            code: .rateLimited, isRetryable: true, vendorCode: "3505"),
        .init(
            provider: "mistral", status: 400,
            body:
                #"{"object":"error","message":"Prompt contains 40000 tokens, too large for model with 32768 maximum context length","type":"invalid_request_prompt","param":null,"code":3051}"#,
            code: .contextLength, vendorCode: "3051"),
        .init(
            provider: "mistral", status: 422,
            body: #"{"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required","input":{}}]}"#,
            code: .invalidRequest, message: "body.messages: Field required"),
        .init(
            provider: "mistral", status: 422,
            body:
                #"{"object":"error","message":{"detail":[{"type":"x","loc":["body","temperature"],"msg":"Too high"}]},"type":"invalid_request_error"}"#,
            code: .invalidRequest, message: "body.temperature: Too high"),
        .init(
            provider: "mistral", status: 404, body: #"{"detail":"Not Found"}"#, code: .notFound, message: "Not Found"),
        .init(
            provider: "mistral", status: 502, body: "Bad Gateway", code: .server, isRetryable: true,
            message: "Bad Gateway"),
        // Groq
        .init(
            provider: "groq", status: 400,
            body:
                #"{"error":{"message":"Failed to call a function","type":"invalid_request_error","code":"tool_use_failed","failed_generation":"<f>"}}"#,
            code: .invalidRequest, isRetryable: true, vendorCode: "tool_use_failed"),
        .init(
            provider: "groq", status: 400,
            body:
                #"{"error":{"message":"Failed to validate JSON","type":"invalid_request_error","code":"json_validate_failed"}}"#,
            code: .invalidRequest, isRetryable: true),
        .init(
            provider: "groq", status: 498, body: #"{"error":{"message":"capacity exceeded"}}"#, code: .overloaded,
            isRetryable: true),
        .init(
            provider: "groq", status: 413,
            body:
                #"{"error":{"message":"Request too large for model on tokens per minute","type":"tokens","code":"rate_limit_exceeded"}}"#,
            code: "requestTooLarge"),
        .init(
            provider: "groq", status: 424, body: #"{"error":{"message":"MCP server failed"}}"#, code: .invalidRequest),
        // DeepSeek
        .init(
            provider: "deepseek", status: 402,
            body:
                #"{"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}"#,
            code: .quota),
        .init(provider: "deepseek", status: 503, body: "", code: .overloaded, isRetryable: true),
        .init(
            provider: "deepseek", status: 422, body: #"{"error":{"message":"Invalid Parameters"}}"#,
            code: .invalidRequest),
        // Grok: the error may be a text beside a code.
        .init(
            provider: "grok", status: 400,
            body: #"{"code":"Client specified an invalid argument","error":"Incorrect API key provided"}"#,
            code: .authentication, vendorCode: "Client specified an invalid argument",
            message: "Incorrect API key provided"),
        .init(
            provider: "grok", status: 410, body: #"{"code":"gone","error":"Live search is gone"}"#,
            code: .invalidRequest),
        .init(
            provider: "grok", status: 404, body: #"{"error":{"message":"no model"}}"#, code: .notFound,
            message: "no model"),
        // Together
        .init(
            provider: "together", status: 524, body: "<html><title>524</title></html>", code: .timeout,
            isRetryable: true, message: "status 524 with a web page"),
        .init(
            provider: "together", status: 529,
            body: #"{"error":{"message":"overloaded","type":"service_unavailable"}}"#, code: .overloaded,
            isRetryable: true),
        .init(
            provider: "together", status: 422,
            body:
                #"{"error":{"message":"Input validation error: inputs tokens + max_new_tokens must be <= 8193: the context length is too small"}}"#,
            code: .contextLength),
        // Local servers
        .init(
            provider: "ollama", status: 404,
            body:
                #"{"error":{"message":"model 'x' not found, try pulling it first","type":"api_error","param":null,"code":null}}"#,
            code: .notFound),
        .init(
            provider: "ollama", status: 503, body: #"{"error":"server busy, please try again"}"#, code: .overloaded,
            isRetryable: true, message: "server busy, please try again"),
        .init(
            provider: "lmstudio", status: 400, body: #"{"error":"No models loaded"}"#, code: .invalidRequest,
            message: "No models loaded"),
        .init(
            provider: "lmstudio", status: 500,
            body: #"{"error":{"message":"crashed","type":"server_error","code":null,"param":null}}"#, code: .server,
            isRetryable: true),
        .init(
            provider: "chat", status: 400,
            body:
                #"{"object":"error","message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError","param":null,"code":400}"#,
            code: .contextLength, vendorCode: "BadRequestError"),
        .init(
            provider: "chat", status: 400,
            body: #"[{"error":{"code":400,"message":"In an array","status":"INVALID_ARGUMENT"}}]"#,
            code: .invalidRequest, message: "In an array"),
        // Not of the provider's making
        .init(
            provider: "chat", status: 502, body: "<html>nginx</html>", code: .server, isRetryable: true,
            message: "status 502 with a web page"),
        .init(provider: "chat", status: 301, body: "", code: .invalidAddress),
        .init(provider: "chat", status: 418, body: "[]", code: .invalidRequest, message: "[]"),
        .init(
            provider: "chat", status: 599, body: "{\"broken\":", code: .server, isRetryable: true,
            message: "{\"broken\":"),
    ]
}

@Suite struct ProviderErrorTests {
    @Test(arguments: ProviderError.all)
    func errorsMeanTheSameEverywhere(_ expected: ProviderError) async throws {
        let backend = try #require(Backends.all.first { $0.provider.id == expected.provider })
        let error = try #require(await error(of: backend, expected))
        #expect(error.family == .provider)
        #expect(error.code == expected.code)
        #expect(error.isRetryable == expected.isRetryable)
        #expect(error.status == expected.status)
        #expect(error.provider == expected.provider)
        if let vendorCode = expected.vendorCode { #expect(error.vendorCode == vendorCode) }
        if let message = expected.message { #expect(error.message == message) }
        #expect(!error.message.isEmpty)
    }

    private func error<Backend: HTTPBackend>(of backend: Backend.Type, _ expected: ProviderError) async -> BackendError?
    {
        var backend = Backend(StubTransport(status: expected.status, body: expected.body))
        backend.connection.base = "https://a.example"
        let ready = backend
        let whole = await thrown { try await ready.respond(to: ChatRequest(model: "m", "Hi")) }
        let streamed = await thrown { try await ready.stream(ChatRequest(model: "m", "Hi")).response() }
        #expect(whole == streamed)
        return whole
    }

    private func error(_ headers: HTTPHeaders, status: Int = 429) async -> BackendError? {
        let backend = Groq(StubTransport(status: status, headers: headers, body: "{\"error\":{\"message\":\"m\"}}"))
        return await thrown { try await backend.respond(to: ChatRequest(model: "m", "Hi")) }
    }

    @Test(
        arguments: [
            (["retry-after": "7"], .seconds(7)), (["retry-after": " 1.5 "], .milliseconds(1500)),
            (["retry-after-ms": "250.7", "retry-after": "7"], .milliseconds(250)),
            (["retry-after": "6m0s"], .seconds(360)),
            (["retry-after-ms": "junk", "retry-after": "7"], .seconds(7)),
            (["retry-after-ms": "inf", "retry-after": "2"], .seconds(2)),
            (["retry-after": "Fri, 20 Nov 2026 10:01:00 GMT", "date": "Fri, 20 Nov 2026 10:00:00 GMT"], .seconds(60)),
            (["retry-after": "Fri, 20 Nov 2026 09:00:00 GMT", "date": "Fri, 20 Nov 2026 10:00:00 GMT"], .zero),
            (
                ["retry-after": "2026-11-20T10:00:30.500Z", "date": "Fri, 20 Nov 2026 10:00:00 GMT"],
                .milliseconds(30_500)
            ),
            (["retry-after": "86400"], .seconds(86_400)), (["retry-after": "junk"], nil), (["retry-after": "nan"], nil),
            (["retry-after": "1e999"], nil), (["retry-after": "-5"], .zero), ([:], nil),
        ] as [(HTTPHeaders, Duration?)])
    func waitsAsTheVendorAsks(_ headers: HTTPHeaders, _ wait: Duration?) async {
        #expect(await error(headers)?.retryAfter == wait)
    }

    @Test func theVendorHasTheLastWordOnTryingAgain() async {
        #expect(await error(["x-should-retry": "false"])?.isRetryable == false)
        #expect(await error(["X-Should-Retry": " TRUE "], status: 400)?.isRetryable == true)
        #expect(await error(["x-should-retry": "maybe"])?.isRetryable == true)
    }

    @Test func requestIDsAreKept() async throws {
        #expect(await error(["X-Request-ID": "req_1"])?.requestID == "req_1")
        let mistral = Mistral(StubTransport(status: 500, headers: ["mistral-correlation-id": "c1"]))
        #expect(await thrown { try await mistral.respond(to: ChatRequest(model: "m", "Hi")) }?.requestID == "c1")
        let broken = Groq(StubTransport(headers: ["x-request-id": "req_2"], body: "data: {\"error\":\"x\"}\n\n"))
        #expect(
            await thrown { try await broken.stream(ChatRequest(model: "m", "Hi")).response() }?.requestID == "req_2")
    }

    @Test func limitsComeWithTheFirstEvent() async throws {
        let headers: HTTPHeaders = [
            "x-request-id": "req_3", "x-ratelimit-limit-requests": "14400", "x-ratelimit-remaining-requests": "14399",
            "x-ratelimit-reset-requests": "2m59.56s", "x-ratelimit-limit-tokens": "junk",
            "x-ratelimit-remaining-tokens": "17",
            "x-ratelimit-reset-tokens": "120ms",
        ]
        let groq = Groq(StubTransport(headers: headers, body: sse(delta("\"content\":\"a\"", stop: "stop"))))
        guard
            case .started(let head)? = try await groq.stream(ChatRequest(model: "m", "Hi")).first(where: { _ in true })
        else {
            Issue.record("no head")
            return
        }
        #expect(head.requestID == "req_3")
        #expect(
            head.limits == [
                RateLimit(name: "requests", limit: 14400, remaining: 14399, resetsIn: 179.56),
                RateLimit(name: "tokens", remaining: 17, resetsIn: 0.12),
            ])
    }
}
