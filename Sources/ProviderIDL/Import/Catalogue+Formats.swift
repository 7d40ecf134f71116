/// The formats of catalogues.
extension Catalogue {
    /// The project's own format: prices per million tokens under `prices`, flags under `capabilities`.
    static func own(_ models: [CatalogueJSON]) -> [Model] {
        func name(_ json: CatalogueJSON, _ key: String) -> String {
            "\(json["provider"]?.text ?? "")/\(json[key]?.text ?? "")"
        }
        let byName = Dictionary(models.map { (name($0, "model"), $0) }, uniquingKeysWith: { first, _ in first })
        return models.compactMap { own($0.completed(by: byName[name($0, "alias_group")])) }
    }

    private static func own(_ json: CatalogueJSON) -> Model? {
        guard let provider = json["provider"]?.text, let id = json["model"]?.text else { return nil }
        var model = Model(provider: provider, id: id, settles: ["status"])
        model.add("name", json["name"]?.text)
        model.add("context", json["context_window"]?.count)
        model.add("output", json["max_output"]?.count)
        if let prices = json["prices"] {
            model.price(Self.units(of: prices, ownKeys) + blocks(of: prices))
        }
        let flags = json["capabilities"]
        for (key, name) in ownCapabilities { model.can(name, flags?[key]?.bool) }
        thinking(json, &model)
        model.add("cacheMin", json["prompt_cache_min_tokens"]?.count)
        if let kind = json["kind"]?.text, kind != "chat" { model.add("kind", kind) }
        model.add("retired", json["deprecation_date"]?.text)
        if json["deprecated"]?.bool == true, json["deprecation_date"] == nil {
            model.add("status", "deprecated")
        } else if json["availability"] != nil {
            model.add("status", "unconfirmed")
        }
        return model
    }

    private static let ownKeys = [
        "input": "in", "output": "out", "cached_input": "cacheRead", "cache_write": "cacheWrite",
        "cache_write_1h": "cacheWrite1h", "cache_write_12h": "cacheWrite12h", "reasoning_output": "reasoning",
        "audio_input": "audioIn", "audio_output": "audioOut", "image_input": "imageIn", "image_output": "imageOut",
        "web_search_per_1k": "search", "request": "request", "code_execution_per_hour": "codeHour",
    ]

    private static let ownCapabilities = [
        ("tools", "tools"), ("tool_choice", "toolChoice"), ("forced_tool_use", "forcedTool"),
        ("parallel_tools", "parallelTools"), ("vision", "vision"), ("audio_input", "audio"), ("pdf", "files"),
        ("video_input", "video"), ("audio_output", "audioOutput"), ("json_schema", "jsonSchema"),
        ("reasoning", "reasoning"), ("adaptive_thinking", "adaptiveThinking"),
        ("thinking_always_on", "alwaysThinking"), ("sampling_params", "sampling"), ("prefill", "prefill"),
        ("system_messages", "systemRole"), ("prompt_caching", "caching"), ("web_search", "webSearch"),
        ("computer_use", "computerUse"),
    ]

    private static func units(of json: CatalogueJSON, _ keys: [String: String]) -> [ModelRowSyntax.Fact] {
        json.members.compactMap { key, value in
            guard let unit = keys[key], let price = value.decimal, !price.hasPrefix("-") else { return nil }
            return ModelRowSyntax.Fact(unit, [price])
        }.inOrder
    }

    /// Tiers by size, tiers of service, regions and hours.
    private static func blocks(of prices: CatalogueJSON) -> [ModelRowSyntax.Fact] {
        var facts: [ModelRowSyntax.Fact] = []
        for tier in prices["tiers"]?.elements ?? [] {
            guard let size = tier["above_input_tokens"]?.count else { continue }
            facts.append(ModelRowSyntax.Fact("above", [size], nested: units(of: tier, ownKeys)))
        }
        for name in ["batch", "flex", "priority", "fast", "ultrafast"] {
            guard let block = prices[name] else { continue }
            facts.append(ModelRowSyntax.Fact(name, nested: units(of: block, ownKeys) + blocks(of: block)))
        }
        if let offPeak = prices["off_peak"] {
            let windows = (offPeak["windows"]?.elements ?? []).map { window in
                let hours = window["hours_utc"]
                let spans = hours?.text.map { [$0] } ?? hours?.elements.compactMap(\.text) ?? []
                let days = (window["weekdays"]?.elements ?? []).compactMap { $0.count.flatMap { Int($0) } }
                return ([days.dayNames] + spans.map(\.plainHours)).joined(separator: " ")
            }
            facts.append(
                ModelRowSyntax.Fact("offPeak", [windows.joined(separator: ", ")], nested: units(of: offPeak, ownKeys)))
        }
        // A factor for a tier that has prices of its own says nothing new.
        let regions = (prices["multipliers"]?.members ?? []).filter { prices[$0.key] == nil && $0.key != "fast" }
        let pairs = regions.flatMap { region in region.value.decimal.map { [region.key, $0] } ?? [] }
        if !pairs.isEmpty { facts.append(ModelRowSyntax.Fact("region", pairs)) }
        return facts
    }

