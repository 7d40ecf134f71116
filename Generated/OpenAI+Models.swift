// Generated from IDL/Prices/OpenAI.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of OpenAI, prices in US dollars per million tokens, from https://openai.com/api/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02, openai SDK 3.54.0 as of 2026-11-23.
    public static let openai = ModelTable(
        id: "openai",
        title: "OpenAI",
        source: """
            https://openai.com/api/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02, openai SDK \
            3.54.0
            """,
        checked: "2026-11-23",
        rows: """
            chat-latest context=400000 output=128000 in=5 cacheRead=0.5 out=30 can=caching,webSearch efforts=medium \
                | GPT Chat Latest
            daybreak-blue-latest context=922000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 out=20 \
                can=developerRole,caching,webSearch,computerUse cannot=sampling above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30
            daybreak-red-latest context=400000 output=128000 in=12.5 cacheRead=1.25 cacheWrite=15.625 out=75 \
                can=developerRole,caching,webSearch,computerUse cannot=sampling above(272000).in=25 \
                above(272000).cacheRead=2.5 above(272000).cacheWrite=31.25 above(272000).out=112.5
            gpt-4.1 context=1047576 output=32768 in=2 cacheRead=0.5 out=8 search=25 can=caching,webSearch \
                cannot=reasoning batch.in=1 batch.out=4 priority.in=3.5 priority.cacheRead=0.875 priority.out=14 \
                | GPT-4.1
            gpt-4.1-2025-04-14 context=1000000 output=32768 in=2 cacheRead=0.5 out=8 search=25 can=caching,webSearch \
                cannot=reasoning retired=2027-01-14 batch.in=1 batch.out=4 priority.in=3.5 priority.cacheRead=0.875 \
                priority.out=14 | gpt 4.1
            gpt-4.1-mini context=1047576 output=32768 in=0.4 cacheRead=0.1 out=1.6 search=25 can=caching,webSearch \
                cannot=reasoning batch.in=0.2 batch.out=0.8 priority.in=0.7 priority.cacheRead=0.175 priority.out=2.8 \
                | GPT-4.1 mini
            gpt-4.1-mini-2025-04-14 context=1000000 output=32768 in=0.4 cacheRead=0.1 out=1.6 search=25 \
                can=caching,webSearch cannot=reasoning retired=2027-01-14 batch.in=0.2 batch.out=0.8 priority.in=0.7 \
                priority.cacheRead=0.175 priority.out=2.8 | gpt 4.1 mini
            gpt-4.1-nano context=1047576 output=32768 in=0.1 cacheRead=0.025 out=0.4 can=caching cannot=reasoning \
                retired=2026-10-23 batch.in=0.05 batch.out=0.2 priority.in=0.2 priority.cacheRead=0.05 \
                priority.out=0.8 | GPT-4.1 nano
            gpt-4.1-nano-2025-04-14 context=1000000 output=32768 in=0.1 cacheRead=0.025 out=0.4 can=caching \
                cannot=reasoning retired=2026-10-23 batch.in=0.05 batch.out=0.2 priority.in=0.2 \
                priority.cacheRead=0.05 priority.out=0.8 | gpt 4.1 nano
            gpt-4o context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 search=10 can=caching cannot=reasoning \
                batch.in=1.25 batch.out=5 priority.in=4.25 priority.cacheRead=2.125 priority.out=17 | GPT-4o
            gpt-4o-2024-05-13 context=128000 output=4096 in=5 out=15 search=10 can=caching cannot=reasoning \
                retired=2026-10-23 batch.in=2.5 batch.out=7.5 priority.in=8.75 priority.out=26.25 \
                | GPT-4o (2024-05-13)
            gpt-4o-2024-08-06 context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 search=10 can=caching \
                cannot=reasoning retired=2027-01-14 batch.in=1.25 batch.out=5 priority.in=4.25 \
                priority.cacheRead=2.125 priority.out=17 | GPT-4o (2024-08-06)
            gpt-4o-2024-11-20 context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 search=10 can=caching \
                cannot=reasoning retired=2027-01-14 batch.in=1.25 batch.out=5 priority.in=4.25 \
                priority.cacheRead=2.125 priority.out=17 | GPT-4o (2024-11-20)
            gpt-4o-mini context=128000 output=16384 in=0.15 cacheRead=0.075 out=0.6 search=25 can=caching \
                cannot=reasoning batch.in=0.075 batch.out=0.3 priority.in=0.25 priority.cacheRead=0.125 priority.out=1 \
                | GPT-4o mini
            gpt-4o-mini-2024-07-18 context=128000 output=16384 in=0.15 cacheRead=0.075 out=0.6 search=25 can=caching \
                cannot=reasoning retired=2027-01-14 batch.in=0.075 batch.out=0.3 priority.in=0.25 \
                priority.cacheRead=0.125 priority.out=1 | gpt 4o mini
            gpt-5 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 can=caching,webSearch \
                cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 | GPT-5
            gpt-5-2025-08-07 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 \
                can=caching,webSearch cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 \
                batch.in=0.625 batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 \
                priority.in=2.5 priority.cacheRead=0.25 priority.out=20 | GPT-5
            gpt-5-chat context=400000 output=16384 in=1.25 cacheRead=0.125 out=10 search=10 can=caching \
                cannot=tools,toolChoice,parallelTools efforts=minimal,low,medium,high retired=2026-07-23 \
                batch.in=0.625 batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 \
                priority.in=2.5 priority.cacheRead=0.25 priority.out=20 | GPT-5
            gpt-5-chat-latest context=400000 output=16384 in=1.25 cacheRead=0.125 out=10 search=10 cannot=caching \
                retired=2026-07-23 batch.in=0.625 batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 \
                flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 priority.cacheRead=0.25 priority.out=20 \
                | GPT-5 Chat (latest)
            gpt-5-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 can=caching,webSearch \
                cannot=sampling efforts=low,medium,high retired=2026-07-23 batch.in=0.625 batch.cacheRead=0.0625 \
                batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 priority.cacheRead=0.25 \
                priority.out=20 | GPT-5-Codex
            gpt-5-mini context=400000 output=128000 in=0.25 cacheRead=0.025 out=2 search=10 can=caching,webSearch \
                cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 batch.in=0.125 \
                batch.cacheRead=0.0125 batch.out=1 flex.in=0.125 flex.cacheRead=0.0125 flex.out=1 priority.in=0.45 \
                priority.cacheRead=0.045 priority.out=3.6 | GPT-5 Mini
            gpt-5-mini-2025-08-07 context=400000 output=128000 in=0.25 cacheRead=0.025 out=2 search=10 \
                can=caching,webSearch cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 \
                batch.in=0.125 batch.cacheRead=0.0125 batch.out=1 flex.in=0.125 flex.cacheRead=0.0125 flex.out=1 \
                priority.in=0.45 priority.cacheRead=0.045 priority.out=3.6 | GPT-5 mini
            gpt-5-nano context=400000 output=128000 in=0.05 cacheRead=0.005 out=0.4 search=10 can=caching,webSearch \
                cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 batch.in=0.025 \
                batch.cacheRead=0.0025 batch.out=0.2 flex.in=0.025 flex.cacheRead=0.0025 flex.out=0.2 | GPT-5 Nano
            gpt-5-nano-2025-08-07 context=400000 output=128000 in=0.05 cacheRead=0.005 out=0.4 search=10 \
                can=caching,webSearch cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 \
                batch.in=0.025 batch.cacheRead=0.0025 batch.out=0.2 flex.in=0.025 flex.cacheRead=0.0025 flex.out=0.2 \
                | GPT-5 nano
            gpt-5-pro context=400000 output=272000 in=15 out=120 search=10 can=caching,webSearch cannot=sampling \
                efforts=minimal,high retired=2026-12-11 batch.in=7.5 batch.out=60 | GPT-5 Pro
            gpt-5-pro-2025-10-06 context=400000 output=272000 in=15 out=120 search=10 can=caching,webSearch \
                cannot=sampling efforts=minimal,high retired=2026-12-11 batch.in=7.5 batch.out=60
            gpt-5-search-api context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 \
                can=caching,webSearch efforts=minimal,low,medium,high
            gpt-5-search-api-2025-10-14 context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 \
                can=caching,webSearch efforts=minimal,low,medium,high
            gpt-5.1 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high retired=2027-04-01 batch.in=0.625 batch.cacheRead=0.0625 \
                batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 priority.cacheRead=0.25 \
                priority.out=20 | GPT-5.1
            gpt-5.1-2025-11-13 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 \
                can=caching,webSearch cannot=sampling efforts=none,low,medium,high retired=2027-04-01 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 | GPT-5.1
            gpt-5.1-chat-latest context=128000 output=16384 in=1.25 cacheRead=0.125 out=10 search=10 \
                cannot=sampling,caching efforts=medium retired=2026-07-23 batch.in=0.625 batch.cacheRead=0.0625 \
                batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 priority.cacheRead=0.25 \
                priority.out=20 | GPT-5.1 Chat
            gpt-5.1-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 can=caching,webSearch \
                cannot=sampling efforts=low,medium,high retired=2026-07-23 batch.in=0.625 batch.cacheRead=0.0625 \
                batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 priority.cacheRead=0.25 \
                priority.out=20 | GPT-5.1 Codex
            gpt-5.1-codex-max context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 \
                can=caching,webSearch cannot=sampling efforts=low,medium,high,xhigh retired=2026-07-23 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 | GPT-5.1 Codex Max
            gpt-5.1-codex-mini context=400000 output=128000 in=0.25 cacheRead=0.025 out=2 can=caching cannot=sampling \
                efforts=low,medium,high retired=2026-07-23 | GPT-5.1 Codex mini
            gpt-5.1-mini
            gpt-5.2 context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh batch.in=0.875 batch.cacheRead=0.0875 batch.out=7 \
                flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 priority.cacheRead=0.35 priority.out=28 \
                | GPT-5.2
            gpt-5.2-2025-12-11 context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 \
                can=caching,webSearch cannot=sampling efforts=none,low,medium,high,xhigh batch.in=0.875 \
                batch.cacheRead=0.0875 batch.out=7 flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 | GPT-5.2
            gpt-5.2-chat-latest context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 search=10 \
                cannot=sampling,caching efforts=medium retired=2026-08-10 batch.in=0.875 batch.cacheRead=0.0875 \
                batch.out=7 flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 priority.cacheRead=0.35 \
                priority.out=28 | GPT-5.2 Chat
            gpt-5.2-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 can=caching,webSearch \
                cannot=sampling efforts=low,medium,high,xhigh retired=2026-07-23 batch.in=0.875 batch.cacheRead=0.0875 \
                batch.out=7 flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 priority.cacheRead=0.35 \
                priority.out=28 | GPT-5.2 Codex
            gpt-5.2-pro context=400000 output=128000 in=21 out=168 search=10 can=caching,webSearch cannot=sampling \
                efforts=minimal,medium,high,xhigh batch.in=10.5 batch.out=84 | GPT-5.2 Pro
            gpt-5.2-pro-2025-12-11 context=400000 output=128000 in=21 out=168 search=10 can=caching,webSearch \
                cannot=sampling efforts=minimal,medium,high,xhigh batch.in=10.5 batch.out=84
            gpt-5.3-chat-latest context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 cannot=caching \
                retired=2026-08-10 | GPT-5.3 Chat (latest)
            gpt-5.3-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 can=caching,webSearch \
                cannot=sampling,systemRole efforts=none,low,medium,high,xhigh retired=2027-04-01 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 | GPT-5.3 Codex
            gpt-5.3-codex-spark context=128000 output=32000 in=1.75 cacheRead=0.175 out=14 cannot=sampling \
                efforts=none,low,medium,high,xhigh status=unconfirmed | GPT-5.3 Codex Spark
            gpt-5.4 context=1050000 output=128000 in=2.5 cacheRead=0.25 out=15 search=10 can=caching cannot=sampling \
                efforts=none,low,medium,high,xhigh above(272000).in=5 above(272000).cacheRead=0.5 \
                above(272000).out=22.5 batch.in=1.25 batch.cacheRead=0.13 batch.out=7.5 batch.above(272000).in=2.5 \
                batch.above(272000).cacheRead=0.25 batch.above(272000).out=11.25 flex.in=1.25 flex.cacheRead=0.13 \
                flex.out=7.5 flex.above(272000).in=2.5 flex.above(272000).cacheRead=0.25 flex.above(272000).out=11.25 \
                priority.in=5 priority.cacheRead=0.5 priority.out=30 | GPT-5.4
            gpt-5.4-2026-03-05 context=1050000 output=128000 in=2.5 cacheRead=0.25 out=15 search=10 can=caching \
                cannot=sampling efforts=none,low,medium,high,xhigh above(272000).in=5 above(272000).cacheRead=0.5 \
                above(272000).out=22.5 batch.in=1.25 batch.cacheRead=0.13 batch.out=7.5 batch.above(272000).in=2.5 \
                batch.above(272000).cacheRead=0.25 batch.above(272000).out=11.25 flex.in=1.25 flex.cacheRead=0.13 \
                flex.out=7.5 flex.above(272000).in=2.5 flex.above(272000).cacheRead=0.25 flex.above(272000).out=11.25 \
                priority.in=5 priority.cacheRead=0.5 priority.out=30 | GPT-5.4
            gpt-5.4-mini context=400000 output=128000 in=0.75 cacheRead=0.075 out=4.5 search=10 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh batch.in=0.375 batch.cacheRead=0.0375 \
                batch.out=2.25 flex.in=0.375 flex.cacheRead=0.0375 flex.out=2.25 priority.in=1.5 \
                priority.cacheRead=0.15 priority.out=9 | GPT-5.4 mini
            gpt-5.4-mini-2026-03-17 context=400000 output=128000 in=0.75 cacheRead=0.075 out=4.5 search=10 \
                can=caching,webSearch cannot=sampling efforts=none,low,medium,high,xhigh batch.in=0.375 \
                batch.cacheRead=0.0375 batch.out=2.25 flex.in=0.375 flex.cacheRead=0.0375 flex.out=2.25 \
                priority.in=1.5 priority.cacheRead=0.15 priority.out=9 | GPT-5.4 mini
            gpt-5.4-nano context=400000 output=128000 in=0.2 cacheRead=0.02 out=1.25 search=10 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-04-01 batch.in=0.1 \
                batch.cacheRead=0.01 batch.out=0.625 flex.in=0.1 flex.cacheRead=0.01 flex.out=0.625 | GPT-5.4 nano
            gpt-5.4-nano-2026-03-17 context=400000 output=128000 in=0.2 cacheRead=0.02 out=1.25 search=10 \
                can=caching,webSearch cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-04-01 \
                batch.in=0.1 batch.cacheRead=0.01 batch.out=0.625 flex.in=0.1 flex.cacheRead=0.01 flex.out=0.625 \
                | GPT-5.4 nano
            gpt-5.4-pro context=1050000 output=128000 in=30 out=180 search=10 can=caching,webSearch \
                cannot=jsonSchema,sampling efforts=medium,high,xhigh above(272000).in=60 above(272000).out=270 \
                batch.in=15 batch.out=90 batch.above(272000).in=30 batch.above(272000).out=135 flex.in=15 flex.out=90 \
                flex.above(272000).in=30 flex.above(272000).out=135 | GPT-5.4 Pro
            gpt-5.4-pro-2026-03-05 context=1050000 output=128000 in=30 out=180 search=10 can=caching,webSearch \
                cannot=jsonSchema,sampling efforts=medium,high,xhigh above(272000).in=60 above(272000).out=270 \
                batch.in=15 batch.out=90 batch.above(272000).in=30 batch.above(272000).out=135 flex.in=15 flex.out=90 \
                flex.above(272000).in=30 flex.above(272000).out=135 | GPT-5.4 Pro
            gpt-5.5 context=1050000 output=128000 in=5 cacheRead=0.5 out=30 search=10 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh above(272000).in=10 above(272000).cacheRead=1 \
                above(272000).out=45 batch.in=2.5 batch.cacheRead=0.25 batch.out=15 batch.above(272000).in=5 \
                batch.above(272000).cacheRead=0.5 batch.above(272000).out=22.5 flex.in=2.5 flex.cacheRead=0.25 \
                flex.out=15 flex.above(272000).in=5 flex.above(272000).cacheRead=0.5 flex.above(272000).out=22.5 \
                priority.in=12.5 priority.cacheRead=1.25 priority.out=75 | GPT-5.5
            gpt-5.5-2026-04-23 context=1000000 output=128000 in=5 cacheRead=0.5 out=30 search=10 can=caching,webSearch \
                cannot=sampling efforts=none,low,medium,high,xhigh above(272000).in=10 above(272000).cacheRead=1 \
                above(272000).out=45 batch.in=2.5 batch.cacheRead=0.25 batch.out=15 batch.above(272000).in=5 \
                batch.above(272000).cacheRead=0.5 batch.above(272000).out=22.5 flex.in=2.5 flex.cacheRead=0.25 \
                flex.out=15 flex.above(272000).in=5 flex.above(272000).cacheRead=0.5 flex.above(272000).out=22.5 \
                priority.in=12.5 priority.cacheRead=1.25 priority.out=75 | GPT-5.5
            gpt-5.5-cyber in=12.5 cacheRead=1.25 out=75
            gpt-5.5-cyber-preview in=12.5 cacheRead=1.25 out=75
            gpt-5.5-pro context=1050000 output=128000 in=30 out=180 search=10 can=caching,webSearch \
                cannot=jsonSchema,sampling efforts=medium,high,xhigh above(272000).in=60 above(272000).out=270 \
                batch.in=15 batch.out=90 batch.above(272000).in=30 batch.above(272000).out=135 flex.in=15 flex.out=90 \
                | GPT-5.5 Pro
            gpt-5.5-pro-2026-04-23 context=1000000 output=128000 in=30 out=180 search=10 can=caching,webSearch \
                cannot=jsonSchema,sampling efforts=medium,high,xhigh above(272000).in=60 above(272000).out=270 \
                batch.in=15 batch.out=90 batch.above(272000).in=30 batch.above(272000).out=135 flex.in=15 flex.out=90 \
                | GPT-5.5 Pro
            gpt-5.6 context=1050000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 cacheWrite12h=10 out=20 search=10 \
                can=caching,webSearch efforts=none,low,medium,high,xhigh above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30 batch.in=2 \
                batch.cacheRead=0.2 batch.cacheWrite=2.5 batch.out=10 batch.above(272000).in=4 \
                batch.above(272000).cacheRead=0.4 batch.above(272000).cacheWrite=5 batch.above(272000).out=15 \
                flex.in=2 flex.cacheRead=0.2 flex.cacheWrite=2.5 flex.out=10 flex.above(272000).in=4 \
                flex.above(272000).cacheRead=0.4 flex.above(272000).cacheWrite=5 flex.above(272000).out=15 \
                priority.in=8 priority.cacheRead=0.8 priority.cacheWrite=10 priority.out=40 \
                priority.above(272000).in=16 priority.above(272000).cacheRead=1.6 priority.above(272000).cacheWrite=20 \
                priority.above(272000).out=60 | GPT-5.6 Sol
            gpt-5.6-cyber context=400000 output=128000 in=12.5 cacheRead=1.25 cacheWrite=15.625 cacheWrite12h=31.25 \
                out=75 can=caching,webSearch,computerUse above(272000).in=25 above(272000).cacheRead=2.5 \
                above(272000).cacheWrite=31.25 above(272000).out=112.5
            gpt-5.6-luna context=1050000 output=128000 in=0.2 cacheRead=0.02 cacheWrite=0.25 cacheWrite12h=0.5 out=1.2 \
                search=10 can=caching,webSearch efforts=none,low,medium,high,xhigh above(272000).in=0.4 \
                above(272000).cacheRead=0.04 above(272000).cacheWrite=0.5 above(272000).out=1.8 batch.in=0.1 \
                batch.cacheRead=0.01 batch.cacheWrite=0.125 batch.out=0.6 batch.above(272000).in=0.2 \
                batch.above(272000).cacheRead=0.02 batch.above(272000).cacheWrite=0.25 batch.above(272000).out=0.9 \
                flex.in=0.1 flex.cacheRead=0.01 flex.cacheWrite=0.125 flex.out=0.6 flex.above(272000).in=0.2 \
                flex.above(272000).cacheRead=0.02 flex.above(272000).cacheWrite=0.25 flex.above(272000).out=0.9 \
                priority.in=0.4 priority.cacheRead=0.04 priority.cacheWrite=0.5 priority.out=2.4 \
                priority.above(272000).in=0.8 priority.above(272000).cacheRead=0.08 \
                priority.above(272000).cacheWrite=1 priority.above(272000).out=3.6 | GPT-5.6 Luna
            gpt-5.6-sol context=1050000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 cacheWrite12h=10 out=20 \
                search=10 can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30 batch.in=2 \
                batch.cacheRead=0.2 batch.cacheWrite=2.5 batch.out=10 batch.above(272000).in=4 \
                batch.above(272000).cacheRead=0.4 batch.above(272000).cacheWrite=5 batch.above(272000).out=15 \
                flex.in=2 flex.cacheRead=0.2 flex.cacheWrite=2.5 flex.out=10 flex.above(272000).in=4 \
                flex.above(272000).cacheRead=0.4 flex.above(272000).cacheWrite=5 flex.above(272000).out=15 \
                priority.in=8 priority.cacheRead=0.8 priority.cacheWrite=10 priority.out=40 \
                priority.above(272000).in=16 priority.above(272000).cacheRead=1.6 priority.above(272000).cacheWrite=20 \
                priority.above(272000).out=60 | GPT-5.6 Sol
            gpt-5.6-terra context=1050000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 cacheWrite12h=5 out=12 \
                search=10 can=caching,webSearch efforts=none,low,medium,high,xhigh above(272000).in=4 \
                above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=18 batch.in=1 \
                batch.cacheRead=0.1 batch.cacheWrite=1.25 batch.out=6 batch.above(272000).in=2 \
                batch.above(272000).cacheRead=0.2 batch.above(272000).cacheWrite=2.5 batch.above(272000).out=9 \
                flex.in=1 flex.cacheRead=0.1 flex.cacheWrite=1.25 flex.out=6 flex.above(272000).in=2 \
                flex.above(272000).cacheRead=0.2 flex.above(272000).cacheWrite=2.5 flex.above(272000).out=9 \
                priority.in=4 priority.cacheRead=0.4 priority.cacheWrite=5 priority.out=24 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=36 | GPT-5.6 Terra
            gpt-6-astra context=1050000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite12h=25 out=50 \
                search=10 can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max above(272000).in=20 \
                above(272000).cacheRead=2 above(272000).cacheWrite=25 above(272000).out=75 batch.in=5 \
                batch.cacheRead=0.5 batch.cacheWrite=6.25 batch.out=25 batch.above(272000).in=10 \
                batch.above(272000).cacheRead=1 batch.above(272000).cacheWrite=12.5 batch.above(272000).out=37.5 \
                flex.in=5 flex.cacheRead=0.5 flex.cacheWrite=6.25 flex.out=25 flex.above(272000).in=10 \
                flex.above(272000).cacheRead=1 flex.above(272000).cacheWrite=12.5 flex.above(272000).out=37.5 \
                priority.in=20 priority.cacheRead=2 priority.cacheWrite=25 priority.out=100 \
                priority.above(272000).in=40 priority.above(272000).cacheRead=4 priority.above(272000).cacheWrite=50 \
                priority.above(272000).out=150 ultrafast.in=60 ultrafast.cacheRead=6 ultrafast.cacheWrite=75 \
                ultrafast.out=300 ultrafast.above(272000).in=120 ultrafast.above(272000).cacheRead=12 \
                ultrafast.above(272000).cacheWrite=150 ultrafast.above(272000).out=450 | GPT-6 Astra
            gpt-6-astra-law context=922000 output=128000 in=10 cacheRead=1 out=50 search=10 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max
            gpt-6-cyber in=20 cacheRead=2 cacheWrite=25 out=100 status=unconfirmed
            gpt-6-luna context=1050000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 cacheWrite12h=0.25 out=0.5 \
                search=10 can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max \
                above(272000).in=0.2 above(272000).cacheRead=0.02 above(272000).cacheWrite=0.25 above(272000).out=0.75 \
                batch.in=0.05 batch.cacheRead=0.005 batch.cacheWrite=0.0625 batch.out=0.25 batch.above(272000).in=0.1 \
                batch.above(272000).cacheRead=0.01 batch.above(272000).cacheWrite=0.125 batch.above(272000).out=0.375 \
                flex.in=0.05 flex.cacheRead=0.005 flex.cacheWrite=0.0625 flex.out=0.25 flex.above(272000).in=0.1 \
                flex.above(272000).cacheRead=0.01 flex.above(272000).cacheWrite=0.125 flex.above(272000).out=0.375 \
                priority.in=0.2 priority.cacheRead=0.02 priority.cacheWrite=0.25 priority.out=1 \
                priority.above(272000).in=0.4 priority.above(272000).cacheRead=0.04 \
                priority.above(272000).cacheWrite=0.5 priority.above(272000).out=1.5 | GPT-6 Luna
            gpt-6-rosalind context=922000 output=128000 in=15 cacheRead=1.5 cacheWrite=18.75 cacheWrite12h=37.5 out=75 \
                can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max above(272000).in=30 \
                above(272000).cacheRead=3 above(272000).cacheWrite=37.5 above(272000).out=112.5
            gpt-6-sol context=1050000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 cacheWrite12h=5 out=10 search=10 \
                can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max above(272000).in=4 \
                above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=15 batch.in=1 \
                batch.cacheRead=0.1 batch.cacheWrite=1.25 batch.out=5 batch.above(272000).in=2 \
                batch.above(272000).cacheRead=0.2 batch.above(272000).cacheWrite=2.5 batch.above(272000).out=7.5 \
                flex.in=1 flex.cacheRead=0.1 flex.cacheWrite=1.25 flex.out=5 flex.above(272000).in=2 \
                flex.above(272000).cacheRead=0.2 flex.above(272000).cacheWrite=2.5 flex.above(272000).out=7.5 \
                priority.in=4 priority.cacheRead=0.4 priority.cacheWrite=5 priority.out=20 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=30 | GPT-6 Sol
            gpt-6.1-sol context=1050000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 cacheWrite12h=5 out=10 \
                search=10 can=caching,webSearch,computerUse efforts=low,medium,high,xhigh,max above(272000).in=4 \
                above(272000).cacheRead=0.2 above(272000).cacheWrite=5 above(272000).out=15 batch.in=1 \
                batch.cacheRead=0.05 batch.cacheWrite=1.25 batch.out=5 batch.above(272000).in=2 \
                batch.above(272000).cacheRead=0.1 batch.above(272000).cacheWrite=2.5 batch.above(272000).out=7.5 \
                flex.in=1 flex.cacheRead=0.05 flex.cacheWrite=1.25 flex.out=5 flex.above(272000).in=2 \
                flex.above(272000).cacheRead=0.1 flex.above(272000).cacheWrite=2.5 flex.above(272000).out=7.5 \
                priority.in=4 priority.cacheRead=0.2 priority.cacheWrite=5 priority.out=20 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.4 priority.above(272000).cacheWrite=10 \
                priority.above(272000).out=30 ultrafast.in=12 ultrafast.cacheRead=0.6 ultrafast.cacheWrite=15 \
                ultrafast.out=60 ultrafast.above(272000).in=24 ultrafast.above(272000).cacheRead=1.2 \
                ultrafast.above(272000).cacheWrite=30 ultrafast.above(272000).out=90 | GPT-6.1 Sol
            gpt-6.1-terra context=1050000 output=128000 in=1 cacheRead=0.05 cacheWrite=1.25 cacheWrite12h=2.5 out=5 \
                search=10 can=caching,webSearch,computerUse efforts=none,low,medium,high,xhigh,max above(272000).in=2 \
                above(272000).cacheRead=0.1 above(272000).cacheWrite=2.5 above(272000).out=7.5 batch.in=0.5 \
                batch.cacheRead=0.025 batch.cacheWrite=0.625 batch.out=2.5 batch.above(272000).in=1 \
                batch.above(272000).cacheRead=0.05 batch.above(272000).cacheWrite=1.25 batch.above(272000).out=3.75 \
                flex.in=0.5 flex.cacheRead=0.025 flex.cacheWrite=0.625 flex.out=2.5 flex.above(272000).in=1 \
                flex.above(272000).cacheRead=0.05 flex.above(272000).cacheWrite=1.25 flex.above(272000).out=3.75 \
                priority.in=2 priority.cacheRead=0.1 priority.cacheWrite=2.5 priority.out=10 \
                priority.above(272000).in=4 priority.above(272000).cacheRead=0.2 priority.above(272000).cacheWrite=5 \
                priority.above(272000).out=15 | GPT-6.1 Terra
            gpt-6.2-astra
            gpt-6.2-astra-law
            gpt-6.2-sol
            gpt-daybreak-blue-latest context=922000 output=128000 in=4 cacheRead=0.4 cacheWrite=5 out=20 \
                can=developerRole,caching,webSearch,computerUse cannot=sampling above(272000).in=8 \
                above(272000).cacheRead=0.8 above(272000).cacheWrite=10 above(272000).out=30
            gpt-daybreak-red-latest context=400000 output=128000 in=12.5 cacheRead=1.25 cacheWrite=15.625 out=75 \
                can=developerRole,caching,webSearch,computerUse cannot=sampling above(272000).in=25 \
                above(272000).cacheRead=2.5 above(272000).cacheWrite=31.25 above(272000).out=112.5
            gpt-rosalind-discovery in=5 cacheRead=0.5 out=25
            gpt-rosalind-research in=5 cacheRead=0.5 out=25
            o1 context=200000 output=100000 in=15 cacheRead=7.5 out=60 can=caching cannot=parallelTools,sampling \
                efforts=low,medium,high retired=2026-10-23 batch.in=7.5 batch.out=30 | o1
            o1-2024-12-17 context=200000 output=100000 in=15 cacheRead=7.5 out=60 can=caching cannot=sampling \
                efforts=low,medium,high retired=2026-10-23 batch.in=7.5 batch.out=30 | o1
            o1-pro context=200000 output=100000 in=150 out=600 can=caching cannot=sampling efforts=low,medium,high \
                retired=2026-10-23 batch.in=75 batch.out=300 | o1-pro
            o1-pro-2025-03-19 context=200000 output=100000 in=150 out=600 can=caching cannot=sampling \
                efforts=low,medium,high retired=2026-10-23 batch.in=75 batch.out=300 | o1-pro
            o3 context=200000 output=100000 in=2 cacheRead=0.5 out=8 search=10 can=caching,webSearch \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-12-11 batch.in=1 batch.out=4 \
                flex.in=1 flex.cacheRead=0.25 flex.out=4 priority.in=3.5 priority.cacheRead=0.875 priority.out=14 | o3
            o3-2025-04-16 context=200000 output=100000 in=2 cacheRead=0.5 out=8 search=10 can=caching,webSearch \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-12-11 batch.in=1 batch.out=4 \
                flex.in=1 flex.cacheRead=0.25 flex.out=4 priority.in=3.5 priority.cacheRead=0.875 priority.out=14 | o3
            o3-mini context=200000 output=100000 in=1.1 cacheRead=0.55 out=4.4 can=caching \
                cannot=parallelTools,vision,sampling efforts=low,medium,high retired=2026-10-23 batch.in=0.55 \
                batch.out=2.2 | o3-mini
            o3-mini-2025-01-31 context=200000 output=100000 in=1.1 cacheRead=0.55 out=4.4 can=caching \
                cannot=parallelTools,vision,sampling efforts=low,medium,high retired=2026-10-23 batch.in=0.55 \
                batch.out=2.2 | o3 Mini
            o3-pro context=200000 output=100000 in=20 out=80 search=10 can=caching,webSearch \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-12-11 batch.in=10 batch.out=40 \
                | o3-pro
            o3-pro-2025-06-10 context=200000 output=100000 in=20 out=80 search=10 can=caching,webSearch \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-12-11 batch.in=10 batch.out=40 \
                | o3 Pro
            o4-mini context=200000 output=100000 in=1.1 cacheRead=0.275 out=4.4 search=10 can=caching,webSearch \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-10-23 batch.in=0.55 batch.out=2.2 \
                flex.in=0.55 flex.cacheRead=0.138 flex.out=2.2 priority.in=2 priority.cacheRead=0.5 priority.out=8 \
                | o4-mini
            o4-mini-2025-04-16 context=200000 output=100000 in=1.1 cacheRead=0.275 out=4.4 search=10 \
                can=caching,webSearch cannot=parallelTools,sampling efforts=low,medium,high retired=2026-10-23 \
                batch.in=0.55 batch.out=2.2 flex.in=0.55 flex.cacheRead=0.138 flex.out=2.2 priority.in=2 \
                priority.cacheRead=0.5 priority.out=8 | o4 Mini High
            text-embedding-3-large context=8191 in=0.13 out=0 kind=embedding batch.in=0.065 batch.out=0 \
                | text-embedding-3-large
            text-embedding-3-small context=8191 in=0.02 out=0 kind=embedding batch.in=0.01 batch.out=0 \
                | text-embedding-3-small
            text-embedding-ada-002 context=8192 in=0.1 out=0 kind=embedding | text-embedding-ada-002
            chatgpt-* cannot=reasoning
            gpt-3.5* cannot=reasoning,vision,jsonSchema
            gpt-4* cannot=reasoning
            gpt-4o-audio* cannot=reasoning,vision
            gpt-5* can=developerRole cannot=sampling
            gpt-5-chat*
            gpt-5.1-chat* cannot=sampling
            gpt-5.2-chat* cannot=sampling
            gpt-5.3-chat*
            gpt-6* can=developerRole cannot=sampling
            gpt-audio* cannot=reasoning,vision
            o1* can=developerRole cannot=sampling
            o3* can=developerRole cannot=parallelTools,sampling
            o4* can=developerRole cannot=parallelTools,sampling
            ft:* cannot=reasoning
            ft:o* can=developerRole cannot=parallelTools,sampling
            ft:gpt-5* can=developerRole cannot=sampling
            """
    )
}
