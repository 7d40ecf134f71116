import Testing

@testable import MassGenCore

@Suite struct HTTPHeadersTests {
    @Test func namesCompareWithoutCase() {
        var headers: HTTPHeaders = ["Content-Type": "a", "X-One": "1"]
        #expect(headers["content-type"] == "a")
        headers.add("CONTENT-TYPE", "b")
        #expect(headers.values(of: "Content-Type") == ["a", "b"])
        headers.set("content-Type", "c")
        #expect(headers.values(of: "content-type") == ["c"])
        #expect(headers.map(\.name) == ["Content-Type", "X-One"])
        headers["x-one"] = nil
        headers["X-Two"] = "2"
        #expect(headers.map(\.value) == ["c", "2"])
        #expect(headers == ["CONTENT-TYPE": "c", "x-two": "2"])
        #expect(Set([headers, ["CONTENT-TYPE": "c", "x-two": "2"]]).count == 1)
    }

    @Test(arguments: [
        "Authorization", "proxy-authorization", "api-key", "X-API-Key", "x-goog-api-key", "xi-api-key", "Cookie",
        "Set-Cookie", "X-Amz-Security-Token", "x-client-secret",
    ])
    func secretsAreNotPrinted(name: String) {
        let headers: HTTPHeaders = [name: "hidden-value", "Accept": "shown"]
        var dumped = ""
        dump(headers, to: &dumped)
        for text in ["\(headers)", String(reflecting: headers), dumped] {
            #expect(!text.contains("hidden-value"))
            #expect(text.contains(name) && text.contains("shown"))
        }
    }
}

@Suite struct HTTPAddressTests {
    @Test(arguments: [
        ("https://api.example.com/v1?key=a@b", "https://api.example.com"),
        ("HTTP://user:p%40ss@Example.com:8080", "http://example.com:8080"),
        ("https://example.com:443#x", "https://example.com"), ("https://example.com:/", "https://example.com"),
        ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81"), ("http://10.0.0.1?x", "http://10.0.0.1"),
        ("http://a@b@c/", "http://c"),
    ])
    func theOriginIsWhatMayBeShown(url: String, origin: String) throws {
        #expect(try HTTPAddress(url).origin == origin)
    }

    @Test(arguments: [
        ("localhost", true), ("LOCALHOST", true), ("a.localhost", true), ("127.0.0.1", true), ("127.8.9.1", true),
        ("[::1]", true), ("[0:0:0:0:0:0:0:1]", true), ("[::ffff:127.0.0.1]", true), ("localhost.example.com", false),
        ("128.0.0.1", false), ("127.example.com", false), ("[::2]", false), ("[1::1]", false), ("10.0.0.1", false),
    ])
    func loopbackIsThisMachineOnly(host: String, isLoopback: Bool) throws {
        #expect(try HTTPAddress("http://\(host)/").isLoopback == isLoopback)
    }
}

@Suite struct ProxySettingsTests {
    private func proxy(_ variables: [String: String], _ url: String) throws -> String? {
        try ProxySettings { variables[$0] }.proxy(for: HTTPAddress(url))
    }

    @Test func eachSchemeHasItsVariable() throws {
        let variables = ["http_proxy": "lower", "HTTP_PROXY": "upper", "HTTPS_PROXY": "secure"]
        #expect(try proxy(variables, "http://a.test/") == "lower")
        #expect(try proxy(variables, "https://a.test/") == "secure")
        #expect(try proxy(["ALL_PROXY": "all"], "https://a.test/") == "all")
        #expect(try proxy(["http_proxy": "", "HTTP_PROXY": "upper"], "http://a.test/") == "upper")
        #expect(try proxy([:], "https://a.test/") == nil)
    }

    @Test func aWebServersClientsCannotNameTheProxy() throws {
        let variables = ["REQUEST_METHOD": "GET", "HTTP_PROXY": "evil", "HTTPS_PROXY": "secure"]
        #expect(try proxy(variables, "http://a.test/") == nil)
        #expect(try proxy(variables, "https://a.test/") == "secure")
    }

    @Test(arguments: ["http://127.0.0.1:1/", "http://[::1]/", "http://localhost/"])
    func loopbackIsDirect(url: String) throws {
        #expect(try proxy(["http_proxy": "p"], url) == nil)
    }

