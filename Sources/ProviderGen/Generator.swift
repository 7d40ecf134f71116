public import ProviderIDL

/// A file to be written: its name and its text.
public struct GeneratedFile: Sendable, Hashable {
    /// The name, without folder.
    public var name: String
    /// The text.
    public var text: String
}

/// Turns a checked model into Swift, one file per IDL file and a registry.
public struct Generator: Sendable {
    /// What to generate besides the files themselves.
    public struct Options: Sendable {
        /// The name of the registry's enum; `nil` for no registry.
        public var registry: String?
        /// Modules to import for wires that are not generated here.
        public var imports: [String]

        /// Makes options.
        public init(registry: String? = "Backends", imports: [String] = []) {
            self.registry = registry
            self.imports = imports
        }
    }

    /// Generates files for the IDL files with the given paths; `nil` for all.
    public static func generate(_ model: Model, from paths: [String]? = nil, options: Options = Options())
        -> [GeneratedFile]
    {
        let generator = Generator(model: model, options: options)
        let wanted = paths.map(Set.init)
        func isWanted(_ path: String) -> Bool { wanted?.contains(path) ?? true }
        var sections: [(path: String, write: (inout SwiftWriter) -> Void)] = []
        var known: [String: Set<GeneratedFunction>] = [:]
        for wire in model.wires {
            known[wire.name] = Set(wire.dialect.shapes.flatMap(FunctionCode(wire.dialect).functions))
        }
        for wire in model.wires where isWanted(wire.path) {
            let base = model.wires.first { $0.name == wire.base }
            let file = WireFile(wire: wire, base: base, known: base.flatMap { known[$0.name] } ?? [])
            sections.append((wire.path, { file.write(to: &$0) }))
        }
        for provider in model.providers {
            if isWanted(provider.path), let wire = model.wires.first(where: { $0.name == provider.wire }) {
                let file = ProviderFile(provider: provider, wire: wire, known: known[wire.name] ?? [])
                sections.append((provider.path, { file.write(to: &$0) }))
            }
        }
        for prices in model.prices where isWanted(prices.span.path) {
            let title = model.providers.first { $0.name == prices.provider.text }?.title ?? prices.title?.text
            sections.append(
                (prices.span.path, { ModelsFile(prices: prices, title: title ?? prices.provider.text).write(to: &$0) }))
        }
        var files: [GeneratedFile] = []
        var order: [String] = []
        for (path, _) in sections where !order.contains(path) { order.append(path) }
        for path in order {
            var writer = SwiftWriter()
            generator.head(of: path, &writer)
            for (index, section) in sections.filter({ $0.path == path }).enumerated() {
                if index > 0 { writer.line() }
                section.write(&writer)
            }
            files.append(GeneratedFile(name: swiftFileName(for: path), text: writer.text))
        }
        if let name = options.registry {
            files.append(generator.registry(name, isWanted))
        }
        return files.sorted { $0.name < $1.name }
    }

    private let model: Model
    private let options: Options

    private func head(of path: String, _ writer: inout SwiftWriter) {
        writer.line("// Generated from \(Self.shortened(path)): edit that file, not this one.")
        writer.line()
        writer.line("public import MassGenCore")
        for module in options.imports { writer.line("public import \(module)") }
        writer.line()
    }

    /// A path from its `IDL` folder on, so that the text is the same on every machine.
    private static func shortened(_ path: String) -> String {
        let parts = path.split(separator: "/")
        let start = parts.lastIndex(of: "IDL") ?? max(0, parts.count - 1)
        return parts[start...].joined(separator: "/")
    }

    private func registry(_ name: String, _ isWanted: (String) -> Bool) -> GeneratedFile {
        let providers = model.providers.filter { isWanted($0.path) }
        let wires = model.wires.filter { isWanted($0.path) }
        let prices = model.prices.filter { isWanted($0.span.path) }
        var writer = SwiftWriter()
        writer.line("// Generated from all files in IDL: edit those, not this one.")
        writer.line()
        writer.line("public import MassGenCore")
        for module in options.imports { writer.line("import \(module)") }
        writer.line()
        writer.doc("Every backend that is described here, by the id of its provider.")
        writer.block("public enum \(name)") { writer in
            let programs = providers.filter(\.dialect.isProcess), servers = providers.filter { !$0.dialect.isProcess }
            writer.doc("The backends, in the order of their ids; those of a provider's further wires follow its first.")
            writer.array("public static let all: [any HTTPBackend.Type] = ", servers.map { "\($0.type).self" })
            if !programs.isEmpty {
                writer.line()
                writer.doc("The backends that are programs on this machine.")
                writer.array(
                    "public static let programs: [any ProgramBackend.Type] = ", programs.map { "\($0.type).self" })
            }
            writer.line()
            writer.doc("The backend of a provider, on its first wire or on the one that is named.")
            writer.block(
                "public static func backend(_ provider: String, wire: String? = nil) -> (any HTTPBackend.Type)?"
            ) {
                $0.line("all.first { $0.provider.id == provider && (wire == nil || $0.provider.wire == wire) }")
            }
            if !wires.isEmpty {
                writer.line()
                writer.doc("The wires as their vendors define them.")
                writer.array(
                    "public static let wires: [any Wire.Type] = ", wires.map { "\($0.type).self" })
            }
            if !prices.isEmpty {
                writer.line()
                writer.doc("The lists of models, those of providers that are not described here too.")
                writer.array("public static let models: [ModelTable] = ", prices.map { ".\($0.tableName)" })
            }
        }
        return GeneratedFile(name: "\(name).swift", text: writer.text)
    }
}
