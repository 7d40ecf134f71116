// Generated from IDL/Prices/Vertex.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Google Vertex AI, prices in US dollars per million tokens, from
    /// https://cloud.google.com/vertex-ai/generative-ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev
    /// 2026-07-02 as of 2026-11-23.
    public static let vertex = ModelTable(
        id: "vertex",
        title: "Google Vertex AI",
        source: """
            https://cloud.google.com/vertex-ai/generative-ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev \
            2026-07-02
            """,
        checked: "2026-11-23",
        rows: """
            claude-fable-5 context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite1h=20 out=50 \
                search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 retired=2027-06-08 \
                batch.in=5 batch.cacheRead=0.5 batch.cacheWrite=6.25 batch.out=25
            claude-fable-5-1 context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 cacheWrite1h=20 out=50 \
                search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 \
                retired=2027-03-01 batch.in=5 batch.cacheRead=0.125 batch.cacheWrite=6.25 batch.out=25
            claude-fable-5-1@default context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 \
                cacheWrite1h=20 out=50 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 \
                retired=2027-03-01 batch.in=5 batch.cacheRead=0.125 batch.cacheWrite=6.25 batch.out=25
            claude-fable-5@default context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite1h=20 \
                out=50 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 retired=2027-06-08 \
                batch.in=5 batch.cacheRead=0.5 batch.cacheWrite=6.25 batch.out=25
            claude-haiku-4-5 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 cacheWrite1h=2 out=5 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching cacheMin=4096 retired=2026-10-15 \
                batch.in=0.5 batch.cacheRead=0.05 batch.cacheWrite=0.625 batch.out=2.5
            claude-haiku-4-5@20251001 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 cacheWrite1h=2 \
                out=5 search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching cannot=reasoningEffort \
                budget=1024 cacheMin=4096 retired=2026-10-15 batch.in=0.5 batch.cacheRead=0.05 batch.cacheWrite=0.625 \
                batch.out=2.5 | Claude Haiku 4.5
            claude-haiku-5-5 context=1000000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 cacheWrite1h=0.2 \
                out=0.5 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 above(100000).in=0.5 \
                above(100000).cacheRead=0.05 above(100000).cacheWrite=0.625 above(100000).out=2.5 batch.in=0.05 \
                batch.cacheRead=0.005 batch.cacheWrite=0.0625 batch.out=0.25
            claude-haiku-5-5@default context=1000000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 \
                cacheWrite1h=0.2 out=0.5 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 above(100000).in=0.5 \
                above(100000).cacheRead=0.05 above(100000).cacheWrite=0.625 above(100000).out=2.5 batch.in=0.05 \
                batch.cacheRead=0.005 batch.cacheWrite=0.0625 batch.out=0.25
            claude-opus-4-1@20250805 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 out=75 \
                can=tools,vision,files,reasoning cannot=reasoningEffort budget=1024 status=deprecated \
                | Claude Opus 4.1
            claude-opus-4-5 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse cacheMin=4096 \
                retired=2026-11-24 batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5
            claude-opus-4-5@20251101 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse \
                efforts=low,medium,high budget=1024 cacheMin=4096 retired=2026-11-24 batch.in=2.5 batch.cacheRead=0.25 \
                batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.5
            claude-opus-4-6 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget efforts=low,medium,high,max cacheMin=4096 retired=2027-02-05 batch.in=2.5 \
                batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5
            claude-opus-4-6@default context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                efforts=low,medium,high,max budget=1024 cacheMin=4096 retired=2027-02-05 above(200000).in=10 \
                above(200000).cacheRead=1 above(200000).cacheWrite=12.5 above(200000).out=37.5 batch.in=2.5 \
                batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.6
            claude-opus-4-7 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=2048 retired=2027-04-16 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5
            claude-opus-4-7@default context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=2048 retired=2027-04-16 \
                above(200000).in=10 above(200000).cacheRead=1 above(200000).cacheWrite=12.5 above(200000).out=37.5 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.7
            claude-opus-4-8 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=1024 retired=2027-05-28 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5
            claude-opus-4-8@default context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=1024 retired=2027-05-28 \
                above(200000).in=10 above(200000).cacheRead=1 above(200000).cacheWrite=12.5 above(200000).out=37.5 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5 | Claude Opus 4.8
            claude-opus-4@20250514 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 out=75 \
                can=tools,vision,files,reasoning cannot=reasoningEffort budget=1024 status=deprecated | Claude Opus 4
            claude-opus-5 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 out=25 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 retired=2027-01-24 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5
            claude-opus-5-5 context=1000000 output=128000 in=4 cacheRead=0.2 cacheWrite=5 cacheWrite1h=8 out=20 \
                search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 batch.in=2.5 \
                batch.cacheRead=0.1 batch.cacheWrite=2.5 batch.out=12.5
            claude-opus-5-5@default context=1000000 output=128000 in=4 cacheRead=0.2 cacheWrite=5 cacheWrite1h=8 \
                out=20 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 batch.in=2.5 \
                batch.cacheRead=0.1 batch.cacheWrite=2.5 batch.out=12.5
            claude-opus-5@default context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 retired=2027-01-24 \
                batch.in=2.5 batch.cacheRead=0.25 batch.cacheWrite=3.125 batch.out=12.5
            claude-sonnet-4-5 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 out=15 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse cacheMin=1024 \
                retired=2026-09-29 above(200000).in=6 above(200000).cacheRead=0.6 above(200000).cacheWrite=7.5 \
                above(200000).out=22.5 batch.in=1.5 batch.cacheRead=0.15 batch.cacheWrite=1.88 batch.out=7.5
            claude-sonnet-4-5@20250929 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 \
                out=15 search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse \
                cannot=reasoningEffort budget=1024 cacheMin=1024 retired=2026-09-29 above(200000).in=6 \
                above(200000).cacheRead=0.6 above(200000).cacheWrite=7.5 above(200000).out=22.5 batch.in=1.5 \
                batch.cacheRead=0.15 batch.cacheWrite=1.88 batch.out=7.5 | Claude Sonnet 4.5
            claude-sonnet-4-6 context=1000000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 out=15 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget efforts=low,medium,high,max cacheMin=1024 batch.in=1.5 batch.cacheRead=0.15 \
                batch.cacheWrite=1.88 batch.out=7.5
            claude-sonnet-4-6@default context=1000000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 \
                out=15 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                efforts=low,medium,high,max budget=1024 cacheMin=1024 above(200000).in=6 above(200000).cacheRead=0.6 \
                above(200000).cacheWrite=7.5 above(200000).out=22.5 batch.in=1.5 batch.cacheRead=0.15 \
                batch.cacheWrite=1.88 batch.out=7.5 | Claude Sonnet 4.6
            claude-sonnet-4@20250514 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 out=15 \
                can=tools,vision,files,reasoning cannot=reasoningEffort budget=1024 status=deprecated \
                | Claude Sonnet 4
            claude-sonnet-5 context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 cacheWrite1h=4 out=10 \
                search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=1024 retired=2026-12-24 \
                batch.in=1 batch.out=5
            claude-sonnet-5-5 context=1000000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 cacheWrite1h=4 out=10 \
                search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 batch.in=1 \
                batch.cacheRead=0.05 batch.cacheWrite=1.25 batch.out=5
            claude-sonnet-5-5@default context=1000000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 cacheWrite1h=4 \
                out=10 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512 batch.in=1 \
                batch.cacheRead=0.05 batch.cacheWrite=1.25 batch.out=5
            claude-sonnet-5@default context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 cacheWrite1h=4 \
                out=10 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=1024 retired=2026-12-24 \
                batch.in=1 batch.out=5 | Claude Sonnet 5
            codestral-2 context=128000 output=128000 in=0.3 out=0.9 can=tools
            codestral-2501 context=128000 output=128000 in=0.2 out=0.6 can=tools
            codestral-2@001 context=128000 output=128000 in=0.3 out=0.9 can=tools
            codestral@latest context=128000 output=128000 in=0.2 out=0.6 can=tools
            deepseek-ai/deepseek-v3.1-maas context=163840 output=32768 in=0.6 out=1.7 \
                can=tools,files,jsonSchema,reasoning cannot=vision | DeepSeek V3.1
            deepseek-ai/deepseek-v3.2-maas context=163840 output=65536 in=0.56 cacheRead=0.056 out=1.68 \
                can=tools,files,jsonSchema,reasoning cannot=vision | DeepSeek V3.2
            gemini-2.5-flash context=1048576 output=65535 in=0.3 cacheRead=0.03 cacheWrite=0.383 out=2.5 audioIn=1 \
                search=35 can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch \
                cannot=reasoningEffort budget=0,24576 retired=2026-10-20 batch.in=0.15 batch.out=1.25 flex.in=0.15 \
                flex.cacheRead=0.03 flex.out=1.25 priority.in=0.54 priority.cacheRead=0.054 priority.out=4.5 \
                | Gemini 2.5 Flash
            gemini-2.5-flash-lite context=1048576 output=65535 in=0.1 cacheRead=0.01 out=0.4 audioIn=0.3 search=35 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch cannot=reasoningEffort \
                budget=512,24576 retired=2026-10-20 batch.in=0.05 batch.out=0.2 flex.in=0.05 flex.cacheRead=0.01 \
                flex.out=0.2 priority.in=0.18 priority.cacheRead=0.018 priority.out=0.72 | Gemini 2.5 Flash-Lite
            gemini-2.5-flash-lite-preview-09-2025 context=1048576 output=65535 in=0.1 cacheRead=0.01 out=0.4 \
                audioIn=0.3 search=35 can=tools,vision,files,jsonSchema,reasoning,caching,webSearch
            gemini-2.5-flash-preview-09-2025 context=1048576 output=65535 in=0.3 cacheRead=0.03 out=2.5 audioIn=1 \
                search=35 can=tools,vision,files,jsonSchema,reasoning,caching,webSearch
            gemini-2.5-pro context=1048576 output=65535 in=1.25 cacheRead=0.125 out=10 search=35 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch cannot=reasoningEffort \
                budget=128,32768 cacheMin=2048 retired=2026-10-20 above(200000).in=2.5 above(200000).cacheRead=0.25 \
                above(200000).cacheWrite=0.25 above(200000).out=15 batch.in=0.625 batch.out=5 \
                batch.above(200000).in=1.25 batch.above(200000).out=7.5 flex.in=0.625 flex.cacheRead=0.125 flex.out=5 \
                priority.in=2.25 priority.cacheRead=0.225 priority.out=18 priority.above(200000).in=4.5 \
                priority.above(200000).cacheRead=0.45 priority.above(200000).out=27 | Gemini 2.5 Pro
            gemini-3-flash-preview context=1048576 output=65535 in=0.5 cacheRead=0.05 out=3 audioIn=1 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch,computerUse \
                efforts=minimal,low,medium,high batch.in=0.25 batch.out=1.5 flex.in=0.25 flex.out=1.5 priority.in=0.9 \
                priority.cacheRead=0.09 priority.out=5.4 | Gemini 3 Flash Preview
            gemini-3.1-flash-lite context=1048576 output=65536 in=0.25 cacheRead=0.025 out=1.5 audioIn=0.5 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch \
                efforts=minimal,low,medium,high retired=2027-05-07 batch.in=0.125 batch.cacheRead=0.0125 \
                batch.out=0.75 flex.in=0.125 flex.cacheRead=0.0125 flex.out=0.75 priority.in=0.45 \
                priority.cacheRead=0.045 priority.out=2.7 | Gemini 3.1 Flash Lite
            gemini-3.1-flash-lite-preview context=1048576 output=65536 in=0.25 cacheRead=0.025 out=1.5 audioIn=0.5 \
                search=14 can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch \
                efforts=minimal,low,medium,high status=deprecated | Gemini 3.1 Flash Lite Preview
            gemini-3.1-pro-preview context=1048576 output=65536 in=2 cacheRead=0.2 out=12 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch efforts=low,medium,high \
                cacheMin=4096 above(200000).in=4 above(200000).cacheRead=0.4 above(200000).cacheWrite=0.25 \
                above(200000).out=18 batch.in=1 batch.out=6 batch.above(200000).in=2 batch.above(200000).out=9 \
                flex.in=1 flex.out=6 priority.in=3.6 priority.cacheRead=0.36 priority.out=21.6 \
                priority.above(200000).in=7.2 priority.above(200000).cacheRead=0.72 priority.above(200000).out=32.4 \
                | Gemini 3.1 Pro Preview
            gemini-3.1-pro-preview-customtools context=1048576 output=65536 in=2 cacheRead=0.2 out=12 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch efforts=low,medium,high \
                cacheMin=4096 above(200000).in=4 above(200000).cacheRead=0.4 above(200000).cacheWrite=0.25 \
                above(200000).out=18 batch.in=1 batch.out=6 | Gemini 3.1 Pro Preview Custom Tools
            gemini-3.5-flash context=1048576 output=65535 in=1.5 cacheRead=0.15 out=9 audioIn=1.5 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch,computerUse \
                efforts=minimal,low,medium,high cacheMin=4096 retired=2027-05-19 batch.in=0.75 batch.cacheRead=0.075 \
                batch.out=4.5 flex.in=0.75 flex.cacheRead=0.075 flex.out=4.5 priority.in=2.7 priority.cacheRead=0.27 \
                priority.out=16.2 | Gemini 3.5 Flash
            gemini-3.5-flash-lite context=1048576 output=65536 in=0.3 cacheRead=0.03 out=2.5 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch,computerUse cannot=sampling \
                retired=2027-07-21 batch.in=0.15 batch.cacheRead=0.015 batch.out=1.25 flex.in=0.15 \
                flex.cacheRead=0.015 flex.out=1.25 priority.in=0.54 priority.cacheRead=0.054 priority.out=4.5
            gemini-3.6-flash context=1048576 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch,computerUse cannot=sampling \
                cacheMin=4096 retired=2026-11-19 batch.in=0.375 batch.cacheRead=0.0375 batch.out=1.875 flex.in=0.375 \
                flex.cacheRead=0.0375 flex.out=1.875 priority.in=1.35 priority.cacheRead=0.135 priority.out=6.75
            gemini-3.7-flash context=1048576 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch,computerUse cannot=sampling \
                cacheMin=4096 retired=2027-01-28 batch.in=0.375 batch.cacheRead=0.0375 batch.out=1.875 flex.in=0.375 \
                flex.cacheRead=0.0375 flex.out=1.875 priority.in=1.35 priority.cacheRead=0.135 priority.out=6.75
            gemini-3.8-flash context=1048576 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning,caching,webSearch,computerUse cannot=sampling \
                cacheMin=4096 batch.in=0.375 batch.cacheRead=0.0375 batch.out=1.875 flex.in=0.375 \
                flex.cacheRead=0.0375 flex.out=1.875 priority.in=1.35 priority.cacheRead=0.135 priority.out=6.75
            gemini-3.8-flash-cyber context=1048576 output=65536 in=1.5 cacheRead=0.15 out=7.5 \
                can=vision,audio,files,video,jsonSchema,reasoning,caching cannot=tools,toolChoice,sampling,webSearch \
                batch.in=0.75 batch.cacheRead=0.075 batch.out=3.75 flex.in=0.75 flex.cacheRead=0.075 flex.out=3.75 \
                priority.in=2.7 priority.cacheRead=0.27 priority.out=13.5
            gemini-embedding-001 context=2048 in=0.15 out=0 kind=embedding retired=2028-05-20 batch.in=0.12 \
                | Gemini Embedding 001
            gemini-embedding-2 context=8192 in=0.2 out=0 audioIn=6.5 imageIn=0.45 kind=embedding batch.in=0.1
            gemini-embedding-2-preview context=8192 in=0.2 out=0 audioIn=6.5 imageIn=0.45 kind=embedding batch.in=0.1
            gemini-flash-latest context=1048576 output=65536 in=0.3 cacheRead=0.075 cacheWrite=0.383 out=2.5 \
                can=tools,vision,audio,files,video,reasoning efforts=minimal,low,medium,high | Gemini Flash Latest
            gemini-flash-lite-latest context=1048576 output=65536 in=0.1 cacheRead=0.025 out=0.4 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=minimal,low,medium,high \
                | Gemini Flash-Lite Latest
            gemini-omni-flash-preview context=1048576 output=65535 in=1.5 out=9 audioIn=1.5 \
                can=vision,audio,video,reasoning
            meta/llama-4-maverick-17b-128e-instruct-maas context=524288 output=1000000 in=0.35 out=1.15 \
                can=tools,vision,jsonSchema cannot=reasoning batch.in=0.175 batch.out=0.575 \
                | Llama 4 Maverick 17B 128E Instruct
            meta/llama-4-maverick-17b-16e-instruct-maas context=1000000 output=1000000 in=0.35 out=1.15 can=tools \
                batch.in=0.175 batch.out=0.575
            meta/llama-4-scout-17b-128e-instruct-maas context=10000000 output=10000000 in=0.25 out=0.7 can=tools \
                batch.in=0.125 batch.out=0.35
            meta/llama-4-scout-17b-16e-instruct-maas context=10000000 output=10000000 in=0.25 out=0.7 can=tools \
                batch.in=0.125 batch.out=0.35
            mistral-large-2411 context=128000 output=8191 in=2 out=6 can=tools
            mistral-large@latest context=128000 output=8191 in=2 out=6 can=tools
            mistral-medium-3 context=128000 output=8191 in=0.4 out=2 can=tools
            mistral-medium-3@001 context=128000 output=8191 in=0.4 out=2 can=tools
            mistralai/codestral-2 context=128000 output=128000 in=0.3 out=0.9 can=tools
            mistralai/codestral-2@001 context=128000 output=128000 in=0.3 out=0.9 can=tools
            mistralai/mistral-medium-3 context=128000 output=8191 in=0.4 out=2 can=tools
            mistralai/mistral-medium-3@001 context=128000 output=8191 in=0.4 out=2 can=tools
            moonshotai/kimi-k2-thinking-maas context=262144 output=262144 in=0.6 out=2.5 \
                can=tools,jsonSchema,reasoning cannot=vision | Kimi K2 Thinking
            multimodalembedding context=2048 in=0.8 out=0 kind=embedding
            multimodalembedding@001 context=2048 in=0.8 out=0 kind=embedding retired=2027-04-01
            openai/gpt-oss-120b-maas context=131072 output=32768 in=0.09 out=0.36 can=tools,reasoning cannot=vision \
                efforts=low,medium,high | GPT OSS 120B
            openai/gpt-oss-20b-maas context=131072 output=32768 in=0.07 out=0.25 can=tools,reasoning cannot=vision \
                efforts=low,medium,high | GPT OSS 20B
            qwen/qwen3-235b-a22b-instruct-2507-maas context=262144 output=16384 in=0.22 out=0.88 \
                can=tools,jsonSchema,reasoning cannot=vision | Qwen3 235B A22B Instruct
            text-embedding-004 context=2048 in=0.1 out=0 kind=embedding retired=2027-04-01
            text-embedding-005 context=2048 in=0.1 out=0 kind=embedding retired=2027-04-01
            text-embedding-large-exp-03-07 context=8192 in=0.1 out=0 kind=embedding
            text-embedding-preview-0409 context=3072 in=0.00625 out=0 kind=embedding
            text-multilingual-embedding-002 context=2048 in=0.1 out=0 kind=embedding retired=2027-04-01
            zai-org/glm-4.7-maas context=200000 output=128000 in=0.6 out=2.2 can=tools,files,jsonSchema,reasoning \
                cannot=vision | GLM-4.7
            zai-org/glm-5-maas context=202752 output=131072 in=1 cacheRead=0.1 out=3.2 can=tools,reasoning \
                cannot=vision | GLM-5
            *
            """
    )
}
