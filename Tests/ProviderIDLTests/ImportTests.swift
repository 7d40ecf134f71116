import Foundation
import ProviderIDL
import Testing

/// Price files are brought in step with catalogues.
@Suite struct ImportTests {
    private let catalogue = """
        {"generated_for": "2026-11-23", "sources": {"a": "a page"}, "models": [
        {"provider": "acme", "model": "big", "name": "Big", "prices": {"input": 2, "output": 10, "cached_input": 0.2,
         "cache_write": 2.5, "tiers": [{"above_input_tokens": 200000, "input": 4, "output": 15}],
         "batch": {"input": 1, "output": 5}, "multipliers": {"us": 1.1}, "web_search_per_1k": 10},
         "context_window": 1000000, "max_output": 64000, "reasoning_budget": {"min": 1024, "max": 32000},
         "capabilities": {"tools": true, "vision": false, "sampling_params": false, "prefill": true,
         "prompt_caching": true, "adaptive_thinking": true}, "prompt_cache_min_tokens": 1024},
        {"provider": "acme", "model": "big-2026-01-02", "prices": {"input": 2, "output": 10}, "alias_group": "big",
         "deprecation_date": "2027-01-02"},
        {"provider": "acme", "model": "small", "prices": {"input": 0.1, "output": 0.4}, "context_window": 8192,
         "capabilities": {"effort_max": true, "reasoning": true}, "deprecated": true},
        {"provider": "other", "model": "else", "prices": {"input": 1, "output": 1}}]}
        """

    private func merged(
        _ catalogue: String, into text: String? = nil, title: String? = nil, former: String? = nil
    ) throws -> String {
        let catalogue = try #require(Catalogue(Array(catalogue.utf8)))
        let file = PriceFile(
            list: "own", title: title, catalogueIDs: ["acme"], checked: catalogue.date ?? "2026-11-27",
            formerUntil: former)
        let source = text.map { SourceFile(path: "own.idl", bytes: Array($0.utf8)) }
        let result = file.merged(catalogue, into: source).text
        #expect(Document.parse(SourceFile(path: "own.idl", bytes: Array(result.utf8))).diagnostics.isEmpty)
        return result
    }

    private let made = """
        prices own  source "a page"  checked 2026-11-23  catalogue acme
          big  "Big"  context 1000000 output 64000  in 2 cacheRead 0.2 cacheWrite 2.5 out 10 search 10  can adaptiveThinking prefill caching  cannot reasoningEffort vision sampling  budget 1024 32000  cacheMin 1024  region us 1.1
              above 200000 { in 4 out 15 }
              batch { in 1 out 5 }
          big-2026-01-02  context 1000000 output 64000  in 2 out 10  can adaptiveThinking prefill caching  cannot reasoningEffort vision sampling  budget 1024 32000  cacheMin 1024  retired 2027-01-02
          small  context 8192  in 0.1 out 0.4  efforts low medium high max  status deprecated

        """

    @Test func makesAFile() throws {
        #expect(try merged(catalogue) == made)
        #expect(try merged(catalogue, title: "Own").hasPrefix("prices own \"Own\"  source"))
    }

    @Test func theSameCatalogueChangesNothing() throws {
        #expect(try merged(catalogue, into: made) == made)
    }

