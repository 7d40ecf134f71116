// Generated from IDL/Prices/mistral.idl: edit that file, not this one.

public import MassGenCore

extension Mistral {
    /// The models of Mistral, prices in US dollars per million tokens, from https://mistral.ai/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let models = ModelTable(
        source: "https://mistral.ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            codestral-latest context=256000 output=128000 in=0.3 cacheRead=0.03 out=0.9 batch.in=0.15 \
                batch.cacheRead=0.015 batch.out=0.45 cannot=vision,reasoning dated=codestral-2508 | Codestral
            codestral-mamba-latest context=256000 output=256000 in=0.25 cacheRead=0.025 out=0.25
            deepseek-v4-1-flash-1017 context=1048576 output=131072 in=0.3 cacheRead=0.007 out=1.2 \
                | DeepSeek V4.1 Flash 1017
            glm-5-2 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 \
                efforts=none,minimal,low,medium,high,xhigh,max
            labs-leanstral-1-5-1 context=262144 output=131072 in=0 out=0
            ministral-3b-latest context=131072 output=131072 in=0.1 cacheRead=0.01 out=0.1 batch.in=0.05 \
                batch.cacheRead=0.005 batch.out=0.05 cannot=reasoning alias=ministral-3-3b-2512 \
                dated=ministral-3b-2512 | Ministral 3 3B
            ministral-8b-latest context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.15 batch.in=0.075 \
                batch.cacheRead=0.0075 batch.out=0.075 cannot=reasoning alias=ministral-3-8b-2512 \
                dated=ministral-8b-2512 | Ministral 3 8B
            ministral-14b-latest context=262144 output=262144 in=0.2 cacheRead=0.02 out=0.2 batch.in=0.1 \
                batch.cacheRead=0.01 batch.out=0.1 cannot=reasoning alias=ministral-3-14b-2512 \
                dated=ministral-14b-2512 | Ministral 3 14B
            mistral-code-agent-latest context=256000 output=256000 in=0.4 cacheRead=0.04 out=2 efforts=none,high
            mistral-code-fim-latest context=128000 output=128000 in=0.3 cacheRead=0.03 out=0.9
            mistral-code-latest context=128000 output=128000 in=0.3 cacheRead=0.03 out=0.9
            mistral-large-4 context=1048576 output=1048576 in=1.36 cacheRead=0.14 out=4.18 efforts=none,high \
                alias=mistral-large-4-0 | Mistral Large 4
            mistral-large-latest context=262144 output=262144 in=0.5 cacheRead=0.05 out=1.5 batch.in=0.25 \
                batch.cacheRead=0.025 batch.out=0.75 cannot=reasoning alias=mistral-large-3 dated=mistral-large-2512 \
                | Mistral Large 3
            mistral-medium context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 efforts=none,high \
                | Mistral Medium
            mistral-medium-latest context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 batch.in=0.75 \
                batch.cacheRead=0.075 batch.out=3.75 efforts=none,high \
                alias=mistral-medium-3,mistral-medium-3-5,mistral-medium-3.5 dated=mistral-medium-2604 \
                | Mistral Medium 3.5
            mistral-small context=32000 output=8191 in=0.1 cacheRead=0.01 out=0.3 efforts=none,high
            mistral-small-latest context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.6 batch.in=0.075 \
                batch.cacheRead=0.0075 batch.out=0.3 efforts=none,high dated=mistral-small-2603 | Mistral Small 4
            pixtral-large-latest context=128000 output=128000 in=2 cacheRead=0.2 out=6 cannot=reasoning \
                | Pixtral Large
            voxtral-small-latest context=32768 output=32768 in=0.1 cacheRead=0.01 out=0.4 batch.in=0.05 \
                batch.cacheRead=0.005 batch.out=0.2 dated=voxtral-small-2507 | Voxtral Small 24B
            zai-glm-5-3 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 efforts=low,high,max \
                alias=zai-glm-5,zai-glm-latest | Z.ai GLM 5.3
            zai-glm-5-3-flash context=1048576 output=131072 in=0.15 cacheRead=0.03 out=0.5 efforts=low,high,max \
                | Z.ai GLM 5.3 Flash
            devstral-2512 context=262144 output=262144 in=0.4 cacheRead=0.04 out=2 cannot=vision,reasoning \
                | Devstral 2
            devstral-latest context=262144 output=256000 in=0.4 cacheRead=0.04 out=2 cannot=vision efforts=none,high \
                alias=devstral-medium-latest | Devstral 2
            devstral-medium-2507 context=128000 output=128000 in=0.4 out=2 cannot=vision,reasoning | Devstral Medium
            devstral-small-2505 context=128000 output=128000 in=0.1 out=0.3 cannot=vision,reasoning \
                | Devstral Small 2505
            devstral-small-2507 context=128000 output=128000 in=0.1 out=0.3 cannot=vision,reasoning | Devstral Small
            devstral-small-latest context=256000 output=256000 in=0.1 cacheRead=0.01 out=0.3 efforts=none,high \
                | Devstral Small
            labs-devstral-small-2512 context=256000 output=256000 in=0.1 out=0.3 cannot=reasoning | Devstral Small 2
            magistral-medium-latest context=262144 output=262144 in=2 out=5 | Magistral Medium
            magistral-small context=128000 output=128000 in=0.5 out=1.5 cannot=vision | Magistral Small
            magistral-small-latest context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.6 | Magistral Small
            mistral-medium-2505 context=131072 output=131072 in=0.4 cacheRead=0.04 out=2 cannot=reasoning \
                | Mistral Medium 3
            mistral-medium-2508 context=262144 output=262144 in=0.4 cacheRead=0.04 out=2 cannot=reasoning \
                | Mistral Medium 3.1
            mistral-nemo context=128000 output=128000 in=0.15 out=0.15 cannot=vision,reasoning | Mistral Nemo
            mistral-small-2506 context=128000 output=16384 in=0.1 out=0.3 cannot=reasoning | Mistral Small 3.2
            labs-leanstral-1-5 context=262144 output=131072 in=0 out=0 retired=2026-09-30
            zai-glm-5-2 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 \
                efforts=none,minimal,low,medium,high,xhigh,max retired=2026-10-31
            codestral-* cannot=vision,reasoning
            deepseek-*
            devstral-*
            labs-*
            magistral-*
            ministral-* cannot=reasoning
            mistral-*
            open-* cannot=reasoning
            pixtral-* cannot=reasoning
            voxtral-*
            zai-glm-*
            """
    )
}
