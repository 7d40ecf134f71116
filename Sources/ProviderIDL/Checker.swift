/// Turns documents into a model and says everything that is wrong with them, in one run.
public struct Checker {
    /// What is known beyond the IDL: the quirks that are written by hand.
    public struct Surroundings: Sendable {
        /// Names of quirk files without extension, `Mistral+Request` for instance; `nil` when they are not checked.
        public var quirks: Set<String>?

        /// Makes surroundings.
        public init(quirks: Set<String>? = nil) { self.quirks = quirks }
    }

    let vocabulary = Vocabulary.standard
    let surroundings: Surroundings
    var diagnostics: [Diagnostic] = []
    var model = Model()
    /// The wires that are spoken with programs.
    var programs: Set<String> = []

    private init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Checks documents together.
    public static func check(
        _ documents: [Document], surroundings: Surroundings = Surroundings()
    ) -> (model: Model, diagnostics: [Diagnostic]) {
        var checker = Checker(surroundings)
        checker.check(documents)
        return (checker.model, checker.diagnostics)
    }

    private mutating func check(_ documents: [Document]) {
        var wires: [(path: String, block: Block)] = []
        var providers: [(path: String, block: Block)] = []
        var prices: [PricesSyntax] = []
        for document in documents {
            for declaration in document.declarations {
                switch declaration {
                case .wire(let block): wires.append((document.path, block))
                case .provider(let block): providers.append((document.path, block))
                case .prices(let table): prices.append(table)
                }
            }
        }
        checkFiles(documents)
        unique(wires.map(\.block.name), "wire")
        unique(providers.map(\.block.name), "provider")
        unique(prices.flatMap { [$0.provider] + $0.others }, "price list of")

        programs = Set(wires.map(\.block).filter(\.isProcess).map(\.name.text))
        var wireBlocks: [String: Block] = [:]
        // A wire that builds on another comes after it.
        for (path, block) in wires.filter({ $0.block.wireName == nil }) + wires.filter({ $0.block.wireName != nil })
        where wireBlocks[block.name.text] == nil {
            wireBlocks[block.name.text] = block
            checkName(block.name)
            checkWire(block, path: path, wires: wireBlocks)
        }
        var seen: Set<String> = []
        let further = providers.flatMap { $0.block.further.map(\.block) }
        checkTypeNames(wires.map(\.block), providers.map(\.block), further)
        for (path, block) in providers where seen.insert(block.name.text).inserted {
            checkName(block.name)
            checkProvider(block, path: path, wires: wireBlocks)
        }
        for table in prices { checkPrices(table, providers: seen) }
        checkDefaults(providers.map(\.block))
        checkGuards(providers.map(\.block) + further, wires: wireBlocks)
        model.wires.sort { $0.name < $1.name }
        // The first wire of a provider stands first.
        model.providers.sort { ($0.name, $0.isFirst ? "" : $0.type) < ($1.name, $1.isFirst ? "" : $1.type) }
        model.prices.sort { $0.provider.text < $1.provider.text }
    }
}

/// Findings.
extension Checker {
    mutating func error(_ span: Span, _ message: String, _ notes: String...) {
        diagnostics.append(Diagnostic(.error, at: span, message, notes: notes.map { Diagnostic.Note($0) }))
    }

    mutating func error(_ span: Span, _ message: String, notes: [Diagnostic.Note]) {
        diagnostics.append(Diagnostic(.error, at: span, message, notes: notes))
    }

    func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    func quotedList(_ words: [String]) -> String { list(words.map { "'\($0)'" }) }

    /// An unknown word, with the nearest known one.
    mutating func unknown(_ name: Name, _ what: String, known: [String]) {
        let note =
            if let near = closest(to: name.text, among: known) {
                "did you mean '\(near)'?"
            } else if known.isEmpty {
                "there is none to choose from here"
            } else {
                "known are \(quotedList(known.sorted()))"
            }
        error(name.span, "unknown \(what) '\(name.text)'", note)
    }

