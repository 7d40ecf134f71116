// Generated from IDL/Prices/Qwen.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Qwen, prices in US dollars per million tokens, from
    /// https://www.alibabacloud.com/help/en/model-studio/model-pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev
    /// 2026-07-02 as of 2026-11-23.
    public static let qwen = ModelTable(
        id: "qwen",
        title: "Qwen",
        source: """
            https://www.alibabacloud.com/help/en/model-studio/model-pricing; litellm 1.109.1, genai-prices 0.2.3, \
            models.dev 2026-07-02
            """,
        checked: "2026-11-23",
        rows: """
            deepseek-v4-flash context=1000000 output=393216 in=0.2 cacheRead=0.04 out=0.4 \
                can=tools,jsonSchema,reasoning,caching
            deepseek-v4-flash-0731 context=1000000 output=393216 in=0.2 cacheRead=0.04 out=0.4 \
                can=tools,jsonSchema,reasoning,caching
            deepseek-v4-pro context=1000000 output=393216 in=2.4 cacheRead=0.2 out=4.8 \
                can=tools,jsonSchema,reasoning,caching
            glm-5.1 context=202745 output=131072 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning,caching
            glm-5.2 context=1048576 output=131072 in=1.4 cacheRead=0.28 out=4.4 can=tools,jsonSchema,reasoning,caching
            kimi-k2.7-code context=229376 output=16384 in=0.95 cacheRead=0.19 out=4 \
                can=tools,vision,jsonSchema,reasoning,caching
            qvq-max context=131072 output=8192 in=1.2 out=4.8 can=tools,vision,reasoning | QVQ Max
            qwen-coder context=1000000 output=16384 in=0.3 out=1.5 can=tools,reasoning
            qwen-flash context=1000000 output=32768 in=0.05 out=0.4 can=tools,reasoning cannot=vision \
                above(256000).in=0.25 above(256000).out=2 | Qwen Flash
            qwen-flash-2025-07-28 context=997952 output=32768 in=0.05 out=0.4 can=tools,reasoning cannot=vision \
                above(256000).in=0.25 above(256000).out=2
            qwen-max context=32768 output=8192 in=1.6 out=6.4 can=tools,reasoning cannot=vision | Qwen Max
            qwen-mt-plus context=16384 output=8192 in=2.46 out=7.37 cannot=tools,vision,reasoning | Qwen-MT Plus
            qwen-mt-turbo context=16384 output=8192 in=0.16 out=0.49 cannot=tools,vision,reasoning | Qwen-MT Turbo
            qwen-omni-turbo context=32768 output=2048 in=0.07 out=0.27 audioIn=4.44 audioOut=8.89 \
                can=tools,vision,audio,video cannot=reasoning | Qwen-Omni Turbo
            qwen-plus context=1000000 output=16384 in=0.4 out=1.2 reasoning=4 can=tools,reasoning cannot=vision \
                | Qwen Plus
            qwen-plus-2025-07-14 context=129024 output=16384 in=0.4 out=1.2 reasoning=4 can=tools,reasoning \
                cannot=vision
            qwen-plus-2025-07-28 context=997952 output=32768 in=0.4 out=1.2 can=tools,reasoning cannot=vision \
                above(256000).in=1.2 above(256000).out=3.6
            qwen-plus-2025-09-11 context=997952 output=32768 in=0.4 out=1.2 can=tools,reasoning cannot=vision \
                above(256000).in=1.2 above(256000).out=3.6
            qwen-plus-character-ja context=8192 output=512 in=0.5 out=1.4 can=tools cannot=vision,reasoning \
                | Qwen Plus Character (Japanese)
            qwen-plus-latest context=997952 output=32768 in=0.4 out=1.2 can=tools,reasoning above(256000).in=1.2 \
                above(256000).out=3.6
            qwen-turbo context=1000000 output=16384 in=0.05 out=0.2 reasoning=0.5 can=tools,reasoning cannot=vision \
                | Qwen Turbo
            qwen-vl-max context=131072 output=8192 in=0.8 out=3.2 can=tools,vision cannot=reasoning | Qwen-VL Max
            qwen-vl-plus context=131072 output=8192 in=0.21 out=0.63 can=tools,vision cannot=reasoning | Qwen-VL Plus
            qwen3-14b context=131072 output=8192 in=0.35 out=1.4 reasoning=4.2 can=tools,reasoning cannot=vision \
                | Qwen3 14B
            qwen3-235b-a22b context=131072 output=16384 in=0.7 out=2.8 reasoning=8.4 can=tools,reasoning cannot=vision \
                | Qwen3 235B-A22B
            qwen3-30b-a3b context=129024 output=16384 can=tools,reasoning
            qwen3-32b context=131072 output=16384 in=0.7 out=2.8 reasoning=8.4 can=tools,reasoning cannot=vision \
                | Qwen3 32B
            qwen3-8b context=131072 output=8192 in=0.18 out=0.7 reasoning=2.1 can=tools,reasoning cannot=vision \
                | Qwen3 8B
            qwen3-asr-flash context=53248 output=4096 in=0.035 out=0.035 can=audio \
                cannot=tools,vision,reasoning,sampling | Qwen3-ASR Flash
            qwen3-coder-30b-a3b-instruct context=262144 output=65536 in=0.45 out=2.25 can=tools \
                cannot=vision,reasoning | Qwen3-Coder 30B-A3B Instruct
            qwen3-coder-480b-a35b-instruct context=262144 output=65536 in=1.5 out=7.5 can=tools \
                cannot=vision,reasoning | Qwen3-Coder 480B-A35B Instruct
            qwen3-coder-flash context=1000000 output=65536 in=0.3 cacheRead=0.08 out=1.5 can=tools,reasoning \
                cannot=vision above(32000).in=0.5 above(32000).cacheRead=0.12 above(32000).out=2.5 \
                above(128000).in=0.8 above(128000).cacheRead=0.2 above(128000).out=4 above(256000).in=1.6 \
                above(256000).cacheRead=0.4 above(256000).out=9.6 | Qwen3 Coder Flash
            qwen3-coder-flash-2025-07-28 context=997952 output=65536 in=0.3 out=1.5 can=tools,reasoning cannot=vision \
                above(32000).in=0.5 above(32000).out=2.5 above(128000).in=0.8 above(128000).out=4 above(256000).in=1.6 \
                above(256000).out=9.6
            qwen3-coder-plus context=1048576 output=65536 in=1 cacheRead=0.1 out=5 can=tools,reasoning cannot=vision \
                above(32000).in=1.8 above(32000).cacheRead=0.18 above(32000).out=9 above(128000).in=3 \
                above(128000).cacheRead=0.3 above(128000).out=15 above(256000).in=6 above(256000).cacheRead=0.6 \
                above(256000).out=60 | Qwen3 Coder Plus
            qwen3-coder-plus-2025-07-22 context=997952 output=65536 in=1 out=5 can=tools,reasoning cannot=vision \
                above(32000).in=1.8 above(32000).out=9 above(128000).in=3 above(128000).out=15 above(256000).in=6 \
                above(256000).out=60
            qwen3-max context=262144 output=65536 in=1.2 out=6 can=tools,reasoning cannot=vision above(32000).in=2.4 \
                above(32000).out=12 above(128000).in=3 above(128000).out=15 | Qwen3 Max
            qwen3-max-2026-01-23 context=258048 output=65536 in=1.2 out=6 can=tools,reasoning cannot=vision \
                above(32000).in=2.4 above(32000).out=12 above(128000).in=3 above(128000).out=15
            qwen3-max-preview context=258048 output=65536 in=1.2 out=6 can=tools,reasoning above(32000).in=2.4 \
                above(32000).out=12 above(128000).in=3 above(128000).out=15
            qwen3-next-80b-a3b-instruct context=131072 output=65536 in=0.15 out=1.2 can=tools cannot=vision,reasoning \
                | Qwen3-Next 80B-A3B Instruct
            qwen3-next-80b-a3b-thinking context=131072 output=65536 in=0.15 out=1.2 can=tools,reasoning cannot=vision \
                | Qwen3-Next 80B-A3B (Thinking)
            qwen3-omni-flash context=65536 output=16384 in=0.43 out=1.66 audioIn=3.81 audioOut=15.11 \
                can=tools,vision,audio,video,reasoning | Qwen3-Omni Flash
            qwen3-vl-235b-a22b context=131072 output=32768 in=0.7 out=2.8 reasoning=8.4 can=tools,vision,reasoning \
                | Qwen3-VL 235B-A22B
            qwen3-vl-235b-a22b-instruct context=131072 output=32768 in=0.4 out=1.6 can=tools,vision
            qwen3-vl-235b-a22b-thinking context=131072 output=32768 in=0.4 out=4 can=tools,vision,reasoning
            qwen3-vl-30b-a3b context=131072 output=32768 in=0.2 out=0.8 reasoning=2.4 can=tools,vision,reasoning \
                | Qwen3-VL 30B-A3B
            qwen3-vl-32b-instruct context=131072 output=32768 in=0.16 out=0.64 can=tools,vision
            qwen3-vl-32b-thinking context=131072 output=32768 in=0.16 out=2.87 can=tools,vision,reasoning
            qwen3-vl-plus context=262144 output=32768 in=0.2 out=1.6 reasoning=4.8 can=tools,vision,reasoning \
                above(32000).in=0.3 above(32000).out=2.4 above(128000).in=0.6 above(128000).out=4.8 | Qwen3-VL Plus
            qwen3.5-122b-a10b context=262144 output=65536 in=0.4 out=3.2 \
                can=tools,vision,audio,video,jsonSchema,reasoning | Qwen3.5 122B-A10B
            qwen3.5-27b context=262144 output=65536 in=0.3 out=2.4 can=tools,vision,audio,video,jsonSchema,reasoning \
                | Qwen3.5 27B
            qwen3.5-35b-a3b context=262144 output=65536 in=0.25 out=2 \
                can=tools,vision,audio,video,jsonSchema,reasoning | Qwen3.5 35B-A3B
            qwen3.5-397b-a17b context=262144 output=65536 in=0.6 out=3.6 \
                can=tools,vision,audio,video,jsonSchema,reasoning | Qwen3.5 397B-A17B
            qwen3.5-plus context=1000000 output=65536 in=0.4 out=2.4 can=tools,vision,video,reasoning \
                above(256000).in=0.5 above(256000).out=3 | Qwen3.5 Plus
            qwen3.6-27b context=262144 output=65536 in=0.6 out=3.6 can=tools,vision,audio,video,jsonSchema,reasoning \
                | Qwen3.6 27B
            qwen3.6-35b-a3b context=262144 output=65536 in=0.248 out=1.485 \
                can=tools,vision,audio,video,jsonSchema,reasoning | Qwen3.6 35B-A3B
            qwen3.6-flash context=1000000 output=65536 in=0.1875 cacheWrite=0.234375 out=1.125 \
                can=tools,vision,video,jsonSchema,reasoning | Qwen3.6 Flash
            qwen3.6-max-preview context=262144 output=65536 in=1.3 cacheRead=0.13 cacheWrite=1.625 out=7.8 \
                can=tools,reasoning cannot=vision | Qwen3.6 Max Preview
            qwen3.6-plus context=1000000 output=65536 in=0.5 cacheRead=0.05 cacheWrite=0.625 out=3 \
                can=tools,vision,video,reasoning above(256000).in=2 above(256000).cacheRead=0.2 \
                above(256000).cacheWrite=2.5 above(256000).out=6 | Qwen3.6 Plus
            qwen3.7-max context=1000000 output=65536 in=2.5 cacheRead=0.5 cacheWrite=3.125 out=7.5 \
                can=tools,jsonSchema,reasoning,caching cannot=vision | Qwen3.7 Max
            qwen3.7-plus context=1000000 output=65536 in=0.4 cacheRead=0.08 out=1.6 \
                can=tools,vision,video,jsonSchema,reasoning,caching above(256000).in=1.2 above(256000).cacheRead=0.24 \
                above(256000).out=4.8 | Qwen3.7 Plus
            qwen3.8-flash context=991808 output=131072 in=0.15 cacheRead=0.016 cacheWrite=0.2 out=0.47 \
                can=tools,vision,video,jsonSchema,reasoning,caching,webSearch
            qwen3.8-max context=991808 output=131072 in=2 cacheRead=0.25 out=6 \
                can=tools,vision,jsonSchema,reasoning,caching
            qwen3.8-omni-flash context=991808 output=131072 in=0.15 cacheRead=0.016 out=0.47 \
                can=tools,vision,audio,video,jsonSchema,reasoning,caching,webSearch
            *
            """
    )
}
