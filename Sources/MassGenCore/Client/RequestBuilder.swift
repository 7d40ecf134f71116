import Foundation

/// A request as it goes to a provider, and what could not go with it.
public struct RenderedRequest: Sendable {
    /// The HTTP request, key included.
    public var http: HTTPRequest
    /// What the provider was not told as it was meant.
    public var losses: [Loss]
    /// How names of tools had to be spelled; calls in the answer bear these names.
    public var names = Renaming()
    /// What stands in the body and must never be printed.
    var secrets: [Secret] = []

    /// The body, with stars in place of secrets.
    public var printableBody: String {
        secrets.reduce(String(decoding: http.body, as: UTF8.self)) { $1.redacted(in: $0) }
    }
}

/// Turns a canonical request into an HTTP request; every mistake of the program is found here, before a byte is sent.
struct RequestBuilder<Format: Wire> {
    let provider: Provider
    let connection: Connection

    func build(_ original: ChatRequest, isStreaming: Bool) throws(BackendError) -> RenderedRequest {
        if !original.options.isEmpty {
            for name in original.options.keys.sorted() where !provider.options.contains(where: { $0.name == name }) {
                throw setup(.refusedParameter, "\(provider.title) has no option '\(name)'")
            }
            var own = connection
            own.options.merge(original.options) { $1 }
            var request = original
            request.options = [:]
            return try RequestBuilder(provider: provider, connection: own).build(request, isStreaming: isStreaming)
        }
        let (request, names, body) = try render(original, isStreaming: isStreaming)
        let accept = isStreaming && Format.framing != .ndjson ? "text/event-stream" : "application/json"
        let endpoint = try endpoint(isStreaming: isStreaming)
        var http = try http(
            "POST", endpoint.path, values: ["model": request.model], accept: accept, body: body.json.bytes)
        for (name, value) in Format.headers(for: request, body) {
            let others = http.headers[name]?.split(separator: ",").map { String($0).trimmed } ?? []
            if !others.contains(value) { http.headers.set(name, (others + [value]).joined(separator: ",")) }
        }
        return RenderedRequest(
            http: http, losses: body.losses, names: names, secrets: request.serverTools.compactMap(\.token))
    }

    /// The request as it is asked for, what names of its tools stand for, and its body.
    /// - Parameter known: what was lost before.
    func render(
        _ original: ChatRequest, isStreaming: Bool, known: [Loss] = []
    ) throws(BackendError) -> (request: ChatRequest, names: Renaming, body: Renderer) {
        var request = original
        if request.model.isEmpty { request.model = provider.defaultModel ?? "" }
        guard !request.model.isEmpty else {
            throw setup(
                .noModel,
                "the request names no model and \(provider.title) has no default: give one, ChatRequest(model: \"…\", …)"
            )
        }
        let row = try row(of: request.model)
        let capabilities = capabilities(of: request.model)
        var losses = known
        let canSchema = capabilities.contains("jsonSchema") || !capabilities.contains("jsonMode")
        request.lowerSchemas(by: Format.schemaRules, canSchema: canSchema, &losses)
        try checkNeeds(of: request, capabilities)
        try checkThoughts(of: request, capabilities)
        try checkExtra(of: request)
        var media = MediaCheck(provider)
        try media.prepare(&request)

        var out = Renderer(
            wire: Format.id, provider: provider.id, capabilities: capabilities, isStreaming: isStreaming)
        if let effort = request.reasoning?.effort, let efforts = efforts(row, capabilities, besides: effort) {
            request.reasoning?.effort = out.allowed(effort, "reasoning.effort", in: efforts)
        }
        losses += request.mend()
        request.leaveForeignTools(to: Format.self, &losses)
        let names = request.respell(ids: Format.ids, names: Format.names, &losses)
        losses += Format.amend(&request)
        Format.renderRequest(request, into: &out)
        if let conflict = out.conflicts.first {
            throw setup(.forbiddenCombination, "\(provider.title) does not take \(conflict) for '\(request.model)'")
        }
        out.losses = losses + out.losses
        if connection.losses == .fail, let loss = out.losses.first {
            let others = out.losses.count > 1 ? ", and \(out.losses.count - 1) more" : ""
            throw setup(.lossyRequest, "\(loss)\(others)")
        }
        let size = out.json.bytes.count
        if let most = provider.media.first(where: { $0.kind == .request })?.size, size > most {
            throw setup(
                .unsupportedMedia,
                "the request has \(ByteSize.text(size)), but \(provider.title) takes \(ByteSize.text(most)): store its files instead"
            )
        }
        return (request, names, out)
    }

    /// A request to a path, with the provider's headers, key and query.
    /// - Parameters:
    ///   - values: what stands for placeholders besides options.
    ///   - items: items of the query besides the provider's.
    func http(
        _ method: String, _ path: String, values: [String: String], items: [(String, String)] = [],
        accept: String = "application/json", type: String = "application/json", body: [UInt8] = []
    ) throws(BackendError) -> HTTPRequest {
        var headers = connection.headers
        if !body.isEmpty || method == "POST" { headers.set("content-type", type) }
        headers.set("accept", accept)
        if headers["user-agent"] == nil { headers.set("user-agent", "massgen-swift/0.1") }
        add(provider.headers, to: &headers)
        try authorize(&headers)
        return HTTPRequest(
            method: method, url: try url(path, values, items), headers: headers, body: body,
            timeouts: connection.timeouts)
    }

