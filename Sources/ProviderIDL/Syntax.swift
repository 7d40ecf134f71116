/// The syntax of one IDL file: what was written, with spans, before any name is looked up.
public struct Document: Sendable, Hashable {
    /// The file it was read from.
    public var path: String
    /// The declarations, in order.
    public var declarations: [Declaration]
}

/// A top-level declaration.
public enum Declaration: Sendable, Hashable {
    /// `wire NAME "title" …`: a wire format, once.
    case wire(Block)
    /// `provider NAME "title" …`: one provider as its differences from a wire.
    case provider(Block)
    /// `prices NAME source "…" checked DATE` and its model rows.
    case prices(PricesSyntax)
}

/// A word or text as written, with its place.
public struct Name: Sendable, Hashable {
    /// The characters, without quotes.
    public var text: String
    /// Where they stand.
    public var span: Span
}

/// A wire or a provider: a name, a title and its entries.
public struct Block: Sendable, Hashable {
    /// The identifier after the keyword.
    public var name: Name
    /// The quoted sentence on the next line.
    public var title: Name?
    /// The entries, in order.
    public var entries: [Entry]
    /// The whole block.
    public var span: Span
}

/// One entry of a wire or provider, with the place of its first word.
public struct Entry: Sendable, Hashable {
    /// What the entry says.
    public var kind: Kind
    /// The place of the whole entry.
    public var span: Span

    /// The kinds of entry.
    public enum Kind: Sendable, Hashable {
        /// `wire NAME`
        case wire(Name)
        /// `wire NAME as SUFFIX { … }`: another wire that the provider speaks, as its differences.
        case further(wire: Name, suffix: Name?, [Entry])
        /// `base "https://…" env A B`
        case base(Name, variables: [Name])
        /// `key bearer A B | header "name" C | none`
        case key([KeySyntax])
        /// `post "/path" when …`: where chat is asked for.
        case endpoint(method: Name, path: Name, condition: Condition?)
        /// `models get "/models" gives { … }`: what is offered besides chat.
        case service(ServiceSyntax)
        /// `header "name": value`
        case header(Field)
        /// `query "name": value`
        case query(Field)
        /// `variable "NAME": value`: of a program's environment.
        case variable(Field)
        /// `process`: the wire is spoken with a program on this machine.
        case process
        /// `option NAME else "default" env A "what it is for"`
        case option(name: Name, fallback: Name?, variables: [Name], summary: Name?)
        /// `can a b c`
        case can([Name])
        /// `drops a b c`
        case drops([Name])
        /// `allow reasoning.effort in low high`: the words a hole may hold.
        case allow(Name, [Name])
        /// `allow image in png jpeg size 5MB count 100`: the media it takes.
        case allowMedia(MediaSyntax)
        /// `forbids webSearch with tools when not can x`: what a request must not combine.
        case forbids([Name], with: [Name], condition: Condition?)
        /// `request { … }`
        case request(Shape)
        /// `response { … }`
        case response(Shape)
        /// `stream sse ends "[DONE]" { … }`; a provider may leave out framing and end.
        case stream(framing: Name?, end: Name?, Shape)
        /// `counts whole`: later counts of a stream stand for earlier ones as a whole.
        case countsWhole
        /// `failure { … }`
        case failure(Shape)
        /// `shape NAME … { … }`
        case shape(name: Name, Shape)
        /// `table NAME { … }`
        case table(name: Name, [TableRow])
        /// `options { safe_prompt: bool "…" }`: settings only this provider has.
        case options([OptionField])
        /// `errors { 429 rateLimited(retry) }`
        case errors([ErrorRow])
        /// `limits { requests { limit "…", remaining "…", reset "…" } }`
        case limits([LimitGroup])
        /// `ids "A-Za-z0-9" 9..9`, `names "A-Za-z0-9_-" 1..64 first "A-Za-z_"`: how ids of calls and names of tools are
        /// spelled.
        case spelling(of: Name, alphabet: Name, lengths: ClosedRange<Int>, first: Name?)
        /// `schema drops minimum maximum`: how schemas must be for answers and calls to be held to them.
        case schema(Name, [Name])
        /// `also azure_openai at "openai.azure.com"`: other names of a provider, and hosts it is known by.
        case also([Name], hosts: [Name])
        /// `id header "x-request-id"`
        case requestID(header: Name)
        /// `default MODEL`: the model used when the caller names none.
        case defaultModel(Name)
        /// `quirk event "why"`
        case quirk(station: Name, reason: Name?)
    }
}

/// One way to present a key: `bearer A B`, `header "x" A`, `variable A`, `none`.
public struct KeySyntax: Sendable, Hashable {
    /// `bearer`, `header`, `variable` or `none`.
    public var scheme: Name
    /// The header's name for `header`.
    public var header: Name?
    /// Environment variables that may hold the key, first wins.
    public var variables: [Name]
}

/// `image in png jpeg size 5MB count 100`: what a provider takes of one kind of media.
public struct MediaSyntax: Sendable, Hashable {
    /// What is bounded: `image`, `audio`, `file`, `upload` or `request`.
    public var kind: Name
    /// The types, as short words.
    public var types: [Name] = []
    /// The most bytes of one.
    public var size: Name?
    /// The most of them.
    public var count: Name?