    /// How a model is told how much to think: by a budget, by levels, or neither.
    private static func thinking(_ json: CatalogueJSON, _ model: inout Model) {
        let flags = json["capabilities"]
        var levels = (json["reasoning_effort_levels"]?.elements ?? []).compactMap(\.text)
        let extra = ["none", "minimal", "xhigh", "max"].filter { flags?["effort_\($0)"]?.bool == true }
        if levels.isEmpty, !extra.isEmpty { levels = ["low", "medium", "high"] }
        levels =
            ["none", "minimal", "low", "medium", "high", "xhigh", "max"].filter {
                levels.contains($0) || extra.contains($0)
            } + levels.filter { $0 == "default" }
        model.add("efforts", levels)
        if let budget = json["reasoning_budget"] {
            model.add("budget", [budget["min"]?.count, budget["max"]?.count].compactMap { $0 })
            if levels.isEmpty { model.doubtful.append("reasoningEffort") }
        } else if flags?["adaptive_thinking"]?.bool == true {
            model.doubtful.append("reasoningBudget")
        }
    }
}

extension CatalogueJSON {
    /// A dated snapshot is the model it is a snapshot of, as far as nothing else is said of it.
    fileprivate func completed(by other: CatalogueJSON?) -> CatalogueJSON {
        guard let other, case .object(var members) = self else { return self }
        let shared = [
            "context_window", "max_output", "reasoning_budget", "reasoning_effort_levels", "prompt_cache_min_tokens",
        ]
        for key in shared where self[key] == nil { if let value = other[key] { members.append((key, value)) } }
        if let place = members.firstIndex(where: { $0.key == "capabilities" }) {
            let flags = members[place].value
            let missing = (other["capabilities"]?.members ?? []).filter { flags[$0.key] == nil }
            members[place].value = .object(flags.members + missing)
        } else if let flags = other["capabilities"] {
            members.append(("capabilities", flags))
        }
        return .object(members)
    }
}

extension Catalogue {
    /// LiteLLM's price map: US dollars per token, tiers in the names of the members.
    static func liteLLM(_ key: String, _ json: CatalogueJSON) -> Model? {
        guard let provider = json["litellm_provider"]?.text,
            ["chat", "responses", "embedding"].contains(json["mode"]?.text)
        else { return nil }
        let id = key.hasPrefix("\(provider)/") ? String(key.dropFirst(provider.count + 1)) : key
        var model = Model(provider: provider, id: id)
        model.add("context", json["max_input_tokens"]?.count)
        model.add("output", json["max_output_tokens"]?.count)
        var base: [ModelRowSyntax.Fact] = []
        var blocks: [[String]: [ModelRowSyntax.Fact]] = [:]
        for (name, value) in json.members {
            guard let (unit, path) = liteLLMUnit(name), case .number(let literal) = value,
                let price = literal.decimal(movedBy: 6)
            else { continue }
            let fact = ModelRowSyntax.Fact(unit, [price])
            if path.isEmpty { base.append(fact) } else { blocks[path, default: []].append(fact) }
        }
        if case .number(let literal)? = json["search_context_cost_per_query"]?["search_context_size_medium"],
            let price = literal.decimal(movedBy: 3)
        {
            base.append(ModelRowSyntax.Fact("search", [price]))
        }
        var nested: [ModelRowSyntax.Fact] = []
        for tier in ["", "batch", "flex", "priority"] {
            let sizes = blocks.keys.filter { $0.count == 2 && $0[0] == tier }.sorted {
                (Int($0[1]) ?? 0) < (Int($1[1]) ?? 0)
            }
            let above = sizes.map { ModelRowSyntax.Fact("above", [$0[1]], nested: (blocks[$0] ?? []).inOrder) }
            if tier.isEmpty {
                nested += above
            } else if let facts = blocks[[tier]] {
                nested.append(ModelRowSyntax.Fact(tier, nested: facts.inOrder + above))
            }
        }
        model.price(base.inOrder + nested)
        for (key, name) in liteLLMCapabilities { model.can(name, json["supports_\(key)"]?.bool) }
        if json["mode"]?.text == "embedding" { model.add("kind", "embedding") }
        model.add("retired", json["deprecation_date"]?.text)
        return model
    }

