import Foundation
import MassGenCore
import Testing

@testable import MassGenMCP

@Suite struct ConfigurationTests {
    private let environment = ["HOME": "/home/me", "TOKEN": "t0ken-value", "EMPTY": ""]

    private func read(_ text: String) throws -> MCPConfiguration {
        try MCPConfiguration(parsing: text, file: "mcp.json", environment: environment)
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? MCPConfigurationError)?.description.split(separator: "\n").map(String.init) ?? [
                "\(error)"
            ]
        }
    }

    @Test func whatDesktopClientsWriteIsRead() throws {
        let configuration = try read(
            """
            {"mcpServers": {
                "files": {"command": "npx", "args": ["-y", "server", "${HOME}/notes"], "env": {"KEY": "${TOKEN}", "N": 3},
                          "cwd": "${HOME}", "timeout": 5, "autoApprove": ["x"]},
                "remote": {"type": "http", "url": "https://api.example/mcp", "headers": {"Authorization": "Bearer ${TOKEN}"},
                           "timeout": 60000, "startupTimeout": 2.5},
                "old": {"type": "sse", "serverUrl": "https://old.example/sse"},
                "off": {"disabled": true, "command": "${NOT_SET}"}
            }}
            """)
        #expect(configuration.servers.map(\.name) == ["files", "remote", "old", "off"])
        var files = MCPProgram(
            command: "npx", arguments: ["-y", "server", "/home/me/notes"],
            environment: ["KEY": "t0ken-value", "N": "3"])
        files.directory = "/home/me"
        #expect(configuration.servers[0].connection == .program(files))
        #expect(configuration.servers[0].callTimeout == .seconds(5))
        var remote = MCPEndpoint(url: "https://api.example/mcp", headers: ["Authorization": "Bearer t0ken-value"])
        remote.kind = .streamable
        #expect(configuration.servers[1].connection == .endpoint(remote))
        #expect(configuration.servers[1].callTimeout == .seconds(60))
        #expect(configuration.servers[1].startTimeout == .seconds(2.5))
        guard case .endpoint(let old) = configuration.servers[2].connection else { throw CancellationError() }
        #expect(old.kind == .sse && old.url == "https://old.example/sse")
        #expect(configuration.servers[3].isDisabled)
        #expect(configuration.warnings.map(\.path) == ["mcpServers.files.autoApprove"])
    }

    @Test("MassGen's list of servers is read too, with words for a command")
    func listForm() throws {
        let configuration = try read(
            """
            {"mcp_servers": [
                {"name": "weather", "type": "stdio", "command": ["uvx", "weather", "--fast"], "args": ["now"],
                 "allowed_tools": ["mcp__weather__today"], "exclude_tools": ["reset"]},
                {"name": "web", "type": "streamable-http", "url": "http://10.0.0.5/mcp", "security": {"allow_private_ips": true}}
            ]}
            """)
        #expect(
            configuration.servers[0].connection
                == .program(MCPProgram(command: "uvx", arguments: ["weather", "--fast", "now"])))
        #expect(configuration.servers[0].tools.offers("today", of: "weather"))
        #expect(!configuration.servers[0].tools.offers("reset", of: "weather"))
        guard case .endpoint(let web) = configuration.servers[1].connection else { throw CancellationError() }
        #expect(web.reach.allows(host: "10.0.0.5") && !web.reach.allows(host: "169.254.169.254"))
    }

    @Test func everythingThatIsWrongIsToldAtOnceWithItsPlace() {
        let found = problems(
            """
            {"mcpServers": {
              "a": {"command": "x", "url": "https://x"},
              "b": {"args": [1, {"k": 2}], "command": ""},
              "c": {"url": "ftp://x", "headers": {"Bad Name": "x", "X-A": "1\\r\\nX-B: 2"}},
              "d": {"command": "${MISSING}", "env": {"1X": "y"}, "timeout": -1},
              "e": {"type": "grpc", "url": "https://x"},
              "f": {},
              "g": {"command": "${OPEN"},
              "a": {"command": "again"}
            }}
            """)
        #expect(
            found == [
                "mcp.json:3:21: error: mcpServers.b.args[1]: must be a text",
                "mcp.json:3:43: error: mcpServers.b.command: names no program",
                "mcp.json:4:16: error: mcpServers.c.url: the URL's scheme is neither http nor https",
                "mcp.json:4:51: error: mcpServers.c.headers.Bad Name: a header's name has characters that are not allowed there",
                "mcp.json:4:63: error: mcpServers.c.headers.X-A: the header 'X-A' has a line break or control character",
                "mcp.json:5:20: error: mcpServers.d.command: the variable MISSING is not set; set it, or write '${MISSING:-text}'",
                "mcp.json:5:48: error: mcpServers.d.env.1X: is not a variable's name: letters, digits and '_'",
                "mcp.json:5:65: error: mcpServers.d.timeout: must be a number of seconds greater than 0",
                "mcp.json:6:17: error: mcpServers.e.type: is not one of stdio, http, streamable-http and sse",
                "mcp.json:7:8: error: mcpServers.f: has neither 'command' nor 'url'",
                "mcp.json:8:20: error: mcpServers.g.command: '${' is not closed by '}'",
                "mcp.json:9:8: error: mcpServers.a: is there twice",
            ])
    }

    @Test func noErrorQuotesAValue() {
        let found = problems(
            """
            {"mcpServers": {"a": {"url": "s3cret://x", "headers": {"K": "s3cret\\n"}}, "b": {"command": ["s3cret", {}]}}}
            """)
        #expect(!found.isEmpty)
        #expect(!found.joined().contains("s3cret"))
    }

    @Test func malformedDocumentsNameThePlace() {
        #expect(problems("{\n \"mcpServers\": {,}}").first?.hasPrefix("mcp.json:2:17: error: ") == true)
        #expect(problems("[]") == ["mcp.json:1:1: error: must be an object with the member 'mcpServers'"])
        #expect(problems("{}") == ["mcp.json:1:1: error: has no member 'mcpServers'"])
        #expect(
            problems(
                #"{"mcpServers": [{"name": "x", "command": "a"}, {"name": "x", "command": "b"}, {"command": "c"}]}"#)
                == [
                    "mcp.json:1:57: error: mcpServers[1].name: another server has this name",
                    "mcp.json:1:79: error: mcpServers[2]: must be an object with a 'name'",
                ])
    }

    @Test(arguments: [
        ("a${HOME}b", "a/home/meb", 0), ("${NONE:-x}", "x", 0), ("${EMPTY:-x}", "x", 0), ("${EMPTY}", "", 0),
        ("${NONE:-}", "", 0), ("${env:HOME}", "/home/me", 0), ("$HOME ${HOME", "$HOME HOME", 1), ("${NONE}", "", 1),
        ("${}", "", 1), ("${a b}", "", 1), ("${HOME}${TOKEN}", "/home/met0ken-value", 0),

    ])
    func variables(_ text: String, _ expected: String, _ problems: Int) {
        let found = Expansion.expand(text, environment)
        #expect(found.text == expected)
        #expect(found.problems.count == problems)
        #expect(!found.problems.joined().contains("t0ken"))
    }

    @Test func exclusionWinsAndNamesMayBeFull() {
        let filter = MCPToolFilter(allowed: ["a", "mcp__s__b", "c"], excluded: ["c", "mcp__s__d"])
        #expect(["a", "b", "c", "d", "e"].filter { filter.offers($0, of: "s") } == ["a", "b"])
        #expect(MCPToolFilter(excluded: ["mcp__s__d"]).offers("d", of: "t"))
    }

    @Test func printingAConfigurationShowsNoSecrets() throws {
        let configuration = try read(
            """
            {"mcpServers": {"a": {"command": "x", "args": ["--key=${TOKEN}"], "env": {"K": "${TOKEN}"}},
                            "b": {"url": "https://h/?key=${TOKEN}", "headers": {"X-Api-Key": "${TOKEN}"},
                                  "oauth": {"clientId": "id", "clientSecret": "${TOKEN}"}}}}
            """)
        var text = "\(configuration) \(String(reflecting: configuration))"
        dump(configuration, to: &text)
        #expect(!text.contains("t0ken"))
    }

    @Test func authorizationSettingsAreRead() throws {
        let configuration = try read(
            """
            {"mcpServers": {"b": {"url": "https://h", "oauth": {"clientId": "id", "clientSecret": "${TOKEN}",
                "scopes": "a b", "grant": "client_credentials", "callbackPort": 3118, "issuer": "https://as"}}}}
            """)
        guard case .endpoint(let endpoint) = configuration.servers[0].connection else { throw CancellationError() }
        let settings = endpoint.authorization
        #expect(settings.grant == .clientCredentials && settings.clientID == "id" && settings.issuer == "https://as")
        #expect(settings.clientSecret?.value == "t0ken-value" && settings.scopes == ["a", "b"])
        #expect(settings.redirectPort == 3118)
        #expect(
            problems(#"{"mcpServers": {"b": {"url": "https://h", "oauth": {"grant": "client_credentials"}}}}"#)
                == ["mcp.json:1:52: error: mcpServers.b.oauth: client_credentials need 'clientId' and 'clientSecret'"])
    }
}
