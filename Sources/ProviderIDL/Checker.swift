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
        unique(wires.map(\.block.name), "wire")
        unique(providers.map(\.block.name), "provider")
        unique(prices.map(\.provider), "price list of")

        var wireBlocks: [String: Block] = [:]
        for (path, block) in wires where wireBlocks[block.name.text] == nil {
            wireBlocks[block.name.text] = block
            checkName(block.name)
            let dialect = wireDialect(block)
            let title = block.title?.text ?? block.name.text
            model.wires.append(WireModel(name: block.name.text, title: title, path: path, dialect: dialect))
        }
        var seen: Set<String> = []
        for (path, block) in providers where seen.insert(block.name.text).inserted {
            checkName(block.name)
            checkProvider(block, path: path, wires: wireBlocks)
        }
        for table in prices { checkPrices(table, providers: seen) }
        checkDefaults(providers.map(\.block))
        checkGuards()
        model.wires.sort { $0.name < $1.name }
        model.providers.sort { $0.name < $1.name }
    }
}

/// Findings.
extension Checker {
    mutating func error(_ span: Span, _ message: String, _ notes: String...) {
        diagnostics.append(Diagnostic(.error, at: span, message, notes: notes.map { Diagnostic.Note($0) }))
    }

    /// An unknown word, with the nearest known one.
    mutating func unknown(_ name: Name, _ what: String, known: [String]) {
        let note =
            if let near = closest(to: name.text, among: known) {
                "did you mean '\(near)'?"
            } else if known.isEmpty {
                "there is none to choose from here"
            } else {
                "known are \(known.sorted().map { "'\($0)'" }.joined(separator: ", "))"
            }
        error(name.span, "unknown \(what) '\(name.text)'", note)
    }

    /// Says where a name is taken already.
    mutating func unique(_ names: [Name], _ what: String) {
        var first: [String: Span] = [:]
        for name in names {
            if let span = first[name.text] {
                let note = Diagnostic.Note("the first one is here; remove or rename one of them", at: span)
                diagnostics.append(Diagnostic(.error, at: name.span, "duplicate \(what) '\(name.text)'", notes: [note]))
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
    /// A guard by a capability that nobody declares can never hold.
    private mutating func checkGuards() {
        for wire in model.wires {
            let users = model.providers.filter { $0.wire == wire.name }
            guard !users.isEmpty else { continue }
            var declared = Set(users.flatMap(\.capabilities))
            for row in users.flatMap({ $0.prices?.rows ?? [] }) {
                for fact in row.facts where fact.word.text == "can" { declared.formUnion(fact.values.map(\.text)) }
            }
            var reported: Set<Span> = []
            for name in wire.dialect.guards + users.flatMap(\.dialect.guards)
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
                guard case .defaultModel(let name) = entry.kind,
                    let provider = model.providers.first(where: { $0.name == block.name.text }),
                    let rows = provider.prices?.rows
                else { continue }
                if !rows.contains(where: { $0.id.text == name.text }) {
                    unknown(name, "model", known: rows.map(\.id.text))
                }
            }
        }
    }
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
        for shape in shapes {
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
