// Generated from IDL/Prices/Gemini.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Gemini, prices in US dollars per million tokens, from
    /// https://ai.google.dev/gemini-api/docs/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of
    /// 2026-11-23.
    public static let gemini = ModelTable(
        id: "gemini",
        title: "Gemini",
        source: """
            https://ai.google.dev/gemini-api/docs/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02
            """,
        checked: "2026-11-23",
        prefixes: "models/",
        tools: "codeExecution free fileSearch free",
        rows: """
            gemini-2.5-flash context=1048576 output=65536 in=0.3 cacheRead=0.03 out=2.5 audioIn=1 search=35 \
                can=video,caching,webSearch cannot=mixedTools,reasoningEffort,signedCalls budget=0,24576 batch.in=0.15 \
                batch.cacheRead=0.03 batch.out=1.25 flex.in=0.15 flex.cacheRead=0.03 flex.out=1.25 priority.in=0.54 \
                priority.cacheRead=0.054 priority.out=4.5 | Gemini 2.5 Flash
            gemini-2.5-flash-lite context=1048576 output=65536 in=0.1 cacheRead=0.01 out=0.4 audioIn=0.3 search=35 \
                can=video,caching,webSearch cannot=mixedTools,reasoningEffort,signedCalls budget=512,24576 \
                batch.in=0.05 batch.cacheRead=0.01 batch.out=0.2 flex.in=0.05 flex.cacheRead=0.01 flex.out=0.2 \
                priority.in=0.18 priority.cacheRead=0.018 priority.out=0.72 | Gemini 2.5 Flash-Lite
            gemini-2.5-pro context=1048576 output=65536 in=1.25 cacheRead=0.125 out=10 search=35 \
                can=video,caching,webSearch cannot=mixedTools,reasoningEffort,signedCalls budget=128,32768 \
                cacheMin=2048 above(200000).in=2.5 above(200000).cacheRead=0.25 above(200000).out=15 batch.in=0.625 \
                batch.cacheRead=0.125 batch.out=5 batch.above(200000).in=1.25 batch.above(200000).cacheRead=0.25 \
                batch.above(200000).out=7.5 flex.in=0.625 flex.cacheRead=0.125 flex.out=5 priority.in=2.25 \
                priority.cacheRead=0.225 priority.out=18 priority.above(200000).in=4.5 \
                priority.above(200000).cacheRead=0.45 priority.above(200000).out=27 | Gemini 2.5 Pro
            gemini-3-flash-preview context=1048576 output=65536 in=0.5 cacheRead=0.05 out=3 audioIn=1 search=14 \
                can=video,caching,webSearch,computerUse efforts=minimal,low,medium,high batch.in=0.25 \
                batch.cacheRead=0.05 batch.out=1.5 flex.in=0.25 flex.cacheRead=0.05 flex.out=1.5 priority.in=0.9 \
                priority.cacheRead=0.09 priority.out=5.4 | Gemini 3 Flash Preview
            gemini-3-pro-preview context=1048576 output=65536 in=2 cacheRead=0.2 out=12 search=14 can=video \
                efforts=low,high status=deprecated above(200000).in=4 above(200000).cacheRead=0.4 above(200000).out=18 \
                | Gemini 3 Pro Preview
            gemini-3.1-flash-lite context=1048576 output=65536 in=0.25 cacheRead=0.025 out=1.5 audioIn=0.5 search=14 \
                can=video,caching,webSearch efforts=minimal,low,medium,high retired=2027-05-07 batch.in=0.125 \
                batch.cacheRead=0.0125 batch.out=0.75 flex.in=0.125 flex.cacheRead=0.0125 flex.out=0.75 \
                priority.in=0.45 priority.cacheRead=0.045 priority.out=2.7 | Gemini 3.1 Flash Lite
            gemini-3.1-flash-lite-preview context=1048576 output=65536 in=0.25 cacheRead=0.025 out=1.5 audioIn=0.5 \
                search=14 can=video,caching,webSearch efforts=minimal,low,medium,high retired=2026-05-25 \
                batch.in=0.125 batch.cacheRead=0.0125 batch.out=0.75 flex.in=0.125 flex.cacheRead=0.0125 flex.out=0.75 \
                priority.in=0.45 priority.cacheRead=0.045 priority.out=2.7 | Gemini 3.1 Flash Lite Preview
            gemini-3.1-pro-preview context=1048576 output=65536 in=2 cacheRead=0.2 out=12 search=14 \
                can=video,caching,webSearch efforts=low,medium,high cacheMin=4096 above(200000).in=4 \
                above(200000).cacheRead=0.4 above(200000).out=18 batch.in=1 batch.cacheRead=0.2 batch.out=6 \
                batch.above(200000).in=2 batch.above(200000).cacheRead=0.4 batch.above(200000).out=9 flex.in=1 \
                flex.cacheRead=0.2 flex.out=6 priority.in=3.6 priority.cacheRead=0.36 priority.out=21.6 \
                priority.above(200000).in=7.2 priority.above(200000).cacheRead=0.72 priority.above(200000).out=32.4 \
                | Gemini 3.1 Pro Preview
            gemini-3.1-pro-preview-customtools context=1048576 output=65536 in=2 cacheRead=0.2 out=12 search=14 \
                can=video,caching,webSearch efforts=low,medium,high cacheMin=4096 above(200000).in=4 \
                above(200000).cacheRead=0.4 above(200000).out=18 batch.in=1 batch.cacheRead=0.2 batch.out=6 \
                batch.above(200000).in=2 batch.above(200000).cacheRead=0.4 batch.above(200000).out=9 flex.in=1 \
                flex.cacheRead=0.2 flex.out=6 priority.in=3.6 priority.cacheRead=0.36 priority.out=21.6 \
                priority.above(200000).in=7.2 priority.above(200000).cacheRead=0.72 priority.above(200000).out=32.4 \
                | Gemini 3.1 Pro Preview Custom Tools
            gemini-3.5-flash context=1048576 output=65536 in=1.5 cacheRead=0.15 out=9 audioIn=1.5 search=14 \
                can=video,caching,webSearch efforts=minimal,low,medium,high cacheMin=4096 batch.in=0.75 \
                batch.cacheRead=0.075 batch.out=4.5 flex.in=0.75 flex.cacheRead=0.08 flex.out=4.5 priority.in=2.7 \
                priority.cacheRead=0.27 priority.out=16.2 | Gemini 3.5 Flash
            gemini-3.5-flash-lite context=1000000 output=65536 in=0.3 cacheRead=0.03 out=2.5 search=14 \
                can=video,caching,webSearch,computerUse cannot=sampling batch.in=0.15 batch.cacheRead=0.02 \
                batch.out=1.25 flex.in=0.15 flex.cacheRead=0.02 flex.out=1.25 priority.in=0.54 priority.cacheRead=0.05 \
                priority.out=4.5 | Gemini 3.5 Flash Lite
            gemini-3.6-flash context=1000000 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=video,caching,webSearch cannot=sampling cacheMin=4096 batch.in=0.375 batch.cacheRead=0.0375 \
                batch.out=1.875 flex.in=0.375 flex.cacheRead=0.0375 flex.out=1.875 priority.in=1.35 \
                priority.cacheRead=0.135 priority.out=6.75 | Gemini 3.6 Flash
            gemini-3.7-flash context=1000000 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=video,caching,webSearch cannot=sampling cacheMin=4096 batch.in=0.375 batch.cacheRead=0.0375 \
                batch.out=1.875 flex.in=0.375 flex.cacheRead=0.0375 flex.out=1.875 priority.in=1.35 \
                priority.cacheRead=0.135 priority.out=6.75 | Gemini 3.7 Flash
            gemini-3.8-flash context=1000000 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=video,caching,webSearch,computerUse cannot=sampling cacheMin=4096 batch.in=0.375 \
                batch.cacheRead=0.0375 batch.out=1.875 flex.in=0.375 flex.cacheRead=0.0375 flex.out=1.875 \
                priority.in=1.35 priority.cacheRead=0.135 priority.out=6.75 | Gemini 3.8 Flash
            gemini-4-argon context=1048576 output=1048576 in=2 cacheRead=0.1 out=10 search=14 \
                can=video,caching,webSearch,computerUse cacheMin=4096 batch.in=1 batch.cacheRead=0.05 batch.out=5 \
                flex.in=1 flex.cacheRead=0.05 flex.out=5 priority.in=3.6 priority.cacheRead=0.18 priority.out=18 \
                | Gemini 4 Argon
            gemini-embedding-001 context=2048 in=0.15 out=0 kind=embedding retired=2028-05-14 batch.in=0.075 \
                | Gemini Embedding 001
            gemini-embedding-2 context=8192 in=0.2 out=0 audioIn=6.5 imageIn=0.45 kind=embedding batch.in=0.1 \
                | Gemini Embedding 2
            gemini-embedding-2-preview context=8192 in=0.2 out=0 audioIn=6.5 imageIn=0.45 kind=embedding batch.in=0.1 \
                | Gemini Embedding 2
            gemini-flash-latest context=1048576 output=65536 in=0.75 cacheRead=0.075 out=3.75 search=14 \
                can=reasoningEffort,video,caching,webSearch budget=0,24576 cacheMin=4096 batch.in=0.375 \
                batch.out=1.875 flex.in=0.375 flex.cacheRead=0.0375 flex.out=1.875 priority.in=1.35 \
                priority.cacheRead=0.135 priority.out=6.75 | Gemini Flash Latest
            gemini-flash-lite-latest context=1048576 output=65536 in=0.3 cacheRead=0.03 out=2.5 search=14 \
                can=reasoningEffort,video,caching,webSearch budget=512,24576 batch.in=0.15 batch.out=1.25 flex.in=0.15 \
                flex.cacheRead=0.02 flex.out=1.25 priority.in=0.54 priority.cacheRead=0.05 priority.out=4.5 \
                | Gemini Flash-Lite Latest
            gemini-omni-flash-preview context=131072 output=65536 in=1.5 out=9 audioIn=1.5 can=video \
                retired=2026-10-22 | Gemini Omni Flash Preview
            gemini-pro-latest context=1048576 output=65536 in=2 cacheRead=0.2 out=12 search=14 \
                can=video,caching,webSearch cacheMin=4096 above(200000).in=4 above(200000).cacheRead=0.4 \
                above(200000).out=18 batch.in=1 batch.out=6 flex.in=1 flex.cacheRead=0.2 flex.out=6 priority.in=3.6 \
                priority.cacheRead=0.36 priority.out=21.6 priority.above(200000).in=7.2 \
                priority.above(200000).cacheRead=0.72 priority.above(200000).out=32.4 | Gemini 3.1 Pro Preview
            gemma-3-27b-it context=131072 output=8192 in=0 out=0 cannot=systemRole above(128000).in=0 \
                above(128000).out=0 | Gemma 3 (free)
            gemma-4-26b-a4b-it context=262144 output=32768 in=0 out=0 | Gemma 4 26B A4B IT
            gemma-4-26b-a4b-it-maas context=262144 in=0.15 cacheRead=0.015 out=0.6 status=unconfirmed \
                | Gemma 4 26B A4B (Vertex AI MaaS)
            gemma-4-31b-it context=262144 output=32768 in=0 out=0 | Gemma 4 31B IT
            gemini-*
            gemini-1* cannot=reasoning
            gemini-2.0* cannot=reasoning
            gemini-2.5* cannot=mixedTools,reasoningEffort,signedCalls
            gemma-*
            """
    )
}
