import ProviderIDL

extension ShapeModel {
    /// The name of its function without direction.
    var functionName: String {
        switch role {
        case .request: "Request"
        case .response: "Response"
        case .event: "Event"
        case .failureBody: "FailureBody"
        case .shape: name.capitalizedFirst
        }
    }

    var renderName: String { "render\(functionName)" }
    var parseName: String { "parse\(functionName)" }

    /// Whether each of its cases has functions of its own: events are too short and too many for that.
    func hasFunctions(for kind: Vocabulary.Kind) -> Bool {
        if case .shape(let shape) = body, case .cases = shape.body { !kind.isEvent } else { false }
    }
}

extension Vocabulary.Kind {
    /// The name a value of this kind has in generated code: its last word, of `textPart` the first.
    var variable: String {
        let name = name.hasSuffix("Part") ? String(name.dropLast(4)) : name
        guard let last = name.lastIndex(where: \.isUppercase) else { return name }
        return name[last].lowercased() + name[last...].dropFirst()
    }
}

extension Vocabulary.ValueType {
    /// What a required hole writes without a value.
    var zero: String? {
        switch self {
        case .text, .scalar: "\"\""
        case .integer, .number: "0"
        case .bool: "false"
        case .json: "JSON.object([:])"
        case .effort, .texts, .textMap, .integerMap, .numbers, .kind, .list, .map: nil
        }
    }

    /// The reader's function for it; each takes one value, whatever it is.
    var reader: String {
        switch self {
        case .text, .effort: "stringIfAny()"
        case .integer: "intIfAny()"
        case .number: "doubleIfAny()"
        case .bool: "boolIfAny()"
        case .json: "value()"
        case .scalar: "scalarText()"
        case .texts: "texts()"
        case .textMap: "textMap()"
        case .integerMap: "integerMap()"
        case .numbers: "numbers()"
        case .kind, .list, .map: ""
        }
    }
}

extension Literal {
    /// The literal in Swift.
    var swift: String {
        switch kind {
        case .text(let text): text.quoted
        case .number(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .null: "JSON.null"
        }
    }
}

extension Condition {
    /// The capabilities, when nothing else is asked for.
    var capabilities: [String]? {
        let names = tests.compactMap { test -> String? in
            if case .can(let name) = test.kind, !test.isDenied { name.text } else { nil }
        }
        return names.count == tests.count ? names : nil
    }
}

extension SwiftWriter {
    /// Writes a call with a closure of one parameter.
    mutating func block(_ head: String, parameter: String, _ body: (inout SwiftWriter) -> Void) {
        block(head, parameters: [parameter], body)
    }
}

extension Array {
    /// The array, unless it is empty.
    var nonEmpty: Self? { isEmpty ? nil : self }
}
