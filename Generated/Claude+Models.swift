// Generated from IDL/Prices/Claude.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Claude, prices in US dollars per million tokens, from
    /// https://platform.claude.com/docs/en/about-claude/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev
    /// 2026-07-02, Anthropic SDK 2.12.0 as of 2026-11-23.
    public static let claude = ModelTable(
        id: "claude",
        title: "Claude",
        source: """
            https://platform.claude.com/docs/en/about-claude/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev \
            2026-07-02, Anthropic SDK 2.12.0
            """,
        checked: "2026-11-23",
        tools: "bash_code_execution codeHour text_editor_code_execution codeHour",
        rows: """
            claude-fable-5 context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite1h=20 out=50 \
                search=10 can=adaptiveThinking,alwaysThinking,caching,webSearch,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 region=us,1.1 \
                batch.in=5 batch.cacheRead=0.5 batch.cacheWrite=6.25 batch.out=25 | Claude Fable 5
            claude-fable-5-1 context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 cacheWrite1h=20 out=50 \
                search=10 can=adaptiveThinking,alwaysThinking,caching,webSearch,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 \
                region=us,1.1 batch.in=5 batch.cacheRead=0.125 batch.cacheWrite=6.25 batch.out=25 | Claude Fable 5.1
            claude-fable-5-2 context=1000000 in=8 cacheRead=0.2 cacheWrite=10 cacheWrite1h=16 out=40 search=10 \
                status=unconfirmed batch.in=4 batch.cacheRead=0.1 batch.cacheWrite=5 batch.cacheWrite1h=8 batch.out=20 \
                fast.in=16 fast.cacheRead=0.4 fast.cacheWrite=20 fast.cacheWrite1h=32 fast.out=80 | Claude Fable 5.2
            claude-haiku-4-5 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 cacheWrite1h=2 out=5 \
                search=10 can=prefill,caching,computerUse cannot=reasoningEffort budget=1024 cacheMin=4096 \
                batch.in=0.5 batch.cacheRead=0.05 batch.cacheWrite=0.625 batch.out=2.5 | Claude Haiku 4.5 (latest)
            claude-haiku-4-5-20251001 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 cacheWrite1h=2 \
                out=5 search=10 can=prefill,caching,webSearch,computerUse cannot=reasoningEffort budget=1024 \
                cacheMin=4096 batch.in=0.5 batch.cacheRead=0.05 batch.cacheWrite=0.625 batch.out=2.5 \
                | Claude Haiku 4.5
            claude-haiku-5-5 context=1000000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 cacheWrite1h=0.2 \
                out=0.5 search=10 can=adaptiveThinking,caching,webSearch,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=512 region=us,1.1 above(100000).in=0.5 \
                above(100000).cacheRead=0.05 above(100000).cacheWrite=0.625 above(100000).out=2.5 batch.in=0.05 \
                batch.cacheRead=0.005 batch.cacheWrite=0.0625 batch.out=0.25 batch.above(100000).in=0.25 \
                batch.above(100000).cacheRead=0.025 batch.above(100000).cacheWrite=0.3125 batch.above(100000).out=1.25 \
                | Claude Haiku 5.5
            claude-mythos-5 context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite1h=20 out=50 \
                search=10 can=adaptiveThinking,alwaysThinking,caching,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=512 region=us,1.1 batch.in=5 batch.cacheRead=0.5 \
                batch.cacheWrite=6.25 batch.out=25
            claude-mythos-5-1 context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 cacheWrite1h=20 \
                out=50 search=10 can=adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 \
                region=us,1.1 batch.in=5 batch.cacheRead=0.125 batch.cacheWrite=6.25 batch.out=25
            claude-mythos-5-2 context=1000000 in=8 cacheRead=0.2 cacheWrite=10 cacheWrite1h=16 out=40 search=10 \
                status=unconfirmed batch.in=4 batch.cacheRead=0.1 batch.cacheWrite=5 batch.cacheWrite1h=8 batch.out=20 \
                fast.in=16 fast.cacheRead=0.4 fast.cacheWrite=20 fast.cacheWrite1h=32 fast.out=80 | Claude Mythos 5.2
            claude-mythos-preview context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite1h=20 \
                out=50 search=10 can=adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 region=us,1.1 \
                retired=2026-06-09
            claude-opus-4-0 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 cacheWrite1h=30 out=75 \
                search=10 cannot=reasoningEffort budget=1024 status=unconfirmed | Claude Opus 4 (latest)
            claude-opus-4-1 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 cacheWrite1h=30 out=75 \
                search=10 cannot=reasoningEffort budget=1024 status=unconfirmed | Claude Opus 4.1 (latest)
            claude-opus-4-1-20250805 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 cacheWrite1h=30 \
                out=75 search=10 cannot=reasoningEffort budget=1024 status=unconfirmed | Claude Opus 4.1
            claude-opus-4-20250514 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 cacheWrite1h=30 \
                out=75 search=10 cannot=reasoningEffort budget=1024 status=unconfirmed | Claude Opus 4
            claude-opus-4-5 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=prefill,caching,computerUse efforts=low,medium,high budget=1024 cacheMin=4096 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.5 (latest)
            claude-opus-4-5-20251101 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=prefill,caching,webSearch,computerUse efforts=low,medium,high budget=1024 \
                cacheMin=4096 batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5 \
                | Claude Opus 4.5
            claude-opus-4-6 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=adaptiveThinking,caching,webSearch,computerUse efforts=low,medium,high,max budget=1024 \
                cacheMin=4096 region=us,1.1 batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5 \
                | Claude Opus 4.6
            claude-opus-4-6-20260205 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=adaptiveThinking,caching,webSearch,computerUse efforts=low,medium,high,max \
                budget=1024 cacheMin=4096 region=us,1.1 batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 \
                batch.out=12.5 | Claude Opus 4.6
            claude-opus-4-7 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=adaptiveThinking,caching,webSearch,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=2048 region=us,1.1 batch.in=2.5 batch.cacheRead=0.25 \
                batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.7
            claude-opus-4-7-20260416 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=adaptiveThinking,caching,webSearch,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=2048 region=us,1.1 batch.in=2.5 batch.cacheRead=0.25 \
                batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.7
            claude-opus-4-8 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=adaptiveThinking,caching,webSearch,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=1024 region=us,1.1 batch.in=2.5 batch.cacheRead=0.25 \
                batch.cacheWrite=3.125 batch.out=12.5 fast.in=10 fast.cacheRead=1 fast.cacheWrite=12.5 \
                fast.cacheWrite1h=20 fast.out=50 | Claude Opus 4.8
            claude-opus-5 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=adaptiveThinking,caching,webSearch,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=512 region=us,1.1 batch.in=2.5 batch.cacheRead=0.25 \
                batch.cacheWrite=3.125 batch.out=12.5 fast.in=10 fast.cacheRead=1 fast.cacheWrite=12.5 \
                fast.cacheWrite1h=20 fast.out=50 | Claude Opus 5
            claude-opus-5-5 context=1000000 output=128000 in=4 cacheRead=0.2 cacheWrite=5 cacheWrite1h=8 out=20 \
                search=10 can=adaptiveThinking,alwaysThinking,caching,webSearch,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 \
                region=us,1.1 batch.in=2 batch.cacheRead=0.1 batch.cacheWrite=2.5 batch.out=10 fast.in=8 \
                fast.cacheRead=0.4 fast.cacheWrite=10 fast.cacheWrite1h=16 fast.out=40 | Claude Opus 5.5
            claude-sonnet-4-0 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 out=15 \
                search=10 cannot=reasoningEffort budget=1024 status=unconfirmed | Claude Sonnet 4 (latest)
            claude-sonnet-4-20250514 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 \
                out=15 search=10 cannot=reasoningEffort budget=1024 status=unconfirmed | Claude Sonnet 4
            claude-sonnet-4-5 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 out=15 \
                search=10 can=prefill,caching,computerUse cannot=reasoningEffort budget=1024 cacheMin=1024 \
                retired=2026-11-30 above(200000).in=6 above(200000).cacheRead=0.6 above(200000).cacheWrite=7.5 \
                above(200000).cacheWrite1h=12 above(200000).out=22.5 batch.in=1.5 batch.cacheRead=0.15 \
                batch.cacheWrite=1.875 batch.out=7.5 | Claude Sonnet 4.5 (latest)
            claude-sonnet-4-5-20250929 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 \
                out=15 search=10 can=prefill,caching,webSearch,computerUse cannot=reasoningEffort budget=1024 \
                cacheMin=1024 retired=2026-11-30 above(200000).in=6 above(200000).cacheRead=0.6 \
                above(200000).cacheWrite=7.5 above(200000).cacheWrite1h=12 above(200000).out=22.5 batch.in=1.5 \
                batch.cacheRead=0.15 batch.cacheWrite=1.875 batch.out=7.5 | Claude Sonnet 4.5
            claude-sonnet-4-6 context=1000000 output=128000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 out=15 \
                search=10 can=adaptiveThinking,caching,webSearch,computerUse efforts=low,medium,high,max budget=1024 \
                cacheMin=1024 region=us,1.1 batch.in=1.5 batch.cacheRead=0.15 batch.cacheWrite=1.875 batch.out=7.5 \
                | Claude Sonnet 4.6
            claude-sonnet-5 context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 cacheWrite1h=4 out=10 \
                search=10 can=adaptiveThinking,caching,webSearch,computerUse cannot=reasoningBudget,sampling \
                efforts=low,medium,high,xhigh,max cacheMin=1024 region=us,1.1 batch.in=1 batch.cacheRead=0.1 \
                batch.cacheWrite=1.25 batch.out=5 | Claude Sonnet 5
            claude-sonnet-5-5 context=1000000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 cacheWrite1h=4 out=10 \
                search=10 can=adaptiveThinking,alwaysThinking,caching,webSearch,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 \
                region=us,1.1 batch.in=1 batch.cacheRead=0.05 batch.cacheWrite=1.25 batch.out=5 | Claude Sonnet 5.5
            claude-* can=adaptiveThinking cannot=sampling,reasoningBudget
            claude-3* can=prefill cannot=reasoningEffort
            claude-opus-4*
            claude-sonnet-4*
            claude-haiku-4*
            """
    )
}
