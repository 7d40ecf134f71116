// Generated from IDL/Prices/Azure.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Azure OpenAI, prices in US dollars per million tokens, from
    /// https://azure.microsoft.com/pricing/details/azure-openai/; litellm 1.109.1, genai-prices 0.2.3, models.dev
    /// 2026-07-02 as of 2026-11-23.
    public static let azure = ModelTable(
        id: "azure",
        title: "Azure OpenAI",
        source: """
            https://azure.microsoft.com/pricing/details/azure-openai/; litellm 1.109.1, genai-prices 0.2.3, models.dev \
            2026-07-02
            """,
        checked: "2026-11-23",
        rows: """
            chat-latest context=272000 output=128000 in=5 cacheRead=0.5 out=30 can=caching,webSearch efforts=medium \
                retired=2026-12-02
            claude-fable-5 context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 out=50 cannot=sampling \
                efforts=low,medium,high,xhigh,max | Claude Fable 5
            claude-haiku-4-5 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 out=5 \
                cannot=reasoningEffort budget=1024 | Claude Haiku 4.5
            claude-opus-4-5 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                efforts=low,medium,high budget=1024 | Claude Opus 4.5
            claude-opus-4-6 context=200000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                efforts=low,medium,high,max budget=1024 above(200000).in=10 above(200000).cacheRead=1 \
                above(200000).cacheWrite=12.5 above(200000).out=37.5 | Claude Opus 4.6
            claude-opus-4-8 context=200000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                efforts=low,medium,high,max above(200000).in=10 above(200000).cacheRead=1 \
                above(200000).cacheWrite=12.5 above(200000).out=37.5 | Claude Opus 4.8
            claude-sonnet-4-5 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 out=15 \
                cannot=reasoningEffort budget=1024 | Claude Sonnet 4.5
            claude-sonnet-4-6 context=1000000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 out=15 \
                efforts=low,medium,high,max budget=1024 | Claude Sonnet 4.6
            claude-sonnet-5 context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=10 cannot=sampling \
                efforts=low,medium,high,xhigh,max | Claude Sonnet 5
            deepseek-r1 context=163840 output=163840 in=1.35 out=5.4 cannot=tools,vision | DeepSeek-R1
            deepseek-r1-0528 context=163840 output=163840 in=1.35 out=5.4 cannot=vision | DeepSeek-R1-0528
            deepseek-v4-flash context=1000000 output=384000 in=0.19 out=0.51 cannot=tools,vision | DeepSeek-V4-Flash
            deepseek-v4-pro context=1000000 output=384000 in=1.74 out=3.48 cannot=tools,vision | DeepSeek-V4-Pro
            gpt-4.1 context=1047576 output=32768 in=2 cacheRead=0.5 out=8 search=14 can=caching \
                cannot=reasoning,webSearch retired=2027-04-14 batch.in=1 batch.out=4 priority.in=3.5 \
                priority.cacheRead=0.875 priority.out=14 | GPT-4.1
            gpt-4.1-2025-04-14 context=1047576 output=32768 in=2 cacheRead=0.5 out=8 search=14 can=caching \
                cannot=reasoning,webSearch retired=2027-04-14 batch.in=1 batch.out=4 priority.in=3.5 \
                priority.cacheRead=0.875 priority.out=14
            gpt-4.1-mini context=1047576 output=32768 in=0.4 cacheRead=0.1 out=1.6 search=14 can=caching \
                cannot=reasoning,webSearch retired=2027-04-14 batch.in=0.2 batch.out=0.8 priority.in=0.7 \
                priority.cacheRead=0.175 priority.out=2.8 | GPT-4.1 mini
            gpt-4.1-mini-2025-04-14 context=1047576 output=32768 in=0.4 cacheRead=0.1 out=1.6 search=14 can=caching \
                cannot=reasoning,webSearch retired=2027-04-14 batch.in=0.2 batch.out=0.8 priority.in=0.7 \
                priority.cacheRead=0.175 priority.out=2.8
            gpt-4.1-nano context=1047576 output=32768 in=0.1 cacheRead=0.025 out=0.4 can=caching cannot=reasoning \
                retired=2027-04-14 batch.in=0.05 batch.out=0.2 | GPT-4.1 nano
            gpt-4.1-nano-2025-04-14 context=1047576 output=32768 in=0.1 cacheRead=0.025 out=0.4 can=caching \
                cannot=reasoning retired=2027-04-14 batch.in=0.05 batch.out=0.2
            gpt-4o context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 can=caching cannot=reasoning \
                retired=2027-04-14 batch.in=1.25 batch.out=5 | GPT-4o
            gpt-4o-2024-05-13 context=128000 output=4096 in=5 out=15 can=caching cannot=reasoning retired=2026-12-09 \
                batch.in=2.5 batch.out=7.5
            gpt-4o-2024-08-06 context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 can=caching cannot=reasoning \
                retired=2027-04-14 batch.in=1.25 batch.out=5
            gpt-4o-2024-11-20 context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 can=caching cannot=reasoning \
                retired=2027-04-14 batch.in=1.25 batch.out=5
            gpt-4o-mini context=128000 output=16384 in=0.15 cacheRead=0.075 out=0.6 search=14 can=caching \
                cannot=reasoning retired=2027-04-14 batch.in=0.075 batch.out=0.3 | GPT-4o mini
            gpt-4o-mini-2024-07-18 context=128000 output=16384 in=0.15 cacheRead=0.075 out=0.6 search=14 can=caching \
                cannot=reasoning retired=2027-04-14 batch.in=0.075 batch.out=0.3
            gpt-5 context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=14 can=caching cannot=sampling \
                efforts=minimal,low,medium,high retired=2027-02-09 batch.in=0.625 batch.cacheRead=0.0625 batch.out=5 \
                priority.in=2.5 priority.cacheRead=0.25 priority.out=20 | GPT-5
            gpt-5-2025-08-07 context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=14 can=caching \
                cannot=sampling efforts=minimal,low,medium,high retired=2027-02-09 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 priority.in=2.5 priority.cacheRead=0.25 priority.out=20
            gpt-5-chat context=128000 output=16384 in=1.25 cacheRead=0.125 out=10 can=caching cannot=tools,sampling \
                retired=2026-06-29 | GPT-5 Chat
            gpt-5-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 can=caching cannot=sampling \
                efforts=low,medium,high retired=2027-03-17 | GPT-5-Codex
            gpt-5-mini context=272000 output=128000 in=0.25 cacheRead=0.025 out=2 search=14 can=caching \
                cannot=sampling efforts=minimal,low,medium,high retired=2027-02-09 batch.in=0.125 \
                batch.cacheRead=0.0125 batch.out=1 priority.in=0.45 priority.cacheRead=0.045 priority.out=3.6 \
                | GPT-5 Mini
            gpt-5-mini-2025-08-07 context=272000 output=128000 in=0.25 cacheRead=0.025 out=2 search=14 can=caching \
                cannot=sampling efforts=minimal,low,medium,high retired=2027-02-09 batch.in=0.125 \
                batch.cacheRead=0.0125 batch.out=1 priority.in=0.45 priority.cacheRead=0.045 priority.out=3.6
            gpt-5-nano context=272000 output=128000 in=0.05 cacheRead=0.005 out=0.4 search=14 can=caching \
                cannot=sampling efforts=minimal,low,medium,high retired=2027-02-09 batch.in=0.025 \
                batch.cacheRead=0.0025 batch.out=0.2 | GPT-5 Nano
            gpt-5-nano-2025-08-07 context=272000 output=128000 in=0.05 cacheRead=0.005 out=0.4 search=14 can=caching \
                cannot=sampling efforts=minimal,low,medium,high retired=2027-02-09 batch.in=0.025 \
                batch.cacheRead=0.0025 batch.out=0.2
            gpt-5-pro context=400000 output=128000 in=15 out=120 search=14 can=caching cannot=sampling efforts=high \
                retired=2027-04-07 batch.in=7.5 batch.out=60 | GPT-5 Pro
            gpt-5.1 context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=14 can=caching cannot=sampling \
                efforts=none,low,medium,high retired=2027-05-15 batch.in=0.625 batch.cacheRead=0.0625 batch.out=5 \
                priority.in=2.5 priority.cacheRead=0.25 priority.out=20 | GPT-5.1
            gpt-5.1-2025-11-13 context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=14 can=caching \
                cannot=sampling efforts=none,minimal,low,medium,high retired=2027-05-15 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 priority.in=2.5 priority.cacheRead=0.25 priority.out=20
            gpt-5.1-chat context=128000 output=16384 in=1.25 cacheRead=0.125 out=10 can=caching cannot=sampling \
                efforts=medium retired=2026-06-29 | GPT-5.1 Chat
            gpt-5.1-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 can=caching \
                cannot=sampling,systemRole efforts=low,medium,high retired=2027-05-15 | GPT-5.1 Codex
            gpt-5.1-codex-2025-11-13 context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 can=caching \
                cannot=sampling,systemRole efforts=low,medium,high retired=2027-05-15 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20
            gpt-5.1-codex-max context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 can=caching \
                cannot=sampling,systemRole efforts=low,medium,high,xhigh retired=2027-05-18 | GPT-5.1 Codex Max
            gpt-5.1-codex-mini-2025-11-13 context=272000 output=128000 in=0.25 cacheRead=0.025 out=2 can=caching \
                cannot=systemRole retired=2027-05-15 priority.in=0.45 priority.cacheRead=0.045 priority.out=3.6
            gpt-5.2 context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=14 can=caching cannot=sampling \
                efforts=none,low,medium,high,xhigh retired=2027-06-08 batch.in=0.875 batch.cacheRead=0.0875 \
                batch.out=7 priority.in=3.5 priority.cacheRead=0.35 priority.out=28 | GPT-5.2
            gpt-5.2-2025-12-11 context=272000 output=128000 in=1.75 cacheRead=0.175 out=14 search=14 can=caching \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-06-08 batch.in=0.875 \
                batch.cacheRead=0.0875 batch.out=7 priority.in=3.5 priority.cacheRead=0.35 priority.out=28
            gpt-5.2-chat context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 can=caching cannot=sampling \
                efforts=medium retired=2026-06-29 | GPT-5.2 Chat
            gpt-5.2-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 can=caching cannot=sampling \
                efforts=low,medium,high,xhigh retired=2027-07-13 | GPT-5.2 Codex
            gpt-5.2-pro context=272000 output=128000 in=21 out=168 search=14 can=caching,webSearch batch.in=10.5 \
                batch.out=84
            gpt-5.2-pro-2025-12-11 context=272000 output=128000 in=21 out=168 search=14 can=caching,webSearch \
                batch.in=10.5 batch.out=84
            gpt-5.3-chat context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 can=caching cannot=sampling \
                efforts=medium retired=2026-06-29 | GPT-5.3 Chat
            gpt-5.3-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=14 can=caching \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-08-24 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 | GPT-5.3 Codex
            gpt-5.4 context=1050000 output=128000 in=2.5 cacheRead=0.25 out=15 can=caching cannot=sampling \
                efforts=none,minimal,low,medium,high,xhigh retired=2027-09-02 above(272000).in=5 \
                above(272000).cacheRead=0.5 above(272000).out=22.5 batch.in=1.25 batch.cacheRead=0.13 batch.out=7.5 \
                batch.above(272000).in=2.5 batch.above(272000).cacheRead=0.25 batch.above(272000).out=11.25 \
                flex.in=1.25 flex.out=7.5 flex.above(272000).in=2.5 flex.above(272000).cacheRead=0.25 \
                flex.above(272000).out=11.25 priority.in=5 priority.cacheRead=0.5 priority.out=30 \
                priority.above(272000).in=10 priority.above(272000).cacheRead=1 priority.above(272000).out=45 \
                | GPT-5.4
            gpt-5.4-2026-03-05 context=922000 output=128000 in=2.5 cacheRead=0.25 out=15 can=caching cannot=sampling \
                efforts=none,minimal,low,medium,high,xhigh retired=2027-09-02 above(272000).in=5 \
                above(272000).cacheRead=0.5 above(272000).out=22.5 batch.in=1.25 batch.cacheRead=0.13 batch.out=7.5 \
                batch.above(272000).in=2.5 batch.above(272000).cacheRead=0.25 batch.above(272000).out=11.25 \
                flex.in=1.25 flex.out=7.5 flex.above(272000).in=2.5 flex.above(272000).cacheRead=0.25 \
                flex.above(272000).out=11.25 priority.in=5 priority.cacheRead=0.5 priority.out=30 \
                priority.above(272000).in=10 priority.above(272000).cacheRead=1 priority.above(272000).out=45
            gpt-5.4-mini context=400000 output=128000 in=0.75 cacheRead=0.075 out=4.5 search=14 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-09-21 batch.in=0.375 \
                batch.cacheRead=0.0375 batch.out=2.25 flex.in=0.375 flex.cacheRead=0.0375 flex.out=2.25 \
                priority.in=1.5 priority.cacheRead=0.15 priority.out=9 | GPT-5.4 Mini
            gpt-5.4-mini-2026-03-17 context=272000 output=128000 in=0.75 cacheRead=0.075 out=4.5 search=14 \
                can=caching,webSearch cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-09-21 \
                batch.in=0.375 batch.cacheRead=0.0375 batch.out=2.25 flex.in=0.375 flex.cacheRead=0.0375 flex.out=2.25 \
                priority.in=1.5 priority.cacheRead=0.15 priority.out=9
            gpt-5.4-nano context=400000 output=128000 in=0.2 cacheRead=0.02 out=1.25 search=14 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-09-21 batch.in=0.1 \
                batch.cacheRead=0.01 batch.out=0.625 flex.in=0.1 flex.cacheRead=0.01 flex.out=0.625 | GPT-5.4 Nano
            gpt-5.4-nano-2026-03-17 context=272000 output=128000 in=0.2 cacheRead=0.02 out=1.25 search=14 \
                can=caching,webSearch cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-09-21 \
                batch.in=0.1 batch.cacheRead=0.01 batch.out=0.625 flex.in=0.1 flex.cacheRead=0.01 flex.out=0.625
            gpt-5.4-pro context=1050000 output=128000 in=30 cacheRead=3 out=180 search=14 can=caching,webSearch \
                cannot=jsonSchema,sampling efforts=medium,high,xhigh retired=2027-09-07 above(272000).in=60 \
                above(272000).cacheRead=6 above(272000).out=270 batch.in=15 batch.out=90 batch.above(272000).in=30 \
                batch.above(272000).out=135 flex.in=15 flex.out=90 flex.above(272000).in=30 flex.above(272000).out=135 \
                | GPT-5.4 Pro
            gpt-5.4-pro-2026-03-05 context=922000 output=128000 in=30 cacheRead=3 out=180 search=14 \
                can=caching,webSearch cannot=jsonSchema,sampling efforts=medium,high,xhigh retired=2027-09-07 \
                above(272000).in=60 above(272000).cacheRead=6 above(272000).out=270 batch.in=15 batch.out=90 \
                batch.above(272000).in=30 batch.above(272000).out=135 flex.in=15 flex.out=90 flex.above(272000).in=30 \
                flex.above(272000).out=135
            gpt-5.5 context=1050000 output=128000 in=5 cacheRead=0.5 out=30 search=14 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-10-26 above(272000).in=10 \
                above(272000).cacheRead=1 above(272000).out=45 batch.in=2.5 batch.cacheRead=0.25 batch.out=15 \
                batch.above(272000).in=5 batch.above(272000).cacheRead=0.5 batch.above(272000).out=22.5 flex.in=2.5 \
                flex.cacheRead=0.25 flex.above(272000).in=5 priority.in=12.5 priority.cacheRead=1.25 priority.out=75 \
                priority.above(272000).in=20 priority.above(272000).cacheRead=2 priority.above(272000).out=90 \
                | GPT-5.5
            gpt-5.5-2026-04-23 context=922000 output=128000 in=5 cacheRead=0.5 out=30 search=14 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-10-26 above(272000).in=10 \
                above(272000).cacheRead=1 above(272000).out=45 batch.in=2.5 batch.cacheRead=0.25 batch.out=15 \
                batch.above(272000).in=5 batch.above(272000).cacheRead=0.5 batch.above(272000).out=22.5 flex.in=2.5 \
                flex.cacheRead=0.25 flex.above(272000).in=5 priority.in=12.5 priority.cacheRead=1.25 priority.out=75 \
                priority.above(272000).in=20 priority.above(272000).cacheRead=2 priority.above(272000).out=90
            gpt-5.5-2026-04-24 context=922000 output=128000 in=5 cacheRead=0.5 out=30 search=14 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-10-26 above(272000).in=10 \
                above(272000).cacheRead=1 above(272000).out=45 batch.in=2.5 batch.cacheRead=0.25 batch.out=15 \
                batch.above(272000).in=5 batch.above(272000).cacheRead=0.5 batch.above(272000).out=22.5 flex.in=2.5 \
                flex.cacheRead=0.25 flex.above(272000).in=5 priority.in=12.5 priority.cacheRead=1.25 priority.out=75 \
                priority.above(272000).in=20 priority.above(272000).cacheRead=2 priority.above(272000).out=90
            gpt-5.5-pro context=1050000 output=128000 in=30 cacheRead=3 out=180 search=14 can=caching,webSearch \
                cannot=jsonSchema efforts=low,medium,high,xhigh above(272000).in=60 above(272000).cacheRead=6 \
                above(272000).out=270
            gpt-5.5-pro-2026-04-23 context=1050000 output=128000 in=30 cacheRead=3 out=180 search=14 \
                can=caching,webSearch cannot=jsonSchema efforts=low,medium,high,xhigh above(272000).in=60 \
                above(272000).cacheRead=6 above(272000).out=270
            gpt-5.6 context=922000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 out=20 search=14 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30 priority.in=8 \
                priority.cacheRead=0.8 priority.cacheWrite=10 priority.out=40 priority.above(272000).in=16 \
                priority.above(272000).cacheRead=1.6 priority.above(272000).cacheWrite=20 \
                priority.above(272000).out=60
            gpt-5.6-luna context=922000 output=128000 in=0.2 cacheRead=0.02 cacheWrite=0.25 out=1.2 search=14 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh retired=2028-01-11 above(272000).in=0.4 \
                above(272000).cacheRead=0.04 above(272000).cacheWrite=0.5 above(272000).out=1.8 flex.in=0.1 \
                flex.cacheRead=0.01 flex.cacheWrite=0.125 flex.out=0.6 flex.above(272000).in=0.2 \
                flex.above(272000).cacheRead=0.02 flex.above(272000).cacheWrite=0.25 flex.above(272000).out=0.9 \
                priority.in=0.4 priority.cacheRead=0.04 priority.cacheWrite=0.5 priority.out=2.4 \
                priority.above(272000).in=0.8 priority.above(272000).cacheRead=0.08 \
                priority.above(272000).cacheWrite=1 priority.above(272000).out=3.6
            gpt-5.6-luna-2026-07-09 context=922000 output=128000 in=0.2 cacheRead=0.02 cacheWrite=0.25 out=1.2 \
                search=14 can=caching,webSearch efforts=none,low,medium,high,xhigh retired=2028-01-11 \
                above(272000).in=0.4 above(272000).cacheRead=0.04 above(272000).cacheWrite=0.5 above(272000).out=1.8 \
                flex.in=0.1 flex.cacheRead=0.01 flex.cacheWrite=0.125 flex.out=0.6 flex.above(272000).in=0.2 \
                flex.above(272000).cacheRead=0.02 flex.above(272000).cacheWrite=0.25 flex.above(272000).out=0.9 \
                priority.in=0.4 priority.cacheRead=0.04 priority.cacheWrite=0.5 priority.out=2.4 \
                priority.above(272000).in=0.8 priority.above(272000).cacheRead=0.08 \
                priority.above(272000).cacheWrite=1 priority.above(272000).out=3.6
            gpt-5.6-sol context=922000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 out=20 search=14 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh retired=2028-01-11 above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30 flex.in=2 \
                flex.cacheRead=0.2 flex.cacheWrite=2.5 flex.out=10 flex.above(272000).in=4 \
                flex.above(272000).cacheRead=0.4 flex.above(272000).cacheWrite=5 flex.above(272000).out=15 \
                priority.in=8 priority.cacheRead=0.8 priority.cacheWrite=10 priority.out=40 \
                priority.above(272000).in=16 priority.above(272000).cacheRead=1.6 priority.above(272000).cacheWrite=20 \
                priority.above(272000).out=60
            gpt-5.6-sol-2026-07-09 context=922000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 out=20 search=14 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh retired=2028-01-11 above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30 flex.in=2 \
                flex.cacheRead=0.2 flex.cacheWrite=2.5 flex.out=10 flex.above(272000).in=4 \
                flex.above(272000).cacheRead=0.4 flex.above(272000).cacheWrite=5 flex.above(272000).out=15 \
                priority.in=8 priority.cacheRead=0.8 priority.cacheWrite=10 priority.out=40 \
                priority.above(272000).in=16 priority.above(272000).cacheRead=1.6 priority.above(272000).cacheWrite=20 \
                priority.above(272000).out=60
            gpt-5.6-terra context=922000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=12 search=14 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh retired=2028-01-11 above(272000).in=4 \
                above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=18 flex.in=1 \
                flex.cacheRead=0.1 flex.cacheWrite=1.25 flex.out=6 flex.above(272000).in=2 \
                flex.above(272000).cacheRead=0.2 flex.above(272000).cacheWrite=2.5 flex.above(272000).out=9 \
                priority.in=4 priority.cacheRead=0.4 priority.cacheWrite=5 priority.out=24 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=36
            gpt-5.6-terra-2026-07-09 context=922000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=12 search=14 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh retired=2028-01-11 above(272000).in=4 \
                above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=18 flex.in=1 \
                flex.cacheRead=0.1 flex.cacheWrite=1.25 flex.out=6 flex.above(272000).in=2 \
                flex.above(272000).cacheRead=0.2 flex.above(272000).cacheWrite=2.5 flex.above(272000).out=9 \
                priority.in=4 priority.cacheRead=0.4 priority.cacheWrite=5 priority.out=24 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=36
            gpt-6-astra context=922000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 out=50 search=14 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh retired=2028-01-11 above(272000).in=20 \
                above(272000).cacheRead=2 above(272000).cacheWrite=25 above(272000).out=75 flex.above(272000).in=10 \
                flex.above(272000).cacheRead=1 flex.above(272000).cacheWrite=12.5 flex.above(272000).out=37.5
            gpt-6-astra-2026-09-03 context=922000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 out=50 search=14 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh retired=2028-01-11 above(272000).in=20 \
                above(272000).cacheRead=2 above(272000).cacheWrite=25 above(272000).out=75 flex.above(272000).in=10 \
                flex.above(272000).cacheRead=1 flex.above(272000).cacheWrite=12.5 flex.above(272000).out=37.5
            gpt-6-luna context=922000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 out=0.5 search=14 \
                can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max retired=2028-03-11 \
                above(272000).in=0.2 above(272000).cacheRead=0.02 above(272000).cacheWrite=0.25 above(272000).out=0.75
            gpt-6-luna-2026-09-22 context=922000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 out=0.5 \
                search=14 can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max retired=2028-03-11 \
                above(272000).in=0.2 above(272000).cacheRead=0.02 above(272000).cacheWrite=0.25 above(272000).out=0.75
            gpt-6-sol context=922000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=10 search=14 \
                can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max retired=2028-03-11 \
                above(272000).in=4 above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=15 \
                priority.in=4 priority.cacheRead=0.4 priority.cacheWrite=5 priority.out=20 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=30
            gpt-6-sol-2026-09-22 context=922000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=10 search=14 \
                can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max retired=2028-03-11 \
                above(272000).in=4 above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=15 \
                priority.in=4 priority.cacheRead=0.4 priority.cacheWrite=5 priority.out=20 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=30
            gpt-6.1-sol context=922000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 out=10 search=14 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max retired=2028-03-11 \
                above(272000).in=4 above(272000).cacheRead=0.2 above(272000).cacheWrite=5 above(272000).out=15
            gpt-6.1-sol-2026-09-29 context=922000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 out=10 search=14 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max retired=2028-03-11 \
                above(272000).in=4 above(272000).cacheRead=0.2 above(272000).cacheWrite=5 above(272000).out=15
            gpt-6.1-terra context=922000 output=128000 in=1 cacheRead=0.05 cacheWrite=1.25 out=5 search=14 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max above(272000).in=2 \
                above(272000).cacheRead=0.1 above(272000).cacheWrite=2.5 above(272000).out=7.5
            gpt-audio context=128000 output=16384 in=2.5 out=10 audioIn=40 audioOut=80 can=audioOutput \
                cannot=vision,jsonSchema,reasoning,caching retired=2027-03-02
            gpt-audio-1.5 context=128000 output=16384 in=2.5 out=10 audioIn=32 audioOut=64 can=audioOutput \
                cannot=vision,jsonSchema,reasoning,caching retired=2027-08-24
            gpt-audio-1.5-2026-02-23 context=128000 output=16384 in=2.5 out=10 audioIn=32 audioOut=64 can=audioOutput \
                cannot=vision,jsonSchema,reasoning,caching retired=2027-08-24
            gpt-audio-2025-08-28 context=128000 output=16384 in=2.5 out=10 audioIn=40 audioOut=80 can=audioOutput \
                cannot=vision,jsonSchema,reasoning,caching retired=2027-03-02
            gpt-audio-mini context=128000 output=16384 in=0.6 out=2.4 audioIn=10 audioOut=20 can=audioOutput \
                cannot=vision,jsonSchema,reasoning,caching retired=2027-06-15
            gpt-audio-mini-2025-10-06 context=128000 output=16384 in=0.6 out=2.4 audioIn=10 audioOut=20 \
                can=audioOutput cannot=vision,jsonSchema,reasoning,caching retired=2027-04-06
            gpt-chat-latest context=128000 output=128000 in=5 cacheRead=0.5 out=30 can=caching,webSearch \
                efforts=medium retired=2027-05-18
            grok-4-1-fast-non-reasoning context=128000 output=8192 in=0.2 cacheRead=0.05 out=0.5 cannot=reasoning \
                | Grok 4.1 Fast (Non-Reasoning)
            grok-4-1-fast-reasoning context=128000 output=8192 in=0.2 cacheRead=0.05 out=0.5 \
                | Grok 4.1 Fast (Reasoning)
            grok-4-20-non-reasoning context=262000 output=8192 in=2 out=6 cannot=vision,reasoning \
                | Grok 4.20 (Non-Reasoning)
            grok-4-20-reasoning context=262000 output=8192 in=2 out=6 cannot=vision | Grok 4.20 (Reasoning)
            grok-4-fast-reasoning context=2000000 output=30000 in=0.2 cacheRead=0.05 out=0.5 | Grok 4 Fast (Reasoning)
            kimi-k2-thinking context=262144 output=262144 in=0.6 cacheRead=0.15 out=2.5 cannot=vision \
                | Kimi K2 Thinking
            kimi-k2.5 context=262144 output=262144 in=0.6 out=3 | Kimi K2.5
            kimi-k2.6 context=262144 output=262144 in=0.95 out=4 | Kimi K2.6
            model-router context=200000 output=32768 in=0.14 out=0 retired=2027-05-20
            o1 context=200000 output=100000 in=15 cacheRead=7.5 out=60 can=caching cannot=sampling \
                efforts=low,medium,high retired=2026-11-19 | o1
            o1-2024-12-17 context=200000 output=100000 in=15 cacheRead=7.5 out=60 can=caching cannot=sampling \
                efforts=low,medium,high retired=2026-11-19 batch.in=7.5 batch.out=30
            o3 context=200000 output=100000 in=2 cacheRead=0.5 out=8 search=14 can=caching \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-11-19 batch.in=1 batch.out=4 | o3
            o3-2025-04-16 context=200000 output=100000 in=2 cacheRead=0.5 out=8 search=14 can=caching \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-11-19 batch.in=1 batch.out=4
            o3-mini context=200000 output=100000 in=1.1 cacheRead=0.55 out=4.4 can=caching cannot=vision,sampling \
                efforts=low,medium,high retired=2026-11-19 batch.in=0.55 batch.out=2.2 | o3-mini
            o3-mini-2025-01-31 context=200000 output=100000 in=1.1 cacheRead=0.55 out=4.4 can=caching \
                cannot=vision,sampling efforts=low,medium,high retired=2026-11-19 batch.in=0.55 batch.out=2.2
            o3-pro context=200000 output=100000 in=20 out=80 search=14 cannot=parallelTools,caching retired=2026-11-19 \
                batch.in=10 batch.out=40
            o3-pro-2025-06-10 context=200000 output=100000 in=20 out=80 search=14 cannot=parallelTools,caching \
                retired=2026-11-19 batch.in=10 batch.out=40
            o4-mini context=200000 output=100000 in=1.1 cacheRead=0.275 out=4.4 search=14 can=caching \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-11-19 batch.in=0.55 batch.out=2.2 \
                | o4-mini
            o4-mini-2025-04-16 context=200000 output=100000 in=1.1 cacheRead=0.275 out=4.4 search=14 can=caching \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-11-19 batch.in=0.55 batch.out=2.2
            phi-3-medium-128k-instruct context=131072 in=0.17 out=0.68 | Phi-3 Medium 128K Instruct
            phi-3-mini-128k-instruct context=131072 in=0.13 out=0.52 | Phi-3 Mini 128K Instruct
            phi-3.5-mini-128k-instruct context=131072 in=0.13 out=0.52 | Phi-3.5 Mini 128K Instruct
            phi-4 context=16384 in=0.125 out=0.5 | Phi 4
            phi-4-mini-instruct context=131072 in=0.075 out=0.3 | Phi 4 Mini Instruct
            phi-4-multimodal-instruct context=131072 in=0.08 out=0.32 audioIn=4 | Phi 4 Multimodal Instruct
            phi-4-reasoning-plus context=32768 in=0.125 out=0.5 | Phi 4 Reasoning Plus
            text-embedding-3-large context=8191 in=0.13 out=0 kind=embedding retired=2028-02-09 \
                | text-embedding-3-large
            text-embedding-3-small context=8191 in=0.02 out=0 kind=embedding retired=2028-02-09 \
                | text-embedding-3-small
            text-embedding-ada-002 context=8192 in=0.1 out=0 kind=embedding retired=2028-02-09 \
                | text-embedding-ada-002
            wizardlm-2-8x22b in=0.48 out=0.48 | WizardLM-2 8x22B
            *
            """
    )
}
