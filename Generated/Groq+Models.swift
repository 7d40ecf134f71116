// Generated from IDL/Prices/Groq.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Groq, prices in US dollars per million tokens, from https://groq.com/pricing; litellm 1.109.1,
    /// genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let groq = ModelTable(
        id: "groq",
        title: "Groq",
        source: "https://groq.com/pricing; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        tools: "search search browser_search search python codeHour code_interpreter codeHour",
        rows: """
            deepseek-r1-distill-llama-70b context=131072 in=0.75 out=0.99 cannot=webSearch,codeExecution \
                status=unconfirmed | DeepSeek R1 Distill Llama 70B
            groq/compound context=131072 output=8192 cannot=tools,vision,reasoning status=unconfirmed | Compound
            groq/compound-mini context=131072 output=8192 cannot=tools,vision,reasoning status=unconfirmed \
                | Compound Mini
            llama-3.1-8b-instant context=131072 output=131072 in=0.05 out=0.08 \
                cannot=webSearch,codeExecution,vision,reasoning status=unconfirmed | Llama 3.1 8B
            llama-3.3-70b-versatile context=131072 output=32768 in=0.59 out=0.79 \
                cannot=webSearch,codeExecution,vision,reasoning status=unconfirmed | Llama 3.3 70B
            meta-llama/llama-4-maverick-17b-128e-instruct context=131072 in=0.2 out=0.6 cannot=webSearch,codeExecution \
                status=unconfirmed | Llama 4 Maverick 17B 128E
            meta-llama/llama-4-scout-17b-16e-instruct context=131072 output=8192 in=0.11 out=0.34 \
                cannot=webSearch,codeExecution,reasoning status=unconfirmed | Llama 4 Scout 17B 16E
            moonshotai/kimi-k2-instruct context=131072 in=1 cacheRead=0.5 out=3 cannot=webSearch,codeExecution \
                status=unconfirmed | Kimi K2 1T 128k
            openai/gpt-oss-120b context=131072 output=65536 in=0.15 cacheRead=0.075 out=0.6 search=5 \
                can=caching,webSearch cannot=vision efforts=low,medium,high batch.in=0.075 batch.cacheRead=0.075 \
                batch.out=0.3 | GPT OSS 120B
            openai/gpt-oss-20b context=131072 output=65536 in=0.075 cacheRead=0.0375 out=0.3 search=5 \
                can=caching,webSearch cannot=vision efforts=low,medium,high batch.in=0.0375 batch.cacheRead=0.0375 \
                batch.out=0.15 | GPT OSS 20B
            qwen/qwen3-32b context=131072 output=40960 in=0.29 out=0.59 cannot=webSearch,codeExecution,vision \
                efforts=none,default status=unconfirmed | Qwen3-32B
            qwen/qwen3.8-27b context=131072 output=16384 in=0.8 out=4 cannot=webSearch,codeExecution | Qwen 3.8 27B
            openai/gpt-oss* can=caching cannot=vision
            groq/compound* cannot=tools,vision,reasoning
            qwen/* cannot=webSearch,codeExecution
            llama* cannot=vision,reasoning,webSearch,codeExecution
            meta-llama/* cannot=reasoning,webSearch,codeExecution
            moonshotai/* cannot=webSearch,codeExecution
            deepseek-* cannot=webSearch,codeExecution
            """
    )
}
