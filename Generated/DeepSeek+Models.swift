// Generated from IDL/Prices/DeepSeek.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of DeepSeek, prices in US dollars per million tokens, from
    /// https://api-docs.deepseek.com/quick_start/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as
    /// of 2026-11-23.
    public static let deepseek = ModelTable(
        id: "deepseek",
        title: "DeepSeek",
        source: """
            https://api-docs.deepseek.com/quick_start/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev \
            2026-07-02
            """,
        checked: "2026-11-23",
        rows: """
            deepseek-chat context=1000000 output=8192 in=0.28 cacheRead=0.028 out=0.42 can=prefill,caching \
                cannot=vision,reasoning retired=2026-07-24 | DeepSeek Chat
            deepseek-coder context=128000 output=4096 in=0.14 cacheRead=0.014 out=0.28 can=prefill,caching
            deepseek-flash context=1000000 output=393216 in=0.3 cacheRead=0.006 out=1.2 can=prefill,caching \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).in=0.15 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).cacheRead=0.003 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).out=0.6 | DeepSeek V4.1 Flash
            deepseek-r1 context=64000 output=8192 in=0.55 cacheRead=0.14 out=2.19 can=prefill,caching \
                cannot=reasoningContent | Deepseek R1
            deepseek-reasoner context=1000000 output=65536 in=0.28 cacheRead=0.028 out=0.42 can=prefill,caching \
                cannot=tools,toolChoice,parallelTools,vision retired=2026-07-24 | DeepSeek Reasoner
            deepseek-v3 context=65536 output=8192 in=0.27 cacheRead=0.07 out=1.1 can=prefill,caching
            deepseek-v3.1-terminus context=128000 in=0.27 cacheRead=0.13 out=0.95 status=unconfirmed \
                | DeepSeek V3.1 Terminus
            deepseek-v3.2 context=128000 output=163840 in=0.28 cacheRead=0.028 out=0.4 can=prefill,caching \
                | DeepSeek V3.2
            deepseek-v3.2-exp context=128000 in=0.27 out=0.41 status=unconfirmed | DeepSeek V3.2 Exp
            deepseek-v4-flash context=1000000 output=393216 in=0.3 cacheRead=0.006 out=1.2 can=prefill,caching \
                efforts=high,max offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).in=0.15 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).cacheRead=0.003 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).out=0.6 | DeepSeek V4 Flash
            deepseek-v4-flash-vision-exp context=1000000 output=393216 in=0.3 cacheRead=0.006 out=1.2 \
                can=prefill,caching offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).in=0.15 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).cacheRead=0.003 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).out=0.6 | DeepSeek V4 Flash
            deepseek-v4-pro context=1000000 output=393216 in=1.32 cacheRead=0.044 out=3.96 can=prefill,caching \
                cannot=vision efforts=high,max \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).in=0.66 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).cacheRead=0.022 \
                offPeak(Mon-Fri/00:00-01:00/04:00-06:00/10:00-24:00;Sat-Sun/00:00-24:00).out=1.98 | DeepSeek V4 Pro
            deepseek-*
            deepseek-r1* cannot=reasoningContent
            """
    )
}