    /// The bytes that a size means; `nil` when it is none.
    public static func bytes(_ size: String) -> Int? {
        let digits = size.prefix { $0.isNumber }
        let units = ["kB": 10, "MB": 20, "GB": 30]
        guard let number = Int(digits), number > 0, number < 10_000,
            let shift = units[String(size.dropFirst(digits.count))]
        else { return nil }
        return number << shift
    }
}

/// `embed post "/embeddings" takes { … } gives { … }`: something a provider offers besides chat.
public struct ServiceSyntax: Sendable, Hashable {
    /// What it is for: `models`, `count`, …
    public var purpose: Name
    /// `get`, `post`, …
    public var method: Name
    /// The path, with placeholders.
    public var path: Name
    /// The capabilities that a provider needs to offer it, after `when can`.
    public var condition: Condition?
    /// Headers that only this endpoint needs.
    public var headers: [Field] = []
    /// How a file is sent along, after `takes`: `form "file"` or `related`.
    public var file: FileSyntax?
    /// The body of its request; of a `get` the items of its query.
    public var takes: Shape?
    /// The keys of a chat request's body that it does not take.
    public var without: [Name] = []
    /// The body of its answer.
    public var gives: Shape?
}

/// How a file is sent along.
public enum FileSyntax: Sendable, Hashable {
    /// `form "file"`: in a form, under that name.
    case form(Name)
    /// `related`: after a document about it.
    case related(Span)
}

/// The body of a shape: an object, or cases told apart by a key or by what they hold.
public struct Shape: Sendable, Hashable {
    /// The keys after `by`: the first that an object has tells its case.
    public var discriminators: [Name] = []
    /// What stands in the braces.
    public var body: Body
    /// From the first brace to the last.
    public var span: Span
    /// Whether `of response` stands in place of the braces: every event of the stream is a whole response.
    public var isResponse = false

    /// What stands in the braces.
    public enum Body: Sendable, Hashable {
        /// Fields alone.
        case object(ObjectSyntax)
        /// Named cases.
        case cases([Case])
    }
}

/// `{ key: value, … }`
public struct ObjectSyntax: Sendable, Hashable {
    /// The fields, in order.
    public var fields: [Field]
    /// Whether `...` stands in it: unknown keys are kept, and written back.
    public var isOpen: Bool
    /// From brace to brace.
    public var span: Span

    /// The only value of a shape that is no object but a bare list.
    public var root: Alternative? {
        fields.count == 1 && fields[0].key.text.isEmpty ? fields[0].value.alternatives.first : nil
    }
}

/// `key: value when …`
public struct Field: Sendable, Hashable {
    /// The key as on the wire.
    public var key: Name
    /// Its value.
    public var value: Value
    /// From the key to the end of the value.
    public var span: Span
}

/// One or more alternatives, tried in order.
public struct Value: Sendable, Hashable {
    /// The alternatives between `|`.
    public var alternatives: [Alternative]
    /// The guard after `when`, for the whole field.
    public var condition: Condition?
    /// All of it.
    public var span: Span
}

/// One alternative of a value.
public struct Alternative: Sendable, Hashable {
    /// `<-` reads only, `->` writes only, neither does both.
    public enum Direction: Sendable {
        case both
        case readOnly
        case writeOnly
    }

    /// What happens when the hole has no value.
    public enum Absence: Sendable, Hashable {
        /// It must have one.
        case required
        /// `?`: the key is left out.
        case omitted
        /// `?null`: the key is written as null.
        case null
        /// `else LITERAL`: this is written instead.
        case fallback(Literal)
    }

    /// Which way it goes.
    public var direction: Direction
    /// What stands there.
    public var term: Term
    /// What happens without a value.
    public var absence: Absence
    /// Words after `in`: the only values allowed.
    public var allowed: [Name]
    /// All of it.
    public var span: Span
    /// The guard after `when`, where each alternative has its own.
    public var condition: Condition?
}

/// What a value can be made of.
public indirect enum Term: Sendable, Hashable {
    /// `"text"`, `3`, `true`, `null`; lenient (`~`) ones are written but not required when reading.
    case literal(Literal, isLenient: Bool)
    /// `hole`, `hole : shape`, `a - b`: a value of the canonical model.
    case hole(name: Name, shape: Name?, minus: [Name])
    /// `{ … }`
    case object(ObjectSyntax)
    /// `[ each hole : element, each other : element ]`
    case each([Item], span: Span)
    /// `[ { … } ]`: exactly one element; when reading, the first that fits.
    case single(ObjectSyntax, span: Span)

    /// `each hole : element`
    public struct Item: Sendable, Hashable {
        /// The hole with the values.
        public var hole: Name
        /// What one of them looks like.
        public var element: Element
    }

    /// What an element of `each` looks like.
    public enum Element: Sendable, Hashable {
        /// A named shape.
        case shape(Name)
        /// A shape written in place.
        case object(ObjectSyntax)
    }
}

