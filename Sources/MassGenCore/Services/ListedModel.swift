import Foundation

/// A model as its provider lists it now.
public struct ListedModel: Sendable, Hashable {
    /// The id to ask for it with.
    public var id: String
    /// The name for people.
    public var name: String?
    /// Who made or owns it, in the provider's word.
    public var owner: String?
    /// When it was made, in seconds since 1970.
    public var created: Int?
    /// The most tokens of a prompt, or of prompt and answer together where the vendor counts so.
    public var context: Int?
    /// The most tokens of an answer.
    public var output: Int?
    /// What else the provider says of it, by wire id.
    public var extra: Extra = [:]

    /// Makes a model.
    public init(
        id: String = "", name: String? = nil, owner: String? = nil, created: Int? = nil, context: Int? = nil,
        output: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.created = created
        self.context = context
        self.output = output
    }

    /// The id as Google writes it: `models/gemini-flash-latest`.
    public var resourceName: String {
        get { ResourceName.full(id, in: "models") }
        set { id = ResourceName.id(of: newValue, in: "models") }
    }

    /// When it was made as a text: `2026-11-20T10:00:00Z`.
    public var createdText: String? {
        get { created.map(Moment.text) }
        set { created = newValue.flatMap(Moment.seconds) }
    }
}

/// Asks for a page of models.
public struct ModelQuery: Sendable, Hashable {
    /// Where the page before ended.
    public var after: String?

    /// Asks for the first page.
    public init() {}
}

/// A page of models.
public struct ModelPage: Sendable, Hashable {
    /// The models on it.
    public var models: [ListedModel] = []
    /// Where the next page begins.
    public var next: String?
    /// Whether there is a next page, where the provider says so.
    public var hasMore: Bool?

    /// Makes a page.
    public init() {}
}

/// Names with the collection they belong to before them.
enum ResourceName {
    static func full(_ id: String, in collection: String) -> String {
        id.contains("/") ? id : "\(collection)/\(id)"
    }

    static func id(of name: String, in collection: String) -> String {
        name.hasPrefix("\(collection)/") ? String(name.dropFirst(collection.count + 1)) : name
    }
}

/// Points in time as vendors write them.
enum Moment {
    static func text(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }

    static func seconds(_ text: String) -> Int? {
        let date =
            (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        return date.map { Int($0.timeIntervalSince1970.rounded(.down)) }
    }
}