    /// `cache_read_input_token_cost_above_200k_tokens_priority` is `cacheRead` in `priority`, `above 200000`.
    private static func liteLLMUnit(_ name: String) -> (unit: String, path: [String])? {
        var rest = name[...]
        var tier = ""
        for (suffix, word) in [("_batches", "batch"), ("_flex", "flex"), ("_priority", "priority")]
        where rest.hasSuffix(suffix) {
            rest = rest.dropLast(suffix.count)
            tier = word
        }
        var size: String?
        if rest.hasSuffix("k_tokens"), let digits = rest.dropLast(8).split(separator: "_").last, let count = Int(digits)
        {
            let suffix = "_above_\(digits)k_tokens"
            guard rest.hasSuffix(suffix) else { return nil }
            rest = rest.dropLast(suffix.count)
            size = "\(count)000"
        }
        guard let unit = liteLLMUnits[String(rest)] else { return nil }
        return (unit, size.map { [tier, $0] } ?? (tier.isEmpty ? [] : [tier]))
    }

    private static let liteLLMUnits = [
        "input_cost_per_token": "in", "output_cost_per_token": "out", "cache_read_input_token_cost": "cacheRead",
        "cache_creation_input_token_cost": "cacheWrite",
        "cache_creation_input_token_cost_above_1hr": "cacheWrite1h",
        "output_cost_per_reasoning_token": "reasoning", "input_cost_per_audio_token": "audioIn",
        "output_cost_per_audio_token": "audioOut", "input_cost_per_image_token": "imageIn",
        "output_cost_per_image_token": "imageOut",
    ]

    private static let liteLLMCapabilities = [
        ("function_calling", "tools"), ("tool_choice", "toolChoice"), ("parallel_function_calling", "parallelTools"),
        ("vision", "vision"), ("audio_input", "audio"), ("pdf_input", "files"), ("video_input", "video"),
        ("audio_output", "audioOutput"), ("response_schema", "jsonSchema"), ("reasoning", "reasoning"),
        ("assistant_prefill", "prefill"), ("system_messages", "systemRole"), ("prompt_caching", "caching"),
        ("web_search", "webSearch"), ("computer_use", "computerUse"),
    ]

    /// models.dev: one object per provider, prices per million tokens under `cost`.
    static func modelsDev(_ provider: String, _ id: String, _ json: CatalogueJSON) -> Model {
        var model = Model(provider: provider, id: id)
        model.add("name", json["name"]?.text)
        model.add("context", json["limit"]?["context"]?.count)
        model.add("output", json["limit"]?["output"]?.count)
        if let cost = json["cost"] {
            let above = cost.members.compactMap { key, value -> ModelRowSyntax.Fact? in
                guard key.hasPrefix("context_over_"), key.hasSuffix("k"),
                    let size = Int(key.dropFirst(13).dropLast())
                else { return nil }
                return ModelRowSyntax.Fact("above", ["\(size)000"], nested: units(of: value, modelsDevKeys))
            }
            model.price(units(of: cost, modelsDevKeys) + above)
        }
        let input = json["modalities"]?["input"]?.elements.compactMap(\.text)
        for (modality, name) in [("image", "vision"), ("audio", "audio"), ("video", "video"), ("pdf", "files")] {
            model.can(name, input?.contains(modality))
        }
        model.can("audioOutput", json["modalities"]?["output"]?.elements.contains { $0.text == "audio" })
        for (key, name) in [
            ("tool_call", "tools"), ("reasoning", "reasoning"), ("structured_output", "jsonSchema"),
            ("temperature", "sampling"),
        ] { model.can(name, json[key]?.bool) }
        if json["status"]?.text == "deprecated" { model.add("status", "deprecated") }
        return model
    }

    private static let modelsDevKeys = [
        "input": "in", "output": "out", "cache_read": "cacheRead", "cache_write": "cacheWrite",
        "reasoning": "reasoning", "input_audio": "audioIn", "output_audio": "audioOut",
    ]

