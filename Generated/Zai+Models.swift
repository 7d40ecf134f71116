// Generated from IDL/Prices/Zai.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Z.ai, prices in US dollars per million tokens, from https://docs.z.ai/guides/overview/pricing;
    /// litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let zai = ModelTable(
        id: "zai",
        title: "Z.ai",
        source: "https://docs.z.ai/guides/overview/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            GLM-4.6V-FlashX in=0.04 cacheRead=0.004 out=0.4 status=unconfirmed | GLM-4.6V-FlashX
            GLM-5.3-FlashX in=0.37 cacheRead=0.075 out=1.25 status=unconfirmed | GLM-5.3-FlashX
            glm-4-32b-0414-128k context=128000 output=32000 in=0.1 out=0.1 can=tools | GLM-4-32B-0414-128K
            glm-4.5 context=131072 output=32000 in=0.6 cacheRead=0.11 out=2.2 can=tools,reasoning cannot=vision \
                | GLM-4.5
            glm-4.5-air context=131072 output=32000 in=0.2 cacheRead=0.03 out=1.1 can=tools,reasoning cannot=vision \
                | GLM-4.5-Air
            glm-4.5-airx context=128000 output=32000 in=1.1 cacheRead=0.22 out=4.5 can=tools | GLM-4.5-AirX
            glm-4.5-flash context=131072 output=32000 in=0 cacheRead=0 out=0 can=tools,reasoning cannot=vision \
                | GLM-4.5-Flash
            glm-4.5-x context=128000 output=32000 in=2.2 cacheRead=0.45 out=8.9 can=tools | GLM-4.5-X
            glm-4.5v context=64000 output=32000 in=0.6 cacheRead=0.11 out=1.8 can=tools,vision,video,reasoning \
                | GLM-4.5V
            glm-4.6 context=204800 output=128000 in=0.6 cacheRead=0.11 out=2.2 can=tools,reasoning,caching \
                cannot=vision | GLM-4.6
            glm-4.6v context=128000 output=32768 in=0.3 cacheRead=0.05 out=0.9 can=tools,vision,video,reasoning \
                status=unconfirmed | GLM-4.6V
            glm-4.7 context=204800 output=128000 in=0.6 cacheRead=0.11 out=2.2 can=tools,reasoning,caching \
                cannot=vision | GLM-4.7
            glm-4.7-flash context=200000 output=128000 in=0 cacheRead=0 out=0 can=tools,reasoning,caching \
                cannot=vision | GLM-4.7-Flash
            glm-4.7-flashx context=200000 output=131072 in=0.07 cacheRead=0.01 out=0.4 can=tools,reasoning \
                cannot=vision status=unconfirmed | GLM-4.7-FlashX
            glm-5 context=204800 output=128000 in=1 cacheRead=0.2 out=3.2 can=tools,reasoning,caching cannot=vision \
                | GLM-5
            glm-5-code context=200000 output=128000 in=1.2 cacheRead=0.3 out=5 can=tools,reasoning,caching
            glm-5-turbo context=200000 output=131072 in=1.2 cacheRead=0.24 out=4 can=tools,jsonSchema,reasoning \
                cannot=vision status=unconfirmed | GLM-5-Turbo
            glm-5.1 context=200000 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning,caching \
                cannot=vision | GLM-5.1
            glm-5.2 context=1000000 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning,caching \
                cannot=vision efforts=high,max | GLM-5.2
            glm-5.3 context=1000000 output=128000 in=1.4 cacheRead=0.26 out=4.4 can=tools,jsonSchema,reasoning,caching \
                | GLM-5.3
            glm-5.3-flash context=1000000 output=128000 in=0.15 cacheRead=0.03 out=0.5 \
                can=tools,vision,jsonSchema,reasoning,caching | GLM-5.3-Flash
            glm-5v-turbo context=200000 output=128000 in=1.2 cacheRead=0.24 out=4 \
                can=tools,vision,files,video,reasoning,caching | GLM-5V-Turbo
            *
            """
    )
}
