// Generated from IDL/Prices/openai.idl: edit that file, not this one.

public import MassGenCore

extension OpenAI {
    /// The models of OpenAI, prices in US dollars per million tokens, from https://openai.com/api/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02, openai SDK 3.54.0 as of 2026-11-23.
    public static let models = ModelTable(
        source: """
            https://openai.com/api/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02, openai SDK \
            3.54.0
            """,
        checked: "2026-11-23",
        rows: """
            chat-latest context=400000 output=128000 in=5 cacheRead=0.5 out=30 efforts=medium | GPT Chat Latest
            daybreak-blue-latest context=922000 output=128000 in=4 cacheRead=0.4 out=20 cacheWrite=5 \
                above(272000).in=8 above(272000).cacheRead=0.8 above(272000).out=30 above(272000).cacheWrite=10 \
                can=developerRole cannot=sampling
            daybreak-red-latest context=400000 output=128000 in=12.5 cacheRead=1.25 out=75 cacheWrite=15.625 \
                above(272000).in=25 above(272000).cacheRead=2.5 above(272000).out=112.5 above(272000).cacheWrite=31.25 \
                can=developerRole cannot=sampling
            gpt-4.1 context=1047576 output=32768 in=2 cacheRead=0.5 out=8 search=25 batch.in=1 batch.out=4 \
                priority.in=3.5 priority.cacheRead=0.875 priority.out=14 cannot=reasoning | GPT-4.1
            gpt-4.1-2025-04-14 context=1047576 output=32768 in=2 cacheRead=0.5 out=8 search=25 batch.in=1 batch.out=4 \
                priority.in=3.5 priority.cacheRead=0.875 priority.out=14 cannot=reasoning retired=2027-01-14 | GPT-4.1
            gpt-4.1-mini context=1047576 output=32768 in=0.4 cacheRead=0.1 out=1.6 search=25 batch.in=0.2 \
                batch.out=0.8 priority.in=0.7 priority.cacheRead=0.175 priority.out=2.8 cannot=reasoning \
                | GPT-4.1 mini
            gpt-4.1-mini-2025-04-14 context=1047576 output=32768 in=0.4 cacheRead=0.1 out=1.6 search=25 batch.in=0.2 \
                batch.out=0.8 priority.in=0.7 priority.cacheRead=0.175 priority.out=2.8 cannot=reasoning \
                retired=2027-01-14 | GPT-4.1 mini
            gpt-4o context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 search=10 batch.in=1.25 batch.out=5 \
                priority.in=4.25 priority.cacheRead=2.125 priority.out=17 cannot=reasoning | GPT-4o
            gpt-4o-2024-08-06 context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 search=10 batch.in=1.25 \
                batch.out=5 priority.in=4.25 priority.cacheRead=2.125 priority.out=17 cannot=reasoning \
                retired=2027-01-14 | GPT-4o
            gpt-4o-2024-11-20 context=128000 output=16384 in=2.5 cacheRead=1.25 out=10 search=10 batch.in=1.25 \
                batch.out=5 priority.in=4.25 priority.cacheRead=2.125 priority.out=17 cannot=reasoning \
                retired=2027-01-14 | GPT-4o
            gpt-4o-mini context=128000 output=16384 in=0.15 cacheRead=0.075 out=0.6 search=25 batch.in=0.075 \
                batch.out=0.3 priority.in=0.25 priority.cacheRead=0.125 priority.out=1 cannot=reasoning | GPT-4o mini
            gpt-4o-mini-2024-07-18 context=128000 output=16384 in=0.15 cacheRead=0.075 out=0.6 search=25 \
                batch.in=0.075 batch.out=0.3 priority.in=0.25 priority.cacheRead=0.125 priority.out=1 cannot=reasoning \
                retired=2027-01-14 | GPT-4o mini
            gpt-5 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 can=developerRole cannot=sampling \
                efforts=minimal,low,medium,high retired=2026-12-11 dated=gpt-5-2025-08-07 | GPT-5
            gpt-5-mini context=400000 output=128000 in=0.25 cacheRead=0.025 out=2 search=10 batch.in=0.125 \
                batch.cacheRead=0.0125 batch.out=1 flex.in=0.125 flex.cacheRead=0.0125 flex.out=1 priority.in=0.45 \
                priority.cacheRead=0.045 priority.out=3.6 can=developerRole cannot=sampling \
                efforts=minimal,low,medium,high retired=2026-12-11 dated=gpt-5-mini-2025-08-07 | GPT-5 Mini
            gpt-5-nano context=400000 output=128000 in=0.05 cacheRead=0.005 out=0.4 search=10 batch.in=0.025 \
                batch.cacheRead=0.0025 batch.out=0.2 flex.in=0.025 flex.cacheRead=0.0025 flex.out=0.2 \
                can=developerRole cannot=sampling efforts=minimal,low,medium,high retired=2026-12-11 \
                dated=gpt-5-nano-2025-08-07 | GPT-5 Nano
            gpt-5-search-api context=272000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 can=developerRole \
                cannot=sampling dated=gpt-5-search-api-2025-10-14
            gpt-5.1 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 can=developerRole cannot=sampling efforts=none,low,medium,high \
                retired=2027-04-01 dated=gpt-5.1-2025-11-13 | GPT-5.1
            gpt-5.2 context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 batch.in=0.875 \
                batch.cacheRead=0.0875 batch.out=7 flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh dated=gpt-5.2-2025-12-11 | GPT-5.2
            gpt-5.4 context=1050000 output=128000 in=2.5 cacheRead=0.25 out=15 search=10 above(272000).in=5 \
                above(272000).cacheRead=0.5 above(272000).out=22.5 batch.in=1.25 batch.cacheRead=0.13 batch.out=7.5 \
                batch.above(272000).in=2.5 batch.above(272000).cacheRead=0.25 batch.above(272000).out=11.25 \
                flex.in=1.25 flex.cacheRead=0.13 flex.out=7.5 flex.above(272000).in=2.5 \
                flex.above(272000).cacheRead=0.25 flex.above(272000).out=11.25 priority.in=5 priority.cacheRead=0.5 \
                priority.out=30 can=developerRole cannot=sampling efforts=none,low,medium,high,xhigh \
                dated=gpt-5.4-2026-03-05 | GPT-5.4
            gpt-5.4-mini context=400000 output=128000 in=0.75 cacheRead=0.075 out=4.5 search=10 batch.in=0.375 \
                batch.cacheRead=0.0375 batch.out=2.25 flex.in=0.375 flex.cacheRead=0.0375 flex.out=2.25 \
                priority.in=1.5 priority.cacheRead=0.15 priority.out=9 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh dated=gpt-5.4-mini-2026-03-17 | GPT-5.4 mini
            gpt-5.4-nano context=400000 output=128000 in=0.2 cacheRead=0.02 out=1.25 search=10 batch.in=0.1 \
                batch.cacheRead=0.01 batch.out=0.625 flex.in=0.1 flex.cacheRead=0.01 flex.out=0.625 can=developerRole \
                cannot=sampling efforts=none,low,medium,high,xhigh retired=2027-04-01 dated=gpt-5.4-nano-2026-03-17 \
                | GPT-5.4 nano
            gpt-5.5 context=1050000 output=128000 in=5 cacheRead=0.5 out=30 search=10 above(272000).in=10 \
                above(272000).cacheRead=1 above(272000).out=45 batch.in=2.5 batch.cacheRead=0.25 batch.out=15 \
                batch.above(272000).in=5 batch.above(272000).cacheRead=0.5 batch.above(272000).out=22.5 flex.in=2.5 \
                flex.cacheRead=0.25 flex.out=15 flex.above(272000).in=5 flex.above(272000).cacheRead=0.5 \
                flex.above(272000).out=22.5 priority.in=12.5 priority.cacheRead=1.25 priority.out=75 can=developerRole \
                cannot=sampling efforts=none,low,medium,high,xhigh dated=gpt-5.5-2026-04-23 | GPT-5.5
            gpt-5.5-cyber in=12.5 cacheRead=1.25 out=75 can=developerRole cannot=sampling
            gpt-5.5-cyber-preview in=12.5 cacheRead=1.25 out=75 can=developerRole cannot=sampling
            gpt-5.6-cyber context=400000 output=128000 in=12.5 cacheRead=1.25 out=75 cacheWrite=15.625 \
                cacheWrite12h=31.25 above(272000).in=25 above(272000).cacheRead=2.5 above(272000).out=112.5 \
                above(272000).cacheWrite=31.25 can=developerRole cannot=sampling
            gpt-5.6-luna context=1050000 output=128000 in=0.2 cacheRead=0.02 out=1.2 cacheWrite=0.25 cacheWrite12h=0.5 \
                search=10 above(272000).in=0.4 above(272000).cacheRead=0.04 above(272000).out=1.8 \
                above(272000).cacheWrite=0.5 batch.in=0.1 batch.cacheRead=0.01 batch.out=0.6 batch.cacheWrite=0.125 \
                batch.above(272000).in=0.2 batch.above(272000).cacheRead=0.02 batch.above(272000).out=0.9 \
                batch.above(272000).cacheWrite=0.25 flex.in=0.1 flex.cacheRead=0.01 flex.out=0.6 flex.cacheWrite=0.125 \
                flex.above(272000).in=0.2 flex.above(272000).cacheRead=0.02 flex.above(272000).out=0.9 \
                flex.above(272000).cacheWrite=0.25 priority.in=0.4 priority.cacheRead=0.04 priority.out=2.4 \
                priority.cacheWrite=0.5 priority.above(272000).in=0.8 priority.above(272000).cacheRead=0.08 \
                priority.above(272000).out=3.6 priority.above(272000).cacheWrite=1 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh | GPT-5.6 Luna
            gpt-5.6-sol context=1050000 output=128000 in=4 cacheRead=0.4 out=20 cacheWrite=5 cacheWrite12h=10 \
                search=10 above(272000).in=8 above(272000).cacheRead=0.8 above(272000).out=30 \
                above(272000).cacheWrite=10 batch.in=2 batch.cacheRead=0.2 batch.out=10 batch.cacheWrite=2.5 \
                batch.above(272000).in=4 batch.above(272000).cacheRead=0.4 batch.above(272000).out=15 \
                batch.above(272000).cacheWrite=5 flex.in=2 flex.cacheRead=0.2 flex.out=10 flex.cacheWrite=2.5 \
                flex.above(272000).in=4 flex.above(272000).cacheRead=0.4 flex.above(272000).out=15 \
                flex.above(272000).cacheWrite=5 priority.in=8 priority.cacheRead=0.8 priority.out=40 \
                priority.cacheWrite=10 priority.above(272000).in=16 priority.above(272000).cacheRead=1.6 \
                priority.above(272000).out=60 priority.above(272000).cacheWrite=20 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh alias=gpt-5.6 | GPT-5.6 Sol
            gpt-5.6-terra context=1050000 output=128000 in=2 cacheRead=0.2 out=12 cacheWrite=2.5 cacheWrite12h=5 \
                search=10 above(272000).in=4 above(272000).cacheRead=0.4 above(272000).out=18 \
                above(272000).cacheWrite=5 batch.in=1 batch.cacheRead=0.1 batch.out=6 batch.cacheWrite=1.25 \
                batch.above(272000).in=2 batch.above(272000).cacheRead=0.2 batch.above(272000).out=9 \
                batch.above(272000).cacheWrite=2.5 flex.in=1 flex.cacheRead=0.1 flex.out=6 flex.cacheWrite=1.25 \
                flex.above(272000).in=2 flex.above(272000).cacheRead=0.2 flex.above(272000).out=9 \
                flex.above(272000).cacheWrite=2.5 priority.in=4 priority.cacheRead=0.4 priority.out=24 \
                priority.cacheWrite=5 priority.above(272000).in=8 priority.above(272000).cacheRead=0.8 \
                priority.above(272000).out=36 priority.above(272000).cacheWrite=10 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh | GPT-5.6 Terra
            gpt-6-astra context=1050000 output=128000 in=10 cacheRead=1 out=50 cacheWrite=12.5 cacheWrite12h=25 \
                search=10 above(272000).in=20 above(272000).cacheRead=2 above(272000).out=75 \
                above(272000).cacheWrite=25 batch.in=5 batch.cacheRead=0.5 batch.out=25 batch.cacheWrite=6.25 \
                batch.above(272000).in=10 batch.above(272000).cacheRead=1 batch.above(272000).out=37.5 \
                batch.above(272000).cacheWrite=12.5 flex.in=5 flex.cacheRead=0.5 flex.out=25 flex.cacheWrite=6.25 \
                flex.above(272000).in=10 flex.above(272000).cacheRead=1 flex.above(272000).out=37.5 \
                flex.above(272000).cacheWrite=12.5 priority.in=20 priority.cacheRead=2 priority.out=100 \
                priority.cacheWrite=25 priority.above(272000).in=40 priority.above(272000).cacheRead=4 \
                priority.above(272000).out=150 priority.above(272000).cacheWrite=50 can=developerRole cannot=sampling \
                efforts=low,medium,high,xhigh,max | GPT-6 Astra
            gpt-6-astra-law context=922000 output=128000 in=10 cacheRead=1 out=50 search=10 can=developerRole \
                cannot=sampling efforts=low,medium,high,xhigh,max
            gpt-6-luna context=1050000 output=128000 in=0.1 cacheRead=0.01 out=0.5 cacheWrite=0.125 cacheWrite12h=0.25 \
                search=10 above(272000).in=0.2 above(272000).cacheRead=0.02 above(272000).out=0.75 \
                above(272000).cacheWrite=0.25 batch.in=0.05 batch.cacheRead=0.005 batch.out=0.25 \
                batch.cacheWrite=0.0625 batch.above(272000).in=0.1 batch.above(272000).cacheRead=0.01 \
                batch.above(272000).out=0.375 batch.above(272000).cacheWrite=0.125 flex.in=0.05 flex.cacheRead=0.005 \
                flex.out=0.25 flex.cacheWrite=0.0625 flex.above(272000).in=0.1 flex.above(272000).cacheRead=0.01 \
                flex.above(272000).out=0.375 flex.above(272000).cacheWrite=0.125 priority.in=0.2 \
                priority.cacheRead=0.02 priority.out=1 priority.cacheWrite=0.25 priority.above(272000).in=0.4 \
                priority.above(272000).cacheRead=0.04 priority.above(272000).out=1.5 \
                priority.above(272000).cacheWrite=0.5 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh,max | GPT-6 Luna
            gpt-6-rosalind context=922000 output=128000 in=15 cacheRead=1.5 out=75 cacheWrite=18.75 cacheWrite12h=37.5 \
                above(272000).in=30 above(272000).cacheRead=3 above(272000).out=112.5 above(272000).cacheWrite=37.5 \
                can=developerRole cannot=sampling efforts=low,medium,high,xhigh,max
            gpt-6-sol context=1050000 output=128000 in=2 cacheRead=0.2 out=10 cacheWrite=2.5 cacheWrite12h=5 search=10 \
                above(272000).in=4 above(272000).cacheRead=0.4 above(272000).out=15 above(272000).cacheWrite=5 \
                batch.in=1 batch.cacheRead=0.1 batch.out=5 batch.cacheWrite=1.25 batch.above(272000).in=2 \
                batch.above(272000).cacheRead=0.2 batch.above(272000).out=7.5 batch.above(272000).cacheWrite=2.5 \
                flex.in=1 flex.cacheRead=0.1 flex.out=5 flex.cacheWrite=1.25 flex.above(272000).in=2 \
                flex.above(272000).cacheRead=0.2 flex.above(272000).out=7.5 flex.above(272000).cacheWrite=2.5 \
                priority.in=4 priority.cacheRead=0.4 priority.out=20 priority.cacheWrite=5 priority.above(272000).in=8 \
                priority.above(272000).cacheRead=0.8 priority.above(272000).out=30 \
                priority.above(272000).cacheWrite=10 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh,max | GPT-6 Sol
            gpt-6.1-sol context=1050000 output=128000 in=2 cacheRead=0.1 out=10 cacheWrite=2.5 cacheWrite12h=5 \
                search=10 above(272000).in=4 above(272000).cacheRead=0.2 above(272000).out=15 \
                above(272000).cacheWrite=5 batch.in=1 batch.cacheRead=0.05 batch.out=5 batch.cacheWrite=1.25 \
                batch.above(272000).in=2 batch.above(272000).cacheRead=0.1 batch.above(272000).out=7.5 \
                batch.above(272000).cacheWrite=2.5 flex.in=1 flex.cacheRead=0.05 flex.out=5 flex.cacheWrite=1.25 \
                flex.above(272000).in=2 flex.above(272000).cacheRead=0.1 flex.above(272000).out=7.5 \
                flex.above(272000).cacheWrite=2.5 priority.in=4 priority.cacheRead=0.2 priority.out=20 \
                priority.cacheWrite=5 priority.above(272000).in=8 priority.above(272000).cacheRead=0.4 \
                priority.above(272000).out=30 priority.above(272000).cacheWrite=10 can=developerRole cannot=sampling \
                efforts=low,medium,high,xhigh,max | GPT-6.1 Sol
            gpt-6.1-terra context=1050000 output=128000 in=1 cacheRead=0.05 out=5 cacheWrite=1.25 cacheWrite12h=2.5 \
                search=10 above(272000).in=2 above(272000).cacheRead=0.1 above(272000).out=7.5 \
                above(272000).cacheWrite=2.5 batch.in=0.5 batch.cacheRead=0.025 batch.out=2.5 batch.cacheWrite=0.625 \
                batch.above(272000).in=1 batch.above(272000).cacheRead=0.05 batch.above(272000).out=3.75 \
                batch.above(272000).cacheWrite=1.25 flex.in=0.5 flex.cacheRead=0.025 flex.out=2.5 \
                flex.cacheWrite=0.625 flex.above(272000).in=1 flex.above(272000).cacheRead=0.05 \
                flex.above(272000).out=3.75 flex.above(272000).cacheWrite=1.25 priority.in=2 priority.cacheRead=0.1 \
                priority.out=10 priority.cacheWrite=2.5 priority.above(272000).in=4 \
                priority.above(272000).cacheRead=0.2 priority.above(272000).out=15 priority.above(272000).cacheWrite=5 \
                can=developerRole cannot=sampling efforts=none,low,medium,high,xhigh,max | GPT-6.1 Terra
            gpt-rosalind-discovery in=5 cacheRead=0.5 out=25
            gpt-rosalind-research in=5 cacheRead=0.5 out=25
            o3 context=200000 output=100000 in=2 cacheRead=0.5 out=8 search=10 batch.in=1 batch.out=4 flex.in=1 \
                flex.cacheRead=0.25 flex.out=4 priority.in=3.5 priority.cacheRead=0.875 priority.out=14 \
                can=developerRole cannot=parallelTools,sampling efforts=low,medium,high retired=2026-12-11 \
                dated=o3-2025-04-16 | o3
            gpt-5.1-mini can=developerRole cannot=sampling
            gpt-5.3-codex-spark context=128000 output=32000 in=1.75 cacheRead=0.175 out=14 can=developerRole \
                cannot=sampling efforts=none,low,medium,high,xhigh | GPT-5.3 Codex Spark
            gpt-6-cyber in=20 cacheRead=2 out=100 cacheWrite=25 can=developerRole cannot=sampling
            gpt-6.2-astra can=developerRole cannot=sampling
            gpt-6.2-astra-law can=developerRole cannot=sampling
            gpt-6.2-sol can=developerRole cannot=sampling
            gpt-5-pro context=400000 output=272000 in=15 out=120 search=10 batch.in=7.5 batch.out=60 can=developerRole \
                cannot=sampling efforts=high retired=2026-12-11 dated=gpt-5-pro-2025-10-06 | GPT-5 Pro
            gpt-5.2-pro context=400000 output=128000 in=21 out=168 search=10 batch.in=10.5 batch.out=84 \
                can=developerRole cannot=sampling efforts=medium,high,xhigh dated=gpt-5.2-pro-2025-12-11 | GPT-5.2 Pro
            gpt-5.3-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 can=developerRole cannot=sampling \
                efforts=none,low,medium,high,xhigh retired=2027-04-01 | GPT-5.3 Codex
            gpt-5.4-pro context=1050000 output=128000 in=30 out=180 search=10 above(272000).in=60 \
                above(272000).out=270 batch.in=15 batch.out=90 batch.above(272000).in=30 batch.above(272000).out=135 \
                flex.in=15 flex.out=90 flex.above(272000).in=30 flex.above(272000).out=135 can=developerRole \
                cannot=jsonSchema,sampling efforts=medium,high,xhigh dated=gpt-5.4-pro-2026-03-05 | GPT-5.4 Pro
            gpt-5.5-pro context=1050000 output=128000 in=30 out=180 search=10 above(272000).in=60 \
                above(272000).out=270 batch.in=15 batch.out=90 batch.above(272000).in=30 batch.above(272000).out=135 \
                flex.in=15 flex.out=90 can=developerRole cannot=jsonSchema,sampling efforts=medium,high,xhigh \
                dated=gpt-5.5-pro-2026-04-23 | GPT-5.5 Pro
            gpt-daybreak-blue-latest context=922000 output=128000 in=4 cacheRead=0.4 out=20 cacheWrite=5 \
                above(272000).in=8 above(272000).cacheRead=0.8 above(272000).out=30 above(272000).cacheWrite=10 \
                can=developerRole cannot=sampling
            gpt-daybreak-red-latest context=400000 output=128000 in=12.5 cacheRead=1.25 out=75 cacheWrite=15.625 \
                above(272000).in=25 above(272000).cacheRead=2.5 above(272000).out=112.5 above(272000).cacheWrite=31.25 \
                can=developerRole cannot=sampling
            o3-pro context=200000 output=100000 in=20 out=80 search=10 batch.in=10 batch.out=40 can=developerRole \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-12-11 dated=o3-pro-2025-06-10 \
                | o3-pro
            gpt-4.1-nano context=1047576 output=32768 in=0.1 cacheRead=0.025 out=0.4 batch.in=0.05 batch.out=0.2 \
                priority.in=0.2 priority.cacheRead=0.05 priority.out=0.8 cannot=reasoning retired=2026-10-23 \
                dated=gpt-4.1-nano-2025-04-14 | GPT-4.1 nano
            gpt-4o-2024-05-13 context=128000 output=4096 in=5 out=15 search=10 batch.in=2.5 batch.out=7.5 \
                priority.in=8.75 priority.out=26.25 cannot=reasoning retired=2026-10-23 | GPT-4o
            gpt-5-chat context=400000 output=16384 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 cannot=tools,toolChoice,parallelTools retired=2026-07-23 \
                | GPT-5 Chat
            gpt-5-chat-latest context=400000 output=16384 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 cannot=caching retired=2026-07-23 | GPT-5 Chat
            gpt-5-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 can=developerRole cannot=sampling efforts=low,medium,high \
                retired=2026-07-23 | GPT-5-Codex
            gpt-5.1-chat-latest context=128000 output=16384 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 cannot=sampling,caching efforts=medium retired=2026-07-23 \
                | GPT-5.1 Chat
            gpt-5.1-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 can=developerRole cannot=sampling efforts=low,medium,high \
                retired=2026-07-23 | GPT-5.1 Codex
            gpt-5.1-codex-max context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 search=10 batch.in=0.625 \
                batch.cacheRead=0.0625 batch.out=5 flex.in=0.625 flex.cacheRead=0.0625 flex.out=5 priority.in=2.5 \
                priority.cacheRead=0.25 priority.out=20 can=developerRole cannot=sampling \
                efforts=low,medium,high,xhigh retired=2026-07-23 | GPT-5.1 Codex Max
            gpt-5.1-codex-mini context=400000 output=128000 in=0.25 cacheRead=0.025 out=2 can=developerRole \
                cannot=sampling efforts=low,medium,high retired=2026-07-23 | GPT-5.1 Codex mini
            gpt-5.2-chat-latest context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 search=10 batch.in=0.875 \
                batch.cacheRead=0.0875 batch.out=7 flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 cannot=sampling,caching efforts=medium retired=2026-08-10 \
                | GPT-5.2 Chat
            gpt-5.2-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 search=10 batch.in=0.875 \
                batch.cacheRead=0.0875 batch.out=7 flex.in=0.875 flex.cacheRead=0.0875 flex.out=7 priority.in=3.5 \
                priority.cacheRead=0.35 priority.out=28 can=developerRole cannot=sampling \
                efforts=low,medium,high,xhigh retired=2026-07-23 | GPT-5.2 Codex
            gpt-5.3-chat-latest context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 cannot=caching \
                retired=2026-08-10 | GPT-5.3 Chat
            o1 context=200000 output=100000 in=15 cacheRead=7.5 out=60 batch.in=7.5 batch.out=30 can=developerRole \
                cannot=parallelTools,sampling efforts=low,medium,high retired=2026-10-23 dated=o1-2024-12-17 | o1
            o1-pro context=200000 output=100000 in=150 out=600 batch.in=75 batch.out=300 can=developerRole \
                cannot=sampling efforts=low,medium,high retired=2026-10-23 dated=o1-pro-2025-03-19 | o1-pro
            o3-mini context=200000 output=100000 in=1.1 cacheRead=0.55 out=4.4 batch.in=0.55 batch.out=2.2 \
                can=developerRole cannot=parallelTools,vision,sampling efforts=low,medium,high retired=2026-10-23 \
                dated=o3-mini-2025-01-31 | o3-mini
            o4-mini context=200000 output=100000 in=1.1 cacheRead=0.275 out=4.4 search=10 batch.in=0.55 batch.out=2.2 \
                flex.in=0.55 flex.cacheRead=0.138 flex.out=2.2 priority.in=2 priority.cacheRead=0.5 priority.out=8 \
                can=developerRole cannot=parallelTools,sampling efforts=low,medium,high retired=2026-10-23 \
                dated=o4-mini-2025-04-16 | o4-mini
            chatgpt-* cannot=reasoning
            gpt-3.5* cannot=reasoning,vision,jsonSchema
            gpt-4* cannot=reasoning
            gpt-4o-audio* cannot=reasoning,vision
            gpt-5* can=developerRole cannot=sampling
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