    /// Says where a name is taken already.
    mutating func unique(_ names: [Name], _ what: String) {
        var first: [String: Span] = [:]
        for name in names {
            if let span = first[name.text] {
                error(
                    name.span, "duplicate \(what) '\(name.text)'",
                    notes: [.init("the first one is here; remove or rename one of them", at: span)])
            } else {
                first[name.text] = name.span
            }
        }
    }

    mutating func checkName(_ name: Name) {
        let isGood =
            name.text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
            && name.text.utf8.first.map { (0x61...0x7A).contains($0) } == true
        if !isGood {
            error(
                name.span, "'\(name.text)' is no name for a wire or provider",
                "write small letters, digits and '-', beginning with a letter")
        }
    }
}

/// Conditions across files.
extension Checker {
    /// Files of one name in different folders become one Swift file; prices have names of their own.
    private mutating func checkFiles(_ documents: [Document]) {
        var first: [String: Span] = [:]
        for document in documents {
            let name = swiftFileName(for: document.path)
            let place = Span(path: document.path, range: 0..<0)
            if let other = first[name] {
                error(
                    place, "this file becomes '\(name)', which another one does already",
                    notes: [.init("it is this one; rename one of them", at: other)])
            } else {
                first[name] = place
            }
        }
    }

    /// Wires and providers become types of one module.
    private mutating func checkTypeNames(_ wireBlocks: [Block], _ providers: [Block], _ further: [Block]) {
        var types: [String: Name] = [:]
        let wires = wireBlocks.map(\.name)
        for block in wireBlocks + providers + further {
            let name = block.name, title = block.title?.text ?? ""
            let type =
                wires.contains(name) ? typeName(ofWire: name.text, title: title) : typeName(of: name.text, title: title)
            if let other = types[type] {
                // Two of a kind with the same name were reported.
                guard other.text != name.text || wires.contains(other) && providers.contains(where: { $0.name == name })
                else { continue }
                error(
                    name.span, "'\(name.text)' takes the Swift type '\(type)', which is taken",
                    notes: [.init("by '\(other.text)' here; rename one of them", at: other.span)])
            } else if Vocabulary.reservedTypes.contains(type)
                || vocabulary.kinds.values.contains(where: { $0.type == type })
            {
                error(
                    name.span, "'\(name.text)' takes the Swift type '\(type)', which generated code needs itself",
                    "choose another name, \(name.text)-api for instance")
            }
            types[type] = name
        }
        for block in providers {
            let property = block.name.text.camelCased
            let hasSettings = block.entries.contains { if case .options = $0.kind { true } else { false } }
            if hasSettings, vocabulary.kind("request")?.holes.contains(where: { $0.property == property }) == true {
                error(
                    block.name.span,
                    "settings of '\(block.name.text)' stand at ChatRequest.\(property), which is taken",
                    "choose another name, \(block.name.text)-api for instance")
            }
        }
    }

    /// A guard by a capability that nobody declares can never hold.
    private mutating func checkGuards(_ blocks: [Block], wires wireBlocks: [String: Block]) {
        let names = Set(model.wires.map(\.name))
        for wire in model.wires {
            // One that names no wire or one that is not known may have meant this one.
            let users = blocks.filter { $0.wireName.map { $0.text == wire.name || !names.contains($0.text) } ?? true }
            let providers = model.providers.filter { $0.wire == wire.name }
            guard !users.isEmpty else { continue }
            var declared: Set<String> = []
            // A wire says what all its servers can.
            for entry in users.flatMap(\.entries) + (wireBlocks[wire.name]?.entries ?? []) {
                if case .can(let names) = entry.kind { declared.formUnion(names.map(\.text)) }
            }
            for row in providers.flatMap({ $0.prices?.rows ?? [] }) {
                for fact in row.facts where fact.word.text == "can" { declared.formUnion(fact.values.map(\.text)) }
            }
            // A misspelled one was reported where it stands.
            for name in declared.subtracting(Vocabulary.capabilities) {
                if let meant = closest(to: name, among: Vocabulary.capabilities) { declared.insert(meant) }
            }
            var reported: Set<Span> = []
            for name in wire.dialect.guards + providers.flatMap(\.dialect.guards)
            where !declared.contains(name.text) && reported.insert(name.span).inserted {
                guard Vocabulary.capabilities.contains(name.text) else { continue }
                error(
                    name.span, "no provider of '\(wire.name)' declares the capability '\(name.text)'",
                    "write it after 'can' of a provider or of a model that has it, or remove the guard")
            }
        }
    }

