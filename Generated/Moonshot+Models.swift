// Generated from IDL/Prices/Moonshot.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Moonshot, prices in US dollars per million tokens, from https://platform.moonshot.ai/docs/pricing;
    /// litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let moonshot = ModelTable(
        id: "moonshot",
        title: "Moonshot",
        source: "https://platform.moonshot.ai/docs/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            kimi-k2-0711-preview context=131072 output=16384 in=0.6 cacheRead=0.15 out=2.5 can=tools \
                cannot=vision,reasoning status=deprecated | Kimi K2 0711
            kimi-k2-0905-preview context=262144 output=262144 in=0.6 cacheRead=0.15 out=2.5 can=tools \
                cannot=vision,reasoning status=deprecated | Kimi K2 0905
            kimi-k2-thinking context=262144 output=262144 in=0.6 cacheRead=0.15 out=2.5 can=tools,reasoning \
                cannot=vision status=deprecated | Kimi K2 Thinking
            kimi-k2-thinking-turbo context=262144 output=262144 in=1.15 cacheRead=0.15 out=8 can=tools,reasoning \
                cannot=vision status=deprecated | Kimi K2 Thinking Turbo
            kimi-k2-turbo-preview context=262144 output=262144 in=1.15 cacheRead=0.15 out=8 can=tools \
                cannot=vision,reasoning status=deprecated | Kimi K2 Turbo
            kimi-k2.5 context=262144 output=262144 in=0.6 cacheRead=0.1 out=3 \
                can=tools,vision,video,jsonSchema,reasoning cannot=sampling retired=2026-08-31 | Kimi K2.5
            kimi-k2.6 context=262144 output=262144 in=0.95 cacheRead=0.16 out=4 \
                can=tools,vision,video,jsonSchema,reasoning | Kimi K2.6
            kimi-k2.7-code context=262144 output=262144 in=0.95 cacheRead=0.19 out=4 \
                can=tools,vision,video,jsonSchema,reasoning,caching cannot=sampling | Kimi K2.7 Code
            kimi-k2.7-code-highspeed context=262144 output=262144 in=1.9 cacheRead=0.38 out=8 \
                can=tools,vision,video,jsonSchema,reasoning cannot=sampling status=unconfirmed \
                | Kimi K2.7 Code HighSpeed
            kimi-k3 context=1048576 output=1048576 in=3 cacheRead=0.3 cacheWrite=3 cacheWrite1h=6 out=15 \
                can=tools,vision,video,jsonSchema,reasoning,caching efforts=low,high,max | Kimi K3
            kimi-k3.1-pro context=1048576 output=1048576 in=2 cacheRead=0.2 cacheWrite=2 cacheWrite1h=4 out=10 \
                can=tools,vision,jsonSchema,reasoning,caching efforts=low,high,max
            kimi-k3.1-pro-highspeed context=1048576 in=4 cacheRead=0.2 cacheWrite=4 cacheWrite1h=8 out=20 \
                status=unconfirmed
            moonshot-v1-128k context=131072 output=131072 in=2 out=5 can=tools,jsonSchema retired=2026-08-31 \
                | Moonshot V1 128K
            moonshot-v1-128k-vision-preview context=131072 output=131072 in=2 out=5 can=tools,vision,jsonSchema \
                retired=2026-08-31 | Moonshot V1 128K
            moonshot-v1-32k context=32768 output=32768 in=1 out=3 can=tools,jsonSchema retired=2026-08-31 \
                | Moonshot V1 32K
            moonshot-v1-32k-vision-preview context=32768 output=32768 in=1 out=3 can=tools,vision,jsonSchema \
                retired=2026-08-31 | Moonshot V1 32K
            moonshot-v1-8k context=8192 output=8192 in=0.2 out=2 can=tools,jsonSchema retired=2026-08-31 \
                | Moonshot V1 8K
            moonshot-v1-8k-vision-preview context=8192 output=8192 in=0.2 out=2 can=tools,vision,jsonSchema \
                retired=2026-08-31 | Moonshot V1 8K
            moonshot-v1-auto context=131072 output=131072 in=2 out=5 can=tools,jsonSchema retired=2026-08-31
            *
            """
    )
}