    @Test(arguments: [
        ("*", "http://a.test/", true), ("a.test", "http://a.test/", true), (".a.test", "http://b.a.test/", true),
        ("*.a.test", "http://b.a.test/", true), ("a.test", "http://b.A.test/", true),
        ("A.TEST", "http://a.test/", true),
        ("a.test", "http://ba.test/", false), ("a.test:80", "http://a.test/", true),
        ("a.test:81", "http://a.test/", false), ("10.0.0.0/8", "http://10.9.8.7/", true),
        ("10.0.0.0/8", "http://11.0.0.1/", false), ("0.0.0.0/0", "http://11.0.0.1/", true),
        ("10.0.0.0/99", "http://10.0.0.1/", false), ("x, a.test ,y", "http://a.test/", true),
        ("", "http://a.test/", false),
        ("2001:db8::1", "http://[2001:db8::1]/", true), ("[2001:db8::1]", "http://[2001:db8::1]/", true),
    ])
    func exceptionsAreDirect(exceptions: String, url: String, isDirect: Bool) throws {
        #expect(try (proxy(["http_proxy": "p", "NO_PROXY": exceptions], url) == nil) == isDirect)
    }

    @Test func passwordsAreNotPrinted() {
        let settings = ProxySettings(http: "http://user:hidden@proxy.test", https: "http://user:hidden@proxy.test")
        var configuration = TransportConfiguration()
        configuration.proxy = settings
        #expect(!"\(settings) \(configuration)".contains("hidden"))
        #expect(!String(reflecting: configuration).contains("hidden"))
    }
}

@Suite struct TransferTimerTests {
    private let start = ContinuousClock.now
    private let timeouts = Timeouts(firstByte: .seconds(10), idle: .seconds(5), total: .seconds(60))

    private func verdict(
        after seconds: Int, connected: Int? = nil, lastBytes: Int? = nil, waiting: Int? = nil,
    ) -> TransferTimer.Verdict {
        var timer = TransferTimer(timeouts, started: start)
        timer.connected = connected.map { start + .seconds($0) }
        timer.lastBytes = lastBytes.map { start + .seconds($0) }
        return timer.verdict(at: start + .seconds(seconds), waitingSince: waiting.map { start + .seconds($0) })
    }

    @Test func connectingDoesNotCountTowardsTheFirstByte() {
        #expect(verdict(after: 30) == .check(at: start + .seconds(40)))
        #expect(verdict(after: 30, connected: 25) == .check(at: start + .seconds(35)))
        #expect(verdict(after: 35, connected: 25) == .expired(.firstByte))
    }

    @Test func onlyAWaitingReaderIsIdle() {
        #expect(verdict(after: 30, lastBytes: 20) == .check(at: start + .seconds(35)))
        #expect(verdict(after: 30, lastBytes: 20, waiting: 28) == .check(at: start + .seconds(33)))
        #expect(verdict(after: 30, lastBytes: 28, waiting: 20) == .check(at: start + .seconds(33)))
        #expect(verdict(after: 33, lastBytes: 28, waiting: 20) == .expired(.idle))
    }

    @Test func theWholeCountsFromTheStart() {
        #expect(verdict(after: 58, lastBytes: 58, waiting: 58) == .check(at: start + .seconds(60)))
        #expect(verdict(after: 60, lastBytes: 59) == .expired(.total))
    }
}

@Suite struct HTTPHeadParserTests {
    private func head(_ text: String, limit: Int = 1000) throws -> HTTPHead? {
        var parser = HTTPHeadParser(limit: limit)
        var head: HTTPHead?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            switch Array("\(line)\r\n".utf8).withUnsafeBytes({ parser.received(line: $0) }) {
            case .more: break
            case .head(let found): head = found
            case .failed(let error): throw error
            }
        }
        return head
    }

    @Test func fieldsAreTrimmedAndFoldedLinesJoined() throws {
        let head = try #require(try head("HTTP/1.1 200\nA:  b \nC:\nD: e\n  f\nnothing\n"))
        #expect(head.status == 200)
        #expect(head.httpVersion == "HTTP/1.1")
        #expect(head.headers == ["A": "b", "C": "", "D": "e f"])
    }

    @Test func theLastHeadCountsAndTrailersDoNot() throws {
        let head = try #require(try head("HTTP/2 103\nA: b\n\nHTTP/2 204 \nC: d\n\nTrailer: x\n"))
        #expect(head.status == 204)
        #expect(head.headers == ["C": "d"])
        #expect(try self.head("HTTP/1.1 101 Switching\n")?.status == 101)
    }

    @Test(arguments: ["HTTP/1.1 abc", "HTTP/1.1", "HTTP/1.1 99", "HTTP/1.1 1000"])
    func aHeadNeedsAStatus(line: String) {
        #expect(throws: TransportError.self) { try head(line) }
    }
}
