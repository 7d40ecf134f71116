// Generated from IDL/Prices/Fireworks.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Fireworks, prices in US dollars per million tokens, from https://fireworks.ai/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let fireworks = ModelTable(
        id: "fireworks",
        title: "Fireworks",
        source: "https://fireworks.ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            WhereIsAI/UAE-Large-V1 context=512 in=0.016 out=0 kind=embedding
            accounts/fireworks/models/code-qwen-1p5-7b context=65536 output=65536 in=0.2 out=0.2
            accounts/fireworks/models/dbrx-instruct context=32768 output=32768 in=1.2 out=1.2
            accounts/fireworks/models/deepseek-r1 context=163840 output=20480 in=3 out=8 can=jsonSchema \
                cannot=toolChoice
            accounts/fireworks/models/deepseek-r1-0528 context=160000 output=160000 in=3 out=8 can=jsonSchema \
                cannot=toolChoice | DeepSeek R1 0528
            accounts/fireworks/models/deepseek-r1-0528-distill-qwen3-8b context=131072 output=131072 in=0.2 out=0.2
            accounts/fireworks/models/deepseek-r1-basic context=163840 output=20480 in=0.55 out=2.19 can=jsonSchema \
                cannot=toolChoice
            accounts/fireworks/models/deepseek-v3 context=131072 output=8192 in=0.9 out=0.9 can=jsonSchema \
                cannot=toolChoice
            accounts/fireworks/models/deepseek-v3-0324 context=160000 output=163840 in=0.9 out=0.9 can=jsonSchema \
                cannot=toolChoice | Deepseek V3 03-24
            accounts/fireworks/models/deepseek-v3p1 context=128000 output=8192 in=0.56 out=1.68 \
                can=jsonSchema,reasoning
            accounts/fireworks/models/deepseek-v3p1-terminus context=128000 output=8192 in=0.56 out=1.68 \
                can=jsonSchema,reasoning
            accounts/fireworks/models/deepseek-v3p2 context=163840 output=163840 in=0.56 cacheRead=0.28 out=1.68 \
                can=tools,jsonSchema,reasoning | Deepseek V3.2
            accounts/fireworks/models/deepseek-v4-flash context=1000000 output=384000 in=0.14 cacheRead=0.028 out=0.28 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=high,max retired=2026-08-14 | DeepSeek V4 Flash
            accounts/fireworks/models/deepseek-v4-flash-0731 context=1040000 output=131072 in=0.22 cacheRead=0.007 \
                out=0.66 can=tools,jsonSchema,reasoning cannot=vision efforts=high,max retired=2026-09-25 \
                priority.in=0.275 priority.cacheRead=0.00875 priority.out=0.825 | DeepSeek-V4-Flash
            accounts/fireworks/models/deepseek-v4-flash-vision-exp context=1048576 output=1048576 in=0.22 \
                cacheRead=0.007 out=0.66 can=tools,vision,jsonSchema retired=2026-09-25 priority.in=0.275 \
                priority.cacheRead=0.00875 priority.out=0.825
            accounts/fireworks/models/deepseek-v4-pro context=1000000 output=131072 in=1.74 cacheRead=0.145 out=3.48 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=high,max retired=2026-08-27 | DeepSeek V4 Pro
            accounts/fireworks/models/deepseek-v4-pro-0813 context=1048576 output=131072 in=1.32 cacheRead=0.044 \
                out=3.96 can=tools,jsonSchema,reasoning cannot=vision efforts=high,max retired=2026-09-25 \
                priority.in=1.65 priority.cacheRead=0.055 priority.out=4.95
            accounts/fireworks/models/deepseek-v4p1-flash context=1048576 output=393216 in=0.3 cacheRead=0.006 out=1.2 \
                can=tools,vision,jsonSchema,reasoning,caching priority.in=0.375 priority.cacheRead=0.0075 \
                priority.out=1.5 | DeepSeek V4.1 Flash
            accounts/fireworks/models/deepseek-v4p1-flash-1017 context=1048576 output=393216 in=0.3 cacheRead=0.006 \
                out=1.2 can=tools,vision,jsonSchema,reasoning,caching priority.in=0.375 priority.cacheRead=0.0075 \
                priority.out=1.5 | DeepSeek V4.1 Flash 1017
            accounts/fireworks/models/deepseek-v4p1-flash-1017-us context=1048576 output=393216 in=0.45 \
                cacheRead=0.009 out=1.8 can=tools,vision,jsonSchema,reasoning,caching priority.in=0.5625 \
                priority.cacheRead=0.01125 priority.out=2.25
            accounts/fireworks/models/devstral-small-2505 context=131072 output=131072 in=0.9 out=0.9
            accounts/fireworks/models/ember-1 context=1048576 in=3 cacheRead=0.3 out=15 \
                can=tools,vision,jsonSchema,reasoning priority.in=3.75 priority.cacheRead=0.375 priority.out=18.75 \
                | Ember-1
            accounts/fireworks/models/ernie-4p5-21b-a3b-pt context=131072 output=4096 in=0.1 out=0.1
            accounts/fireworks/models/ernie-4p5-300b-a47b-pt context=131072 output=4096 in=0.1 out=0.1
            accounts/fireworks/models/gemma-3-27b-it context=131000 output=131072 in=0.9 out=0.9 \
                | Gemma 3 27B Instruct
            accounts/fireworks/models/glm-4p5 context=131072 output=96000 in=0.55 out=2.19 \
                can=tools,jsonSchema,reasoning
            accounts/fireworks/models/glm-4p5-air context=131072 output=96000 in=0.22 out=0.88 \
                can=tools,jsonSchema,reasoning
            accounts/fireworks/models/glm-4p5v context=131072 output=131072 in=1.2 out=1.2 can=reasoning
            accounts/fireworks/models/glm-4p6 context=202752 output=202800 in=0.55 out=2.19 \
                can=tools,jsonSchema,reasoning
            accounts/fireworks/models/glm-4p7 context=202752 output=202800 in=0.6 cacheRead=0.3 out=2.2 \
                can=tools,jsonSchema,reasoning | GLM-4.7
            accounts/fireworks/models/glm-5p1 context=202800 output=131072 in=1.4 cacheRead=0.26 out=4.4 \
                can=tools,jsonSchema,reasoning cannot=vision | GLM 5.1
            accounts/fireworks/models/glm-5p2 context=1048575 output=131072 in=1.4 cacheRead=0.14 out=4.4 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=high,max retired=2026-09-25 priority.in=1.75 \
                priority.cacheRead=0.175 priority.out=5.5 | GLM 5.2
            accounts/fireworks/models/glm-5p3 context=1048576 output=128000 in=1.4 cacheRead=0.26 out=4.4 \
                can=tools,jsonSchema,reasoning cannot=vision priority.in=1.75 priority.cacheRead=0.325 \
                priority.out=5.5 | GLM 5.3
            accounts/fireworks/models/glm-5p3-flash context=1048576 output=1048576 in=0.15 cacheRead=0.03 out=0.5 \
                can=tools,vision,jsonSchema priority.in=0.1875 priority.cacheRead=0.0375 priority.out=0.625 \
                | GLM 5.3 Flash
            accounts/fireworks/models/gpt-oss-120b context=131072 output=32768 in=0.15 cacheRead=0.015 out=0.6 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high retired=2026-11-07 \
                priority.in=0.18 priority.cacheRead=0.018 priority.out=0.72 | GPT OSS 120B
            accounts/fireworks/models/gpt-oss-20b context=131072 output=32768 in=0.07 cacheRead=0.035 out=0.3 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high | GPT OSS 20B
            accounts/fireworks/models/inkling context=1040000 output=1048576 in=1 cacheRead=0.17 out=4.05 \
                can=tools,vision,jsonSchema retired=2026-11-07 priority.in=1 priority.cacheRead=0.17 priority.out=4.05 \
                | Inkling
            accounts/fireworks/models/kimi-k2-instruct context=131072 output=16384 in=0.6 out=2.5 can=tools,jsonSchema
            accounts/fireworks/models/kimi-k2-instruct-0905 context=262144 output=32768 in=0.6 out=2.5 \
                can=tools,jsonSchema
            accounts/fireworks/models/kimi-k2-thinking context=262144 output=262144 in=0.6 out=2.5 \
                can=tools,jsonSchema,webSearch
            accounts/fireworks/models/kimi-k2p5 context=262144 output=32768 in=0.6 cacheRead=0.1 out=3 \
                can=tools,jsonSchema | Kimi K2.5
            accounts/fireworks/models/kimi-k2p6 context=262000 output=32768 in=0.95 cacheRead=0.16 out=4 \
                can=tools,vision,jsonSchema,reasoning retired=2026-09-25 priority.in=1.5 priority.cacheRead=0.22 \
                priority.out=6 | Kimi K2.6
            accounts/fireworks/models/kimi-k2p7-code context=262000 output=32768 in=0.95 cacheRead=0.19 out=4 \
                can=tools,vision,jsonSchema,reasoning retired=2026-09-25 priority.in=1.425 priority.cacheRead=0.285 \
                priority.out=6 | Kimi K2.7 Code
            accounts/fireworks/models/kimi-k3 context=1040000 output=131072 in=3 cacheRead=0.3 out=15 \
                can=tools,vision,jsonSchema,reasoning efforts=low,high,max priority.in=3.75 priority.cacheRead=0.375 \
                priority.out=18.75 | Kimi K3
            accounts/fireworks/models/llama-v3p1-405b-instruct context=131072 output=16384 in=3 out=3 \
                can=tools,jsonSchema
            accounts/fireworks/models/llama-v3p1-405b-instruct-long context=4096 output=4096 in=0.1 out=0.1
            accounts/fireworks/models/llama-v3p1-70b-instruct context=131072 output=131072 in=0.9 out=0.9
            accounts/fireworks/models/llama-v3p1-70b-instruct-1b context=4096 output=4096 in=0.1 out=0.1
            accounts/fireworks/models/llama-v3p1-8b-instruct context=131000 output=16384 in=0.1 out=0.1 can=jsonSchema \
                cannot=tools,toolChoice | Llama 3.1 8B Instruct
            accounts/fireworks/models/llama-v3p2-11b-vision-instruct context=131072 output=16384 in=0.2 out=0.2 \
                can=vision,jsonSchema cannot=tools,toolChoice
            accounts/fireworks/models/llama-v3p2-1b context=131072 output=131072 in=0.1 out=0.1
            accounts/fireworks/models/llama-v3p2-1b-instruct context=131072 output=16384 in=0.1 out=0.1 can=jsonSchema \
                cannot=tools,toolChoice
            accounts/fireworks/models/llama-v3p2-3b context=131072 output=131072 in=0.1 out=0.1
            accounts/fireworks/models/llama-v3p2-3b-instruct context=131072 output=16384 in=0.1 out=0.1 can=jsonSchema \
                cannot=tools,toolChoice
            accounts/fireworks/models/llama-v3p2-90b-vision-instruct context=131072 output=16384 in=0.9 out=0.9 \
                can=vision,jsonSchema cannot=toolChoice
            accounts/fireworks/models/llama-v3p3-70b-instruct context=131072 output=131072 in=0.9 out=0.9
            accounts/fireworks/models/llama4-maverick-instruct-basic context=1000000 output=131072 in=0.22 out=0.88 \
                can=jsonSchema cannot=toolChoice | Llama 4 Maverick Instruct (Basic)
            accounts/fireworks/models/llama4-scout-instruct-basic context=131072 output=131072 in=0.15 out=0.6 \
                can=jsonSchema cannot=toolChoice
            accounts/fireworks/models/minimax-m2 context=196608 output=4096 in=0.3 out=1.2
            accounts/fireworks/models/minimax-m2p1 context=204800 output=204800 in=0.3 cacheRead=0.03 out=1.2 \
                can=tools,jsonSchema | MiniMax-M2.1
            accounts/fireworks/models/minimax-m2p7 context=196608 output=196608 in=0.3 cacheRead=0.06 out=1.2 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high retired=2026-08-27 | MiniMax-M2.7
            accounts/fireworks/models/minimax-m3 context=512000 output=512000 in=0.3 cacheRead=0.06 out=1.2 \
                can=tools,vision,jsonSchema,reasoning efforts=low,medium,high priority.in=0.45 priority.cacheRead=0.09 \
                priority.out=1.8 | MiniMax-M3
            accounts/fireworks/models/minimax-m3p1-flash context=1048576 output=1048576 in=0.15 cacheRead=0.015 \
                out=0.6 can=tools,vision,jsonSchema,reasoning priority.in=0.225 priority.cacheRead=0.0225 \
                priority.out=0.9
            accounts/fireworks/models/mistral-large-3-fp8 context=256000 output=256000 in=1.2 out=1.2
            accounts/fireworks/models/muse-glimmer-30b context=131072 output=16384 in=0.35 cacheRead=0.04 out=1.5 \
                can=tools,vision,jsonSchema,reasoning retired=2026-09-25 priority.in=0.525 priority.cacheRead=0.06 \
                priority.out=2.25
            accounts/fireworks/models/muse-spark-open context=1048576 in=1.25 cacheRead=0.15 out=4.25 \
                can=tools,vision,reasoning priority.in=1.875 priority.cacheRead=0.225 priority.out=6.375 \
                | Muse Spark Open
            accounts/fireworks/models/nemotron-3-ultra-nvfp4 context=262000 output=32768 in=0.6 cacheRead=0.12 out=2.4 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-11-07 priority.in=0.75 \
                priority.cacheRead=0.15 priority.out=3 | NVIDIA Nemotron 3 Ultra NVFP4
            accounts/fireworks/models/nemotron-lightning-3p5-30b-a3b context=262144 output=32768 in=0.05 \
                cacheRead=0.01 out=0.2 can=tools,jsonSchema,reasoning cannot=vision retired=2026-11-07 \
                priority.in=0.0625 priority.cacheRead=0.0125 priority.out=0.25 | NVIDIA Nemotron 3.5 Lightning 30B A3B
            accounts/fireworks/models/nemotron-nano-v2-12b-vl context=131072 output=4096 in=0.1 out=0.1
            accounts/fireworks/models/nvidia-nemotron-nano-12b-v2 context=128000 output=131072 in=0.2 out=0.2
            accounts/fireworks/models/nvidia-nemotron-nano-9b-v2 context=128000 output=131072 in=0.2 out=0.2
            accounts/fireworks/models/qwen-v2p5-14b-instruct context=32768 output=32768 in=0.2 out=0.2
            accounts/fireworks/models/qwen-v2p5-7b context=131072 output=131072 in=0.2 out=0.2
            accounts/fireworks/models/qwen3-0p6b context=40960 output=40960 in=0.1 out=0.1
            accounts/fireworks/models/qwen3-14b context=40960 output=40960 in=0.2 out=0.2
            accounts/fireworks/models/qwen3-1p7b context=131072 output=131072 in=0.1 out=0.1
            accounts/fireworks/models/qwen3-235b-a22b context=128000 output=131072 in=0.22 out=0.88 | Qwen3 235B-A22B
            accounts/fireworks/models/qwen3-235b-a22b-instruct-2507 context=262144 output=262144 in=0.22 out=0.88
            accounts/fireworks/models/qwen3-235b-a22b-thinking-2507 context=262144 output=262144 in=0.22 out=0.88
            accounts/fireworks/models/qwen3-30b-a3b context=131072 output=131072 in=0.15 out=0.6
            accounts/fireworks/models/qwen3-30b-a3b-instruct-2507 context=262144 output=262144 in=0.5 out=0.5
            accounts/fireworks/models/qwen3-30b-a3b-thinking-2507 context=262144 output=262144 in=0.9 out=0.9
            accounts/fireworks/models/qwen3-32b context=131072 output=131072 in=0.9 out=0.9 can=reasoning
            accounts/fireworks/models/qwen3-4b context=40960 output=40960 in=0.2 out=0.2
            accounts/fireworks/models/qwen3-4b-instruct-2507 context=262144 output=262144 in=0.2 out=0.2
            accounts/fireworks/models/qwen3-8b context=40960 output=40960 in=0.2 out=0.2 can=reasoning
            accounts/fireworks/models/qwen3-coder-30b-a3b-instruct context=262144 output=262144 in=0.15 out=0.6
            accounts/fireworks/models/qwen3-coder-480b-a35b-instruct context=262144 output=262144 in=0.45 out=1.8 \
                can=reasoning
            accounts/fireworks/models/qwen3-coder-480b-instruct-bf16 context=262144 output=4096 in=0.9 out=0.9
            accounts/fireworks/models/qwen3-embedding-0p6b context=32768 in=0 out=0 kind=embedding
            accounts/fireworks/models/qwen3-embedding-4b context=40960 in=0 out=0 kind=embedding
            accounts/fireworks/models/qwen3-embedding-8b context=40960 in=0.1 out=0 kind=embedding
            accounts/fireworks/models/qwen3-next-80b-a3b-instruct context=4096 output=4096 in=0.9 out=0.9
            accounts/fireworks/models/qwen3-next-80b-a3b-thinking context=4096 output=4096 in=0.9 out=0.9
            accounts/fireworks/models/qwen3-vl-235b-a22b-instruct context=262144 output=262144 in=0.22 out=0.88
            accounts/fireworks/models/qwen3-vl-235b-a22b-thinking context=262144 output=262144 in=0.22 out=0.88
            accounts/fireworks/models/qwen3-vl-30b-a3b-instruct context=262144 output=262144 in=0.15 out=0.6
            accounts/fireworks/models/qwen3-vl-30b-a3b-thinking context=262144 output=262144 in=0.15 out=0.6
            accounts/fireworks/models/qwen3-vl-32b-instruct context=4096 output=4096 in=0.9 out=0.9
            accounts/fireworks/models/qwen3-vl-8b-instruct context=262144 output=4096 in=0.2 out=0.2
            accounts/fireworks/models/qwen3p7-plus context=262144 output=65536 in=0.4 cacheRead=0.08 out=1.6 \
                can=tools,vision,jsonSchema,reasoning efforts=low,medium,high budget=1 | Qwen 3.7 Plus
            accounts/fireworks/models/qwen3p8-max context=262144 in=2 cacheRead=0.25 out=6 \
                can=tools,vision,jsonSchema,reasoning priority.in=3 priority.cacheRead=0.375 priority.out=9 \
                | Qwen 3.8 Max
            accounts/fireworks/models/ultramarine-1-flash-us context=1048576 output=1048576 in=0.225 cacheRead=0.045 \
                out=0.75 can=vision,jsonSchema cannot=tools,toolChoice priority.in=0.28125 priority.cacheRead=0.05625 \
                priority.out=0.9375
            accounts/fireworks/routers/auto can=tools,jsonSchema,reasoning
            accounts/fireworks/routers/auto-instant can=tools,jsonSchema,reasoning
            accounts/fireworks/routers/deepseek-v4p1-flash-1017-spot context=1048576 output=393216 in=0.21 \
                cacheRead=0.0042 out=0.84 can=tools,vision,jsonSchema,reasoning,caching
            accounts/fireworks/routers/deepseek-v4p1-flash-spot context=1048576 output=393216 in=0.21 cacheRead=0.0042 \
                out=0.84 can=tools,vision,jsonSchema,reasoning,caching
            accounts/fireworks/routers/deepseek-v4p1-flash-us context=1048576 output=393216 in=0.45 cacheRead=0.009 \
                out=1.8 can=tools,vision,jsonSchema,reasoning,caching priority.in=0.5625 priority.cacheRead=0.01125 \
                priority.out=2.25 | DeepSeek V4.1 Flash US
            accounts/fireworks/routers/firerouter can=tools,jsonSchema,reasoning
            accounts/fireworks/routers/glm-5p1-fast context=202800 output=131072 in=2.8 cacheRead=0.52 out=8.8 \
                can=tools,jsonSchema,reasoning cannot=vision | GLM 5.1 Fast
            accounts/fireworks/routers/glm-5p2-fast context=1048575 output=131072 in=2.1 cacheRead=0.21 out=6.6 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=high,max retired=2026-09-25 | GLM 5.2 Fast
            accounts/fireworks/routers/glm-5p2-fast-us context=1040000 output=131072 in=2.1 cacheRead=0.21 out=6.6 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-09-25 | GLM 5.2 Fast
            accounts/fireworks/routers/glm-5p3-fast context=1048576 output=1048576 in=2.1 cacheRead=0.39 out=6.6 \
                can=tools,jsonSchema,reasoning cannot=vision | GLM 5.3 Fast
            accounts/fireworks/routers/glm-5p3-flash-us context=1048576 output=1048576 in=0.225 cacheRead=0.045 \
                out=0.75 can=tools,vision,jsonSchema retired=2026-11-07 priority.in=0.28125 priority.cacheRead=0.05625 \
                priority.out=0.9375 | GLM 5.3 Flash US
            accounts/fireworks/routers/glm-5p3-spot context=1048576 output=128000 in=0.98 cacheRead=0.182 out=3.08 \
                can=tools,jsonSchema,reasoning,caching cannot=vision
            accounts/fireworks/routers/glm-5p3-us context=1048576 output=128000 in=2.1 cacheRead=0.39 out=6.6 \
                can=tools,jsonSchema,reasoning cannot=vision priority.in=2.625 priority.cacheRead=0.4875 \
                priority.out=8.25 | GLM 5.3 US
            accounts/fireworks/routers/kimi-k2p6-fast context=262000 output=32768 in=2 cacheRead=0.3 out=8 \
                can=tools,vision,jsonSchema,reasoning retired=2026-08-27 | Kimi K2.6 Fast
            accounts/fireworks/routers/kimi-k2p6-turbo context=262000 output=262000 in=2 cacheRead=0.3 out=8 \
                can=tools,vision,reasoning | Kimi K2.6 Turbo
            accounts/fireworks/routers/kimi-k2p7-code-fast context=262000 output=32768 in=1.9 cacheRead=0.38 out=8 \
                can=tools,vision,jsonSchema,reasoning retired=2026-08-27 | Kimi K2.7 Code Fast
            accounts/fireworks/routers/kimi-k3-fast context=1040000 output=131072 in=4.5 cacheRead=0.45 out=22.5 \
                can=tools,vision,jsonSchema,reasoning efforts=low,high,max | Kimi K3 Fast
            accounts/fireworks/routers/kimi-k3-spot context=1048576 output=131072 in=2.1 cacheRead=0.21 out=10.5 \
                can=tools,vision,jsonSchema,reasoning,caching efforts=low,high,max
            accounts/fireworks/routers/kimi-k3-us context=1040000 output=131072 in=4.5 cacheRead=0.45 out=22.5 \
                can=tools,vision,jsonSchema,reasoning efforts=low,high,max priority.in=5.625 priority.cacheRead=0.5625 \
                priority.out=28.125 | Kimi K3 US
            accounts/fireworks/routers/spot-deepseek-v4-flash context=1048576 output=384000 in=0.105 cacheRead=0.021 \
                out=0.21 can=tools,jsonSchema,reasoning,caching cannot=vision retired=2026-08-14
            deepseek-v4-flash context=1048576 output=384000 in=0.14 cacheRead=0.028 out=0.28 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-08-14
            deepseek-v4-flash-0731 context=1048576 output=131072 in=0.22 cacheRead=0.007 out=0.66 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-09-25 priority.in=0.275 \
                priority.cacheRead=0.00875 priority.out=0.825
            deepseek-v4-flash-vision-exp context=1048576 output=1048576 in=0.22 cacheRead=0.007 out=0.66 \
                can=tools,vision,jsonSchema retired=2026-09-25 priority.in=0.275 priority.cacheRead=0.00875 \
                priority.out=0.825
            deepseek-v4-pro-0813 context=1048576 output=131072 in=1.32 cacheRead=0.044 out=3.96 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-09-25 priority.in=1.65 \
                priority.cacheRead=0.055 priority.out=4.95
            deepseek-v4p1-flash context=1048576 output=393216 in=0.3 cacheRead=0.006 out=1.2 \
                can=tools,vision,jsonSchema,reasoning,caching priority.in=0.375 priority.cacheRead=0.0075 \
                priority.out=1.5
            deepseek-v4p1-flash-1017-ultrafast in=2.4 cacheRead=0.048 out=9.6 \
                | DeepSeek V4.1 Flash 1017 Ultra-fast (Preview)
            deepseek-v4p1-flash-1017-us in=0.45 cacheRead=0.009 out=1.8 | DeepSeek V4.1 Flash 1017 US
            deepseek-v4p1-flash-us context=1048576 output=393216 in=0.45 cacheRead=0.009 out=1.8 \
                can=tools,vision,jsonSchema,reasoning,caching priority.in=0.5625 priority.cacheRead=0.01125 \
                priority.out=2.25
            glm-4p7 context=202752 output=202800 in=0.6 cacheRead=0.3 out=2.2 can=tools,jsonSchema,reasoning
            glm-5p1 context=202752 output=131072 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning \
                cannot=vision
            glm-5p1-fast context=202800 output=131072 in=2.8 cacheRead=0.52 out=8.8 can=tools,jsonSchema,reasoning \
                cannot=vision
            glm-5p2 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 can=tools,jsonSchema,reasoning \
                cannot=vision retired=2026-09-25 priority.in=1.75 priority.cacheRead=0.175 priority.out=5.5
            glm-5p2-fast context=1048576 output=131072 in=2.1 cacheRead=0.21 out=6.6 can=tools,jsonSchema,reasoning \
                cannot=vision retired=2026-09-25
            glm-5p2-fast-us context=1048576 output=131072 in=2.1 cacheRead=0.21 out=6.6 can=tools,jsonSchema,reasoning \
                cannot=vision retired=2026-09-25
            glm-5p3 context=1048576 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning \
                cannot=vision priority.in=1.75 priority.cacheRead=0.325 priority.out=5.5
            glm-5p3-fast context=1048576 output=1048576 in=2.1 cacheRead=0.39 out=6.6 can=tools,jsonSchema,reasoning \
                cannot=vision
            glm-5p3-flash context=1048576 output=1048576 in=0.15 cacheRead=0.03 out=0.5 can=tools,vision,jsonSchema \
                priority.in=0.1875 priority.cacheRead=0.0375 priority.out=0.625
            glm-5p3-flash-us context=1048576 output=1048576 in=0.225 cacheRead=0.045 out=0.75 \
                can=tools,vision,jsonSchema retired=2026-11-07 priority.in=0.28125 priority.cacheRead=0.05625 \
                priority.out=0.9375
            glm-5p3-us context=1048576 output=128000 in=2.1 cacheRead=0.39 out=6.6 can=tools,jsonSchema,reasoning \
                cannot=vision priority.in=2.625 priority.cacheRead=0.4875 priority.out=8.25
            gpt-oss-120b context=131072 output=32768 in=0.15 cacheRead=0.015 out=0.6 can=tools,jsonSchema,reasoning \
                cannot=vision retired=2026-11-07 priority.in=0.18 priority.cacheRead=0.018 priority.out=0.72
            gpt-oss-20b context=131072 output=32768 in=0.07 cacheRead=0.035 out=0.3 can=tools,jsonSchema,reasoning \
                cannot=vision
            kimi-k2p5 context=262144 output=32768 in=0.6 cacheRead=0.1 out=3 can=tools,jsonSchema
            kimi-k2p6 context=262144 output=32768 in=0.95 cacheRead=0.16 out=4 can=tools,vision,jsonSchema,reasoning \
                retired=2026-09-25 priority.in=1.5 priority.cacheRead=0.22 priority.out=6
            kimi-k2p6-fast context=262144 output=32768 in=2 cacheRead=0.3 out=8 can=tools,vision,jsonSchema,reasoning \
                retired=2026-08-27
            kimi-k2p7-code context=262144 output=32768 in=0.95 cacheRead=0.19 out=4 \
                can=tools,vision,jsonSchema,reasoning retired=2026-09-25 priority.in=1.425 priority.cacheRead=0.285 \
                priority.out=6
            kimi-k2p7-code-fast context=262144 output=32768 in=1.9 cacheRead=0.38 out=8 \
                can=tools,vision,jsonSchema,reasoning retired=2026-08-27
            kimi-k3 context=1048576 output=131072 in=3 cacheRead=0.3 out=15 can=tools,vision,jsonSchema,reasoning \
                efforts=low,high,max priority.in=3.75 priority.cacheRead=0.375 priority.out=18.75
            kimi-k3-fast context=1048576 output=131072 in=4.5 cacheRead=0.45 out=22.5 \
                can=tools,vision,jsonSchema,reasoning efforts=low,high,max
            kimi-k3-us context=1048576 output=131072 in=4.5 cacheRead=0.45 out=22.5 \
                can=tools,vision,jsonSchema,reasoning efforts=low,high,max priority.in=5.625 priority.cacheRead=0.5625 \
                priority.out=28.125
            kimi-k3p1-pro in=2 cacheRead=0.2 out=10 | Kimi K3.1 Pro
            minimax-m2p1 context=196608 output=204800 in=0.3 cacheRead=0.03 out=1.2 can=tools,jsonSchema
            minimax-m3 context=512000 output=512000 in=0.3 cacheRead=0.06 out=1.2 \
                can=tools,vision,jsonSchema,reasoning priority.in=0.45 priority.cacheRead=0.09 priority.out=1.8
            muse-glimmer-30b context=131072 output=16384 in=0.35 cacheRead=0.04 out=1.5 \
                can=tools,vision,jsonSchema,reasoning retired=2026-09-25 priority.in=0.525 priority.cacheRead=0.06 \
                priority.out=2.25
            nemotron-3-ultra-nvfp4 context=262144 output=32768 in=0.6 cacheRead=0.12 out=2.4 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-11-07 priority.in=0.75 \
                priority.cacheRead=0.15 priority.out=3
            nemotron-lightning-3p5-30b-a3b context=262144 output=32768 in=0.05 cacheRead=0.01 out=0.2 \
                can=tools,jsonSchema,reasoning cannot=vision retired=2026-11-07 priority.in=0.0625 \
                priority.cacheRead=0.0125 priority.out=0.25
            nomic-ai/nomic-embed-text-v1 context=8192 in=0.008 out=0 kind=embedding
            nomic-ai/nomic-embed-text-v1.5 context=8192 in=0.008 out=0 kind=embedding
            qwen3p6-plus in=0.5 cacheRead=0.1 out=3 | Qwen3.6 Plus
            qwen3p7-plus context=262144 output=65536 in=0.4 cacheRead=0.08 out=1.6 \
                can=tools,vision,jsonSchema,reasoning
            qwen3p8-max context=262144 in=2 cacheRead=0.25 out=6 can=tools,vision,jsonSchema,reasoning priority.in=3 \
                priority.cacheRead=0.375 priority.out=9
            thenlper/gte-base context=512 in=0.008 out=0 kind=embedding
            thenlper/gte-large context=512 in=0.016 out=0 kind=embedding
            ultramarine-1-flash-us in=0.15 cacheRead=0.03 out=0.5 | Ultramarine 1 Flash US
            *
            """
    )
}
