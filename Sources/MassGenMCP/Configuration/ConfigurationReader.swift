import MassGenCore

/// Reads values of a document, expands variables in them, and notes everything that is wrong instead of stopping.
struct ConfigurationReader {
    let places: JSONPlaces
    let environment: [String: String]
    private(set) var problems: [MCPConfiguration.Problem] = []
    private(set) var warnings: [MCPConfiguration.Problem] = []

    init(places: JSONPlaces, environment: [String: String]) {
        self.places = places
        self.environment = environment
    }

    mutating func refuse(_ path: String, _ message: String) {
        problems.append(problem(path, message))
    }

    mutating func warn(_ path: String, _ message: String) {
        warnings.append(problem(path, message))
    }

    private func problem(_ path: String, _ message: String) -> MCPConfiguration.Problem {
        let position = places.position(of: path)
        return .init(message, path: path, line: position?.line, column: position?.column)
    }
}

/// Values by kind. A `null` is a value that is not there.
extension ConfigurationReader {
    /// An object's member by the first of its names that is there, and its path.
    func member(_ object: JSONObject, _ path: String, _ names: [String]) -> (value: JSON, path: String)? {
        for name in names {
            if let value = object[name], !value.isNull { return (value, JSONPlaces.path(path, name)) }
        }
        return nil
    }

    mutating func text(_ object: JSONObject, _ path: String, _ names: String...) -> String? {
        member(object, path, names).flatMap { expanded($0.value, $0.path) }
    }

    mutating func flag(_ object: JSONObject, _ path: String, _ names: String...) -> Bool? {
        guard let (value, path) = member(object, path, names) else { return nil }
        if value.bool == nil { refuse(path, "must be true or false") }
        return value.bool
    }

    mutating func texts(_ object: JSONObject, _ path: String, _ names: String...) -> [String]? {
        member(object, path, names).flatMap { texts($0.value, $0.path) }
    }

    mutating func texts(_ value: JSON, _ path: String) -> [String]? {
        guard let elements = value.array else {
            refuse(path, "must be a list of texts")
            return nil
        }
        return elements.enumerated().compactMap { expanded($0.element, "\(path)[\($0.offset)]") }
    }

    /// An object of texts, in its order.
    mutating func pairs(_ object: JSONObject, _ path: String, _ names: String...) -> [(name: String, value: String)] {
        guard let (value, path) = member(object, path, names) else { return [] }
        guard let members = value.object else {
            refuse(path, "must be an object of texts")
            return []
        }
        return members.compactMap { key, value in
            expanded(value, JSONPlaces.path(path, key)).map { (key, $0) }
        }
    }

    /// Seconds; a number of 1000 or more is milliseconds, as some clients write them.
    mutating func duration(_ object: JSONObject, _ path: String, _ names: String...) -> Duration? {
        guard let (value, path) = member(object, path, names) else { return nil }
        guard let number = value.double, number > 0, number <= 86_400_000 else {
            refuse(path, "must be a number of seconds greater than 0")
            return nil
        }
        return .seconds(number >= 1000 ? number / 1000 : number)
    }

    /// A text with its variables. Numbers and truth values are taken as the text they are written with.
    private mutating func expanded(_ value: JSON, _ path: String) -> String? {
        let text: String
        switch value {
        case .string(let value): text = value
        case .number, .bool: text = value.text
        default:
            refuse(path, "must be a text")
            return nil
        }
        let (result, problems) = Expansion.expand(text, environment)
        for problem in problems { refuse(path, problem) }
        return result
    }
}
