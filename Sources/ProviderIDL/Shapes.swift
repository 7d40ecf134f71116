/// The shapes of a wire or provider by name, before their kinds are known.
struct ShapeSources {
    var request: Shape?
    var response: Shape?
    var stream: Shape?
    /// Whether the events of the stream are responses.
    var streamsResponses = false
    var failure: Shape?
    var shapes: [(name: Name, shape: Shape)] = []
    var tables: [(name: Name, rows: [TableRow])] = []

    init(_ block: Block) {
        for entry in block.entries {
            switch entry.kind {
            case .request(let shape): request = shape
            case .response(let shape): response = shape
            case .stream(_, _, let shape):
                streamsResponses = shape.isResponse
                stream = shape.isResponse ? nil : shape
            case .failure(let shape): failure = shape
            case .shape(let name, let shape): shapes.append((name, shape))
            case .table(let name, let rows): tables.append((name, rows))
            case .service(let service):
                // What it gives goes by its purpose, so that other shapes can take it in.
                let purpose = Vocabulary.purposes.first { $0.name == service.purpose.text }
                if let shape = service.takes, purpose?.takes != nil { shapes.append((service.purpose.request, shape)) }
                if let shape = service.gives, purpose?.gives != nil { shapes.append((service.purpose, shape)) }
            default: break
            }
        }
    }

    /// The shape of that name; events may hold a whole `response`.
    func shape(_ name: String) -> Shape? {
        name == "response" ? response : shapes.first { $0.name.text == name }?.shape
    }
    func table(_ name: String) -> [TableRow]? { tables.first { $0.name.text == name }?.rows }
    var names: [String] { shapes.map(\.name.text) + tables.map(\.name.text) }

    /// What another wire may build on: no whole bodies.
    var shapesAlone: ShapeSources {
        var sources = self
        (sources.request, sources.response, sources.stream, sources.failure) = (nil, nil, nil, nil)
        return sources
    }

    func merged(with patch: ShapeSources) -> ShapeSources {
        func both(_ base: Shape?, _ change: Shape?) -> Shape? {
            guard let base, let change else { return change ?? base }
            return base.merged(with: change)
        }
        var merged = self
        merged.request = both(request, patch.request)
        merged.response = both(response, patch.response)
        merged.streamsResponses = streamsResponses || patch.streamsResponses
        merged.stream = both(stream ?? (streamsResponses ? merged.response : nil), patch.stream)
        if patch.stream == nil, merged.streamsResponses { merged.stream = nil }
        merged.failure = both(failure, patch.failure)
        merged.shapes.removeAll { shape in patch.table(shape.name.text) != nil }
        merged.tables.removeAll { table in patch.shape(table.name.text) != nil }
        for (name, shape) in patch.shapes {
            if let place = merged.shapes.firstIndex(where: { $0.name.text == name.text }) {
                merged.shapes[place].shape = merged.shapes[place].shape.merged(with: shape)
            } else {
                merged.shapes.append((name, shape))
            }
        }
        for (name, rows) in patch.tables {
            if let place = merged.tables.firstIndex(where: { $0.name.text == name.text }) {
                merged.tables[place].rows = merged.tables[place].rows.merged(with: rows)
            } else {
                merged.tables.append((name, rows))
            }
        }
        return merged
    }
}

/// Gives every shape its kind, following the holes from the request, the response, the stream and the failure.
extension Checker {
    /// Names in `own` that nothing leads to are reported.
    mutating func resolve(_ sources: ShapeSources, own: ShapeSources) -> [ShapeModel] {
        var resolver = Resolver(sources: sources, vocabulary: vocabulary)
        if let shape = sources.request { resolver.add("request", "request", .request, .shape(shape)) }
        if let shape = sources.response { resolver.add("response", "chunk", .response, .shape(shape)) }
        let stream = sources.stream ?? (sources.streamsResponses ? sources.response : nil)
        if let stream { resolver.add("event", "chunk", .event, .shape(stream)) }
        if let shape = sources.failure { resolver.add("failure", "failure", .failureBody, .shape(shape)) }
        for purpose in Vocabulary.purposes {
            if let kind = purpose.takes { _ = resolver.use(purpose.request, for: kind) }
            if let kind = purpose.gives { _ = resolver.use(purpose.name, for: kind) }
        }
        var next = 0
        while next < resolver.found.count {
            let shape = resolver.found[next]
            let isKnown = shape.role == .event && sources.stream == nil
            if !isKnown { check(shape, resolver: &resolver) }
            next += 1
        }
        unique(own.shapes.map(\.name) + own.tables.map(\.name), "shape")
        for (name, _) in own.shapes where !resolver.isUsed(name.text) && !Self.bodies.contains(name.text) {
            error(name.span, "shape '\(name.text)' is never used", "name it in a field, or remove it")
        }
        for (name, _) in own.tables where !resolver.isUsed(name.text) {
            error(
                name.span, "table '\(name.text)' is never used",
                "write a field with the hole '\(name.text)' or 'HOLE : \(name.text)', or remove the table")
        }
        for (name, _) in own.shapes { checkShapeName(name) }
        for (name, _) in own.tables { checkShapeName(name) }
        checkCycles(resolver.found)
        checkLists(resolver.found, sources)
        return resolver.found
    }

