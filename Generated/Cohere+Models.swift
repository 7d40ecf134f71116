// Generated from IDL/Prices/Cohere.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Cohere, prices in US dollars per million tokens, from https://cohere.com/pricing; litellm 1.109.1,
    /// genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let cohere = ModelTable(
        id: "cohere",
        title: "Cohere",
        source: "https://cohere.com/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            c4ai-aya-expanse-32b context=128000 output=4000 in=0.5 out=1.5 cannot=tools,vision,reasoning \
                | Aya Expanse 32B
            c4ai-aya-expanse-8b context=8000 output=4000 in=0.5 out=1.5 cannot=tools,vision,reasoning \
                status=deprecated | Aya Expanse 8B
            c4ai-aya-vision-32b context=16000 output=4000 can=vision cannot=tools,reasoning status=unconfirmed \
                | Aya Vision 32B
            c4ai-aya-vision-8b context=16000 output=4000 can=vision cannot=tools,reasoning status=unconfirmed \
                | Aya Vision 8B
            command in=1 out=2 status=unconfirmed | Command
            command-a-03-2025 context=256000 output=8000 in=2.5 out=10 can=tools cannot=vision,reasoning | Command A
            command-a-plus-05-2026 context=128000 output=64000 in=0 out=0 can=tools,vision,jsonSchema,reasoning \
                cannot=reasoningEffort budget=1 | Command A Plus
            command-a-reasoning-08-2025 context=256000 output=32000 in=2.5 out=10 can=tools,reasoning \
                cannot=reasoningEffort,vision budget=1 status=unconfirmed | Command A Reasoning
            command-a-vision-07-2025 context=128000 output=8000 in=2.5 out=10 can=vision cannot=tools,reasoning \
                status=unconfirmed | Command A Vision
            command-r-08-2024 context=128000 output=4096 in=0.15 out=0.6 can=tools cannot=vision,reasoning | Command R
            command-r-plus-08-2024 context=128000 output=4096 in=2.5 out=10 can=tools cannot=vision,reasoning \
                | Command R+
            command-r7b-12-2024 context=128000 output=4096 in=0.0375 out=0.15 can=tools cannot=vision,reasoning \
                | Command R7B
            command-r7b-arabic-02-2025 context=128000 output=4000 in=0.0375 out=0.15 can=tools cannot=vision,reasoning \
                status=unconfirmed | Command R7B Arabic
            embed-english-light-v3.0 context=512 in=0.1 out=0 kind=embedding
            embed-english-v3.0 context=512 in=0.1 out=0 kind=embedding
            embed-multilingual-light-v3.0 context=512 in=100 out=0 kind=embedding
            embed-multilingual-v3.0 context=512 in=0.1 out=0 kind=embedding
            embed-v4.0 context=128000 in=0.12 out=0 imageIn=0.47 kind=embedding | Embed v4.0
            embed-v5.0-fast context=128000 in=0.08 out=0 kind=embedding
            embed-v5.0-pro context=128000 in=0.12 out=0 kind=embedding
            north-mini-code-1-0 context=256000 output=64000 in=0 out=0 can=tools,jsonSchema,reasoning cannot=vision \
                efforts=none,high status=unconfirmed | North Mini Code
            *
            """
    )
}
