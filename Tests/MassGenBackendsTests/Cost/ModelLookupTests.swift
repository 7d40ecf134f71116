import MassGenBackends
import Testing

/// A model is found by its id, a declared other name, a declared snapshot or a declared prefix; never by what its id
/// merely contains.
@Suite struct ModelLookupTests {
    private func input(_ table: ModelTable, _ id: String) -> String? { table.model(id)?.inputPrice }

    @Test func datedModelsHaveTheirOwnPrices() {
        #expect(input(.openai, "gpt-4o-mini-2024-07-18") == "0.15")
        #expect(input(.openai, "gpt-4o-2024-05-13") == "5")
        #expect(input(.openai, "gpt-5-mini-2025-08-07") == "0.25")
        #expect(input(.claude, "claude-opus-4-5-20251101") == "5")
    }

    @Test func modelsThatBeginAlikeAreDifferent() {
        #expect(input(.openai, "gpt-4.1") == "2")
        #expect(input(.openai, "o3") == "2")
        #expect(input(.openai, "o3-mini") == "1.1")
        #expect(input(.openai, "gpt-5") == "1.25")
        #expect(input(.openai, "o4-mini") == "1.1")
        #expect(input(.gemini, "gemini-2.5-flash") == "0.3")
        #expect(input(.gemini, "gemini-2.5-pro") == "1.25")
        #expect(input(.grok, "grok-4-0709") == "3")
        #expect(input(.claude, "claude-sonnet-4-20250514") == "3")
    }

    @Test(arguments: [
        (ModelTable.gemini, "gemini-1.5-flash-8b-001"), (.grok, "grok-2-mini-1212"),
        (.openai, "gpt-4o-mini-2099-01-01"),
        (.openai, "gpt-4"), (.openai, "my-gpt-4o"), (.openai, "gpt-4o "), (.openai, "GPT-4o"), (.openai, ""),
        (.openai, "gpt-5-mini-high"), (.together, "x"), (.claude, "claude-4"), (.claude, "claude-3.7"),
        (.grok, "grok-3"),
        (.deepseek, "Kimi"),
    ])
    func whatHasNoRowHasNoPrice(table: ModelTable, id: String) {
        #expect(table.model(id) == nil)
        let cost = table.cost(of: Usage(input: 1000, output: 1000), model: id)
        #expect(cost.total == nil)
        #expect(cost.kind == .unknown(.unlistedModel(id)))
    }

    @Test func providersOfTheOriginalThatCostNothingAreKnown() {
        for (table, id) in [
            (Azure.provider.models, "gpt-4.1"), (OpenAI.provider.models, "gpt-4.1"),
            (Claude.provider.models, "claude-opus-5-5"),
        ] {
            #expect(table.cost(of: Usage(input: 1000, output: 1000), model: id).total ?? .zero > .zero)
        }
    }

    @Test func familiesSpeakForCapabilitiesAlone() {
        #expect(ModelTable.openai["gpt-6-new"]?.id == "gpt-6*")
        #expect(ModelTable.openai.model("gpt-6-new") == nil)
        #expect(ModelTable.openai.family(of: "gpt-6-sol")?.cannot == ["sampling"])
        #expect(ModelTable.azure["anything at all"]?.id == "*")
    }

    @Test func declaredNamesLeadToTheirModel() {
        let table = ModelTable(
            id: "t", title: "T", source: "", checked: "", prefixes: "us. models/",
            copying: """
                big alias=large,huge dated=big-YYYY-MM-DD,big-mini-MMDD in=1
                MYD-DMY dated=MYD-DMY-YYYYMMDD in=2
                big-2026-01-02 in=3
                fam*
                """)
        for id in ["big", "large", "huge", "big-2026-12-31", "big-mini-1231", "us.big", "models/large"] {
            #expect(table.model(id)?.id == "big", "\(id)")
        }
        #expect(table.model("MYD-DMY-20261231")?.id == "MYD-DMY")
        #expect(table.model("big-2026-01-02")?.inputPrice == "3")
        for id in [
            "big-2026-1-2", "big-latest", "big-YYYY", "bigger", "us.us.big", "eu.big", "fam-1", "1YD-DMY-20261231",
        ] {
            #expect(table.model(id) == nil, "\(id)")
        }
        #expect(table["fam-1"]?.id == "fam*")
    }

    @Test func everyRowIsFoundByItsId() {
        for table in Backends.models {
            for row in table.all where !row.id.hasSuffix("*") {
                #expect(table.model(row.id) == row, "\(table.id) \(row.id)")
            }
        }
    }
}
