/// Every wire and provider of the given files, checked: names are known, differences merged, shapes have their kinds.
public struct Model: Sendable {
    /// The wires, by name.
    public var wires: [WireModel] = []
    /// The providers, by name.
    public var providers: [ProviderModel] = []
    /// The lists of models, by name.
    public var prices: [PricesSyntax] = []
}

/// What a wire and a provider have in common: shapes and rules, with a provider's differences merged in.
public struct Dialect: Sendable, Hashable {
    /// The shapes, in the order in which the road needs them.
    public var shapes: [ShapeModel] = []
    /// How events are cut out of a body.
    public var framing = "sse"
    /// The data that ends a stream.
    public var streamEnd: String?
    /// Whether later counts stand for earlier ones as a whole.
    public var replacesCounts = false
    /// Whether it is spoken with a program on this machine.
    public var isProcess = false
    /// Endpoints for chat, most particular first.
    public var endpoints: [EndpointModel] = []
    /// What is offered besides chat, in the order of the vocabulary.
    public var services: [ServiceModel] = []
    /// Headers on every request.
    public var headers: [Field] = []
    /// Query items on every request.
    public var queries: [Field] = []
    /// Variables of a program's environment.
    public var variables: [Field] = []
    /// What statuses and codes mean.
    public var errors: [ErrorRow] = []
    /// The headers that report limits.
    public var limits: [LimitGroup] = []
    /// The header with the id of a request.
    public var requestIDHeader: String?
    /// How schemas must be, by rule: `drops`, `formats`, `renames` (pairs), `closes`, `requires`, `always`.
    public var schemaRules: [String: [String]] = [:]
    /// How ids of calls and names of tools are spelled: `ids` or `names`, with characters and lengths.
    public var spellings: [String: Spelling] = [:]
    /// Counts that the wire leaves out of its figures: `input` or `output` by what they lack.
    public var outside: [String: [String]] = [:]

    /// Whether every event of a stream is a whole response.
    public var streamsResponses: Bool {
        func body(_ role: ShapeModel.Role) -> ShapeModel.Body? { shapes.first { $0.role == role }?.body }
        return body(.response) != nil && body(.response) == body(.event)
    }

    /// The shape of that name and kind.
    public func shape(_ name: String, of kind: String) -> ShapeModel? {
        shapes.first { $0.role == .shape && $0.name == name && $0.kind == kind }
    }
}

/// A wire.
public struct WireModel: Sendable {
    /// The id.
    public var name: String
    /// The name for people.
    public var title: String
    /// The file it stands in.
    public var path: String
    /// What its vendor's own server can do, and servers of it where nobody says otherwise.
    public var capabilities: [String] = []
    /// Its shapes and rules.
    public var dialect: Dialect
    /// The wire whose shapes it has where it has none of its own.
    public var base: String?
}

/// The characters and lengths of ids or names.
public struct Spelling: Sendable, Hashable {
    /// The characters, as ranges: `A-Za-z0-9_-`.
    public var alphabet: String
    /// How many there may be.
    public var lengths: ClosedRange<Int>
    /// With which one it must begin; any where `nil`.
    public var first: String?
}

/// A provider.
public struct ProviderModel: Sendable {
    /// The id; a provider that speaks several wires stands here once for each.
    public var name: String
    /// The Swift type of its backend.
    public var type: String
    /// The name for people.
    public var title: String
    /// The file it stands in.
    public var path: String
    /// The id of its wire.
    public var wire: String
    /// The address of its API; placeholders are options.
    public var base: String?
    /// Environment variables that may hold another address.
    public var baseVariables: [String] = []
    /// Ways to present a key, first wins.
    public var keys: [KeySyntax] = []
    /// What it can do.
    public var capabilities: [String] = []
    /// The holes of a request that it does not take.
    public var dropped: [String] = []
    /// The words that a hole of a request may hold.
    public var allowed: [AllowedWords] = []
    /// What it takes of media.
    public var media: [MediaSyntax] = []
    /// What a request must not combine.
    public var forbidden: [ForbiddenModel] = []
    /// The keys of its request that it refuses.
    public var refused: [String] = []
    /// Named settings of its address.
    public var options: [OptionModel] = []
    /// Settings of a request only it has.
    public var settings: [OptionField] = []
    /// Other names.
    public var aliases: [String] = []
    /// Hosts it is known by: the ends of their names.
    public var hosts: [String] = []
    /// The model used when the caller names none.
    public var defaultModel: String?
    /// The stations at which a quirk stands, with the reason.
    public var quirks: [QuirkModel] = []
    /// Whether this is the first wire of its provider.
    public var isFirst: Bool { type == firstType }
    /// The wire's shapes and rules with its own differences.
    public var dialect: Dialect
    /// The shapes in which it differs from its wire.
    public var ownShapes: [ShapeModel] = []
    /// Its rules for errors, which stand before those of its wire.
    public var ownErrors: [ErrorRow] = []
    /// Its models.
    public var prices: PricesSyntax?
}

/// The words that a hole may hold.
public struct AllowedWords: Sendable, Hashable {
    /// The hole.
    public var hole: String
    /// The words.
    public var words: [String]
}

/// What a request must not combine: any of the one with any of the other.
public struct ForbiddenModel: Sendable, Hashable {
    /// Server tools and holes.
    public var one: [String]
    /// Server tools and holes.
    public var other: [String]
    /// When it is forbidden; `nil` for always.
    public var condition: Condition?
}

