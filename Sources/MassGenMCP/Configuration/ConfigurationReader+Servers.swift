import MassGenCore

/// What the members of a configuration mean.
extension ConfigurationReader {
    private static let serverMembers: Set = [
        "name", "type", "transport", "command", "args", "env", "cwd", "url", "serverUrl", "httpUrl", "headers",
        "timeout",
        "startupTimeout", "startup_timeout_sec", "tool_timeout_sec", "disabled", "enabled", "allowedTools",
        "allowed_tools", "includeTools", "enabled_tools", "excludedTools", "excludeTools", "exclude_tools",
        "disabled_tools", "retriedTools", "allowPrivate", "security", "oauth",
    ]

    mutating func servers(of document: JSON) -> [MCPServerConfiguration] {
        for path in places.repeated { refuse(path, "is there twice") }
        guard let object = document.object else {
            refuse("", "must be an object with the member 'mcpServers'")
            return []
        }
        guard let (value, path) = member(object, "", ["mcpServers", "servers", "mcp_servers"]) else {
            refuse("", "has no member 'mcpServers'")
            return []
        }
        var entries: [(name: String, path: String, value: JSON)] = []
        switch value {
        case .object(let members):
            entries = members.map { ($0.key, JSONPlaces.path(path, $0.key), $0.value) }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                let inner = "\(path)[\(index)]"
                guard let name = element["name"]?.string else {
                    refuse(inner, "must be an object with a 'name'")
                    continue
                }
                if entries.contains(where: { $0.name == name }) {
                    refuse("\(inner).name", "another server has this name")
                }
                entries.append((name, inner, element))
            }
        default: refuse(path, "must be an object or a list of servers")
        }
        return entries.compactMap { server($0.name, $0.value, $0.path) }
    }

    private mutating func server(_ name: String, _ value: JSON, _ path: String) -> MCPServerConfiguration? {
        guard let object = value.object else {
            refuse(path, "must be an object with 'command' or 'url'")
            return nil
        }
        if name.isEmpty || name.utf8.count > 100 || name.utf8.contains(where: { $0 < 0x20 }) {
            refuse(path, "a server's name has 1 to 100 characters, none of them a control character")
        }
        let isDisabled = flag(object, path, "disabled") ?? flag(object, path, "enabled").map { !$0 } ?? false
        // What is not used need not be complete: its variables may be set on another machine.
        if isDisabled {
            var server = MCPServerConfiguration.program(name, "")
            server.isDisabled = true
            return server
        }
        for (key, _) in object where !Self.serverMembers.contains(key) {
            warn(JSONPlaces.path(path, key), "is not known here and does nothing")
        }
        guard let connection = connection(object, path) else { return nil }
        var server = MCPServerConfiguration(name: name, connection)
        if let timeout = duration(object, path, "timeout", "tool_timeout_sec") { server.callTimeout = timeout }
        if let timeout = duration(object, path, "startupTimeout", "startup_timeout_sec") {
            server.startTimeout = timeout
        }
        server.tools.allowed = texts(object, path, "allowedTools", "allowed_tools", "includeTools", "enabled_tools")
        server.tools.excluded =
            texts(object, path, "excludedTools", "excludeTools", "exclude_tools", "disabled_tools") ?? []
        server.retriedTools = texts(object, path, "retriedTools") ?? []
        return server
    }

    private mutating func connection(
        _ object: JSONObject, _ path: String
    ) -> MCPServerConfiguration.Connection? {
        let type = text(object, path, "type", "transport")?.lowercased()
        let hasCommand = member(object, path, ["command"]) != nil
        let hasURL = member(object, path, ["url", "serverUrl", "httpUrl"]) != nil
        switch type {
        case "stdio":
            if hasURL { refuse(path, "has an address although it is of type 'stdio'") }
            return program(object, path)
        case "http", "streamable-http", "streamable_http", "streamablehttp":
            if hasCommand { refuse(path, "has a command although its type is reached over HTTP") }
            return endpoint(object, path, .streamable)
        case "sse":
            if hasCommand { refuse(path, "has a command although its type is reached over HTTP") }
            return endpoint(object, path, .sse)
        case nil:
            if hasCommand, hasURL {
                refuse(path, "has both 'command' and 'url'; it can have only one of them")
                return nil
            }
            if !hasCommand, !hasURL {
                refuse(path, "has neither 'command' nor 'url'")
                return nil
            }
            return hasCommand ? program(object, path) : endpoint(object, path, .automatic)
        default:
            refuse(JSONPlaces.path(path, "type"), "is not one of stdio, http, streamable-http and sse")
            return nil
        }
    }

    private mutating func program(_ object: JSONObject, _ path: String) -> MCPServerConfiguration.Connection? {
        var words: [String] = []
        let known = problems.count
        if let (value, inner) = member(object, path, ["command"]) {
            words = value.array == nil ? text(object, path, "command").map { [$0] } ?? [] : texts(value, inner) ?? []
            if problems.count == known, words.first?.isEmpty ?? true { refuse(inner, "names no program") }
        } else {
            refuse(path, "has no 'command'")
        }
        words += texts(object, path, "args") ?? []
        var environment: [String: String] = [:]
        for (name, value) in pairs(object, path, "env") {
            if !Expansion.isName(name) {
                refuse(JSONPlaces.path("\(path).env", name), "is not a variable's name: letters, digits and '_'")
            }
            environment[name] = value
        }
        guard let command = words.first else { return nil }
        let directory = text(object, path, "cwd")
        for text in words + [directory ?? ""] + environment.values where text.utf8.contains(0) {
            refuse(path, "holds a zero byte")
        }
        return .program(
            MCPProgram(
                command: command, arguments: Array(words.dropFirst()), environment: environment, directory: directory))
    }

    private mutating func endpoint(
        _ object: JSONObject, _ path: String, _ kind: MCPEndpoint.Kind
    ) -> MCPServerConfiguration.Connection? {
        guard let (_, place) = member(object, path, ["url", "serverUrl", "httpUrl"]) else {
            refuse(path, "has no 'url'")
            return nil
        }
        guard let url = text(object, path, "url", "serverUrl", "httpUrl") else { return nil }
        do throws(TransportError) { _ = try HTTPAddress(url) } catch { refuse(place, error.message) }
        var endpoint = MCPEndpoint(url: url)
        endpoint.kind = kind
        for (name, value) in pairs(object, path, "headers") {
            let probe = HTTPRequest(url: "http://localhost", headers: [name: value])
            do throws(TransportError) { _ = try probe.checked() } catch {
                refuse(JSONPlaces.path("\(path).headers", name), error.message)
            }
            endpoint.headers.add(name, value)
        }
        endpoint.allowedRanges = allowedRanges(object, path)
        if let (value, inner) = member(object, path, ["oauth"]) {
            endpoint.authorization = authorization(value, inner)
        }
        return .endpoint(endpoint)
    }

    /// `allowPrivate` is `true` or a list of ranges; `security` is how MassGen's files say it.
    private mutating func allowedRanges(_ object: JSONObject, _ path: String) -> [IPRange] {
        var ranges: [IPRange] = []
        if let (value, inner) = member(object, path, ["allowPrivate"]) {
            if let isAllowed = value.bool {
                if isAllowed { ranges += IPRange.loopback + IPRange.privateUse }
            } else {
                for (index, text) in (texts(value, inner) ?? []).enumerated() {
                    if let range = IPRange(text) {
                        ranges.append(range)
                    } else {
                        refuse("\(inner)[\(index)]", "is no range of addresses such as '10.0.0.0/8'")
                    }
                }
            }
        }
        if let (value, _) = member(object, path, ["security"]), let security = value.object {
            if security["allow_localhost"]?.bool == true { ranges += IPRange.loopback }
            if security["allow_private_ips"]?.bool == true { ranges += IPRange.privateUse }
        }
        return ranges
    }

    private mutating func authorization(_ value: JSON, _ path: String) -> OAuthSettings {
        var settings = OAuthSettings()
        guard let object = value.object else {
            refuse(path, "must be an object")
            return settings
        }
        settings.clientID = text(object, path, "clientId", "client_id")
        settings.clientSecret = text(object, path, "clientSecret", "client_secret").map { Secret($0) }
        settings.issuer = text(object, path, "issuer")
        settings.clientMetadataURL = text(object, path, "clientMetadataUrl", "client_metadata_url")
        if let (value, inner) = member(object, path, ["scopes", "scope"]) {
            settings.scopes =
                value.array == nil
                ? text(object, path, "scopes", "scope")?.split(separator: " ").map(String.init) ?? []
                : texts(value, inner) ?? []
        }
        if let (value, inner) = member(object, path, ["callbackPort", "redirectPort"]) {
            if let port = value.int, (1...65535).contains(port) {
                settings.redirectPort = port
            } else {
                refuse(inner, "must be a port from 1 to 65535")
            }
        }
        switch text(object, path, "grant", "grant_type") {
        case nil, "authorization_code": break
        case "client_credentials":
            settings.grant = .clientCredentials
            if settings.clientID == nil || settings.clientSecret == nil {
                refuse(path, "client_credentials need 'clientId' and 'clientSecret'")
            }
        default: refuse("\(path).grant", "is neither authorization_code nor client_credentials")
        }
        return settings
    }
}
