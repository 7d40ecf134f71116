// Generated from IDL/Prices/Ollama.idl: edit that file, not this one.

public import MassGenCore

extension ModelTable {
    /// The models of Ollama, prices in US dollars per million tokens, from https://ollama.com/search?c=cloud; litellm
    /// 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02 as of 2026-11-23.
    public static let ollama = ModelTable(
        id: "ollama",
        title: "Ollama",
        source: "https://ollama.com/search?c=cloud; litellm 1.109.1, genai-prices 0.2.3, models.dev 2026-07-02",
        checked: "2026-11-23",
        rows: """
            cogito-2.1:671b context=163840 output=32000 cannot=vision status=deprecated | cogito-2.1:671b
            deepseek-v3.1:671b context=163840 output=163840 cannot=vision | deepseek-v3.1:671b
            deepseek-v3.1:671b-cloud context=163840 output=163840 in=0 out=0
            deepseek-v3.2 context=163840 output=65536 cannot=vision | deepseek-v3.2
            deepseek-v4-flash context=1048576 output=1048576 cannot=vision efforts=high,max | deepseek-v4-flash
            deepseek-v4-pro context=1048576 output=1048576 cannot=vision efforts=high,max | deepseek-v4-pro
            devstral-2:123b context=262144 output=262144 cannot=vision,reasoning | devstral-2:123b
            devstral-small-2:24b context=262144 output=262144 cannot=reasoning | devstral-small-2:24b
            gemini-3-flash-preview context=1048576 output=65536 | gemini-3-flash-preview
            gemma3:12b context=131072 output=131072 cannot=tools,reasoning | gemma3:12b
            gemma3:27b context=131072 output=131072 cannot=tools,reasoning | gemma3:27b
            gemma3:4b context=131072 output=131072 cannot=tools,reasoning | gemma3:4b
            gemma4:31b context=262144 output=262144 | gemma4:31b
            glm-4.6 context=202752 output=131072 cannot=vision status=deprecated | glm-4.6
            glm-4.7 context=202752 output=131072 cannot=vision | glm-4.7
            glm-5 context=202752 output=131072 cannot=vision | glm-5
            glm-5.1 context=202752 output=131072 cannot=vision | glm-5.1
            glm-5.2 context=976000 output=131072 cannot=vision efforts=high,max | GLM-5.2
            gpt-oss:120b context=131072 output=32768 cannot=vision efforts=low,medium,high | gpt-oss:120b
            gpt-oss:120b-cloud context=131072 output=131072 in=0 out=0
            gpt-oss:20b context=131072 output=32768 cannot=vision efforts=low,medium,high | gpt-oss:20b
            gpt-oss:20b-cloud context=131072 output=131072 in=0 out=0
            kimi-k2-thinking context=262144 output=262144 cannot=vision status=deprecated | kimi-k2-thinking
            kimi-k2.5 context=262144 output=262144 | kimi-k2.5
            kimi-k2.6 context=262144 output=262144 | kimi-k2.6
            kimi-k2.7-code context=262144 output=262144 cannot=sampling | kimi-k2.7-code
            kimi-k2:1t context=262144 output=262144 cannot=vision,reasoning status=deprecated | kimi-k2:1t
            llama3 context=8192 output=8192 in=0 out=0
            llama3.1 context=8192 output=8192 in=0 out=0
            llama3:70b context=8192 output=8192 in=0 out=0
            llama3:8b context=8192 output=8192 in=0 out=0
            minimax-m2 context=204800 output=128000 cannot=vision status=deprecated | minimax-m2
            minimax-m2.1 context=204800 output=131072 cannot=vision | minimax-m2.1
            minimax-m2.5 context=204800 output=131072 cannot=vision | minimax-m2.5
            minimax-m2.7 context=196608 output=196608 cannot=vision | minimax-m2.7
            minimax-m3 context=512000 output=131072 can=video efforts=low,medium,high,max | minimax-m3
            ministral-3:14b context=262144 output=128000 cannot=reasoning | ministral-3:14b
            ministral-3:3b context=262144 output=128000 cannot=reasoning | ministral-3:3b
            ministral-3:8b context=262144 output=128000 cannot=reasoning | ministral-3:8b
            mistral-large-3:675b context=262144 output=262144 cannot=reasoning | mistral-large-3:675b
            mistral-large-instruct-2407 context=65536 output=8192 in=0 out=0
            nemotron-3-nano:30b context=1048576 output=131072 cannot=vision | nemotron-3-nano:30b
            nemotron-3-super context=262144 output=65536 cannot=vision | nemotron-3-super
            nemotron-3-ultra context=262144 output=128000 cannot=vision | nemotron-3-ultra
            qwen3-coder-next context=262144 output=65536 cannot=vision,reasoning | qwen3-coder-next
            qwen3-coder:480b context=262144 output=65536 cannot=vision,reasoning | qwen3-coder:480b
            qwen3-coder:480b-cloud context=262144 output=262144 in=0 out=0
            qwen3-next:80b context=262144 output=32768 cannot=vision status=deprecated | qwen3-next:80b
            qwen3-vl:235b context=262144 output=32768 status=deprecated | qwen3-vl:235b
            qwen3-vl:235b-instruct context=262144 output=131072 cannot=reasoning status=deprecated \
                | qwen3-vl:235b-instruct
            qwen3.5:397b context=262144 output=65536 | qwen3.5:397b
            rnj-1:8b context=32768 output=4096 cannot=vision,reasoning | rnj-1:8b
            *
            """
    )
}