/// A chat endpoint.
public struct EndpointModel: Sendable, Hashable {
    /// The path, with placeholders.
    public var path: String
    /// When it is used.
    public var condition: Condition?
}

/// Something that is offered besides chat.
public struct ServiceModel: Sendable, Hashable {
    /// What it is for.
    public var purpose: String
    /// The method, in small letters.
    public var method: String
    /// The path, with placeholders.
    public var path: String
    /// The capabilities that a provider needs to offer it, as written.
    public var guards: [Name]
    /// Headers that only this endpoint needs.
    public var headers: [Field]
    /// How a file is sent along.
    public var file: FileSyntax?
    /// The keys of a chat request's body that it does not take.
    public var without: [String]

    /// The capabilities that a provider needs to offer it.
    public var needs: [String] { guards.map(\.text) }
}

/// A named setting of a provider's address, `resource` for instance.
public struct OptionModel: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value used when nobody gives one.
    public var fallback: String?
    /// Environment variables that may hold it.
    public var variables: [String]
    /// What it is for.
    public var summary: String?
}

/// A handwritten oddity.
public struct QuirkModel: Sendable, Hashable {
    /// Where it stands on the road.
    public var station: String
    /// Why it is needed.
    public var reason: String
}

/// A shape or table with the kind of value it stands for.
public struct ShapeModel: Sendable, Hashable {
    /// What it is for.
    public enum Role: Sendable, Hashable {
        case request
        case response
        case event
        case failureBody
        case shape
    }

    /// What it is made of.
    public enum Body: Sendable, Hashable {
        case shape(Shape)
        case table([TableRow])
    }

    /// The name in the IDL.
    public var name: String
    /// The kind of value.
    public var kind: String
    /// What it is for.
    public var role: Role
    /// What it is made of.
    public var body: Body
}

extension Field {
    /// The alternatives that are written.
    public var written: [Alternative] {
        value.alternatives.filter { alternative in
            guard alternative.direction != .readOnly, case .object(let object) = alternative.term else {
                return alternative.direction != .readOnly
            }
            // An object of which nothing is written is not written.
            return object.fields.isEmpty || object.fields.contains { !$0.written.isEmpty }
        }
    }
    /// The alternatives that are read.
    public var read: [Alternative] { value.alternatives.filter { $0.direction != .writeOnly } }
}

extension Alternative {
    /// The JSON kind it is told apart by.
    public enum JSONKind: String, Sendable, Hashable {
        case string
        case number
        case bool
        case null
        case array
        case object
        case any
    }

    /// The name of the hole, if it is one.
    public var hole: Name? {
        switch term {
        case .hole(let name, _, _): name
        case .each(let items, _): items.first?.hole
        case .literal, .object, .single: nil
        }
    }
}

extension ObjectSyntax {
    /// The field with that key.
    public func field(_ key: String) -> Field? { fields.first { $0.key.text == key } }

    /// The objects in it, itself included, in which `...` stands.
    public var openObjects: [ObjectSyntax] {
        (isOpen ? [self] : [])
            + fields.flatMap { field in
                field.value.alternatives.flatMap { alternative -> [ObjectSyntax] in
                    switch alternative.term {
                    case .object(let inner), .single(let inner, _): inner.openObjects
                    case .literal, .hole, .each: []
                    }
                }
            }
    }

    /// The text that a case is told apart by: the only value of its key, required when reading.
    public func literal(_ key: String) -> String? {
        guard let value = field(key)?.value, value.alternatives.count == 1,
            value.alternatives[0].direction != .writeOnly,
            case .literal(let literal, false) = value.alternatives[0].term, case .text(let text) = literal.kind
        else { return nil }
        return text
    }

    /// The first key whose only value is a text that may be missing when reading.
    public var lenientLiteral: (key: String, value: String)? {
        for field in fields {
            if field.value.alternatives.count == 1,
                case .literal(let literal, true) = field.value.alternatives[0].term, case .text(let text) = literal.kind
            {
                return (field.key.text, text)
            }
        }
        return nil
    }
    /// That text under the first of these keys.
    public func literal(_ keys: [String]) -> String? { keys.lazy.compactMap { literal($0) }.first }

    /// That text, or the one that may be missing.
    public func word(_ keys: [String]) -> String? {
        literal(keys) ?? lenientLiteral.flatMap { keys.contains($0.key) ? $0.value : nil }
    }

    /// The keys whose only value is such a text.
    public var strictLiterals: [(key: String, value: String)] {
        fields.compactMap { field in literal(field.key.text).map { (field.key.text, $0) } }
    }
}

extension Literal {
    /// A text with the value of a hole in it: `"{name}_tool_result"`.
    public var template: (prefix: String, hole: String, suffix: String)? {
        guard case .text(let text) = kind, let open = text.firstIndex(of: "{"),
            let close = text[open...].firstIndex(of: "}")
        else { return nil }
        let hole = text[text.index(after: open)..<close]
        return (String(text[..<open]), String(hole), String(text[text.index(after: close)...]))
    }

    /// The value as in a file.
    var source: String { if case .text(let text) = kind { text.inQuotes } else { written } }

    /// The value as written, without quotes.
    public var written: String {
        switch kind {
        case .text(let text): text
        case .number(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .null: "null"
        case .emptyList: "[]"
        }
    }
}
