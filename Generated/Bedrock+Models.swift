// Generated from IDL/Prices/Bedrock.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Amazon Bedrock, prices in US dollars per million tokens, from
    /// https://aws.amazon.com/bedrock/pricing/; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of
    /// 2026-11-23.
    public static let bedrock = ModelTable(
        id: "bedrock",
        title: "Amazon Bedrock",
        source: "https://aws.amazon.com/bedrock/pricing/; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        prefixes: "us. eu. apac. jp. au. global.",
        rows: """
            amazon.nova-2-lite-v1:0 context=128000 output=64000 in=0.3 cacheRead=0.075 out=2.5 \
                can=tools,vision,files,video,jsonSchema,reasoning,caching efforts=low,medium,high batch.in=0.15 \
                batch.out=1.25 priority.in=0.525 priority.cacheRead=0.13125 priority.out=4.375 | Nova 2 Lite
            amazon.nova-2-pro-preview-20251202-v1:0 context=1000000 output=64000 in=1.25 cacheRead=0.3125 out=10 \
                audioIn=1.25 can=tools,vision,files,video,jsonSchema,reasoning,caching batch.in=0.625 batch.out=5 \
                priority.in=2.1875 priority.out=17.5
            amazon.nova-lite-v1:0 context=300000 output=10000 in=0.06 cacheRead=0.015 out=0.24 \
                can=tools,vision,files,video,jsonSchema,caching cannot=reasoning batch.in=0.03 batch.out=0.12 \
                | Nova Lite
            amazon.nova-micro-v1:0 context=128000 output=10000 in=0.035 cacheRead=0.00875 out=0.14 \
                can=tools,jsonSchema,caching cannot=vision,reasoning batch.in=0.0175 batch.out=0.07 | Nova Micro
            amazon.nova-premier-v1:0 context=1000000 output=10000 in=2.5 cacheRead=0.625 out=12.5 \
                can=tools,vision,files,jsonSchema,caching batch.in=1.25 batch.out=6.25 priority.in=4.375 \
                priority.cacheRead=1.09375 priority.out=21.875 | Nova Premier
            amazon.nova-pro-v1:0 context=300000 output=10000 in=0.8 cacheRead=0.2 out=3.2 \
                can=tools,vision,files,video,jsonSchema,caching cannot=reasoning batch.in=0.4 batch.out=1.6 \
                flex.in=0.4 flex.cacheRead=0.1 flex.out=1.6 priority.in=1.4 priority.cacheRead=0.35 priority.out=5.6 \
                | Nova Pro
            anthropic.claude-3-7-sonnet-20250219-v1:0 context=200000 output=8192 in=3 cacheRead=0.3 cacheWrite=3.75 \
                out=15 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse
            anthropic.claude-fable-5 context=1000000 output=128000 in=10 cacheRead=1 cacheWrite=12.5 cacheWrite1h=20 \
                out=50 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512
            anthropic.claude-fable-5-1 context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 \
                cacheWrite1h=20 out=50 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512
            anthropic.claude-haiku-4-5-20251001-v1:0 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 \
                cacheWrite1h=2 out=5 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse \
                cannot=reasoningEffort budget=1024 cacheMin=4096 batch.in=0.5 batch.out=2.5 | Claude Haiku 4.5
            anthropic.claude-haiku-4-5@20251001 context=200000 output=64000 in=1 cacheRead=0.1 cacheWrite=1.25 \
                cacheWrite1h=2 out=5 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse \
                cacheMin=4096
            anthropic.claude-haiku-5-5 context=1000000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 \
                cacheWrite1h=0.2 out=0.5 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512 above(100000).in=0.5 \
                above(100000).cacheRead=0.05 above(100000).cacheWrite=0.625 above(100000).out=2.5
            anthropic.claude-mythos-5-1 context=1000000 output=128000 in=10 cacheRead=0.25 cacheWrite=12.5 \
                cacheWrite1h=20 out=50 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512
            anthropic.claude-opus-4-1-20250805-v1:0 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 \
                out=75 search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse \
                cannot=reasoningEffort budget=1024 cacheMin=1024 retired=2027-01-08 | Claude Opus 4.1
            anthropic.claude-opus-4-20250514-v1:0 context=200000 output=32000 in=15 cacheRead=1.5 cacheWrite=18.75 \
                out=75 search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse cacheMin=1024
            anthropic.claude-opus-4-5-20251101-v1:0 context=200000 output=64000 in=5 cacheRead=0.5 cacheWrite=6.25 \
                cacheWrite1h=10 out=25 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse efforts=low,medium,high \
                budget=1024 cacheMin=4096 | Claude Opus 4.5
            anthropic.claude-opus-4-6-v1 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 \
                cacheWrite1h=10 out=25 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                efforts=low,medium,high,max budget=1024 cacheMin=4096 | Claude Opus 4.6
            anthropic.claude-opus-4-7 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=2048 | Claude Opus 4.7
            anthropic.claude-opus-4-8 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=1024 | Claude Opus 4.8
            anthropic.claude-opus-5 context=1000000 output=128000 in=5 cacheRead=0.5 cacheWrite=6.25 cacheWrite1h=10 \
                out=25 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=512
            anthropic.claude-opus-5-5 context=1000000 output=128000 in=4 cacheRead=0.2 cacheWrite=5 cacheWrite1h=8 \
                out=20 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512
            anthropic.claude-sonnet-4-20250514-v1:0 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 \
                out=15 search=10 can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse cacheMin=1024 \
                retired=2026-10-14 above(200000).in=6 above(200000).cacheRead=0.6 above(200000).cacheWrite=7.5 \
                above(200000).out=22.5
            anthropic.claude-sonnet-4-5-20250929-v1:0 context=200000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 \
                cacheWrite1h=6 out=15 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,prefill,caching,computerUse cannot=reasoningEffort \
                budget=1024 cacheMin=1024 retired=2027-04-08 above(200000).in=6 above(200000).cacheRead=0.6 \
                above(200000).cacheWrite=7.5 above(200000).out=22.5 batch.in=1.5 batch.out=7.5 | Claude Sonnet 4.5
            anthropic.claude-sonnet-4-6 context=1000000 output=64000 in=3 cacheRead=0.3 cacheWrite=3.75 cacheWrite1h=6 \
                out=15 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                efforts=low,medium,high,max budget=1024 cacheMin=1024 | Claude Sonnet 4.6
            anthropic.claude-sonnet-5 context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 cacheWrite1h=4 \
                out=10 search=10 can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,caching,computerUse \
                cannot=reasoningBudget,sampling efforts=low,medium,high,xhigh,max cacheMin=1024 | Claude Sonnet 5
            anthropic.claude-sonnet-5-5 context=1000000 output=128000 in=2 cacheRead=0.1 cacheWrite=2.5 cacheWrite1h=4 \
                out=10 search=10 \
                can=tools,vision,files,jsonSchema,reasoning,adaptiveThinking,alwaysThinking,caching,computerUse \
                cannot=reasoningBudget,forcedTool,sampling efforts=low,medium,high,xhigh,max cacheMin=512
            deepseek.r1-v1:0 context=128000 output=8192 in=1.35 out=5.4 can=reasoning cannot=tools,toolChoice,vision \
                retired=2027-03-30 | DeepSeek-R1
            deepseek.v3-v1:0 context=163840 output=8000 in=0.58 out=1.68 can=tools,jsonSchema,reasoning cannot=vision \
                retired=2027-03-30 | DeepSeek-V3.1
            deepseek.v3.2 context=163840 output=8000 in=0.62 out=1.85 can=tools,jsonSchema,reasoning \
                cannot=vision,audio batch.in=0.31 batch.out=0.925 flex.in=0.31 flex.out=0.925 priority.in=1.085 \
                priority.out=3.2375 | DeepSeek-V3.2
            google.gemma-3-12b-it context=131072 output=8000 in=0.09 out=0.29 can=tools,vision,jsonSchema \
                cannot=audio,reasoning retired=2027-03-30 batch.in=0.05 batch.out=0.15 flex.in=0.05 flex.out=0.15 \
                priority.in=0.16 priority.out=0.51 | Google Gemma 3 12B
            google.gemma-3-27b-it context=202752 output=8000 in=0.23 out=0.38 can=tools,vision,jsonSchema \
                cannot=audio,reasoning retired=2027-03-30 batch.in=0.12 batch.out=0.19 flex.in=0.12 flex.out=0.19 \
                priority.in=0.4 priority.out=0.67 | Google Gemma 3 27B Instruct
            google.gemma-3-4b-it context=128000 output=8000 in=0.04 out=0.08 can=tools,vision cannot=audio,reasoning \
                retired=2027-03-30 batch.in=0.02 batch.out=0.04 flex.in=0.02 flex.out=0.04 priority.in=0.07 \
                priority.out=0.14 | Gemma 3 4B IT
            meta.llama3-1-70b-instruct-v1:0 context=128000 output=4096 in=0.72 out=0.72 can=tools \
                cannot=vision,reasoning | Llama 3.1 70B Instruct
            meta.llama3-1-8b-instruct-v1:0 context=128000 output=4096 in=0.22 out=0.22 can=tools \
                cannot=vision,reasoning | Llama 3.1 8B Instruct
            meta.llama3-3-70b-instruct-v1:0 context=128000 output=4096 in=0.72 out=0.72 can=tools \
                cannot=toolChoice,vision,reasoning retired=2027-03-30 batch.in=0.36 batch.out=0.36 \
                | Llama 3.3 70B Instruct
            meta.llama4-maverick-17b-instruct-v1:0 context=1000000 output=8192 in=0.24 out=0.97 can=tools,vision \
                cannot=toolChoice,reasoning retired=2027-03-30 batch.in=0.12 batch.out=0.485 \
                | Llama 4 Maverick 17B Instruct
            meta.llama4-scout-17b-instruct-v1:0 context=3500000 output=8192 in=0.17 out=0.66 can=tools,vision \
                cannot=toolChoice,reasoning retired=2027-03-30 batch.in=0.085 batch.out=0.33 \
                | Llama 4 Scout 17B Instruct
            minimax.minimax-m2 context=204608 output=8000 in=0.3 out=1.2 can=tools,jsonSchema,reasoning \
                cannot=vision,audio retired=2027-03-30 batch.in=0.15 batch.out=0.6 flex.in=0.15 flex.out=0.6 \
                priority.in=0.52 priority.out=2.1 | MiniMax M2
            minimax.minimax-m2.1 context=204800 output=8000 in=0.3 out=1.2 can=tools,jsonSchema,reasoning \
                cannot=vision,audio retired=2027-03-30 batch.in=0.15 batch.out=0.6 flex.in=0.15 flex.out=0.6 \
                priority.in=0.525 priority.out=2.1 | MiniMax M2.1
            minimax.minimax-m2.5 context=196608 output=8000 in=0.3 out=1.2 can=tools,jsonSchema,reasoning \
                cannot=vision,audio batch.in=0.15 batch.out=0.6 flex.in=0.15 flex.out=0.6 priority.in=0.525 \
                priority.out=2.1 | MiniMax M2.5
            mistral.devstral-2-123b context=256000 output=32000 in=0.4 out=2 can=tools,jsonSchema \
                cannot=vision,audio,reasoning retired=2027-03-30 batch.in=0.2 batch.out=1 flex.in=0.2 flex.out=1 \
                priority.in=0.7 priority.out=3.5 | Devstral 2 123B
            mistral.magistral-small-2509 context=128000 output=40000 in=0.5 out=1.5 \
                can=tools,vision,jsonSchema,reasoning cannot=audio batch.in=0.25 batch.out=0.75 flex.in=0.25 \
                flex.out=0.75 priority.in=0.88 priority.out=2.63 | Magistral Small 1.2
            mistral.ministral-3-14b-instruct context=128000 output=8000 in=0.2 out=0.2 can=tools,vision,jsonSchema \
                cannot=audio,reasoning batch.in=0.1 batch.out=0.1 flex.in=0.1 flex.out=0.1 priority.in=0.35 \
                priority.out=0.35 | Ministral 14B 3.0
            mistral.ministral-3-3b-instruct context=256000 output=8000 in=0.1 out=0.1 can=tools,vision,jsonSchema \
                cannot=audio,reasoning batch.in=0.05 batch.out=0.05 flex.in=0.05 flex.out=0.05 priority.in=0.17 \
                priority.out=0.17 | Ministral 3 3B
            mistral.ministral-3-8b-instruct context=128000 output=8000 in=0.15 out=0.15 can=tools,vision,jsonSchema \
                cannot=audio,reasoning batch.in=0.07 batch.out=0.07 flex.in=0.07 flex.out=0.07 priority.in=0.26 \
                priority.out=0.26 | Ministral 3 8B
            mistral.mistral-large-3-675b-instruct context=256000 output=32000 in=0.5 out=1.5 \
                can=tools,vision,jsonSchema cannot=audio,reasoning batch.in=0.25 batch.out=0.75 flex.in=0.25 \
                flex.out=0.75 priority.in=0.88 priority.out=2.63 | Mistral Large 3
            mistral.pixtral-large-2502-v1:0 context=128000 output=16384 in=2 out=6 can=tools,vision \
                cannot=toolChoice,reasoning | Pixtral Large (25.02)
            mistral.voxtral-mini-3b-2507 context=128000 output=8192 in=0.04 out=0.04 can=tools,audio,jsonSchema \
                cannot=vision,reasoning retired=2027-03-30 batch.in=0.02 batch.out=0.02 flex.in=0.02 flex.out=0.02 \
                priority.in=0.07 priority.out=0.07 | Voxtral Mini 3B 2507
            mistral.voxtral-small-24b-2507 context=32000 output=8192 in=0.1 out=0.3 can=tools,audio,jsonSchema \
                cannot=vision,reasoning retired=2027-03-30 batch.in=0.05 batch.out=0.15 flex.in=0.05 flex.out=0.15 \
                priority.in=0.17 priority.out=0.52 | Voxtral Small 24B 2507
            moonshot.kimi-k2-thinking context=262143 output=16000 in=0.6 out=2.5 can=tools,jsonSchema,reasoning \
                cannot=vision,audio retired=2027-03-30 batch.in=0.3 batch.out=1.25 priority.in=1.05 priority.out=4.38 \
                | Kimi K2 Thinking
            moonshotai.kimi-k2.5 context=262143 output=16000 in=0.6 out=3 can=tools,vision,jsonSchema,reasoning \
                cannot=audio batch.in=0.3 batch.out=1.5 flex.in=0.3 flex.out=1.5 priority.in=1.05 priority.out=5.25 \
                | Kimi K2.5
            moonshotai.kimi-k3 context=1000000 output=131072 in=3.3 cacheRead=0.33 cacheWrite=4.125 out=16.5 \
                can=tools,vision,jsonSchema,reasoning,caching cannot=audio flex.in=1.65 flex.cacheRead=0.165 \
                flex.cacheWrite=2.0625 flex.out=8.25 priority.in=5.775 priority.cacheRead=0.5775 \
                priority.cacheWrite=7.21875 priority.out=28.875 | Kimi K3 (regional)
            nvidia.nemotron-nano-12b-v2 context=128000 output=8000 in=0.2 out=0.6 can=tools,vision,jsonSchema \
                cannot=audio,reasoning retired=2027-03-30 batch.in=0.1 batch.out=0.3 flex.in=0.1 flex.out=0.3 \
                priority.in=0.35 priority.out=1.05 | NVIDIA Nemotron Nano 12B v2 VL BF16
            nvidia.nemotron-nano-3-30b context=128000 output=8000 in=0.06 out=0.24 can=tools,jsonSchema,reasoning \
                cannot=vision,audio batch.in=0.03 batch.out=0.12 flex.in=0.03 flex.out=0.12 priority.in=0.11 \
                priority.out=0.42 | NVIDIA Nemotron Nano 3 30B
            nvidia.nemotron-nano-9b-v2 context=128000 output=8000 in=0.06 out=0.23 can=tools,jsonSchema \
                cannot=vision,audio,reasoning retired=2027-03-30 batch.in=0.03 batch.out=0.12 flex.in=0.03 \
                flex.out=0.12 priority.in=0.11 priority.out=0.4 | NVIDIA Nemotron Nano 9B v2
            nvidia.nemotron-super-3-120b context=262144 output=32000 in=0.15 out=0.65 can=tools,jsonSchema,reasoning \
                cannot=vision,audio batch.in=0.075 batch.out=0.325 flex.in=0.075 flex.out=0.325 priority.in=0.2625 \
                priority.out=1.1375 | NVIDIA Nemotron 3 Super 120B A12B
            openai.gpt-5.4 context=272000 output=128000 in=2.75 cacheRead=0.275 out=16.5 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | GPT-5.4
            openai.gpt-5.5 context=272000 output=128000 in=5.5 cacheRead=0.55 out=33 \
                can=tools,vision,files,jsonSchema,reasoning cannot=sampling efforts=none,low,medium,high,xhigh \
                | GPT-5.5
            openai.gpt-6-luna context=1000000 output=128000 in=0.1 cacheRead=0.01 cacheWrite=0.125 out=0.5 \
                can=tools,vision,reasoning,caching cannot=sampling efforts=none,low,medium,high,xhigh,max \
                above(272000).in=0.2 above(272000).cacheRead=0.02 above(272000).cacheWrite=0.25 above(272000).out=0.75 \
                | GPT-6 Luna (regional)
            openai.gpt-6-sol context=1000000 output=128000 in=2 cacheRead=0.2 cacheWrite=2.5 out=10 \
                can=tools,vision,reasoning,caching cannot=sampling efforts=none,low,medium,high,xhigh,max \
                above(272000).in=4 above(272000).cacheRead=0.4 above(272000).cacheWrite=5 above(272000).out=15 \
                | GPT-6 Sol (regional)
            openai.gpt-oss-120b context=128000 output=16384 in=0.15 out=0.6 can=tools,jsonSchema,reasoning \
                cannot=vision efforts=low,medium,high | gpt-oss-120b
            openai.gpt-oss-120b-1:0 context=128000 output=16384 in=0.15 out=0.6 can=tools,jsonSchema,reasoning \
                cannot=vision efforts=low,medium,high batch.in=0.075 batch.out=0.3 flex.in=0.075 flex.out=0.3 \
                priority.in=0.2625 priority.out=1.05 | gpt-oss-120b
            openai.gpt-oss-20b context=128000 output=16384 in=0.07 out=0.3 can=tools,jsonSchema,reasoning \
                cannot=vision efforts=low,medium,high | gpt-oss-20b
            openai.gpt-oss-20b-1:0 context=128000 output=16384 in=0.07 out=0.3 can=tools,jsonSchema,reasoning \
                cannot=vision efforts=low,medium,high batch.in=0.035 batch.out=0.15 flex.in=0.035 flex.out=0.15 \
                priority.in=0.1225 priority.out=0.525 | gpt-oss-20b
            qwen.qwen3-235b-a22b-2507-v1:0 context=262144 output=8192 in=0.22 out=0.88 can=tools,jsonSchema,reasoning \
                cannot=vision batch.in=0.11 batch.out=0.44 flex.in=0.11 flex.out=0.44 | Qwen3 235B A22B 2507
            qwen.qwen3-32b-v1:0 context=16384 output=8192 in=0.15 out=0.6 can=tools,jsonSchema,reasoning cannot=vision \
                batch.in=0.075 batch.out=0.3 flex.in=0.075 flex.out=0.3 priority.in=0.2625 priority.out=1.05 \
                | Qwen3 32B (dense)
            qwen.qwen3-coder-30b-a3b-v1:0 context=262144 output=16384 in=0.15 out=0.6 can=tools,jsonSchema,reasoning \
                cannot=vision retired=2027-03-30 batch.in=0.075 batch.out=0.3 priority.in=0.2625 priority.out=1.05 \
                | Qwen3 Coder 30B A3B Instruct
            qwen.qwen3-coder-480b-a35b-v1:0 context=131072 output=16384 in=0.45 out=1.8 can=tools,jsonSchema,reasoning \
                cannot=vision retired=2027-03-30 | Qwen3 Coder 480B A35B Instruct
            qwen.qwen3-coder-next context=131072 output=16000 in=0.5 out=1.2 can=tools,jsonSchema,reasoning \
                cannot=vision,audio batch.in=0.25 batch.out=0.6 flex.in=0.25 flex.out=0.6 priority.in=0.875 \
                priority.out=2.1 | Qwen3 Coder Next
            qwen.qwen3-next-80b-a3b context=262000 output=8000 in=0.15 out=1.2 can=tools,jsonSchema \
                cannot=vision,audio,reasoning flex.in=0.07 flex.out=0.6 priority.in=0.26 priority.out=2.1 \
                | Qwen/Qwen3-Next-80B-A3B-Instruct
            qwen.qwen3-vl-235b-a22b context=262000 output=8000 in=0.53 out=2.66 can=tools,vision \
                cannot=audio,jsonSchema,reasoning batch.in=0.26 batch.out=1.33 priority.in=0.93 priority.out=4.66 \
                | Qwen/Qwen3-VL-235B-A22B-Instruct
            writer.palmyra-vision-7b context=4096 output=4096 in=0.15 out=0.6 can=vision batch.in=0.075 batch.out=0.3 \
                flex.in=0.075 flex.out=0.3 priority.in=0.2625 priority.out=1.05
            writer.palmyra-x4-v1:0 context=122880 output=8192 in=2.5 out=10 can=tools,files,reasoning cannot=vision \
                retired=2027-03-09 | Palmyra X4
            writer.palmyra-x5-v1:0 context=1040000 output=8192 in=0.6 out=6 can=tools,files,reasoning cannot=vision \
                retired=2027-03-21 | Palmyra X5
            xai.grok-4.3 context=1000000 output=131072 in=1.25 cacheRead=0.2 out=2.5 \
                can=tools,vision,jsonSchema,reasoning efforts=none,low,medium,high | Grok 4.3
            zai.glm-4.7 context=204800 output=128000 in=0.6 out=2.2 can=tools,jsonSchema,reasoning cannot=vision,audio \
                retired=2027-03-30 batch.in=0.3 batch.out=1.1 flex.in=0.3 flex.out=1.1 priority.in=1.05 \
                priority.out=3.85 | GLM-4.7
            zai.glm-4.7-flash context=200000 output=128000 in=0.07 out=0.4 can=tools,jsonSchema,reasoning \
                cannot=vision,audio retired=2027-03-30 batch.in=0.035 batch.out=0.2 flex.in=0.035 flex.out=0.2 \
                priority.in=0.1225 priority.out=0.7 | GLM-4.7-Flash
            zai.glm-5 context=202752 output=128000 in=1 out=3.2 can=tools,jsonSchema,reasoning cannot=vision,audio \
                batch.in=0.5 batch.out=1.6 priority.in=1.75 priority.out=5.6 | GLM-5
            *
            """
    )
}
