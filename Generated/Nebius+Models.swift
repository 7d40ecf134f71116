// Generated from IDL/Prices/Nebius.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Nebius, prices in US dollars per million tokens, from https://nebius.com/token-factory/prices;
    /// litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let nebius = ModelTable(
        id: "nebius",
        title: "Nebius",
        source: "https://nebius.com/token-factory/prices; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            MiniMaxAI/MiniMax-M2.5 context=196608 output=196608 in=0.3 cacheRead=0.03 cacheWrite=0.375 out=1.2 \
                can=tools,jsonSchema,reasoning cannot=vision | MiniMax-M2.5
            MiniMaxAI/MiniMax-M2.5-fast context=8000 output=8192 in=0.3 cacheRead=0.03 cacheWrite=0.375 out=1.2 \
                can=tools,jsonSchema,reasoning cannot=vision status=deprecated | MiniMax-M2.5-fast
            MiniMaxAI/MiniMax-M3 context=1048576 output=1048576 in=0.3 out=1.2 can=tools,vision,reasoning
            NousResearch/Hermes-4-405B context=128000 output=131072 in=1 cacheRead=0.1 cacheWrite=1.25 out=3 \
                can=tools,jsonSchema,reasoning cannot=vision | Hermes-4-405B
            NousResearch/Hermes-4-70B context=128000 output=131072 in=0.13 cacheRead=0.013 cacheWrite=0.16 out=0.4 \
                can=tools,jsonSchema,reasoning cannot=vision | Hermes-4-70B
            PrimeIntellect/INTELLECT-3 context=128000 output=8192 in=0.2 cacheRead=0.02 cacheWrite=0.25 out=1.1 \
                can=tools,jsonSchema cannot=vision,reasoning status=deprecated | INTELLECT-3
            Qwen/Qwen3-14B context=32768 output=32768 in=0.08 out=0.24 can=tools
            Qwen/Qwen3-235B-A22B context=262144 output=262144 in=0.2 out=0.6 can=tools
            Qwen/Qwen3-235B-A22B-Instruct-2507 context=262144 output=262144 in=0.2 out=0.6 can=tools \
                cannot=vision,reasoning | Qwen3 235B A22B Instruct 2507
            Qwen/Qwen3-235B-A22B-Thinking-2507-fast context=8000 output=8192 in=0.5 cacheRead=0.05 cacheWrite=0.625 \
                out=2 can=tools,jsonSchema,reasoning cannot=vision status=deprecated \
                | Qwen3-235B-A22B-Thinking-2507-fast
            Qwen/Qwen3-30B-A3B context=32768 output=32768 in=0.1 out=0.3 can=tools
            Qwen/Qwen3-30B-A3B-Instruct-2507 context=128000 output=262144 in=0.1 cacheRead=0.01 cacheWrite=0.125 \
                out=0.3 can=tools,jsonSchema cannot=vision,reasoning | Qwen3-30B-A3B-Instruct-2507
            Qwen/Qwen3-32B context=128000 output=40960 in=0.1 cacheRead=0.01 cacheWrite=0.125 out=0.3 \
                can=tools,jsonSchema cannot=vision,reasoning | Qwen3-32B
            Qwen/Qwen3-4B context=32768 output=32768 in=0.08 out=0.24 can=tools
            Qwen/Qwen3-Embedding-8B context=32768 in=0.01 out=0 kind=embedding | Qwen3-Embedding-8B
            Qwen/Qwen3-Next-80B-A3B-Thinking context=128000 output=128000 in=0.15 cacheRead=0.015 cacheWrite=0.18 \
                out=1.2 can=tools,jsonSchema,reasoning cannot=vision | Qwen3-Next-80B-A3B-Thinking
            Qwen/Qwen3-Next-80B-A3B-Thinking-fast context=8000 output=8192 in=0.15 cacheRead=0.015 cacheWrite=0.1875 \
                out=1.2 can=tools,jsonSchema,reasoning cannot=vision status=deprecated \
                | Qwen3-Next-80B-A3B-Thinking-fast
            Qwen/Qwen3.5-397B-A17B context=262144 output=262144 in=0.6 cacheRead=0.06 cacheWrite=0.75 out=3.6 \
                can=tools,jsonSchema,reasoning cannot=vision | Qwen3.5-397B-A17B
            Qwen/Qwen3.5-397B-A17B-fast context=8000 output=8192 in=0.6 cacheRead=0.06 cacheWrite=0.75 out=3.6 \
                can=tools,jsonSchema,reasoning cannot=vision status=deprecated | Qwen3.5-397B-A17B-fast
            Qwen/Qwen3.8-27B context=262144 in=0.45 out=3 can=tools,reasoning
            deepseek-ai/DeepSeek-R1 context=128000 output=128000 in=0.8 out=2.4 can=tools,reasoning
            deepseek-ai/DeepSeek-R1-0528 context=164000 output=164000 in=0.8 out=2.4 can=tools,reasoning
            deepseek-ai/DeepSeek-R1-Distill-Llama-70B context=128000 output=128000 in=0.25 out=0.75 can=tools
            deepseek-ai/DeepSeek-V3 context=128000 output=128000 in=0.5 out=1.5 can=tools
            deepseek-ai/DeepSeek-V3-0324 context=128000 output=128000 in=0.5 out=1.5 can=tools
            deepseek-ai/DeepSeek-V3.2 context=163000 output=16384 in=0.3 cacheRead=0.03 cacheWrite=0.375 out=0.45 \
                can=tools,jsonSchema,reasoning cannot=vision status=deprecated | DeepSeek-V3.2
            deepseek-ai/DeepSeek-V3.2-fast context=8000 output=8192 in=0.4 cacheRead=0.04 cacheWrite=0.5 out=2 \
                can=tools,jsonSchema,reasoning cannot=vision status=deprecated | DeepSeek-V3.2-fast
            deepseek-ai/DeepSeek-V4-Flash context=1048576 output=1048576 in=0.14 out=0.28 can=tools,reasoning
            deepseek-ai/DeepSeek-V4-Flash-0731 context=1024000 output=1024000 in=0.14 out=0.28 can=tools,reasoning
            deepseek-ai/DeepSeek-V4-Pro context=1000000 output=1048576 in=1.75 cacheRead=0.15 out=3.5 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high | DeepSeek V4 Pro
            deepseek-ai/DeepSeek-V4-Pro-0813 context=979000 output=1048576 in=1.32 out=3.96 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high
            deepseek-ai/DeepSeek-V4.1-Flash context=1048000 output=384000 in=0.3 out=1.2 can=tools,vision,reasoning
            google/gemma-3-27b-it context=110000 output=110000 in=0.1 cacheRead=0.01 cacheWrite=0.125 out=0.3 \
                can=tools,vision,jsonSchema cannot=reasoning | Gemma-3-27b-it
            meta-llama/Llama-3.3-70B-Instruct context=128000 output=131072 in=0.13 cacheRead=0.013 cacheWrite=0.16 \
                out=0.4 can=tools,jsonSchema cannot=vision,reasoning | Llama-3.3-70B-Instruct
            moonshotai/Kimi-K2.5 context=256000 output=8192 in=0.5 cacheRead=0.05 cacheWrite=0.625 out=2.5 \
                can=tools,vision,jsonSchema,reasoning status=deprecated | Kimi-K2.5
            moonshotai/Kimi-K2.5-fast context=256000 output=8192 in=0.5 cacheRead=0.05 cacheWrite=0.625 out=2.5 \
                can=tools,vision,jsonSchema,reasoning status=deprecated | Kimi-K2.5-fast
            moonshotai/Kimi-K2.6 context=262144 output=262144 in=0.95 out=4 can=tools,vision,reasoning
            moonshotai/Kimi-K2.7-Code context=262144 output=262144 in=0.95 out=4 can=tools,vision,reasoning
            moonshotai/Kimi-K3 context=1024000 output=1024000 in=3 out=15 can=tools,vision,reasoning
            nvidia/Cosmos3-Super-Reasoner context=262144 output=262144 in=0.1 out=0.3 can=tools,vision,reasoning
            nvidia/Llama-3.3-Nemotron-Super-49B-v1 context=131072 output=131072 in=0.1 out=0.4 can=tools
            nvidia/Llama-3_1-Nemotron-Ultra-253B-v1 context=128000 output=131072 in=0.6 cacheRead=0.06 cacheWrite=0.75 \
                out=1.8 can=tools,jsonSchema,reasoning cannot=vision | Llama-3.1-Nemotron-Ultra-253B-v1
            nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B context=32000 output=262144 in=0.06 cacheRead=0.006 cacheWrite=0.075 \
                out=0.24 can=tools,jsonSchema,reasoning cannot=vision | Nemotron-3-Nano-30B-A3B
            nvidia/Nemotron-3-Nano-Omni context=65536 output=262144 in=0.06 cacheRead=0.006 cacheWrite=0.075 out=0.24 \
                can=tools,vision,jsonSchema,reasoning | Nemotron-3-Nano-Omni
            nvidia/Nemotron-3-Ultra-550b-a55b context=1048576 output=1048576 in=1 out=3 can=tools,reasoning
            nvidia/Nemotron-3_5-Lightning context=1048576 output=1048576 in=0.06 out=0.24 can=tools,reasoning
            nvidia/nemotron-3-super-120b-a12b context=256000 output=262144 in=0.3 out=0.9 \
                can=tools,jsonSchema,reasoning cannot=vision | Nemotron-3-Super-120B-A12B
            openai/gpt-oss-120b context=128000 output=131072 in=0.15 cacheRead=0.015 cacheWrite=0.18 out=0.6 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high | gpt-oss-120b
            openai/gpt-oss-120b-fast context=8000 output=8192 in=0.1 cacheRead=0.01 cacheWrite=0.125 out=0.5 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium,high status=deprecated \
                | gpt-oss-120b-fast
            openbmb/MiniCPM-V-4_5 context=32000 output=32000 in=0.658 out=1.11 can=vision
            reflection/beam context=1048576 output=1048576 in=0.25 out=1 can=tools,reasoning
            zai-org/GLM-5 context=200000 output=16384 in=1 cacheRead=0.1 cacheWrite=1 out=3.2 \
                can=tools,jsonSchema,reasoning cannot=vision status=deprecated | GLM-5
            zai-org/GLM-5.1 context=202752 output=202752 in=1.4 out=4.4 can=tools,reasoning
            zai-org/GLM-5.2 context=432000 output=1048576 in=1.4 out=4.4 can=tools,jsonSchema,reasoning cannot=vision \
                efforts=low,medium,high | GLM-5.2
            zai-org/GLM-5.3 context=1024000 output=1024000 in=1.4 out=4.4 can=tools,reasoning
            zai-org/GLM-5.3-Flash context=1024000 output=1024000 in=0.15 out=0.5 can=tools,vision,reasoning
            *
            """
    )
}