    /// Adds headers that have a value.
    func add(_ items: [Provider.Item], to headers: inout HTTPHeaders) {
        for item in items { if let value = value(of: item) { headers.set(item.name, value) } }
    }

    /// Adds the headers of an endpoint; what a header says already stays, with a comma between them.
    func join(_ items: [Provider.Item], to headers: inout HTTPHeaders) {
        for item in items {
            guard let value = value(of: item) else { continue }
            headers.set(item.name, headers[item.name].map { "\($0),\(value)" } ?? value)
        }
    }

    func setup(_ code: BackendError.Code, _ message: String) -> BackendError {
        BackendError(.setup, code, message, provider: provider.id)
    }
}

/// What the model can do.
extension RequestBuilder {
    func row(of model: String) throws(BackendError) -> ModelRow? {
        let row = provider.models[model]
        if provider.models.isEmpty || connection.allowsUnknownModels { return row }
        let known = provider.models.all.map(\.id).filter { !$0.hasSuffix("*") }
        var near: String?
        if let row {
            // A family takes new snapshots, and would take misspelt models too.
            near = row.id.hasSuffix("*") && row.id != "*" ? known.first { isMisspelt(model, of: $0) } : nil
            if near == nil { return row }
        } else {
            near = known.min { distance($0, model) < distance($1, model) }
            if let id = near, !id.contains(model), distance(id, model) > max(2, model.utf8.count / 3) { near = nil }
        }
        throw setup(
            .unknownModel,
            "\(provider.title) has no model '\(model)' as far as is known\(near.map { ", the nearest is '\($0)'" } ?? "")"
                + "; set allowsUnknownModels on the connection to send it all the same")
    }

    /// Whether an id differs from a known one in a letter or two, and in no digit: versions differ in digits.
    private func isMisspelt(_ model: String, of known: String) -> Bool {
        guard abs(model.utf8.count - known.utf8.count) <= 2, model.filter(\.isNumber) == known.filter(\.isNumber) else {
            return false
        }
        return (1...2).contains(distance(model, known))
    }

    /// How many letters make one id the other: added, taken out or changed.
    private func distance(_ one: String, _ other: String) -> Int {
        let a = Array(one.lowercased().utf8), b = Array(other.lowercased().utf8)
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = min(min(above, row[j]) + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }

    /// The levels of thinking that a model takes; `nil` where it takes any, or can be told this one in another way.
    private func efforts(
        _ row: ModelRow?, _ capabilities: Set<Capability>, besides effort: ReasoningEffort
    ) -> [String]? {
        let isSwitched = !capabilities.isDisjoint(with: ["adaptiveThinking", "thinkingSwitch", "thinkingFlag"])
        if effort == .none, isSwitched, !capabilities.contains("alwaysThinking") { return nil }
        if let efforts = row?.efforts, !efforts.isEmpty { return efforts }
        // One who can only turn thinking on and off takes two.
        return isSwitched && !capabilities.contains("reasoningEffort") ? ["none", "medium"] : nil
    }

    func capabilities(of model: String) -> Set<Capability> {
        var capabilities = provider.capabilities
        for row in [provider.models.family(of: model), provider.models.model(model)] {
            guard let row else { continue }
            if !row.efforts.isEmpty { capabilities.insert("reasoningEffort") }
            capabilities = capabilities.union(row.can).subtracting(row.cannot)
        }
        for (capability, isThere) in connection.capabilities {
            if isThere { capabilities.insert(capability) } else { capabilities.remove(capability) }
        }
        return capabilities
    }

    private func checkNeeds(of request: ChatRequest, _ capabilities: Set<Capability>) throws(BackendError) {
        for (capability, what) in request.needs where !capabilities.contains(capability) {
            throw setup(
                .unsupportedCapability,
                "\(what), but '\(request.model)' at \(provider.title) lacks '\(capability.rawValue)'")
        }
        var labels: Set<String> = []
        for server in request.mcpServers {
            let label = server.label ?? ""
            guard !label.isEmpty, labels.insert(label).inserted else {
                let fault = label.isEmpty ? "one has none" : "two are labelled '\(label)'"
                throw setup(.forbiddenCombination, "servers of tools are told apart by their labels, and \(fault)")
            }
        }
    }

    private func checkExtra(of request: ChatRequest) throws(BackendError) {
        for owner in [Format.id, provider.id] {
            for (key, value) in request.extra[owner] ?? [:] {
                if provider.refused.contains(key) {
                    throw setup(.refusedParameter, "\(provider.title) refuses '\(key)', given in extra of '\(owner)'")
                }
                guard owner == provider.id else { continue }
                try check(value, key)
                for (inner, value) in value.object ?? [:] { try check(value, "\(key).\(inner)") }
            }
        }
    }
}

extension RequestBuilder {
    /// Whether a setting of the provider's own is of its type.
    private func check(_ value: JSON, _ key: String) throws(BackendError) {
        guard let type = provider.settings[key], !type.fits(value), !value.isNull else { return }
        throw setup(.refusedParameter, "'\(key)' of \(provider.title) is a \(type), not \(value.kind)")
    }
}

extension ChatRequest {
    /// What the request cannot do without, and the words for it.
    var needs: [(Capability, String)] {
        var needs: [(Capability, String)] = []
        if !tools.isEmpty { needs.append(("tools", "the request offers tools")) }
        switch responseFormat {
        case .json: needs.append(("jsonMode", "the request asks for JSON"))
        case .jsonSchema: needs.append(("jsonSchema", "the request asks for JSON by a schema"))
        case .text, nil: break
        }
        let parts = messages.flatMap(\.parts)
        for (kind, capability) in [(Part.Kind.image, "vision" as Capability), (.audio, "audio"), (.file, "files")]
        where parts.contains(where: { $0.kind == kind }) {
            needs.append((capability, "a message holds \(kind.rawValue)"))
        }
        return needs
    }
}

/// Key and address.
extension RequestBuilder {
    private func authorize(_ headers: inout HTTPHeaders) throws(BackendError) {
        if connection.key == nil, provider.keys.contains(where: { $0.header.map { headers[$0] != nil } ?? false }) {
            return
        }
        for scheme in provider.keys {
            guard let key = connection.key ?? connection.firstVariable(scheme.variables).map({ Secret($0) }) else {
                continue
            }
            guard key.value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !key.value.isEmpty else {
                throw setup(.invalidKey, "the key is empty or holds characters that no header can")
            }
            switch scheme {
            case .bearer: headers.set("authorization", "Bearer \(key.value)")
            case .header(let name, _): headers.set(name, key.value)
            case .variable, .none: continue
            }
            return
        }
        guard provider.keys.contains(.none) else {
            let names = provider.keys.flatMap(\.variables)
            throw setup(.noKey, "\(provider.title) needs a key: set \(names.joined(separator: " or ")), or pass one")
        }
    }

