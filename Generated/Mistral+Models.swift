// Generated from IDL/Prices/Mistral.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Mistral, prices in US dollars per million tokens, from https://mistral.ai/pricing; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let mistral = ModelTable(
        id: "mistral",
        title: "Mistral",
        source: "https://mistral.ai/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            codestral-2508 context=256000 output=128000 in=0.3 cacheRead=0.03 out=0.9 can=prefill batch.in=0.15 \
                batch.cacheRead=0.015 batch.out=0.45 | Codestral 2508
            codestral-embed context=8000 in=0.15 cacheRead=0.015 kind=embedding | Codestral Embed 2505
            codestral-embed-2505 context=8000 in=0.15 cacheRead=0.015 kind=embedding | Codestral Embed 2505
            codestral-latest context=256000 output=128000 in=0.3 cacheRead=0.03 out=0.9 can=prefill \
                cannot=vision,reasoning batch.in=0.15 batch.out=0.45 | Codestral (latest)
            codestral-mamba-latest context=256000 output=256000 in=0.25 cacheRead=0.025 out=0.25 can=prefill
            deepseek-v4-1-flash-1017 context=1048576 output=131072 in=0.3 cacheRead=0.007 out=1.2 can=prefill,caching \
                | DeepSeek V4.1 Flash 1017
            devstral-2512 context=262144 output=262144 in=0.4 cacheRead=0.04 out=2 cannot=vision,reasoning \
                status=deprecated | Devstral 2
            devstral-latest context=262144 output=256000 in=0.4 cacheRead=0.04 out=2 can=prefill cannot=vision \
                efforts=none,high status=deprecated | Devstral 2
            devstral-medium-2507 context=128000 output=128000 in=0.4 out=2 cannot=vision,reasoning status=deprecated \
                | Devstral Medium
            devstral-medium-latest context=262144 output=256000 in=0.4 cacheRead=0.04 out=2 can=prefill cannot=vision \
                efforts=none,high status=deprecated | Devstral 2 (latest)
            devstral-small-2505 context=128000 output=128000 in=0.1 out=0.3 cannot=vision,reasoning status=deprecated \
                | Devstral Small 2505
            devstral-small-2507 context=128000 output=128000 in=0.1 out=0.3 cannot=vision,reasoning status=deprecated \
                | Devstral Small
            devstral-small-latest context=256000 output=256000 in=0.1 cacheRead=0.01 out=0.3 can=prefill \
                efforts=none,high status=deprecated | Devstral Small
            glm-5-2 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 can=prefill,caching \
                efforts=none,minimal,low,medium,high,xhigh,max
            labs-devstral-small-2512 context=256000 output=256000 in=0.1 out=0.3 cannot=reasoning status=deprecated \
                | Devstral Small 2
            labs-leanstral-1-5 context=262144 output=131072 in=0 out=0 retired=2026-09-30
            labs-leanstral-1-5-1 context=262144 output=131072 in=0 out=0
            magistral-medium-latest context=128000 output=262144 in=2 out=5 can=prefill status=deprecated \
                | Magistral Medium (latest)
            magistral-small context=128000 output=128000 in=0.5 out=1.5 cannot=vision status=unconfirmed \
                | Magistral Small
            magistral-small-latest context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.6 can=prefill \
                status=deprecated | Magistral Small
            ministral-14b-2512 context=262144 output=262144 in=0.2 cacheRead=0.02 out=0.2 can=prefill batch.in=0.1 \
                batch.cacheRead=0.01 batch.out=0.1 | Ministral 3 14B 2512
            ministral-14b-latest context=262144 output=262144 in=0.2 cacheRead=0.02 out=0.2 can=prefill \
                cannot=reasoning | Ministral 3 14B
            ministral-3-14b-2512 context=262144 output=262144 in=0.2 cacheRead=0.02 out=0.2 can=prefill
            ministral-3-3b-2512 context=131072 output=131072 in=0.1 cacheRead=0.01 out=0.1 can=prefill
            ministral-3-8b-2512 context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.15 can=prefill
            ministral-3b-2512 context=131072 output=131072 in=0.1 cacheRead=0.01 out=0.1 can=prefill batch.in=0.05 \
                batch.cacheRead=0.005 batch.out=0.05 | Ministral 3 3B 2512
            ministral-3b-latest context=128000 output=131072 in=0.1 cacheRead=0.01 out=0.1 can=prefill \
                cannot=reasoning | Ministral 3B (latest)
            ministral-8b-2512 context=262144 output=262144 in=0.15 cacheRead=0.015 out=0.15 can=prefill batch.in=0.075 \
                batch.cacheRead=0.0075 batch.out=0.075 | Ministral 3 8B 2512
            ministral-8b-latest context=128000 output=262144 in=0.15 cacheRead=0.015 out=0.15 can=prefill \
                cannot=reasoning batch.in=0.075 batch.cacheRead=0.0075 batch.out=0.075 | Ministral 8B (latest)
            mistral-code-agent-latest context=256000 output=256000 in=0.4 cacheRead=0.04 out=2 can=prefill \
                efforts=none,high
            mistral-code-fim-latest context=128000 output=128000 in=0.3 cacheRead=0.03 out=0.9 can=prefill
            mistral-code-latest context=128000 output=128000 in=0.3 cacheRead=0.03 out=0.9 can=prefill
            mistral-embed context=8000 in=0.1 out=0.1 kind=embedding batch.in=0.05 batch.out=0.05 | Mistral Embed
            mistral-embed-2312 context=8192 in=0.1 out=0.1 kind=embedding batch.in=0.05 batch.out=0.05 | Mistral Embed
            mistral-large-2512 context=262144 output=262144 in=0.5 cacheRead=0.05 out=1.5 can=prefill cannot=reasoning \
                batch.in=0.25 batch.cacheRead=0.025 batch.out=0.75 | Mistral Large 3
            mistral-large-3 context=262144 output=262144 in=0.5 cacheRead=0.05 out=1.5 can=prefill
            mistral-large-4 context=1048576 output=1048576 in=1.36 cacheRead=0.14 out=4.18 can=prefill,caching \
                efforts=none,high | Mistral Large 4
            mistral-large-4-0 context=1048576 output=1048576 in=1.36 cacheRead=0.14 out=4.18 can=prefill,caching \
                efforts=none,high | Mistral Large 4
            mistral-large-latest context=262144 output=262144 in=0.5 cacheRead=0.05 out=1.5 can=prefill \
                cannot=reasoning | Mistral Large (latest)
            mistral-medium context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 can=prefill efforts=none,high \
                | Mistral Medium 3 and 3.1
            mistral-medium-2505 context=131072 output=131072 in=0.4 cacheRead=0.04 out=2 can=prefill cannot=reasoning \
                efforts=none,high status=unconfirmed | Mistral Medium 3
            mistral-medium-2508 context=262144 output=262144 in=0.4 cacheRead=0.04 out=2 can=prefill cannot=reasoning \
                efforts=none,high status=unconfirmed | Mistral Medium 3.1
            mistral-medium-2604 context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 can=prefill \
                efforts=none,high batch.in=0.75 batch.cacheRead=0.075 batch.out=3.75 | Mistral Medium 3.5
            mistral-medium-3 context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 can=prefill efforts=none,high \
                batch.in=0.75 batch.cacheRead=0.075 batch.out=3.75 | Mistral Medium 3.5
            mistral-medium-3-5 context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 can=prefill \
                efforts=none,high batch.in=0.75 batch.cacheRead=0.075 batch.out=3.75 | Mistral Medium 3.5
            mistral-medium-3.5 context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 can=prefill \
                efforts=none,high batch.in=0.75 batch.cacheRead=0.075 batch.out=3.75 | Mistral Medium 3.5
            mistral-medium-latest context=262144 output=262144 in=1.5 cacheRead=0.15 out=7.5 can=prefill \
                efforts=none,high batch.in=0.75 batch.cacheRead=0.075 batch.out=3.75 | Mistral Medium (latest)
            mistral-nemo context=128000 output=128000 in=0.15 out=0.15 cannot=vision,reasoning status=unconfirmed \
                | Mistral Nemo
            mistral-small context=32000 output=8191 in=0.1 cacheRead=0.01 out=0.3 can=prefill efforts=none,high
            mistral-small-2506 context=128000 output=16384 in=0.1 out=0.3 can=prefill cannot=reasoning \
                efforts=none,high status=unconfirmed | Mistral Small 3.2
            mistral-small-2603 context=256000 output=262144 in=0.15 cacheRead=0.015 out=0.6 can=prefill \
                efforts=none,high batch.in=0.075 batch.cacheRead=0.0075 batch.out=0.3 | Mistral Small 4
            mistral-small-latest context=256000 output=262144 in=0.15 cacheRead=0.015 out=0.6 can=prefill \
                efforts=none,high batch.in=0.075 batch.cacheRead=0.0075 batch.out=0.3 | Mistral Small (latest)
            pixtral-large-latest context=128000 output=128000 in=2 cacheRead=0.2 out=6 can=prefill cannot=reasoning \
                | Pixtral Large (latest)
            voxtral-small-2507 context=32768 output=32768 in=0.1 cacheRead=0.01 out=0.4 batch.in=0.05 \
                batch.cacheRead=0.005 batch.out=0.2 | Voxtral Small 24B 2507
            voxtral-small-latest context=32768 output=32768 in=0.1 cacheRead=0.01 out=0.4 batch.in=0.05 \
                batch.cacheRead=0.005 batch.out=0.2 | Voxtral Small 24B 2507
            zai-glm-5 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 can=prefill,caching \
                efforts=low,high,max
            zai-glm-5-2 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 can=prefill,caching \
                efforts=none,minimal,low,medium,high,xhigh,max retired=2026-10-31
            zai-glm-5-3 context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 can=prefill,caching \
                efforts=low,high,max | Z.ai GLM 5.3
            zai-glm-5-3-flash context=1048576 output=131072 in=0.15 cacheRead=0.03 out=0.5 can=prefill,caching \
                efforts=low,high,max | Z.ai GLM 5.3 Flash
            zai-glm-latest context=1048576 output=131072 in=1.4 cacheRead=0.14 out=4.4 can=prefill,caching \
                efforts=low,high,max
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