/// A JSON literal with its place. Numbers keep their digits.
public struct Literal: Sendable, Hashable {
    /// What kind of literal.
    public enum Kind: Sendable, Hashable {
        case text(String)
        case number(String)
        case bool(Bool)
        case null
        /// `[]`
        case emptyList
    }

    /// The value.
    public var kind: Kind
    /// The place.
    public var span: Span
}

/// `streaming and can x and not has y`
public struct Condition: Sendable, Hashable {
    /// One test, perhaps denied.
    public struct Test: Sendable, Hashable {
        /// The kinds of test.
        public enum Kind: Sendable, Hashable {
            /// `streaming`
            case streaming
            /// `answering`: a response or an event is written, not a request
            case answering
            /// `can CAPABILITY`
            case can(Name)
            /// `has HOLE` or `has OPTION`
            case has(Name)
            /// `HOLE is WORD`
            case matches(Name, Name)
        }

        /// What is tested.
        public var kind: Kind
        /// Whether `not` stands before it.
        public var isDenied: Bool
    }

    /// The tests joined by `and`.
    public var tests: [Test]
    /// All of it, from `when`.
    public var span: Span
}

/// A case of a shape: `user { … } when …`, `tool each toolResults { … }`, `else opaque`.
public struct Case: Sendable, Hashable {
    /// The canonical kind it stands for; `else` for the rest.
    public var name: Name
    /// Which way it goes.
    public var direction: Alternative.Direction
    /// The hole after `each`: one element per value of it.
    public var each: Name?
    /// The fields; `nil` after `else`.
    public var object: ObjectSyntax?
    /// What `else` does: `opaque` or `skip`.
    public var otherwise: Name?
    /// The guard.
    public var condition: Condition?
    /// All of it.
    public var span: Span
}

/// `case = value`, `case <- value`, `case -> value`
public struct TableRow: Sendable, Hashable {
    /// The canonical word; `else` for all others.
    public var name: Name
    /// Which way it goes.
    public var direction: Alternative.Direction
    /// The wire's value: a literal or an object.
    public var value: Term
    /// When it is written.
    public var condition: Condition?
    /// All of it.
    public var span: Span
}

/// `safe_prompt: bool "what it does"`: a setting that only this provider has.
public struct OptionField: Sendable, Hashable {
    /// The key as on the wire.
    public var key: Name
    /// `text`, `texts`, `integer`, `number`, `bool` or `json`.
    public var type: Name
    /// What it is for.
    public var summary: Name?
    /// All of it.
    public var span: Span
}

/// `429 insufficient_quota quota`, `500..599 server(retry)`, `saying "prompt is too long" contextLength`
public struct ErrorRow: Sendable, Hashable {
    /// The statuses; `nil` when only the vendor's word counts.
    public var statuses: ClosedRange<Int>?
    /// The vendor's code or type.
    public var vendorCode: Name?
    /// Words of the vendor's message, where no code says as much.
    public var phrase: Name?
    /// The canonical class.
    public var code: Name
    /// Whether `(retry)` follows.
    public var isRetryable: Bool
    /// All of it.
    public var span: Span
}

/// `requests { limit "…", remaining "…", reset "…" }`
public struct LimitGroup: Sendable, Hashable {
    /// What is limited.
    public var name: Name
    /// The header of each of `limit`, `remaining`, `reset`.
    public var headers: [(role: Name, header: Name)] {
        zip(roles, names).map { ($0, $1) }
    }
    /// The roles as written.
    public var roles: [Name]
    /// The header names, one for each role.
    public var names: [Name]
    /// All of it.
    public var span: Span
}

/// `prices openai responses  source "…"  checked 2026-11-20` and its rows.
public struct PricesSyntax: Sendable, Hashable {
    /// The provider whose models these are.
    public var provider: Name
    /// Other providers that have the same models.
    public var others: [Name] = []
    /// The name for people of a list whose provider is not described.
    public var title: Name?
    /// What the provider is called in public catalogues.
    public var catalogueIDs: [Name] = []
    /// What may stand before an id without changing which model it is.
    public var prefixes: [Name] = []
    /// Tools of the provider's own, each with the unit it is billed as or `free`.
    public var tools: [Name] = []
    /// Where the prices were read.
    public var source: Name?
    /// The day they were read.
    public var checked: Name?
    /// One row per model.
    public var rows: [ModelRowSyntax]
    /// All of it.
    public var span: Span
}

/// One model: its id, then words with their values.
public struct ModelRowSyntax: Sendable, Hashable {
    /// The id as on the wire; a trailing `*` makes it a pattern.
    public var id: Name
    /// The words that follow.
    public var facts: [Fact]
    /// All of it.
    public var span: Span

    /// `context 131072`, `in 0.15`, `can tools reasoning`, `batch { in 0.07 }`, `above 200000 { in 2.5 }`
    public struct Fact: Sendable, Hashable {
        /// The word.
        public var word: Name
        /// Bare values after it, as written.
        public var values: [Name]
        /// Facts in braces after it.
        public var nested: [Fact]
        /// All of it.
        public var span: Span
    }
}
