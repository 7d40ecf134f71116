/// A provider as if it stood alone: its own lines and those of its wire, merged, as IDL.
public func explanation(of provider: ProviderModel) -> String {
    var text = "provider \(provider.name)\n  \(quoted(provider.title))\n  # speaks \(provider.wire)\n"
    if let base = provider.base {
        let variables = provider.baseVariables.isEmpty ? "" : "  env \(provider.baseVariables.joined(separator: " "))"
        text += "  base \(quoted(base))\(variables)\n"
    }
    let keys = provider.keys.map { key in
        let header = key.header.map { " \(quoted($0.text))" } ?? ""
        return ([key.scheme.text + header] + key.variables.map(\.text)).joined(separator: " ")
    }
    if !keys.isEmpty { text += "  key \(keys.joined(separator: " | "))\n" }
    for endpoint in provider.dialect.endpoints {
        text += "  post \(quoted(endpoint.path))\(endpoint.condition.map { " \($0.text)" } ?? "")\n"
    }
    if let path = provider.dialect.modelsPath { text += "  models get \(quoted(path))\n" }
    if !provider.capabilities.isEmpty { text += "  can \(provider.capabilities.joined(separator: " "))\n" }
    if !provider.dropped.isEmpty { text += "  drops \(provider.dropped.joined(separator: " "))\n" }
    for rule in provider.allowed { text += "  allow \(rule.hole) in \(rule.words.joined(separator: " "))\n" }
    for shape in provider.dialect.shapes {
        let own = provider.ownShapes.contains(shape) ? "  # differs from the wire" : ""
        text += "\n\(shape.explanation(own, provider))"
    }
    text += "\n  errors {\n"
    for row in provider.dialect.errors { text += "    \(row.text)\n" }
    text += "  }\n"
    for quirk in provider.quirks { text += "  quirk \(quirk.station) \(quoted(quirk.reason))\n" }
    if let prices = provider.prices { text += "  # \(prices.rows.count) rows of models, see its prices\n" }
    return text
}

private func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
}

extension ShapeModel {
    fileprivate func explanation(_ note: String, _ provider: ProviderModel) -> String {
        let head =
            switch role {
            case .request: "request"
            case .response: "response"
            case .failureBody: "failure"
            case .event:
                "stream \(provider.dialect.framing)\(provider.dialect.streamEnd.map { " ends \(quoted($0))" } ?? "")"
            case .shape:
                if case .table = body { "table \(name)" } else { "shape \(name)" }
            }
        switch body {
        case .table(let rows):
            return "  \(head) {\(note)\n\(rows.map { "    \($0.text)\n" }.joined())  }\n"
        case .shape(let shape):
            let by = shape.discriminator.map { " by \($0.text)" } ?? ""
            let lines =
                switch shape.body {
                case .object(let object): object.lines
                case .cases(let cases): cases.map(\.text)
                }
            return "  \(head)\(by) {\(note)\n\(lines.map { "    \($0)\n" }.joined())  }\n"
        }
    }
}

extension ObjectSyntax {
    fileprivate var lines: [String] { fields.map(\.text) + (isOpen ? ["..."] : []) }
    fileprivate var text: String { "{ \(lines.joined(separator: ", ")) }" }
}

extension Field {
    fileprivate var text: String { "\(key.text): \(value.text)" }
}

extension Value {
    fileprivate var text: String {
        alternatives.map(\.text).joined(separator: " | ") + (condition.map { "  \($0.text)" } ?? "")
    }
}

extension Alternative {
    fileprivate var text: String {
        let arrow =
            switch direction {
            case .both: ""
            case .readOnly: "<- "
            case .writeOnly: "-> "
            }
        let end =
            switch absence {
            case .required: ""
            case .omitted: "?"
            case .null: " ?null"
            case .fallback(let literal): " else \(literal.text)"
            }
        let words = allowed.isEmpty ? "" : " in \(allowed.map(\.text).joined(separator: " "))"
        return "\(arrow)\(term.text)\(words)\(end)"
    }
}

extension Term {
    fileprivate var text: String {
        switch self {
        case .literal(let literal, let isLenient): "\(isLenient ? "~" : "")\(literal.text)"
        case .hole(let name, let shape, let minus):
            name.text + (shape.map { " : \($0.text)" } ?? "") + minus.map { " - \($0.text)" }.joined()
        case .object(let object): object.text
        case .single(let object, _): "[ \(object.text) ]"
        case .each(let items, _):
            "[ \(items.map { "each \($0.hole.text) : \($0.element.text)" }.joined(separator: ", ")) ]"
        }
    }
}

extension Term.Element {
    fileprivate var text: String {
        switch self {
        case .shape(let name): name.text
        case .object(let object): object.text
        }
    }
}

extension Literal {
    fileprivate var text: String { if case .text(let text) = kind { quoted(text) } else { written } }
}

extension Case {
    fileprivate var text: String {
        if let otherwise { return "else \(otherwise.text)" }
        let arrow = direction == .both ? "" : direction == .readOnly ? " <-" : " ->"
        return name.text + (each.map { " each \($0.text)" } ?? "") + arrow + " \(object?.text ?? "{}")"
            + (condition.map { "  \($0.text)" } ?? "")
    }
}

extension TableRow {
    fileprivate var text: String {
        let arrow = direction == .both ? "=" : direction == .readOnly ? "<-" : "->"
        return "\(name.text) \(arrow) \(value.text)"
    }
}

extension ErrorRow {
    fileprivate var text: String {
        let status = statuses.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
        return [status, vendorCode?.text, code.text + (isRetryable ? "(retry)" : "")].compactMap { $0 }
            .joined(separator: " ")
    }
}

extension Condition {
    fileprivate var text: String {
        "when "
            + tests.map { test in
                let not = test.isDenied ? "not " : ""
                return switch test.kind {
                case .streaming: "\(not)streaming"
                case .can(let name): "\(not)can \(name.text)"
                case .has(let name): "\(not)has \(name.text)"
                case .matches(let name, let word): "\(not)\(name.text) is \(word.text)"
                }
            }.joined(separator: " and ")
    }
}
