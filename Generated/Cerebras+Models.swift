// Generated from IDL/Prices/Cerebras.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Cerebras, prices in US dollars per million tokens, from https://www.cerebras.ai/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let cerebras = ModelTable(
        id: "cerebras",
        title: "Cerebras",
        source: "https://www.cerebras.ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            gemma-4-31b context=131072 output=40960 in=0.99 out=1.49 can=tools,vision,jsonSchema,reasoning \
                status=deprecated | Gemma 4 31B
            gpt-oss-120b context=131072 output=32768 in=0.35 out=0.75 can=tools,jsonSchema,reasoning cannot=vision \
                efforts=low,medium,high | GPT OSS 120B
            llama-3.1-70b context=128000 output=128000 in=0.6 out=0.6 can=tools
            llama-3.1-8b context=128000 output=128000 in=0.1 out=0.1 can=tools
            llama-3.3-70b context=128000 output=128000 in=0.85 out=1.2 can=tools retired=2026-02-16 | Llama 3.3 70B
            llama3.1-70b context=128000 output=128000 in=0.6 out=0.6 can=tools retired=2025-01-17
            llama3.1-8b context=32768 output=128000 in=0.1 out=0.1 can=tools retired=2026-05-27 | Llama 3.1 8B
            qwen-3-32b context=131072 output=128000 in=0.4 out=0.8 can=tools,reasoning retired=2026-02-16 | Qwen 3 32B
            qwen-3.8-27b context=65536 output=32768 in=0.99 out=1.49 can=tools,vision,jsonSchema,reasoning \
                | Qwen 3.8 27B
            zai-glm-4.7 context=131072 output=40960 in=2.25 cacheRead=0 out=2.75 can=tools,jsonSchema,reasoning \
                cannot=vision efforts=none status=deprecated | Z.AI GLM-4.7
            *
            """
    )
}