    private func value(of item: Provider.Item) -> String? {
        switch item.value {
        case .text(let text): text
        case .option(let name): option(name)
        case .absent: nil
        }
    }

    private func option(_ name: String) -> String? {
        if let value = connection.options[name] { return value }
        guard let option = provider.options.first(where: { $0.name == name }) else { return nil }
        return connection.firstVariable(option.variables) ?? option.fallback
    }

    private func endpoint(isStreaming: Bool) throws(BackendError) -> Provider.Endpoint {
        let endpoint = provider.endpoints.first { endpoint in
            endpoint.needs.allSatisfy { option($0) != nil } && (isStreaming || !endpoint.isStreaming)
        }
        guard let endpoint else { throw setup(.invalidAddress, "\(provider.title) has no endpoint for this request") }
        return endpoint
    }

    private func url(
        _ path: String, _ values: [String: String], _ items: [(String, String)]
    ) throws(BackendError) -> String {
        var base = connection.base?.trimmed ?? connection.firstVariable(provider.baseVariables) ?? provider.base
        var queries: [String] = []
        if let mark = base.firstIndex(of: "?") {
            queries.append(String(base[base.index(after: mark)...]))
            base = String(base[..<mark])
        }
        while base.hasSuffix("/") { base.removeLast() }
        guard base.hasPrefix("http://") || base.hasPrefix("https://") else {
            throw setup(.invalidAddress, "the address of \(provider.title) must begin with http:// or https://")
        }
        for item in provider.queries {
            if let value = value(of: item) { queries.append("\(item.name)=\(Self.escape(value))") }
        }
        queries += items.map { "\($0)=\(Self.escape($1))" }
        let whole = try Self.joined(fill(base, values), fill(path, values))
        if queries.isEmpty { return whole }
        return "\(whole)\(whole.contains("?") ? "&" : "?")\(queries.joined(separator: "&"))"
    }

    /// Base and path; an address that was copied from a manual may hold the path, or its beginning, already.
    private static func joined(_ base: String, _ path: String) -> String {
        let steps = path.split(separator: "/")
        for count in stride(from: steps.count, through: 2, by: -1) {
            let start = "/" + steps.prefix(count).joined(separator: "/")
            if base.hasSuffix(start) { return base.dropLast(start.count) + path }
        }
        return base + path
    }

    /// Puts options and values in the place of their names in braces.
    private func fill(_ text: String, _ values: [String: String]) throws(BackendError) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open]
            guard let value = values[name] ?? option(name), !value.isEmpty else {
                let variables = provider.options.first { $0.name == name }?.variables ?? []
                throw setup(
                    .invalidAddress,
                    "the address of \(provider.title) needs '\(name)': set the option"
                        + (variables.isEmpty ? "" : " or \(variables.joined(separator: " or "))")
                        + ", or give a whole address")
            }
            filled += Self.escape(value)
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private static func escape(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                escaped.unicodeScalars.append(UnicodeScalar(byte))
            default: escaped += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
            }
        }
        return escaped
    }
}
