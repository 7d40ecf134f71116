import Testing

@testable import ProviderIDL

/// Every construct, as source and as the syntax it gives.
struct ParserTests {
    /// The dump of a file that must have no diagnostics.
    private func dump(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let file = SourceFile(text)
        let (document, diagnostics) = Document.parse(file)
        let printed = DiagnosticPrinter(files: [file]).text(diagnostics)
        #expect(printed == "", sourceLocation: sourceLocation)
        return document.dump
    }

    /// The dump of one entry.
    private func entry(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let dump = dump("provider p\n  \"P\"\n  \(text)\n", sourceLocation: sourceLocation)
        #expect(dump.hasPrefix("provider p <P>\n  "), sourceLocation: sourceLocation)
        return String(dump.dropFirst("provider p <P>\n  ".count))
    }

    /// The dump of one field's value.
    private func value(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let dump = entry("request { key: \(text) }", sourceLocation: sourceLocation)
        return String(dump.dropFirst("request { key: ".count).dropLast(" }".count))
    }

    /// The dump of the rows of a price table.
    private func rows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let dump = dump("prices p source \"s\" checked 2026-11-20\n\(text)", sourceLocation: sourceLocation)
        return dump.split(separator: "\n").dropFirst().joined(separator: "\n")
    }

    @Test func declarations() {
        let text = """
            # A comment.
            wire a-wire
              "A wire"
              post "/a"   # another
            provider p "P"
              wire a-wire
            prices p   source "https://p.com/pricing"  checked 2026-11-20
              m  in 1

            """
        #expect(
            dump(text) == """
                wire a-wire <A wire>
                  endpoint post </a>
                provider p <P>
                  wire a-wire
                prices p source <https://p.com/pricing> checked <2026-11-20>
                  m in[1]
                """)
        #expect(dump("") == "")
        #expect(dump("\n# only a comment") == "")
        #expect(dump("provider p") == "provider p -")
        #expect(dump("prices p") == "prices p source - checked -")
        #expect(
            dump("prices p \"A list\" q r-s source \"s\" checked 2026-11-20 catalogue x-ai xai prefix us. models/")
                == "prices p <A list> q r-s catalogue [x-ai xai] prefix [us. models/] source <s> checked <2026-11-20>")
    }

    @Test(arguments: [
        ("", "\n", "  "), ("\u{FEFF}", "\n", "  "), ("", "\r\n", "  "), ("", "\n", "\t"), ("\u{FEFF}", "\r\n", "\t"),
    ])
    func acceptsByteOrderMarkCarriageReturnsAndTabs(mark: String, newline: String, indent: String) {
        let lines = [
            "provider p", "\(indent)\"P\"", "\(indent)request {", "a: b", "\(indent)c:\td }", "\(indent)can x", "",
        ]
        #expect(
            dump(mark + lines.joined(separator: newline)) == """
                provider p <P>
                  request { a: (b), c: (d) }
                  can [x]
                """)
    }

    @Test(arguments: [
        ("wire openai-chat", "wire openai-chat"),
        (#"base "https://a.com/v1" env A_URL B_URL"#, "base <https://a.com/v1> [A_URL B_URL]"),
        (#"base "https://a.com/v1""#, "base <https://a.com/v1> []"),
        ("key bearer A B", "key bearer - [A B]"),
        (#"key bearer A | header "api-key" C | none"#, "key bearer - [A] | header <api-key> [C] | none - []"),
        ("key bearer A\n    | none", "key bearer - [A] | none - []"),
        (#"post "/chat/completions""#, "endpoint post </chat/completions>"),
        (#"post "/s" when streaming"#, "endpoint post </s> when streaming"),
        (#"models get "/models""#, "service models get </models>"),
        (#"header "x-version": "2023-06-01""#, #"header x-version: "2023-06-01""#),
        (#"header "x-beta": beta? when has beta"#, "header x-beta: (beta)? when has beta"),
        (#"query "alt": "sse" when streaming"#, #"query alt: "sse" when streaming"#),
        (#"option region else "eu" env A B "where it runs""#, "option region <eu> [A B] <where it runs>"),
        ("option region", "option region - [] -"),
        ("can streaming tools", "can [streaming tools]"),
        ("drops logprobs reasoning.effort", "drops [logprobs reasoning.effort]"),
        (#"id header "x-request-id""#, "id header <x-request-id>"),
        ("default openai/gpt-oss-120b:free", "default openai/gpt-oss-120b:free"),
        ("default @cf/meta/llama-3.1", "default @cf/meta/llama-3.1"),
        (#"quirk event "why""#, "quirk event <why>"),
        ("quirk event", "quirk event -"),
        (
            #"wire openai-responses { post "/responses", drops topK }"#,
            #"wire openai-responses - { endpoint post </responses>; drops [topK] }"#
        ),
        ("wire openai-chat as compatible {}", "wire openai-chat <compatible> {  }"),
        (
            "forbids webSearch mcp with tools when not can vision",
            "forbids [webSearch mcp] with [tools] when not can vision"
        ),
        (
            #"options { safe_prompt: bool "what it does", "a b": text  c: json }"#,
            "options safe_prompt: bool <what it does>, a b: text -, c: json -"
        ),
        (
            #"limits { requests { limit "h", remaining "i"  reset "j" } tokens { limit "k" } }"#,
            "limits requests limit <h> remaining <i> reset <j>, tokens limit <k>"
        ),
    ])
    func entries(text: String, expected: String) {
        #expect(entry(text) == expected)
    }

    @Test(arguments: [
        ("errors { 401 authentication  403 permission }", "errors 401 authentication, 403 permission"),
        (
            "errors { 429 rateLimited(retry), 500..599 server(retry) }",
            "errors 429 rateLimited(retry), 500..599 server(retry)"
        ),
        (
            "errors { 429 insufficient_quota quota  429 rateLimited }",
            "errors 429 <insufficient_quota> quota, 429 rateLimited"
        ),
        (
            #"errors { "overloaded error" overloaded(retry)  a.b quota }"#,
            "errors <overloaded error> overloaded(retry), <a.b> quota"
        ),
        (#"errors { 401 authentication "x y" quota }"#, "errors 401 authentication, <x y> quota"),
    ])
    func errors(text: String, expected: String) {
        #expect(entry(text) == expected)
    }

    @Test(arguments: [
        ("table t { a = \"x\"  b = 1\n c = { d: e } }", #"table t a = "x", b = 1, c = { d: (e) }"#),
        (#"table t { a = "x", a <- "y"  else -> ~"z" }"#, #"table t a = "x", a <- "y", else -> ~"z""#),
        ("table t { a = \"x\"\n else -> \"z\"\n in = null }", #"table t a = "x", else -> "z", in = null"#),
    ])
    func tables(text: String, expected: String) {
        #expect(entry(text) == expected)
    }

    @Test(arguments: [
        ("request { a: b, c: d? }", "request { a: (b), c: (d)? }"),
        ("request { a: b\n c: d\n ... }", "request { a: (b), c: (d), ... }"),
        ("request { }", "request {  }"),
        ("request { \"a b\": c, in: d, when: e }", "request { a b: (c), in: (d), when: (e) }"),
        (
            "failure { error: failure | <- message, m: <- message }",
            "failure { error: (failure) | <- (message), m: <- (message) }"
        ),
        ("stream sse ends \"[DONE]\" { a: b }", "stream <sse> <[DONE]> { a: (b) }"),
        ("stream { a: b }", "stream - - { a: (b) }"),
        ("stream sse by type { a { b: c } ping {} }", "stream <sse> - by type cases { a { b: (c) }; ping {  } }"),
        ("shape s { a: b }", "shape s { a: (b) }"),
        (
            "shape m by role { user { a: b } when can x\n tool each results { c: d }, else opaque }",
            "shape m by role cases { user { a: (b) } when can x; tool each results { c: (d) }; else opaque }"
        ),
        ("shape m { a {}\n else skip }", "shape m cases { a {  }; else skip }"),
        ("shape m { <- a { b: c }\n d -> { e: f } }", "shape m cases { <- a { b: (c) }; -> d { e: (f) } }"),
        ("shape m {\n a { b: c }\n   when streaming\n }", "shape m cases { a { b: (c) } when streaming }"),
    ])
    func shapes(text: String, expected: String) {
        #expect(entry(text) == expected)
    }

    @Test(arguments: [
        (#""text""#, #""text""#),
        (#""a \"b\" \\ \n""#, "\"a \"b\" \\ \n\""),
        ("-0.5e3", "-0.5e3"),
        ("true", "true"),
        ("null", "null"),
        ("~0", "~0"),
        (#"~"x""#, #"~"x""#),
        ("hole", "(hole)"),
        ("reasoning.effort?", "(reasoning.effort)?"),
        ("usage : counts?", "(usage : counts)?"),
        ("input - cacheRead - cacheWrite?", "(input - cacheRead - cacheWrite)?"),
        ("text ?null", "(text)?null"),
        ("stop else \"end\"", #"(stop) else "end""#),
        ("{ a: b, c: { d: e }? }?", "{ a: (b), c: { d: (e) }? }?"),
        ("[ each parts : part ]?", "[each parts : part]?"),
        ("[ each parts : { a: b } ]", "[each parts : { a: (b) }]"),
        ("[ { a: b } ]?", "[{ a: (b) }]?"),
        ("a | <- b? | -> { c: d }", "(a) | <- (b)? | -> { c: (d) }"),
        ("a\n | b\n | c", "(a) | (b) | (c)"),
        ("a in none low high ?", "(a)? in [none low high]"),
        ("a? in none low high", "(a)? in [none low high]"),
        ("a in none \"x y\" 256x256 1 | b", "(a) in [none x y 256x256 1] | (b)"),
        ("a in x y when can z", "(a) in [x y] when can z"),
        ("a\n in x y\n ?\n when can z", "(a)? in [x y] when can z"),
        ("a\n else 3", "(a) else 3"),
        (
            "a when streaming and not can b and has c.d and not e is f",
            "(a) when streaming and not can b and has c.d and not e is f"
        ),
    ])
    func values(text: String, expected: String) {
        #expect(value(text) == expected)
    }

    @Test(arguments: [
        ("  m in 1 out 2.5\n  n in 3\n", "  m in[1] out[2.5]\n  n in[3]"),
        ("  openai/gpt-4o:free*  in 0\n  @cf/x-1.5  out 1", "  openai/gpt-4o:free* in[0]\n  @cf/x-1.5 out[1]"),
        ("  4o-mini-2024-07-18 in 1\n  \"odd id+\" in 2", "  4o-mini-2024-07-18 in[1]\n  odd id+ in[2]"),
        ("  m \"The Model\" in 1", "  m name[The Model] in[1]"),
        ("  m  in 1\n     out 2\n     can tools\n  n in 3", "  m in[1] out[2] can[tools]\n  n in[3]"),
        ("  m can tools reasoning search batch  reasoning 3", "  m can[tools reasoning search batch] reasoning[3]"),
        ("  m efforts none low  alias a/b c:d  in 1", "  m efforts[none low] alias[a/b c:d] in[1]"),
        (
            "  m retired 2026-01-02 use gpt-5 kind search cacheMin 1024",
            "  m retired[2026-01-02] use[gpt-5] kind[search] cacheMin[1024]"
        ),
        ("  m in 1 above 200000 { in 2.5, out 15 } out 3", "  m in[1] above[200000] { in[2.5] out[15] } out[3]"),
        ("  m batch {\n    in 1\n    out 2\n  }\n  n in 3", "  m batch[] { in[1] out[2] }\n  n in[3]"),
        ("  m region us-east 1.1 eu 2 in 1", "  m region[us-east 1.1 eu 2] in[1]"),
        ("  m offPeak \"Mon-Fri 16:30-24:00\" { in 1 }", "  m offPeak[Mon-Fri 16:30-24:00] { in[1] }"),
        ("  m until 2026-10-01 { above 5 { in 1 } }", "  m until[2026-10-01] { above[5] { in[1] } }"),
        ("  m budget 128 32768\n  n budget 0", "  m budget[128 32768]\n  n budget[0]"),
        (
            "  m cacheWrite1h 6 cacheWrite12h 7 flex { in 1 } priority { in 2 } fast { in 3 }",
            "  m cacheWrite1h[6] cacheWrite12h[7] flex[] { in[1] } priority[] { in[2] } fast[] { in[3] }"
        ),
    ])
    func priceRows(text: String, expected: String) {
        #expect(rows(text) == expected)
    }

    @Test func spansAreByteRanges() throws {
        let text = "provider p\n  \"Ä\"\n  request { a: b | c? when streaming }\n"
        let entry = try #require(Document.parse(SourceFile(text)).document.providers.first?.entries.first)
        let bytes = Array(text.utf8)
        func written(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
        #expect(written(entry.span) == "request { a: b | c? when streaming }")
        guard case .request(let shape) = entry.kind, case .object(let object) = shape.body else {
            Issue.record("expected a request")
            return
        }
        let field = object.fields[0]
        #expect(written(shape.span) == "{ a: b | c? when streaming }")
        #expect(written(field.span) == "a: b | c? when streaming")
        #expect(field.value.alternatives.map { written($0.span) } == ["b", "c?"])
        #expect(field.value.condition.map { written($0.span) } == "when streaming")
    }

    @Test func aFieldMayBeNamedLikeADeclaration() {
        #expect(entry("request {\nprices: a\nwire: b }") == "request { prices: (a), wire: (b) }")
    }
}