    @Test func aChangedPriceChangesOneLine() throws {
        let later = catalogue.replacing(#""input": 0.1, "output": 0.4"#, with: #""input": 0.2, "output": 0.4"#)
        #expect(try merged(later, into: made) == made.replacing("in 0.1 out", with: "in 0.2 out"))
        let tier = catalogue.replacing(#""input": 4"#, with: #""input": 4.5"#)
        #expect(try merged(tier, into: made) == made.replacing("{ in 4 out", with: "{ in 4.5 out"))
    }

    @Test func whatOnlyTheFileKnowsStays() throws {
        let text = """
            # A comment.
            prices own  source "another page"  checked 2026-01-01  catalogue acme  prefix us.
              # Of the small one.
              small  "Mine"  in 9 out 9  can developerRole vision  cannot audio  use big  alias tiny   # kept
              unlisted  in 1

              # Families.
              sm*  cannot tools

            """
        let result = try merged(catalogue, into: text)
        let lines = result.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[1] == #"prices own  source "another page"  checked 2026-11-23  catalogue acme  prefix us."#)
        #expect(lines[6] == "  # Of the small one.")
        #expect(
            lines[7]
                == #"  small  "Mine"  context 8192  in 0.1 out 0.4  can developerRole vision  cannot audio  efforts low medium high max  status deprecated use big  alias tiny  # kept"#
        )
        #expect(lines.suffix(5) == ["  unlisted  in 1", "", "  # Families.", "  sm*  cannot tools", ""])
        #expect(try merged(catalogue, into: result) == result)
    }

    @Test func formerPricesCanBeKept() throws {
        let later = catalogue.replacing(#""input": 0.1, "output": 0.4"#, with: #""input": 0.2, "output": 0.4"#)
        let result = try merged(later, into: made, former: "2026-12-01")
        #expect(result.contains("\n      until 2026-12-01 { in 0.1 out 0.4 }\n"))
        #expect(try merged(later, into: result) == result)
    }

    @Test func readsLiteLLM() throws {
        let text = """
            {"sample_spec": {"mode": "chat"},
            "acme/big": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 1.4e-07,
             "output_cost_per_token": 2e-06, "cache_read_input_token_cost": 1.4e-08, "max_input_tokens": 1000,
             "max_output_tokens": 100, "input_cost_per_token_above_200k_tokens": 2.8e-07,
             "input_cost_per_token_batches": 7e-08, "input_cost_per_token_above_200k_tokens_priority": 1e-06,
             "input_cost_per_token_priority": 5e-07, "supports_vision": false, "supports_prompt_caching": true,
             "search_context_cost_per_query": {"search_context_size_medium": 0.01}, "deprecation_date": "2027-01-01"},
            "picture": {"litellm_provider": "acme", "mode": "image_generation"}}
            """
        #expect(
            try merged(text) == """
                prices own  source "LiteLLM"  checked 2026-11-27  catalogue acme
                  big  context 1000 output 100  in 0.14 cacheRead 0.014 out 2 search 10  can caching  cannot vision  retired 2027-01-01
                      above 200000 { in 0.28 }
                      batch { in 0.07 }
                      priority { in 0.5 above 200000 { in 1 } }

                """)
    }

    @Test(arguments: [
        (
            #"{"big": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 4e-06}, "#
                + #""small": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 2e-07}}"#,
            "1e-06", "1.5e-06"
        ),
        (
            #"{"acme": {"models": {"big": {"cost": {"input": 1, "output": 4}}, "small": {"cost": {"input": 0.2}}}}}"#,
            #""input": 1,"#, #""input": 1.5,"#
        ),
        (
            #"[{"id": "acme", "models": [{"id": "big", "prices": {"input_mtok": 1, "output_mtok": 4}}, "#
                + #"{"id": "small", "prices": {"input_mtok": 0.2}}]}]"#,
            #""input_mtok": 1,"#, #""input_mtok": 1.5,"#
        ),
    ])
    func aChangedPriceOfAnyCatalogueChangesOneLine(text: String, price: String, later: String) throws {
        let before = try merged(text)
        #expect(before.contains("in 1 out 4"))
        #expect(try merged(text, into: before) == before)
        let after = try merged(text.replacing(price, with: later), into: before)
        #expect(after == before.replacing("in 1 out 4", with: "in 1.5 out 4"))
    }

    @Test func readsModelsDev() throws {
        let text = """
            {"acme": {"id": "acme", "models": {"big": {"id": "big", "name": "Big", "cost": {"input": 2, "output": 10,
             "cache_read": 0.2, "input_audio": 3, "context_over_200k": {"input": 4, "output": 15}},
             "limit": {"context": 1000, "output": 100}, "tool_call": false, "temperature": false, "reasoning": true,
             "modalities": {"input": ["text", "image"], "output": ["text"]}, "status": "deprecated"}}}}
            """
        #expect(
            try merged(text) == """
                prices own  source "models.dev"  checked 2026-11-27  catalogue acme
                  big  "Big"  context 1000 output 100  in 2 cacheRead 0.2 out 10 audioIn 3  cannot audio files tools sampling  status deprecated
                      above 200000 { in 4 out 15 }

                """)
    }

    @Test func readsGenaiPrices() throws {
        let text = """
            [{"id": "acme", "models": [{"id": "big", "match": {"equals": "big"}, "context_window": 1000, "prices":
             {"input_mtok": {"base": 2, "tiers": [{"start": 200000, "price": 4}]}, "output_mtok": 10, "requests_kcount": 5}},
             {"id": "small", "match": {"equals": "small"}, "prices": [
              {"constraint": {"start_date": "2026-01-01"}, "prices": {"input_mtok": 1}},
              {"constraint": {"start_date": "2026-06-01"}, "prices": {"input_mtok": 0.5}}]}]}]
            """
        #expect(
            try merged(text) == """
                prices own  source "genai-prices"  checked 2026-11-27  catalogue acme
                  big  context 1000  in 2 out 10 request 5
                      above 200000 { in 4 }
                  small  in 0.5

                """)
    }

    @Test func hoursOfGenaiPricesAreOffPeak() throws {
        func list(_ first: String, _ hours: String) -> String {
            """
            [{"id": "acme", "models": [{"id": "big", "prices": [{\(first)"prices": {"input_mtok": 2, "output_mtok": 10}},
             {"constraint": {\(hours)}, "prices": {"input_mtok": 1}}]}]}]
            """
        }
        let night = #""start_time": "16:30:00Z", "end_time": "00:30:00Z""#
        let made = """
            prices own  source "genai-prices"  checked 2026-11-27  catalogue acme
              big  in 2 out 10
                  offPeak "Mon-Sun 00:00-00:30 16:30-24:00" { in 1 }

            """
        #expect(try merged(list("", night)) == made)
        let day = #""constraint": {"start_time": "00:30:00Z", "end_time": "16:30:00Z"}, "#
        #expect(try merged(list(day, night)) == made)
        let odd = try merged(list("", #""start_time": "16:30:10Z", "end_time": "00:30:00Z""#))
        #expect(!odd.contains("in 2"))
    }

    @Test(arguments: ["", "[]", "{}", "{\"a\": 1}", "nonsense", "{\"models\": []}", "[1, 2", "\"x\""])
    func refusesWhatIsNoCatalogue(text: String) {
        #expect(Catalogue(Array(text.utf8)) == nil)
    }
}
