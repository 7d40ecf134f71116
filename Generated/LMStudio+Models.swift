// Generated from IDL/Prices/LMStudio.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of LM Studio, prices in US dollars per million tokens, from https://lmstudio.ai/models; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let lmstudio = ModelTable(
        id: "lmstudio",
        title: "LM Studio",
        source: "https://lmstudio.ai/models; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            openai/gpt-oss-20b context=131072 output=32768 in=0 out=0 cannot=vision efforts=low,medium,high \
                | GPT OSS 20B
            qwen/qwen3-30b-a3b-2507 context=262144 output=16384 in=0 out=0 cannot=vision,reasoning \
                | Qwen3 30B A3B 2507
            qwen/qwen3-coder-30b context=262144 output=65536 in=0 out=0 cannot=vision,reasoning | Qwen3 Coder 30B
            *
            """
    )
}