    private mutating func checkDefaults(_ blocks: [Block]) {
        for block in blocks {
            for entry in block.entries {
                // A program has names of its own for its models.
                guard case .defaultModel(let name) = entry.kind,
                    let provider = model.providers.first(where: { $0.name == block.name.text }),
                    !provider.dialect.isProcess, let rows = provider.prices?.rows,
                    !rows.contains(where: { $0.id.text == name.text })
                else { continue }
                if let row = rows.first(where: { $0.isAlso(name.text) }) {
                    error(
                        name.span, "'\(name.text)' is another name of '\(row.id.text)'", "write default \(row.id.text)")
                } else {
                    let near = closest(to: name.text, among: rows.map(\.id.text)).map { "did you mean '\($0)'?" }
                    error(
                        name.span, "'\(name.text)' is no model in the prices of '\(block.name.text)'",
                        near ?? "write the id of one of its \(rows.count) rows")
                }
            }
        }
    }
}

extension ModelRowSyntax {
    /// Whether the row says that its model has that name too.
    fileprivate func isAlso(_ name: String) -> Bool {
        facts.contains { ["alias", "dated"].contains($0.word.text) && $0.values.contains { $0.text == name } }
    }
}

extension Vocabulary {
    /// Types that generated code names besides those of the model.
    static let reservedTypes: Set<String> = [
        "Backends", "Wire", "HTTPBackend", "Backend", "Provider", "Connection", "Framing", "ErrorClass", "Renderer",
        "JSON", "JSONReader", "JSONError", "JSONNumber", "JSONObject", "Loss", "ModelTable", "OpaquePart",
        "ReasoningEffort", "StopReason", "Usage", "Self", "Int", "Double", "String", "Bool", "Sendable", "Hashable",
    ]
}

extension Dialect {
    /// The capabilities that shapes and endpoints are guarded by.
    var guards: [Name] {
        var names: [Name] = []
        func visit(_ condition: Condition?) {
            for test in condition?.tests ?? [] { if case .can(let name) = test.kind { names.append(name) } }
        }
        func visit(_ object: ObjectSyntax) {
            for field in object.fields {
                visit(field.value.condition)
                for alternative in field.value.alternatives {
                    visit(alternative.condition)
                    switch alternative.term {
                    case .object(let inner), .single(let inner, _): visit(inner)
                    case .each(let items, _):
                        for item in items { if case .object(let inner) = item.element { visit(inner) } }
                    case .literal, .hole: break
                    }
                }
            }
        }
        for endpoint in endpoints { visit(endpoint.condition) }
        names += services.flatMap(\.guards)
        for shape in shapes {
            // A tool of the server's own is written for models that can do it.
            if case .table(let rows) = shape.body {
                if shape.kind == "serverTool" { names += rows.map(\.name) }
                for row in rows { visit(row.condition) }
            }
            guard case .shape(let body) = shape.body else { continue }
            switch body.body {
            case .object(let object): visit(object)
            case .cases(let cases):
                for item in cases {
                    visit(item.condition)
                    if let object = item.object { visit(object) }
                }
            }
        }
        return names
    }
}