    /// What shapes are not called: functions are named after whole bodies too.
    private static let bodies: Set = ["request", "response", "event", "failureBody"]

    /// Functions are named after shapes.
    private mutating func checkShapeName(_ name: Name) {
        let isWord = name.text.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F
        }
        if !isWord {
            error(
                name.span, "'\(name.text)' is no name for a shape", "write letters and digits: \(name.text.camelCased)")
        } else if Self.bodies.contains(name.text) {
            error(
                name.span, "'\(name.text)' is no name for a shape: it is the name of a whole body",
                "choose another, \(name.text)Fields for instance")
        }
    }

    /// A shape taken into itself, with nothing of the canonical model in between, would never end.
    private mutating func checkCycles(_ shapes: [ShapeModel]) {
        func inlined(_ shape: ShapeModel) -> [(name: Name, kind: String)] {
            guard case .shape(let body) = shape.body, let kind = vocabulary.kind(shape.kind) else { return [] }
            switch body.body {
            case .object(let object):
                return object.plainHoles.filter { kind.hole($0.text) == nil }.map { ($0, kind.name) }
            case .cases(let cases):
                return cases.flatMap { item -> [(name: Name, kind: String)] in
                    let payload = kind.case(item.name.text)?.payload.flatMap(vocabulary.kind) ?? kind
                    guard let object = item.object, item.each == nil else { return [] }
                    return object.plainHoles.filter { payload.hole($0.text) == nil }.map { ($0, payload.name) }
                }
            }
        }
        var reported: Set<String> = []
        for shape in shapes where !reported.contains(shape.name) {
            var path: Set<String> = []
            var next = inlined(shape)
            while let (name, kind) = next.popLast() {
                let inner = shapes.first { $0.role == .shape && $0.name == name.text && $0.kind == kind }
                guard let inner, case .shape(let body) = inner.body, case .object = body.body else { continue }
                if inner == shape {
                    error(
                        name.span, "shape '\(shape.name)' contains itself", "name a hole here, or take the shape apart")
                    reported.formUnion(path)
                    break
                }
                if path.insert(name.text).inserted { next += inlined(inner) }
            }
        }
    }

    /// Elements of a list that takes from several holes are told apart by a text of their shape.
    private mutating func checkLists(_ shapes: [ShapeModel], _ sources: ShapeSources) {
        var reported: Set<Span> = []
        for shape in shapes {
            for items in shape.lists where items.count > 1 {
                unique(items.map(\.hole), "hole")
                for item in items {
                    guard case .object(let object) = item.element, reported.insert(object.span).inserted else {
                        continue
                    }
                    error(
                        object.span, "elements of a list with several kinds need shapes with names",
                        "write 'shape NAME { … }' and 'each \(item.hole.text) : NAME'")
                }
                for item in items.dropLast() {
                    guard case .shape(let name) = item.element, let body = sources.shape(name.text) else { continue }
                    if case .object(let object) = body.body,
                        !object.strictLiterals.isEmpty || object.lenientLiteral != nil || object.isContainer
                            || object.words(in: sources.table) != nil
                    {
                        continue
                    }
                    guard reported.insert(name.span).inserted else { continue }
                    error(
                        name.span, "elements of '\(name.text)' cannot be told apart from the others in this list",
                        "write a key with a text of its own in shape '\(name.text)', type: \"…\" for instance")
                }
            }
        }
    }
}

extension ShapeModel {
    /// The lists in it.
    fileprivate var lists: [[Term.Item]] {
        guard case .shape(let shape) = body else { return [] }
        switch shape.body {
        case .object(let object): return object.lists
        case .cases(let cases): return cases.flatMap { $0.object?.lists ?? [] }
        }
    }
}

extension ObjectSyntax {
    /// Whether it is a list under a key of its own: that key tells it apart.
    public var isContainer: Bool {
        if case .each? = fields.first?.value.alternatives.first?.term { fields.count == 1 } else { false }
    }

