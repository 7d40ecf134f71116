// Generated from IDL/Prices/Grok.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Grok, prices in US dollars per million tokens, from https://docs.x.ai/docs/models; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let grok = ModelTable(
        id: "grok",
        title: "Grok",
        source: "https://docs.x.ai/docs/models; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            grok-4-0709 context=256000 in=3 cacheRead=0.75 out=15 status=unconfirmed | Grok 4
            grok-4-1-fast-non-reasoning context=2000000 in=0.2 cacheRead=0.05 out=0.5 can=stop cannot=reasoning \
                status=unconfirmed | Grok 4.1 Fast Non-Reasoning
            grok-4-1-fast-reasoning context=2000000 in=0.2 cacheRead=0.05 out=0.5 status=unconfirmed \
                | Grok 4.1 Fast Reasoning
            grok-4-fast-non-reasoning context=2000000 in=0.2 cacheRead=0.05 out=0.5 can=stop cannot=reasoning \
                status=unconfirmed | Grok 4 Fast Non-Reasoning
            grok-4-fast-reasoning context=2000000 in=0.2 cacheRead=0.05 out=0.5 status=unconfirmed \
                | Grok 4 Fast Reasoning
            grok-4.20 context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 can=caching,webSearch \
                above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 batch.cacheRead=0.16 \
                batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 \
                | Grok 4.20
            grok-4.20-0309 context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 can=caching,webSearch \
                above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 batch.cacheRead=0.16 \
                batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 batch.above(200000).out=4
            grok-4.20-0309-non-reasoning context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=stop,caching,webSearch cannot=reasoning above(200000).in=2.5 above(200000).cacheRead=0.4 \
                above(200000).out=5 batch.in=1 batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 \
                batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 | Grok 4.20 (Non-Reasoning)
            grok-4.20-0309-reasoning context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=caching,webSearch above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 \
                batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 \
                batch.above(200000).out=4 | Grok 4.20 (Reasoning)
            grok-4.20-multi-agent context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 can=caching,webSearch \
                cannot=tools,toolChoice efforts=low,medium,high,xhigh above(200000).in=2.5 above(200000).cacheRead=0.4 \
                above(200000).out=5 batch.in=1 batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 \
                batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 | Grok 4.20 Multi-Agent 0309
            grok-4.20-multi-agent-0309 context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=caching,webSearch cannot=tools,toolChoice efforts=low,medium,high,xhigh above(200000).in=2.5 \
                above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 batch.cacheRead=0.16 batch.out=2 \
                batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 \
                | Grok 4.20 Multi-Agent
            grok-4.20-multi-agent-latest context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=caching,webSearch cannot=tools,toolChoice above(200000).in=2.5 above(200000).cacheRead=0.4 \
                above(200000).out=5 batch.in=1 batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 \
                batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 | Grok 4.20 Multi-Agent 0309
            grok-4.20-non-reasoning context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=stop,caching,webSearch cannot=reasoning above(200000).in=2.5 above(200000).cacheRead=0.4 \
                above(200000).out=5 batch.in=1 batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 \
                batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 | Grok 4.20 (Non-Reasoning)
            grok-4.20-non-reasoning-latest context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=caching,webSearch above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 \
                batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 \
                batch.above(200000).out=4
            grok-4.20-reasoning context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 can=caching,webSearch \
                cannot=reasoningEffort above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 \
                batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 \
                batch.above(200000).out=4 | Grok 4.20 (Reasoning)
            grok-4.20-reasoning-latest context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=caching,webSearch above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 \
                batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 \
                batch.above(200000).out=4
            grok-4.3 context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 can=caching,webSearch \
                efforts=none,low,medium,high above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 \
                batch.in=1 batch.cacheRead=0.16 batch.out=2 batch.above(200000).in=2 \
                batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 | Grok 4.3
            grok-4.3-latest context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 can=caching,webSearch \
                above(200000).in=2.5 above(200000).cacheRead=0.4 above(200000).out=5 batch.in=1 batch.cacheRead=0.16 \
                batch.out=2 batch.above(200000).in=2 batch.above(200000).cacheRead=0.32 batch.above(200000).out=4 \
                | Grok 4.3
            grok-4.5 context=500000 output=500000 in=2 cacheRead=0.3 out=6 can=caching,webSearch above(200000).in=4 \
                above(200000).cacheRead=0.6 above(200000).out=12 | Grok 4.5
            grok-4.5-latest context=500000 output=500000 in=2 cacheRead=0.3 out=6 can=caching,webSearch \
                above(200000).in=4 above(200000).cacheRead=0.6 above(200000).out=12 | Grok 4.5
            grok-4.6 context=500000 output=500000 in=2 cacheRead=0.5 out=6 can=caching,webSearch above(200000).in=4 \
                above(200000).cacheRead=1 above(200000).out=12 | Grok 4.6
            grok-4.7 context=500000 output=500000 in=2 cacheRead=0.5 out=6 can=caching,webSearch above(200000).in=4 \
                above(200000).cacheRead=1 above(200000).out=12 batch.in=1.6 batch.cacheRead=0.4 batch.out=4.8 \
                batch.above(200000).in=3.2 batch.above(200000).cacheRead=0.8 batch.above(200000).out=9.6 | Grok 4.7
            grok-build-0.1 context=256000 output=256000 in=1 cacheRead=0.2 out=2 can=caching above(200000).in=2 \
                above(200000).cacheRead=0.4 above(200000).out=4 | Grok Build 0.1
            grok-build-latest context=500000 output=500000 in=2 cacheRead=0.3 out=6 can=caching,webSearch \
                above(200000).in=4 above(200000).cacheRead=0.6 above(200000).out=12
            grok-code-fast context=256000 output=256000 in=1 cacheRead=0.2 out=2 can=caching above(200000).in=2 \
                above(200000).cacheRead=0.4 above(200000).out=4 | Grok Code Fast 1
            grok-code-fast-1 context=256000 output=256000 in=1 cacheRead=0.2 out=2 can=caching retired=2026-05-15 \
                above(200000).in=2 above(200000).cacheRead=0.4 above(200000).out=4 | Grok Code Fast 1
            grok-code-fast-1-0825 context=256000 output=256000 in=1 cacheRead=0.2 out=2 can=caching above(200000).in=2 \
                above(200000).cacheRead=0.4 above(200000).out=4 | Grok Code Fast 1
            grok-*
            """
    )
}