    /// genai-prices: a list of providers, prices per million tokens, perhaps with steps or by date.
    static func genaiPrices(_ providers: [CatalogueJSON]) -> [Model] {
        providers.flatMap { provider in
            (provider["models"]?.elements ?? []).compactMap { json in
                guard let name = provider["id"]?.text, let id = json["id"]?.text else { return nil }
                var model = Model(provider: name, id: id)
                model.add("name", json["name"]?.text)
                model.add("context", json["context_window"]?.count)
                if let prices = json["prices"] { model.price(genaiFacts(prices)) }
                if json["deprecated"]?.bool == true { model.add("status", "deprecated") }
                return model
            }
        }
    }

    /// Prices, or a list of them: by date the last one counts; those of some hours are off peak, and where all have
    /// hours the first are the usual ones.
    private static func genaiFacts(_ prices: CatalogueJSON) -> [ModelRowSyntax.Fact] {
        guard case .array(let elements) = prices else { return genaiPrices(prices) }
        var hourly = elements.filter { $0["constraint"]?["start_time"] != nil }
        let dated = elements.last { $0["constraint"]?["start_time"] == nil }
        guard let base = dated ?? hourly.first, let usual = base["prices"] else { return [] }
        if dated == nil { hourly.removeFirst() }
        var facts = genaiPrices(usual)
        for element in hourly {
            let ends = ["start_time", "end_time"].compactMap { element["constraint"]?[$0]?.text?.minuteOfDay }
            // Without its hours nothing of the model is known.
            guard ends.count == 2, let prices = element["prices"] else { return [] }
            facts.append(
                ModelRowSyntax.Fact("offPeak", ["Mon-Sun \(spans(ends[0], ends[1]))"], nested: genaiPrices(prices)))
        }
        return facts
    }

    /// The hours from one minute of the day to another, which may be one of the next day.
    private static func spans(_ start: Int, _ end: Int) -> String {
        func text(_ minute: Int) -> String {
            [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
        }
        let spans = start < end ? [(start, end)] : [(0, end), (start, 1440)].filter { $0.0 < $0.1 }
        return spans.map { "\(text($0))-\(text($1))" }.joined(separator: " ")
    }

    private static func genaiPrices(_ prices: CatalogueJSON) -> [ModelRowSyntax.Fact] {
        var base: [ModelRowSyntax.Fact] = []
        var steps: [Int: [ModelRowSyntax.Fact]] = [:]
        for (key, value) in prices.members {
            guard let unit = genaiKeys[key], let price = value.decimal ?? value["base"]?.decimal else { continue }
            base.append(ModelRowSyntax.Fact(unit, [price]))
            for step in value["tiers"]?.elements ?? [] {
                guard let start = step["start"]?.count.flatMap({ Int($0) }), let price = step["price"]?.decimal else {
                    continue
                }
                steps[start, default: []].append(ModelRowSyntax.Fact(unit, [price]))
            }
        }
        return base.inOrder
            + steps.sorted { $0.key < $1.key }.map {
                ModelRowSyntax.Fact("above", ["\($0.key)"], nested: $0.value.inOrder)
            }
    }

    private static let genaiKeys = [
        "input_mtok": "in", "output_mtok": "out", "cache_read_mtok": "cacheRead", "cache_write_mtok": "cacheWrite",
        "input_audio_mtok": "audioIn", "output_audio_mtok": "audioOut", "requests_kcount": "request",
    ]
}

extension [ModelRowSyntax.Fact] {
    /// The prices in the order in which they are written.
    var inOrder: [ModelRowSyntax.Fact] {
        ModelRowSyntax.Fact.units.flatMap { unit in filter { $0.word.text == unit } }
    }
}

extension [Int] {
    /// Days of the week from Monday (1) on: `Mon-Fri`.
    fileprivate var dayNames: String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        guard let first = self.min(), let last = self.max(), (1...7).contains(first), (1...7).contains(last) else {
            return "Mon-Sun"
        }
        return first == last ? names[first - 1] : "\(names[first - 1])-\(names[last - 1])"
    }
}

extension String {
    /// `10:00-00:00` as `10:00-24:00`: a day ends at 24:00.
    fileprivate var plainHours: String { hasSuffix("-00:00") ? String(dropLast(5)) + "24:00" : self }
}

extension String {
    /// The minute of the day that a time in UTC names: `16:30:00Z`; `nil` for other times, and for those with seconds.
    fileprivate var minuteOfDay: Int? {
        let words = split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, ["00", "00Z", "00+00", "00.0Z"].contains(words[2]), let hour = Int(words[0]),
            let minute = Int(words[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