    fileprivate var lists: [[Term.Item]] {
        fields.flatMap { field in
            field.value.alternatives.flatMap { alternative -> [[Term.Item]] in
                switch alternative.term {
                case .each(let items, _): [items]
                case .object(let inner), .single(let inner, _): inner.lists
                case .literal, .hole: []
                }
            }
        }
    }
}

extension Name {
    /// The name of the shape that goes to an endpoint of this purpose.
    fileprivate var request: Name { Name(text: text + "Request", span: span) }
}

struct Resolver {
    let sources: ShapeSources
    let vocabulary: Vocabulary
    private(set) var found: [ShapeModel] = []
    /// Names in what could not be checked: they are not said to be unused.
    private(set) var mentioned: Set<String> = []

    mutating func add(_ name: String, _ kind: String, _ role: ShapeModel.Role, _ body: ShapeModel.Body) {
        let shape = ShapeModel(name: name, kind: kind, role: role, body: body)
        if !found.contains(where: { $0.name == name && $0.kind == kind && $0.role == role }) { found.append(shape) }
    }

    func isUsed(_ name: String) -> Bool {
        mentioned.contains(name) || found.contains { $0.role == .shape && $0.name == name }
    }

    /// Takes note of a name where it could not be used, and of all names in its shape.
    mutating func mention(_ name: String) {
        guard mentioned.insert(name).inserted else { return }
        switch sources.shape(name)?.body {
        case .object(let object): mention(object)
        case .cases(let cases): for item in cases { if let object = item.object { mention(object) } }
        case nil: break
        }
    }

    /// Takes note of the name that was probably meant.
    mutating func mention(closestTo name: String) {
        if let meant = closest(to: name, among: sources.names) { mention(meant) }
    }

    /// Takes note of all names in an object that is not checked.
    mutating func mention(_ object: ObjectSyntax) {
        for field in object.fields {
            for alternative in field.value.alternatives {
                switch alternative.term {
                case .literal: break
                case .object(let inner), .single(let inner, _): mention(inner)
                case .hole(let name, let shape, _):
                    mention(name.text)
                    if let shape { mention(shape.text) }
                case .each(let items, _):
                    for item in items {
                        switch item.element {
                        case .shape(let name): mention(name.text)
                        case .object(let inner): mention(inner)
                        }
                    }
                }
            }
        }
    }

    /// Uses a shape or table for a kind; false if there is none of that name.
    mutating func use(_ name: String, for kind: String) -> Bool {
        // A whole response has its own place.
        if name == "response", kind == "chunk", sources.response != nil { return true }
        if let shape = sources.shape(name) {
            add(name, kind, .shape, .shape(shape))
        } else if let rows = sources.table(name) {
            add(name, kind, .shape, .table(rows))
        } else {
            return false
        }
        return true
    }
}

extension ObjectSyntax {
    /// The names that stand for one value, nested ones included.
    var plainHoles: [Name] {
        fields.flatMap { field in
            field.value.alternatives.flatMap { alternative -> [Name] in
                switch alternative.term {
                case .hole(let name, _, _): [name]
                case .object(let inner), .single(let inner, _): inner.plainHoles
                case .literal, .each: []
                }
            }
        }
    }

    /// The first key that always holds a word of a table, and the texts there that are read.
    public func words(in table: (String) -> [TableRow]?) -> (key: String, values: [String])? {
        for field in fields where field.value.alternatives.count == 1 {
            guard case .hole(_, let name?, _) = field.value.alternatives[0].term, let rows = table(name.text) else {
                continue
            }
            let values = rows.filter { $0.direction != .writeOnly }.compactMap { row -> String? in
                if case .literal(let literal, _) = row.value, case .text(let text) = literal.kind { text } else { nil }
            }
            if field.value.alternatives[0].absence == .required, !values.isEmpty { return (field.key.text, values) }
        }
        return nil
    }

    /// Whether all the objects can be told apart by their first keys.
    public static func haveOwnFirstKeys(_ objects: [ObjectSyntax]) -> Bool {
        let keys = objects.compactMap { $0.fields.first?.key.text }
        return Set(keys).count == objects.count
    }

    /// The key by whose literal all the objects can be told apart.
    public static func discriminator(of objects: [ObjectSyntax]) -> String? {
        guard let first = objects.first else { return nil }
        return first.strictLiterals.map(\.key).first { key in
            let values = objects.map { $0.literal(key) }
            return values.allSatisfy { $0 != nil } && Set(values).count == objects.count
        }
    }
}
