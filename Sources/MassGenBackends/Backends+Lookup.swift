public import MassGenCore

extension Backends {
    /// The wire of that id, `openai-chat` for instance.
    public static func wire(_ id: String) -> (any Wire.Type)? { wires.first { $0.id == id } }

    /// The backend of the provider of that id, `groq` for instance.
    public static func backend(_ id: String) -> (any HTTPBackend.Type)? { all.first { $0.provider.id == id } }

    /// The converter between two wires by their ids; `nil` when there is no such wire.
    public static func converter(from source: String, to target: String) -> Converter? {
        guard let source = wire(source), let target = wire(target) else { return nil }
        return Converter(from: source, to: target)
    }
}
