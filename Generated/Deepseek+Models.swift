// Generated from IDL/Prices/deepseek.idl: edit that file, not this one.

public import MassGenCore

extension DeepSeek {
    /// The models of DeepSeek, prices in US dollars per million tokens, from
    /// https://api-docs.deepseek.com/quick_start/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as
    /// of 2026-11-23.
    public static let models = ModelTable(
        source: """
            https://api-docs.deepseek.com/quick_start/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev \
            2026-07-02
            """,
        checked: "2026-11-23",
        rows: """
            deepseek-coder context=128000 output=4096 in=0.14 cacheRead=0.014 out=0.28
            deepseek-flash context=1000000 output=393216 in=0.3 cacheRead=0.006 out=1.2 offPeak.in=0.15 \
                offPeak.cacheRead=0.003 offPeak.out=0.6 | DeepSeek V4.1 Flash
            deepseek-r1 context=65536 output=8192 in=0.55 cacheRead=0.14 out=2.19 cannot=reasoningContent \
                | DeepSeek R1
            deepseek-v3 context=65536 output=8192 in=0.27 cacheRead=0.07 out=1.1
            deepseek-v3.2 context=163840 output=163840 in=0.28 cacheRead=0.028 out=0.4 | DeepSeek V3.2
            deepseek-v4-flash context=1000000 output=393216 in=0.3 cacheRead=0.006 out=1.2 offPeak.in=0.15 \
                offPeak.cacheRead=0.003 offPeak.out=0.6 | DeepSeek V4 Flash
            deepseek-v4-flash-vision-exp context=1000000 output=393216 in=0.3 cacheRead=0.006 out=1.2 offPeak.in=0.15 \
                offPeak.cacheRead=0.003 offPeak.out=0.6
            deepseek-v4-pro context=1000000 output=393216 in=1.32 cacheRead=0.044 out=3.96 offPeak.in=0.66 \
                offPeak.cacheRead=0.022 offPeak.out=1.98 cannot=vision | DeepSeek V4 Pro
            deepseek-v3.1-terminus context=128000 in=0.27 cacheRead=0.13 out=0.95 | DeepSeek V3.1 Terminus
            deepseek-v3.2-exp context=128000 in=0.27 out=0.41 | DeepSeek V3.2 Exp
            deepseek-chat context=1000000 output=8192 in=0.28 cacheRead=0.028 out=0.42 cannot=vision,reasoning \
                retired=2026-07-24 | DeepSeek Chat
            deepseek-reasoner context=1000000 output=65536 in=0.28 cacheRead=0.028 out=0.42 cannot=vision \
                retired=2026-07-24 | DeepSeek Reasoner
            deepseek-*
            deepseek-r1* cannot=reasoningContent
            """
    )
}
