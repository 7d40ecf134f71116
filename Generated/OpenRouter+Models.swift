// Generated from IDL/Prices/OpenRouter.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of OpenRouter, prices in US dollars per million tokens, from https://openrouter.ai/models; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let openrouter = ModelTable(
        id: "openrouter",
        title: "OpenRouter",
        source: "https://openrouter.ai/models; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            aion-labs/aion-2.0 context=131072 output=32768 in=0.8 cacheRead=0.2 out=1.6 can=reasoning \
                cannot=tools,vision,jsonSchema | Aion-2.0
            allenai/olmo-3-32b-think context=65536 output=65536 in=0.15 out=0.5 can=jsonSchema,reasoning \
                cannot=tools,vision | Olmo 3 32B Think
            amazon/nova-2-lite-v1 context=1000000 output=65535 in=0.3 out=2.5 can=tools,vision,files,video,reasoning \
                cannot=jsonSchema | Nova 2 Lite
            amazon/nova-premier-v1 context=1000000 output=32000 in=2.5 cacheRead=0.625 out=12.5 can=tools,vision \
                cannot=jsonSchema,reasoning | Nova Premier 1.0
            anthropic/claude-haiku-4.5 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 out=5 \
                can=tools,vision,files,jsonSchema,reasoning cannot=reasoningEffort budget=1024,63999 \
                | Claude Haiku 4.5 (latest)
            anthropic/claude-opus-4.5 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                can=tools,vision,files,jsonSchema,reasoning efforts=low,medium,high budget=1024,63999 \
                | Claude Opus 4.5 (latest)
            anthropic/claude-opus-4.6 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                can=tools,vision,files,jsonSchema,reasoning efforts=low,medium,high,max budget=1024,127999 \
                above(200000).in=10 above(200000).cacheRead=1 above(200000).cacheWrite=12.5 above(200000).out=37.5 \
                | Claude Opus 4.6
            anthropic/claude-opus-4.7 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                above(200000).in=10 above(200000).cacheRead=1 above(200000).cacheWrite=12.5 above(200000).out=37.5 \
                | Claude Opus 4.7
            anthropic/claude-opus-4.7-fast context=1000000 output=128000 in=30 cacheRead=3 cacheWrite=37.5 out=150 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                | Claude Opus 4.7 (Fast)
            anthropic/claude-opus-4.8 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 out=25 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                | Claude Opus 4.8
            anthropic/claude-opus-4.8-fast context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 out=50 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                | Claude Opus 4.8 (Fast)
            anthropic/claude-sonnet-4.5 context=1000000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 out=15 \
                can=tools,vision,files,jsonSchema,reasoning cannot=reasoningEffort budget=1024,63999 \
                above(200000).in=6 above(200000).cacheRead=0.6 above(200000).cacheWrite=7.5 above(200000).out=22.5 \
                | Claude Sonnet 4.5 (latest)
            anthropic/claude-sonnet-4.6 context=1000000 output=128000 in=3 cacheRead=0.3 cacheWrite=3.75 out=15 \
                can=tools,vision,files,jsonSchema,reasoning efforts=low,medium,high,max budget=1024,127999 \
                above(200000).in=6 above(200000).cacheRead=0.6 above(200000).cacheWrite=7.5 above(200000).out=22.5 \
                | Claude Sonnet 4.6
            anthropic/claude-sonnet-5 context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=10 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                | Claude Sonnet 5
            arcee-ai/trinity-large-thinking context=262144 output=80000 in=0.25 cacheRead=0.06 out=0.8 \
                can=tools,reasoning cannot=vision,jsonSchema | Trinity Large Thinking
            arcee-ai/trinity-mini context=131072 output=131072 in=0.045 out=0.15 can=tools,jsonSchema,reasoning \
                cannot=vision | Trinity Mini
            bytedance-seed/seed-1.6 context=262144 output=32768 in=0.25 out=2 \
                can=tools,vision,video,jsonSchema,reasoning above(128000).in=0.5 above(128000).out=4 | Seed 1.6
            bytedance-seed/seed-1.6-flash context=262144 output=32768 in=0.075 out=0.3 \
                can=tools,vision,video,jsonSchema,reasoning above(128000).in=0.1 above(128000).out=0.8 \
                | Seed 1.6 Flash
            bytedance-seed/seed-2.0-lite context=262144 output=131072 in=0.25 out=2 \
                can=tools,vision,video,jsonSchema,reasoning efforts=minimal,low,medium,high above(128000).in=0.5 \
                above(128000).out=4 | Seed-2.0-Lite
            bytedance-seed/seed-2.0-mini context=262144 output=131072 in=0.1 out=0.4 \
                can=tools,vision,video,jsonSchema,reasoning efforts=minimal,low,medium,high above(128000).in=0.2 \
                above(128000).out=0.8 | Seed-2.0-Mini
            deepcogito/cogito-v2.1-671b context=128000 output=128000 in=1.25 out=1.25 can=jsonSchema,reasoning \
                cannot=tools,vision | Cogito v2.1 671B
            deepseek/deepseek-chat context=128000 output=16000 in=0.2574 out=1.0287 can=tools,jsonSchema \
                cannot=vision,reasoning | DeepSeek Chat
            deepseek/deepseek-v3.1-terminus context=163840 output=32768 in=0.27 out=1 can=tools,jsonSchema,reasoning \
                cannot=vision | DeepSeek V3.1 Terminus
            deepseek/deepseek-v3.2 context=128000 output=64000 in=0.26 cacheRead=0.13 out=0.38 \
                can=tools,jsonSchema,reasoning cannot=vision | DeepSeek V3.2
            deepseek/deepseek-v3.2-exp context=163840 output=65536 in=0.27 out=0.41 can=tools,jsonSchema,reasoning \
                cannot=vision | DeepSeek V3.2 Exp
            deepseek/deepseek-v4-flash context=1048575 output=65536 in=0.105 cacheRead=0.021 out=0.21 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=high,xhigh | DeepSeek V4 Flash
            deepseek/deepseek-v4-pro context=1048576 output=384000 in=1.416 cacheRead=0.118 out=2.832 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=high,xhigh | DeepSeek V4 Pro
            google/gemini-2.5-flash-lite-preview-09-2025 context=1048576 output=65535 in=0.1 cacheRead=0.01 \
                cacheWrite=0.083333 out=0.4 can=tools,vision,audio,files,video,jsonSchema,reasoning \
                cannot=reasoningEffort budget=512,24576 | Gemini 2.5 Flash Lite Preview 09-2025
            google/gemini-3-flash-preview context=1048576 output=65535 in=0.5 cacheRead=0.05 cacheWrite=0.083333 out=3 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=minimal,low,medium,high \
                | Gemini 3 Flash Preview
            google/gemini-3.1-flash-lite context=1048576 output=65536 in=0.25 cacheRead=0.025 cacheWrite=0.083333 \
                out=1.5 can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=minimal,low,medium,high \
                | Gemini 3.1 Flash Lite
            google/gemini-3.1-flash-lite-preview context=1048576 output=65536 in=0.25 cacheRead=0.025 \
                cacheWrite=0.083333 out=1.5 can=tools,vision,audio,files,video,jsonSchema,reasoning \
                efforts=minimal,low,medium,high | Gemini 3.1 Flash Lite Preview
            google/gemini-3.1-pro-preview context=1048576 output=65536 in=2 cacheRead=0.2 cacheWrite=0.375 out=12 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=low,medium,high above(200000).in=4 \
                above(200000).cacheRead=0.4 above(200000).out=18 | Gemini 3.1 Pro Preview
            google/gemini-3.1-pro-preview-customtools context=1048576 output=65536 in=2 cacheRead=0.2 cacheWrite=0.375 \
                out=12 can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=low,medium,high \
                above(200000).in=4 above(200000).cacheRead=0.4 above(200000).out=18 \
                | Gemini 3.1 Pro Preview Custom Tools
            google/gemini-3.5-flash context=1048576 output=65536 in=1.5 cacheRead=0.15 cacheWrite=0.083333 out=9 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=minimal,low,medium,high \
                | Gemini 3.5 Flash
            google/gemma-4-26b-a4b-it context=262144 output=262144 in=0.15 cacheRead=0.0425 out=0.6 \
                can=tools,vision,video,jsonSchema,reasoning | Gemma 4 26B A4B IT
            google/gemma-4-31b-it context=262144 output=262144 in=0.15 cacheRead=0.06 out=0.4 \
                can=tools,vision,video,jsonSchema,reasoning | Gemma 4 31B IT
            ibm-granite/granite-4.0-h-micro context=131000 output=131000 in=0.017 out=0.112 \
                cannot=tools,vision,jsonSchema,reasoning | Granite 4.0 Micro
            ibm-granite/granite-4.1-8b context=131072 output=131072 in=0.05 cacheRead=0.05 out=0.1 \
                can=tools,jsonSchema cannot=vision,reasoning | Granite 4.1 8B
            inception/mercury-2 context=128000 output=50000 in=0.25 cacheRead=0.025 out=0.75 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=none,low,medium,high | Mercury 2
            inclusionai/ling-2.6-1t context=262144 output=32768 in=0.075 cacheRead=0.015 out=0.625 \
                can=tools,jsonSchema cannot=vision,reasoning | Ling-2.6-1T
            inclusionai/ling-2.6-flash context=262144 output=32768 in=0.01 cacheRead=0.002 out=0.03 \
                can=tools,jsonSchema cannot=vision,reasoning | Ling-2.6-flash
            inclusionai/ring-2.6-1t context=262144 output=65536 in=0.075 cacheRead=0.015 out=0.625 can=tools,reasoning \
                cannot=vision,jsonSchema efforts=high,xhigh | Ring-2.6-1T
            kwaipilot/kat-coder-pro-v2 context=256000 output=80000 in=0.3 cacheRead=0.06 out=1.2 can=tools,jsonSchema \
                cannot=vision,reasoning | KAT-Coder-Pro V2
            liquid/lfm-2-24b-a2b context=32768 output=32768 in=0.03 out=0.12 cannot=tools,vision,jsonSchema,reasoning \
                | LFM2-24B-A2B
            minimax/minimax-m2 context=196608 output=196608 in=0.255 cacheRead=0.03 out=1.02 \
                can=tools,jsonSchema,reasoning cannot=vision | MiniMax-M2
            minimax/minimax-m2-her context=65536 output=2048 in=0.3 cacheRead=0.03 out=1.2 \
                cannot=tools,vision,jsonSchema,reasoning | MiniMax M2-her
            minimax/minimax-m2.1 context=196608 output=196608 in=0.3 cacheRead=0.03 out=1.2 \
                can=tools,jsonSchema,reasoning cannot=vision | MiniMax-M2.1
            minimax/minimax-m2.5 context=196608 output=196608 in=0.295 cacheRead=0.06 out=1.2 \
                can=tools,jsonSchema,reasoning cannot=vision | MiniMax-M2.5
            minimax/minimax-m2.7 context=196608 output=196608 in=0.27 cacheRead=0.054 out=1.08 \
                can=tools,jsonSchema,reasoning cannot=vision | MiniMax-M2.7
            minimax/minimax-m3 context=524288 output=512000 in=0.3 cacheRead=0.06 out=1.2 \
                can=tools,vision,video,jsonSchema,reasoning | MiniMax-M3
            mistralai/devstral-2512 context=262144 output=262144 in=0.4 cacheRead=0.04 out=2 \
                can=tools,files,jsonSchema cannot=vision,reasoning status=deprecated | Devstral 2
            mistralai/ministral-14b-2512 context=262144 output=262144 in=0.2 cacheRead=0.02 out=0.2 \
                can=tools,vision,jsonSchema cannot=reasoning | Ministral 3 14B 2512
            mistralai/ministral-3b-2512 context=131072 output=131072 in=0.1 cacheRead=0.01 out=0.1 \
                can=tools,vision,jsonSchema cannot=reasoning | Ministral 3 3B 2512
            mistralai/ministral-8b-2512 context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.15 \
                can=tools,vision,jsonSchema cannot=reasoning | Ministral 3 8B 2512
            mistralai/mistral-medium-3-5 context=262144 output=262144 in=1.5 out=7.5 \
                can=tools,vision,files,jsonSchema,reasoning efforts=none,high | Mistral Medium 3.5
            mistralai/mistral-small-2603 context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.6 \
                can=tools,vision,jsonSchema,reasoning efforts=none,high | Mistral Small 4
            mistralai/voxtral-small-24b-2507 context=32000 output=32000 in=0.1 cacheRead=0.01 out=0.3 \
                can=tools,audio,files,jsonSchema cannot=vision,reasoning | Voxtral Small 24B 2507
            moonshotai/kimi-k2-0905 context=262144 output=100352 in=0.6 out=2.5 can=tools,jsonSchema \
                cannot=vision,reasoning | Kimi K2 0905
            moonshotai/kimi-k2-thinking context=262144 output=262144 in=0.6 cacheRead=0.15 out=2.5 \
                can=tools,jsonSchema,reasoning cannot=vision | Kimi K2 Thinking
            moonshotai/kimi-k2.5 context=256000 output=256000 in=0.532 cacheRead=0.209 out=3.325 \
                can=tools,vision,jsonSchema,reasoning | Kimi K2.5
            moonshotai/kimi-k2.6 context=262144 output=262144 in=0.95 cacheRead=0.16 out=4 \
                can=tools,vision,jsonSchema,reasoning | Kimi K2.6
            moonshotai/kimi-k2.7-code context=262144 output=16384 in=0.95 cacheRead=0.19 out=4 \
                can=tools,vision,jsonSchema,reasoning | Kimi K2.7 Code
            nex-agi/nex-n2-pro context=262144 output=262144 in=0.25 cacheRead=0.025 out=1 can=vision,reasoning \
                cannot=tools,jsonSchema | Nex-N2-Pro
            nvidia/nemotron-3-nano-30b-a3b context=262144 output=228000 in=0.06 cacheRead=0.012 out=0.24 \
                can=tools,jsonSchema,reasoning cannot=vision | Nemotron 3 Nano 30B A3B
            nvidia/nemotron-3-super-120b-a12b context=262144 output=16384 in=0.08 out=0.45 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=low,medium | Nemotron 3 Super 120B A12B
            nvidia/nemotron-3-ultra-550b-a55b context=262144 output=16384 in=0.6 cacheRead=0.12 out=2.4 \
                can=tools,jsonSchema,reasoning cannot=vision efforts=medium,high | Nemotron 3 Ultra 550B A55B
            openai/gpt-5-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 \
                can=tools,vision,jsonSchema,reasoning cannot=sampling efforts=low,medium,high | GPT-5-Codex
            openai/gpt-5-pro context=400000 output=128000 in=15 out=120 can=tools,vision,files,jsonSchema,reasoning \
                cannot=sampling efforts=high | GPT-5 Pro
            openai/gpt-5.1 context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high | GPT-5.1
            openai/gpt-5.1-chat context=128000 output=32000 in=1.25 cacheRead=0.125 out=10 \
                can=tools,vision,files,jsonSchema cannot=reasoning,sampling | GPT-5.1 Chat
            openai/gpt-5.1-codex context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 \
                can=tools,vision,jsonSchema,reasoning cannot=sampling efforts=low,medium,high | GPT-5.1 Codex
            openai/gpt-5.1-codex-max context=400000 output=128000 in=1.25 cacheRead=0.125 out=10 \
                can=tools,vision,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh \
                | GPT-5.1 Codex Max
            openai/gpt-5.1-codex-mini context=400000 output=100000 in=0.25 cacheRead=0.03 out=2 \
                can=tools,vision,jsonSchema,reasoning cannot=sampling efforts=low,medium,high | GPT-5.1 Codex mini
            openai/gpt-5.2 context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | GPT-5.2
            openai/gpt-5.2-chat context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 \
                can=tools,vision,files,jsonSchema cannot=reasoning,sampling | GPT-5.2 Chat
            openai/gpt-5.2-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 \
                can=tools,vision,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh | GPT-5.2 Codex
            openai/gpt-5.2-pro context=400000 output=128000 in=21 out=168 can=tools,vision,files,jsonSchema,reasoning \
                cannot=sampling efforts=medium,high,xhigh | GPT-5.2 Pro
            openai/gpt-5.3-chat context=128000 output=16384 in=1.75 cacheRead=0.175 out=14 \
                can=tools,vision,files,jsonSchema cannot=reasoning,sampling | GPT-5.3 Chat
            openai/gpt-5.3-codex context=400000 output=128000 in=1.75 cacheRead=0.175 out=14 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh \
                | GPT-5.3 Codex
            openai/gpt-5.4 context=1050000 output=128000 in=2.5 cacheRead=0.25 out=15 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                above(272000).in=5 above(272000).cacheRead=0.5 above(272000).out=22.5 | GPT-5.4
            openai/gpt-5.4-mini context=400000 output=128000 in=0.75 cacheRead=0.075 out=4.5 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | GPT-5.4 mini
            openai/gpt-5.4-nano context=400000 output=128000 in=0.2 cacheRead=0.02 out=1.25 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | GPT-5.4 nano
            openai/gpt-5.4-pro context=1050000 output=128000 in=30 out=180 can=tools,vision,files,jsonSchema,reasoning \
                cannot=sampling efforts=medium,high,xhigh above(272000).in=60 above(272000).out=270 | GPT-5.4 Pro
            openai/gpt-5.5 context=1050000 output=128000 in=5 cacheRead=0.5 out=30 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                above(272000).in=10 above(272000).cacheRead=1 above(272000).out=45 | GPT-5.5
            openai/gpt-5.5-pro context=1050000 output=128000 in=30 out=180 can=tools,vision,files,jsonSchema,reasoning \
                cannot=sampling efforts=medium,high,xhigh above(272000).in=60 above(272000).out=270 | GPT-5.5 Pro
            openai/gpt-audio context=128000 output=16384 in=2.5 out=10 can=tools,audio,jsonSchema \
                cannot=vision,reasoning | GPT Audio
            openai/gpt-audio-mini context=128000 output=16384 in=0.6 out=2.4 can=tools,audio,jsonSchema \
                cannot=vision,reasoning | GPT Audio Mini
            openai/gpt-chat-latest context=400000 output=128000 in=5 cacheRead=0.5 out=30 \
                can=tools,vision,files,jsonSchema cannot=reasoning,sampling | GPT Chat Latest
            openrouter/bodybuilder context=128000 output=128000 cannot=tools,vision,jsonSchema,reasoning,sampling \
                | Body Builder (beta)
            openrouter/free context=200000 output=8000 in=0 out=0 can=tools,vision,jsonSchema,reasoning \
                | Free Models Router
            openrouter/fusion context=1000000 output=128000 cannot=tools,vision,jsonSchema,reasoning,sampling | Fusion
            openrouter/pareto-code context=2000000 output=200000 cannot=tools,vision,jsonSchema,reasoning,sampling \
                | Pareto Code Router
            perceptron/perceptron-mk1 context=32768 output=8192 in=0.15 out=1.5 can=vision,video,jsonSchema,reasoning \
                cannot=tools | Perceptron Mk1
            perplexity/sonar-pro-search context=200000 output=8000 in=3 out=15 can=vision,jsonSchema,reasoning \
                cannot=tools | Sonar Pro Search
            poolside/laguna-m.1 context=262144 output=32768 in=0.2 cacheRead=0.1 out=0.4 can=tools,reasoning \
                cannot=vision,jsonSchema | Laguna M.1
            poolside/laguna-xs.2 context=262144 output=32768 in=0.1 cacheRead=0.05 out=0.2 can=tools,reasoning \
                cannot=vision,jsonSchema | Laguna XS.2
            qwen/qwen-plus-2025-07-28 context=1000000 output=32768 in=0.26 out=0.78 can=tools,jsonSchema \
                cannot=vision,reasoning | Qwen Plus 0728
            qwen/qwen-plus-2025-07-28:thinking context=1000000 output=32768 in=0.26 cacheWrite=0.325 out=0.78 \
                can=tools,jsonSchema,reasoning cannot=reasoningEffort,vision budget=1,81920 \
                | Qwen Plus 0728 (thinking)
            qwen/qwen3-coder-next context=262144 output=262144 in=0.12 cacheRead=0.07 out=0.8 can=tools,jsonSchema \
                cannot=vision,reasoning | Qwen3 Coder Next
            qwen/qwen3-max context=262144 output=32768 in=1.2 out=6 can=tools,jsonSchema cannot=vision,reasoning \
                | Qwen3 Max
            qwen/qwen3-max-thinking context=262144 output=32768 in=0.78 out=3.9 can=tools,jsonSchema,reasoning \
                cannot=reasoningEffort,vision budget=1,81920 | Qwen3 Max Thinking
            qwen/qwen3-next-80b-a3b-instruct context=262144 output=16384 in=0.09 out=1.1 can=tools,jsonSchema \
                cannot=vision,reasoning | Qwen3-Next 80B-A3B Instruct
            qwen/qwen3-next-80b-a3b-thinking context=131072 output=32768 in=0.15 out=1.2 \
                can=tools,jsonSchema,reasoning cannot=vision | Qwen3-Next 80B-A3B (Thinking)
            qwen/qwen3-vl-235b-a22b-instruct context=262144 output=16384 in=0.21 cacheRead=0.1 out=1.9 \
                can=tools,vision,jsonSchema cannot=reasoning | Qwen3 VL 235B A22B Instruct
            qwen/qwen3-vl-235b-a22b-thinking context=131072 output=32768 in=0.26 out=2.6 \
                can=tools,vision,jsonSchema,reasoning | Qwen3 VL 235B A22B Thinking
            qwen/qwen3-vl-30b-a3b-instruct context=131072 output=32768 in=0.2 out=0.7 can=tools,vision,jsonSchema \
                cannot=reasoning | Qwen3 VL 30B A3B Instruct
            qwen/qwen3-vl-30b-a3b-thinking context=131072 output=32768 in=0.29 out=1 \
                can=tools,vision,jsonSchema,reasoning | Qwen3 VL 30B A3B Thinking
            qwen/qwen3-vl-32b-instruct context=131072 output=32768 in=0.104 out=0.416 can=tools,vision,jsonSchema \
                cannot=reasoning | Qwen3 VL 32B Instruct
            qwen/qwen3-vl-8b-instruct context=131072 output=32768 in=0.25 cacheRead=0.12 out=0.75 \
                can=tools,vision,jsonSchema cannot=reasoning | Qwen3 VL 8B Instruct
            qwen/qwen3-vl-8b-thinking context=131072 output=32768 in=0.117 out=1.365 \
                can=tools,vision,jsonSchema,reasoning | Qwen3 VL 8B Thinking
            qwen/qwen3.5-122b-a10b context=262144 output=262144 in=0.26 out=2.08 \
                can=tools,vision,video,jsonSchema,reasoning | Qwen3.5 122B-A10B
            qwen/qwen3.5-27b context=262144 output=65536 in=0.195 out=1.56 can=tools,vision,video,jsonSchema,reasoning \
                | Qwen3.5 27B
            qwen/qwen3.5-35b-a3b context=262144 output=81920 in=0.1625 cacheRead=0.05 out=1.3 \
                can=tools,vision,video,jsonSchema,reasoning | Qwen3.5 35B-A3B
            qwen/qwen3.5-397b-a17b context=131072 output=64000 in=0.39 cacheRead=0.3 out=2.34 \
                can=tools,vision,video,jsonSchema,reasoning | Qwen3.5 397B-A17B
            qwen/qwen3.5-9b context=262144 output=262144 in=0.1 out=0.15 can=tools,vision,video,jsonSchema,reasoning \
                | Qwen3.5 9B
            qwen/qwen3.5-flash-02-23 context=1000000 output=65536 in=0.065 out=0.26 \
                can=tools,vision,video,jsonSchema,reasoning cannot=reasoningEffort budget=1,81920 | Qwen3.5-Flash
            qwen/qwen3.5-plus-02-15 context=1000000 output=65536 in=0.26 out=1.56 \
                can=tools,vision,video,jsonSchema,reasoning cannot=reasoningEffort budget=1,81920 \
                above(256000).in=0.325 above(256000).out=1.95 | Qwen3.5 Plus 2026-02-15
            qwen/qwen3.5-plus-20260420 context=1000000 output=65536 in=0.3 cacheWrite=0.375 out=1.8 \
                can=tools,vision,video,jsonSchema,reasoning cannot=reasoningEffort budget=1,81920 \
                above(256000).in=0.375 above(256000).cacheWrite=0.46875 above(256000).out=2.25 \
                | Qwen3.5 Plus 2026-04-20
            qwen/qwen3.6-27b context=262140 output=262140 in=0.45 cacheRead=0.025 out=2.7 \
                can=tools,vision,video,jsonSchema,reasoning | Qwen3.6 27B
            qwen/qwen3.6-35b-a3b context=262144 output=262144 in=0.1 out=0.95 \
                can=tools,vision,video,jsonSchema,reasoning | Qwen3.6 35B-A3B
            qwen/qwen3.6-flash context=1000000 output=65536 in=0.1875 cacheWrite=0.234375 out=1.125 \
                can=tools,vision,video,jsonSchema,reasoning cannot=reasoningEffort budget=1,81920 \
                above(256000).in=0.75 above(256000).cacheWrite=0.9375 above(256000).out=3 | Qwen3.6 Flash
            qwen/qwen3.6-max-preview context=262144 output=65536 in=1.04 cacheWrite=1.3 out=6.24 \
                can=tools,jsonSchema,reasoning cannot=reasoningEffort,vision budget=1,131072 | Qwen3.6 Max Preview
            qwen/qwen3.6-plus context=1000000 output=65536 in=0.325 cacheWrite=0.40625 out=1.95 \
                can=tools,vision,video,jsonSchema,reasoning cannot=reasoningEffort budget=1,81920 above(256000).in=1.3 \
                above(256000).cacheWrite=1.625 above(256000).out=3.9 | Qwen3.6 Plus
            qwen/qwen3.7-max context=1000000 output=65536 in=1.475 cacheRead=0.295 cacheWrite=1.84375 out=4.425 \
                can=tools,jsonSchema,reasoning cannot=reasoningEffort,vision budget=1,262144 | Qwen3.7 Max
            qwen/qwen3.7-plus context=1000000 output=65536 in=0.32 cacheRead=0.064 cacheWrite=0.4 out=1.28 \
                can=tools,vision,jsonSchema,reasoning cannot=reasoningEffort budget=1,262144 above(256000).in=0.96 \
                above(256000).cacheRead=0.192 above(256000).cacheWrite=1.2 above(256000).out=3.84 | Qwen3.7 Plus
            rekaai/reka-edge context=16384 output=16384 in=0.1 out=0.1 can=tools,vision,video,jsonSchema \
                cannot=reasoning | Reka Edge
            relace/relace-apply-3 context=256000 output=128000 in=0.85 out=1.25 \
                cannot=tools,vision,jsonSchema,reasoning,sampling | Relace Apply 3
            relace/relace-search context=256000 output=128000 in=1 out=3 can=tools cannot=vision,jsonSchema,reasoning \
                | Relace Search
            sakana/fugu-ultra context=1000000 output=128000 in=5 cacheRead=0.5 out=30 \
                can=tools,vision,jsonSchema,reasoning cannot=sampling efforts=high,xhigh,max above(272000).in=10 \
                above(272000).cacheRead=1 above(272000).out=45 | Fugu Ultra
            stepfun/step-3.5-flash context=262144 output=65536 in=0.1 cacheRead=0.02 out=0.3 can=tools,reasoning \
                cannot=vision,jsonSchema | Step 3.5 Flash
            stepfun/step-3.7-flash context=256000 output=256000 in=0.2 cacheRead=0.04 out=1.15 \
                can=tools,vision,video,jsonSchema,reasoning efforts=low,medium,high | Step 3.7 Flash
            tencent/hy3-preview context=262144 output=262144 in=0.18 cacheRead=0.06 out=0.6 can=tools,reasoning \
                cannot=vision,jsonSchema efforts=none,low,high | Hy3 preview
            thedrummer/cydonia-24b-v4.1 context=131072 output=131072 in=0.3 cacheRead=0.15 out=0.5 can=jsonSchema \
                cannot=tools,vision,reasoning | Cydonia 24B V4.1
            upstage/solar-pro-3 context=128000 output=128000 in=0.15 cacheRead=0.015 out=0.6 \
                can=tools,jsonSchema,reasoning cannot=vision | Solar Pro 3
            writer/palmyra-x5 context=1040000 output=8192 in=0.6 out=6 cannot=tools,vision,jsonSchema,reasoning \
                | Palmyra X5
            x-ai/grok-4.20 context=2000000 output=2000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=tools,vision,files,jsonSchema,reasoning above(200000).in=2.5 above(200000).cacheRead=0.4 \
                above(200000).out=5 | Grok 4.20
            x-ai/grok-4.20-multi-agent context=2000000 output=2000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=vision,files,jsonSchema,reasoning cannot=tools efforts=low,high above(200000).in=2.5 \
                above(200000).cacheRead=0.4 above(200000).out=5 | Grok 4.20 Multi-Agent
            x-ai/grok-4.3 context=1000000 output=1000000 in=1.25 cacheRead=0.2 out=2.5 \
                can=tools,vision,files,jsonSchema,reasoning efforts=none,low,medium,high above(200000).in=2.5 \
                above(200000).cacheRead=0.4 above(200000).out=5 | Grok 4.3
            x-ai/grok-build-0.1 context=256000 output=256000 in=1 cacheRead=0.2 out=2 \
                can=tools,vision,jsonSchema,reasoning above(200000).in=2 above(200000).cacheRead=0.4 \
                above(200000).out=4 | Grok Build 0.1
            xiaomi/mimo-v2.5 context=32000 output=131072 in=0.4 cacheRead=0.08 out=2 \
                can=tools,vision,audio,video,jsonSchema,reasoning | MiMo-V2.5
            xiaomi/mimo-v2.5-pro context=1048576 output=131072 in=0.435 cacheRead=0.0036 out=0.87 \
                can=tools,jsonSchema,reasoning cannot=vision | MiMo-V2.5-Pro
            z-ai/glm-4.6 context=202752 output=131072 in=0.6 cacheRead=0.11 out=2.2 can=tools,jsonSchema,reasoning \
                cannot=vision | GLM-4.6
            z-ai/glm-4.6v context=131072 output=32768 in=0.3 cacheRead=0.05 out=0.9 can=tools,vision,video,reasoning \
                cannot=jsonSchema | GLM-4.6V
            z-ai/glm-4.7 context=202752 output=131072 in=0.6 cacheRead=0.11 out=2.2 can=tools,jsonSchema,reasoning \
                cannot=vision | GLM-4.7
            z-ai/glm-4.7-flash context=202752 output=16384 in=0.0605 cacheRead=0.01 out=0.4 \
                can=tools,jsonSchema,reasoning cannot=vision | GLM-4.7-Flash
            z-ai/glm-5 context=202752 output=128000 in=1 cacheRead=0.2 out=3.2 can=tools,jsonSchema,reasoning \
                cannot=vision | GLM-5
            z-ai/glm-5-turbo context=262144 output=131072 in=1.2 cacheRead=0.24 out=4 can=tools,reasoning \
                cannot=vision,jsonSchema | GLM-5-Turbo
            z-ai/glm-5.1 context=65536 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning \
                cannot=vision | GLM-5.1
            z-ai/glm-5.2 context=1048576 output=32768 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning \
                cannot=vision efforts=high,xhigh | GLM-5.2
            z-ai/glm-5v-turbo context=202752 output=131072 in=1.2 cacheRead=0.24 out=4 \
                can=tools,vision,video,reasoning cannot=jsonSchema | GLM-5V-Turbo
            ~anthropic/claude-fable-latest context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 out=50 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                | Claude Fable Latest
            ~anthropic/claude-haiku-latest context=200000 output=64000 in=0.1 cacheRead=0.01 cacheWrite=0.125 \
                cacheWrite1h=0.2 out=0.5 search=10 can=tools,vision,files,jsonSchema,reasoning cannot=reasoningEffort \
                budget=1024,63999 above(100000).in=0.5 above(100000).cacheRead=0.05 above(100000).cacheWrite=0.625 \
                above(100000).cacheWrite1h=1 above(100000).out=2.5 | Anthropic Claude Haiku Latest
            ~anthropic/claude-opus-latest context=1000000 output=128000 in=4 cacheRead=0.2 cacheWrite=5 out=20 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,xhigh,max \
                | Claude Opus Latest
            ~anthropic/claude-sonnet-latest context=1000000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 out=10 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=low,medium,high,max \
                budget=1024,127999 | Anthropic Claude Sonnet Latest
            ~google/gemini-flash-latest context=1048576 output=65536 in=0.75 cacheRead=0.075 cacheWrite=0.041667 \
                out=3.75 can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=minimal,low,medium,high \
                | Google Gemini Flash Latest
            ~google/gemini-pro-latest context=1048576 output=65536 in=2 cacheRead=0.1 cacheWrite=0.1875 out=10 \
                can=tools,vision,audio,files,video,jsonSchema,reasoning efforts=low,medium,high \
                | Google Gemini Pro Latest
            ~moonshotai/kimi-latest context=262144 output=262144 in=0.239 cacheRead=0.21 out=11.936 \
                can=tools,vision,jsonSchema,reasoning | MoonshotAI Kimi Latest
            ~openai/gpt-latest context=1050000 output=128000 in=5 cacheRead=0.5 out=30 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | OpenAI GPT Latest
            ~openai/gpt-mini-latest context=400000 output=128000 in=0.75 cacheRead=0.075 out=4.5 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | OpenAI GPT Mini Latest
            *
            """
    )
}
