/// Tools that a model is offered together, checked: each has a name of its own and a schema that vendors take.
public struct ToolSet: Sendable {
    /// The tools, in order.
    public let tools: [any Tool]
    /// What they are told to the model as, in the same order.
    public let definitions: [ToolDefinition]
    private let places: [String: Int]

    /// Makes a set. Throws one error that names all mistakes.
    public init(_ tools: [any Tool]) throws(BackendError) {
        var definitions: [ToolDefinition] = []
        var places: [String: Int] = [:]
        var mistakes: [String] = []
        for (place, tool) in tools.enumerated() {
            do throws(SchemaError) {
                let definition = try tool.definition
                definitions.append(definition)
                mistakes += definition.mistakes
            } catch {
                mistakes.append("the schema of '\(tool.name)' does not follow from its type: \(error)")
            }
            if let other = places.updateValue(place, forKey: tool.name) {
                mistakes.append("'\(tool.name)' is the name of tool \(other) and of tool \(place)")
            }
        }
        guard mistakes.isEmpty else { throw .tools(mistakes) }
        (self.tools, self.definitions, self.places) = (tools, definitions, places)
    }

    /// The tool of a name.
    public subscript(name: String) -> (any Tool)? { places[name].map { tools[$0] } }

    /// The definition of a name.
    func definition(of name: String) -> ToolDefinition? { places[name].map { definitions[$0] } }

    /// The names, in order.
    public var names: [String] { tools.map(\.name) }

    /// The tools that are allowed and not excluded. Lists hold names, ``Tool/name`` or ``Tool/plainName``; excluding
    /// wins. Throws for a name that no tool has: a misspelt one would allow or forbid nothing.
    public func filtered(allow: Set<String>? = nil, exclude: Set<String> = []) throws(BackendError) -> ToolSet {
        let known = Set(tools.flatMap { [$0.name, $0.plainName] })
        let unknown = (allow ?? []).union(exclude).subtracting(known)
        guard unknown.isEmpty else {
            let list = names.joined(separator: ", ")
            throw .tools(
                unknown.sorted().map { "no tool is called '\($0)', which is allowed or excluded; there are: \(list)" })
        }
        return try ToolSet(
            tools.filter { tool in
                (allow.map { $0.names(tool) } ?? true) && !exclude.names(tool)
            })
    }

    /// What to do about names that two sets have both.
    public enum Duplicates: Sendable, Hashable {
        /// It is an error.
        case fail
        /// The later tool gets a number behind its name.
        case rename
    }

    /// The tools of both sets, and the names that had to be changed: the new one by the old one.
    public func merged(
        with other: ToolSet, duplicates: Duplicates = .fail
    ) throws(BackendError) -> (set: ToolSet, renamed: [String: String]) {
        var taken = Set(names + other.names)
        var all = tools
        var renamed: [String: String] = [:]
        for tool in other.tools {
            guard self[tool.name] != nil, duplicates == .rename else {
                all.append(tool)
                continue
            }
            var number = 2
            while !taken.insert("\(tool.name)_\(number)").inserted { number += 1 }
            renamed[tool.name] = "\(tool.name)_\(number)"
            all.append(tool.renamed("\(tool.name)_\(number)"))
        }
        return (try ToolSet(all), renamed)
    }
}

extension Set<String> {
    /// Whether a list names a tool, by its whole name or by its plain one.
    func names(_ tool: any Tool) -> Bool { contains(tool.name) || contains(tool.plainName) }
}

extension Tool {
    /// The tool under another name.
    public func renamed(_ name: String) -> any Tool { RenamedTool(base: self, name: name) }
}

private struct RenamedTool<Base: Tool>: Tool {
    let base: Base
    let name: String

    var description: String { base.description }
    var parameters: JSON { get throws(SchemaError) { try base.parameters } }
    var definition: ToolDefinition {
        get throws(SchemaError) {
            var definition = try base.definition
            definition.name = name
            return definition
        }
    }
    var plainName: String { base.plainName }
    var annotations: ToolAnnotations { base.annotations }
    var timeout: Duration? { base.timeout }
    func call(arguments: Base.Arguments) async throws -> Base.Output { try await base.call(arguments: arguments) }
}

extension ToolDefinition {
    /// What no vendor takes of it, in words; empty when all is well.
    public var mistakes: [String] {
        var mistakes: [String] = []
        if name.isEmpty || name.utf8.contains(where: { $0 < 0x20 }) {
            mistakes.append("'\(name)' is no name: it is empty or holds characters that cannot be seen")
        }
        guard let object = schema.object else { return mistakes + ["the parameters of '\(name)' are no JSON Schema"] }
        if let type = object["type"], type != "object" {
            mistakes.append("the parameters of '\(name)' are of type \(type), but vendors take objects alone")
        }
        if let members = object["properties"], members.object == nil {
            mistakes.append("the 'properties' of '\(name)' are no object")
        }
        if let names = object["required"], names.array?.allSatisfy({ $0.string != nil }) != true {
            mistakes.append("the 'required' of '\(name)' is no list of names")
        }
        return mistakes
    }
}

extension BackendError.Code {
    /// Tools cannot be offered together, or not at all.
    public static let invalidTools: Self = "invalidTools"
}

extension BackendError {
    static func tools(_ mistakes: [String]) -> BackendError {
        BackendError(.setup, .invalidTools, mistakes.joined(separator: "; "))
    }
}
