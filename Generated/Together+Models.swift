// Generated from IDL/Prices/Together.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Together, prices in US dollars per million tokens, from https://www.together.ai/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let together = ModelTable(
        id: "together",
        title: "Together",
        source: "https://www.together.ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            Austism/chronos-hermes-13b in=0.3 out=0.3 status=unconfirmed
            BAAI/bge-base-en-v1.5 context=512 in=0.008 out=0 kind=embedding
            Gryphe/MythoMax-L2-13b in=0.3 out=0.3 status=unconfirmed
            LiquidAI/LFM2-24B-A2B context=32768 output=32768 in=0.03 out=0.12 cannot=tools,vision,reasoning \
                status=unconfirmed | LFM2-24B-A2B
            MiniMaxAI/MiniMax-M2.5 context=204800 output=131072 in=0.3 cacheRead=0.06 out=1.2 cannot=vision \
                status=deprecated | MiniMax-M2.5
            MiniMaxAI/MiniMax-M2.7 context=202752 output=131072 in=0.3 cacheRead=0.06 out=1.2 cannot=vision \
                | MiniMax-M2.7
            MiniMaxAI/MiniMax-M3 context=524288 output=524288 in=0.3 cacheRead=0.06 out=1.2 can=caching \
                retired=2026-11-06 | MiniMax-M3
            MiniMaxAI/MiniMax-M3.1-Flash context=1048576 output=1048576 in=0.15 cacheRead=0.015 out=0.6 can=caching \
                | Minimax M3.1 Flash
            Nexusflow/NexusRaven-V2-13B in=0.3 out=0.3 status=unconfirmed
            Prism-ML/Ternary-Bonsai-27B context=262144 output=262144 in=0 out=0
            Qwen/QwQ-32B context=131072 output=131072 in=1.2 out=1.2 retired=2025-11-13
            Qwen/Qwen2.5-14B-Instruct context=32768 output=32768 in=0.8 out=0.8
            Qwen/Qwen2.5-72B-Instruct context=32768 output=32768 in=1.2 out=1.2
            Qwen/Qwen2.5-72B-Instruct-Turbo context=131072 output=131072 in=1.2 out=1.2 retired=2026-02-06
            Qwen/Qwen2.5-7B-Instruct-Turbo context=32768 output=32768 in=0.3 out=0.3 cannot=vision,reasoning \
                | Qwen 2.5 7B Instruct Turbo
            Qwen/Qwen2.5-Coder-32B-Instruct context=16384 output=16384 in=0.8 out=0.8 retired=2025-11-13
            Qwen/Qwen2.5-VL-72B-Instruct context=32768 output=32768 in=1.95 out=8 retired=2026-01-05
            Qwen/Qwen3-235B-A22B-Instruct-2507-tput context=262144 output=262144 in=0.2 out=0.6 \
                cannot=vision,reasoning status=unconfirmed | Qwen3 235B A22B Instruct 2507 FP8
            Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8 context=262144 output=262144 in=2 out=2 cannot=vision,reasoning \
                retired=2026-06-04 | Qwen3 Coder 480B A35B Instruct
            Qwen/Qwen3-Coder-Next-FP8 context=262144 output=262144 in=0.5 out=1.2 cannot=vision,reasoning \
                retired=2026-05-14 | Qwen3 Coder Next FP8
            Qwen/Qwen3-Next-80B-A3B-Instruct context=262144 output=262144 in=0.15 out=1.5 retired=2026-04-02
            Qwen/Qwen3-Next-80B-A3B-Thinking context=262144 output=262144 in=0.15 out=1.5 retired=2026-02-25
            Qwen/Qwen3-VL-32B-Instruct context=262144 output=262144 in=0.5 out=1.5 retired=2026-02-25
            Qwen/Qwen3-VL-8B-Instruct context=262144 output=262144 in=0.18 out=0.68 retired=2026-04-16
            Qwen/Qwen3.5-397B-A17B context=262144 output=262144 in=0.6 cacheRead=0.35 out=3.6 retired=2026-06-29 \
                | Qwen3.5 397B A17B
            Qwen/Qwen3.5-9B context=262144 output=262144 in=0.17 out=0.25 | Qwen3.5 9B
            Qwen/Qwen3.6-Plus context=1000000 output=1000000 in=0.5 out=3 cannot=vision | Qwen3.6 Plus
            Qwen/Qwen3.7-Max context=1000000 output=1000000 in=1.5 cacheRead=0.3 out=4.5 can=caching \
                cannot=vision,reasoning | Qwen3.7 Max
            Qwen/Qwen3.7-Plus context=1000000 output=1000000 in=0.32 out=1.28 | Qwen3.7 Plus
            Qwen/Qwen3.8-2.4T-A95B context=1010000 output=1010000 in=2 cacheRead=0.25 out=6 can=caching \
                retired=2026-11-04 | Qwen3.8-2.4T-A95B
            Qwen/Qwen3.8-Flash context=1000000 output=1000000 in=0.15 out=0.47 | Qwen3.8 Flash
            Undi95/ReMM-SLERP-L2-13B in=0.3 out=0.3 status=unconfirmed
            Undi95/Toppy-M-7B in=0.2 out=0.2 status=unconfirmed
            WizardLM/WizardLM-13B-V1.2 in=0.3 out=0.3 status=unconfirmed
            allenai/OLMo-7B in=0.2 out=0.2 status=unconfirmed
            arcee-ai/trinity-mini context=128000 output=128000 in=0.045 out=0.15
            codellama/CodeLlama-13b-Instruct-hf in=0.225 out=0.225 status=unconfirmed
            codellama/CodeLlama-34b-Instruct-hf in=0.776 out=0.776 status=unconfirmed
            codellama/CodeLlama-70b-Instruct-hf in=0.9 out=0.9 status=unconfirmed
            codellama/CodeLlama-7b-Instruct-hf in=0.2 out=0.2 status=unconfirmed
            deepcogito/cogito-v2-1-671b context=163840 output=163840 in=1.25 out=1.25 cannot=tools,vision \
                status=unconfirmed | Cogito v2.1 671B
            deepseek-ai/DeepSeek-R1 context=163839 output=163839 in=3 out=7 cannot=tools,vision status=deprecated \
                | DeepSeek-R1
            deepseek-ai/DeepSeek-R1-0528 context=163840 output=163839 in=3 out=7 cannot=tools,vision
            deepseek-ai/DeepSeek-R1-Distill-Llama-70B context=131072 output=131072 in=2 out=2 retired=2025-12-23
            deepseek-ai/DeepSeek-V3 context=131072 output=8192 in=1.25 out=1.25 cannot=vision,reasoning \
                status=deprecated | DeepSeek-V3
            deepseek-ai/DeepSeek-V3-1 context=131072 output=131072 in=0.6 out=1.7 cannot=vision status=deprecated \
                | DeepSeek V3.1
            deepseek-ai/DeepSeek-V3.1 context=131072 output=131072 in=0.6 out=1.7 retired=2026-05-14
            deepseek-ai/DeepSeek-V4-Flash-0731 context=1048576 output=1048576 in=0.14 cacheRead=0.03 out=0.28 \
                can=caching retired=2026-10-22
            deepseek-ai/DeepSeek-V4-Pro context=512000 output=384000 in=1.74 cacheRead=0.2 out=3.48 cannot=vision \
                efforts=high,max status=unconfirmed | DeepSeek V4 Pro
            deepseek-ai/DeepSeek-V4-Pro-0813 context=1048576 output=1048576 in=1.32 cacheRead=0.13 out=3.96 \
                can=caching cannot=vision efforts=high,max | DeepSeek V4 Pro 0813
            deepseek-ai/DeepSeek-V4.1-Flash context=1000000 output=1048576 in=0.3 cacheRead=0.006 out=1.2 can=caching \
                | DeepSeek V4.1 Flash
            deepseek-ai/DeepSeek-V4.1-Flash-1017 context=1000000 output=1048576 in=0.3 cacheRead=0.006 out=1.2 \
                can=caching | DeepSeek V4.1 Flash
            essentialai/Rnj-1-Instruct context=32768 output=32768 in=0.15 out=0.15 cannot=vision,reasoning \
                status=unconfirmed | Rnj-1 Instruct
            garage-bAInd/Platypus2-70B-instruct in=0.9 out=0.9 status=unconfirmed
            google/gemma-3n-E4B-it context=32768 output=32768 in=0.06 out=0.12 cannot=tools,vision,reasoning \
                status=unconfirmed | Gemma 3N E4B Instruct
            google/gemma-4-31B-it context=262144 output=262144 in=0.39 out=0.97 retired=2026-09-15 \
                | Gemma 4 31B Instruct
            google/gemma-7b in=0.2 out=0.2 status=unconfirmed
            lmsys/vicuna-13b-v1.5 in=0.3 out=0.3 status=unconfirmed
            lmsys/vicuna-7b-v1.5 in=0.2 out=0.2 status=unconfirmed
            meta-llama/Llama-3.1-405B-Instruct context=4096 output=4096 in=3.5 out=3.5
            meta-llama/Llama-3.3-70B-Instruct-Turbo context=131072 output=131072 in=0.88 out=0.88 \
                cannot=vision,reasoning retired=2026-10-22 | Llama 3.3 70B
            meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 in=0.27 out=0.85 status=unconfirmed
            meta-llama/Llama-4-Scout-17B-16E-Instruct context=1048576 output=1048576 in=0.18 out=0.59 \
                retired=2026-02-06
            meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo context=131072 output=131072 in=0.88 out=0.88 \
                retired=2026-02-25
            meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo context=131072 output=131072 in=0.18 out=0.18 \
                retired=2026-03-06
            meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo in=0.88 out=0.88 status=unconfirmed
            meta-models/Muse-Glimmer-30B context=131072 output=131072 in=0.35 cacheRead=0.04 out=1.5 can=caching \
                | Muse Glimmer 30B
            meta-models/Muse-Spark-Open-816B-A42B context=1048576 output=1048576 in=1.25 cacheRead=0.15 out=4.25 \
                can=caching | Muse Spark Open 816B A42B
            microsoft/WizardLM-2-8x22B in=1.2 out=1.2 status=unconfirmed
            microsoft/phi-2 in=0.1 out=0.1 status=unconfirmed
            mistralai/Ministral-3-14B-Instruct-2512 context=262144 in=0.2 out=0.2
            mistralai/Mistral-Small-24B-Instruct-2501 context=32768 output=32768 in=0.1 out=0.3 retired=2026-04-02
            moonshotai/Kimi-K2-Instruct in=1 out=3
            moonshotai/Kimi-K2.5 context=262144 output=262144 in=0.5 out=2.8 status=deprecated | Kimi K2.5
            moonshotai/Kimi-K2.5-fp4 context=262144 in=0.5 out=2.8
            moonshotai/Kimi-K2.6 context=262144 output=262144 in=1.2 cacheRead=0.2 out=4.5 can=video \
                retired=2026-08-19 | Kimi K2.6
            moonshotai/Kimi-K2.7-Code context=262144 output=262144 in=0.95 cacheRead=0.19 out=4 cannot=vision \
                retired=2026-08-27 | Kimi K2.7 Code
            moonshotai/Kimi-K3 context=1048576 output=1048576 in=3 cacheRead=0.3 out=15 can=caching \
                efforts=low,high,max | Kimi K3
            moonshotai/Kimi-K3.1-Pro context=1048576 in=2 cacheRead=0.2 out=10 status=unconfirmed | Kimi K3.1 Pro
            nvidia/Llama-3.1-Nemotron-70B-Instruct-HF context=32768 output=32768 in=0.88 out=0.88 retired=2025-08-28
            nvidia/NVIDIA-Nemotron-3.5-Super-VL context=262144 output=262144 in=0.15 cacheRead=0.02 out=0.5 \
                can=caching | NVIDIA Nemotron 3.5 Super VL
            nvidia/NVIDIA-Nemotron-Nano-9B-v2 context=131072 in=0.06 out=0.25 retired=2026-02-25
            nvidia/nemotron-3-ultra-550b-a55b context=512300 output=512288 in=0.6 cacheRead=0.2 out=3.6 cannot=vision \
                retired=2026-08-27 | Nemotron 3 Ultra 550B A55B
            openai/gpt-oss-120b context=131072 output=131072 in=0.15 out=0.6 cannot=vision efforts=low,medium,high \
                | GPT OSS 120B
            openai/gpt-oss-20b context=131072 output=131072 in=0.05 out=0.2 cannot=vision efforts=low,medium,high \
                retired=2026-09-15 | GPT OSS 20B
            openchat/openchat-3.5-1210 in=0.2 out=0.2 status=unconfirmed
            pearl-ai/gemma-4-31b-it context=32000 output=32000 in=0.28 out=0.86 cannot=tools,vision status=unconfirmed \
                | Pearl AI Gemma 4 31B Instruct
            reflection/Beam-1.0-501B-A23B context=1048576 output=1048576 in=0.4 cacheRead=0.04 out=1.2 can=caching \
                | Beam 1.0 501B A23B
            ricursive-ai/Ripple-65B-Preview context=131072 in=0.2 out=0.6 status=unconfirmed | Ripple 65B Preview
            snorkelai/Snorkel-Mistral-PairRM-DPO in=0.2 out=0.2 status=unconfirmed
            thinkingmachines/Inkling context=524288 output=524288 in=1 cacheRead=0.17 out=4.05 can=caching \
                retired=2026-11-06 | Inkling
            together/Tev1-4B-experimental context=32768 in=0.042 out=0 | Tev1 4B Experimental
            upstage/SOLAR-10.7B-Instruct-v1.0 in=0.3 out=0.3 status=unconfirmed
            zai-org/GLM-4.5-Air-FP8 context=131072 output=131072 in=0.2 out=1.1 retired=2026-04-02
            zai-org/GLM-4.6 context=202752 output=202752 in=0.6 out=2.2
            zai-org/GLM-4.7 context=202752 output=202752 in=0.45 out=2 retired=2026-04-02
            zai-org/GLM-5 context=202752 output=202752 in=1 out=3.2 cannot=vision retired=2026-06-22 | GLM-5
            zai-org/GLM-5.1 context=202752 output=202752 in=1.4 cacheRead=0.26 out=4.4 cannot=vision \
                retired=2026-07-10 | GLM-5.1
            zai-org/GLM-5.2 context=262144 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=caching cannot=vision \
                efforts=high,max | GLM-5.2
            zai-org/GLM-5.3 context=1048575 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=caching | GLM-5.3
            zai-org/GLM-5.3-Flash context=1048575 output=128000 in=0.15 cacheRead=0.03 out=0.5 can=caching \
                | GLM-5.3 Flash
            zero-one-ai/Yi-34B in=0.8 out=0.8 status=unconfirmed
            zero-one-ai/Yi-6B in=0.2 out=0.2 status=unconfirmed
            deepseek-ai/*
            google/*
            meta-llama/*
            meta-models/*
            MiniMaxAI/*
            mistralai/*
            moonshotai/*
            nvidia/*
            openai/* cannot=vision
            Qwen/*
            thinkingmachines/*
            zai-org/*
            """
    )
}
