/// A provider as if it stood alone: its own lines and those of its wire, merged, as IDL.
public func explanation(of provider: ProviderModel) -> String {
    var lines = ["provider \(provider.name)", "  \(provider.title.inQuotes)"]
    lines += provider.entries.map { "  \($0)" }
    for service in provider.dialect.services { lines += [""] + service.lines(of: provider) }
    let parts = Set(provider.dialect.services.flatMap { [$0.purpose, "\($0.purpose)Request"] })
    for shape in provider.dialect.shapes where shape.role != .shape || !parts.contains(shape.name) {
        let note = provider.ownShapes.contains(shape) ? "  # differs from the wire" : ""
        lines += [""] + shape.lines(of: provider, note)
    }
    if !provider.dialect.errors.isEmpty {
        lines += ["", "  errors {"] + provider.dialect.errors.map { "    \($0.text)" } + ["  }"]
    }
    if !provider.dialect.limits.isEmpty {
        lines += ["  limits {"] + provider.dialect.limits.map { "    \($0.text)" } + ["  }"]
    }
    if !provider.settings.isEmpty {
        lines += ["  options {"] + provider.settings.map { "    \($0.text)" } + ["  }"]
    }
    if let model = provider.defaultModel { lines.append("  default \(model)") }
    if let prices = provider.prices { lines.append("  # \(prices.rows.count) models, see its prices") }
    return lines.joined(separator: "\n") + "\n"
}

extension ProviderModel {
    /// The entries of one line.
    fileprivate var entries: [String] {
        let traits = (dialect.isProcess ? ["process"] : []) + (dialect.replacesCounts ? ["counts whole"] : [])
        var lines = ["wire \(wire)" + (traits.isEmpty ? "" : "  # \(traits.joined(separator: ", "))")]
        if let base { lines.append("base \(base.inQuotes)\(Self.environment(baseVariables))") }
        let ways = keys.map { key in
            ([key.scheme.text] + (key.header.map { [$0.text.inQuotes] } ?? []) + key.variables.map(\.text))
                .joined(separator: " ")
        }
        if !ways.isEmpty { lines.append("key \(ways.joined(separator: " | "))") }
        for option in options {
            let fallback = option.fallback.map { " else \($0.inQuotes)" } ?? ""
            let summary = option.summary.map { "  \($0.inQuotes)" } ?? ""
            lines.append("option \(option.name)\(fallback)\(Self.environment(option.variables))\(summary)")
        }
        for endpoint in dialect.endpoints {
            lines.append("post \(endpoint.path.inQuotes)\(endpoint.condition.map { " \($0.text)" } ?? "")")
        }
        for field in dialect.headers { lines.append("header \(field.key.text.inQuotes): \(field.value.text)") }
        for field in dialect.queries { lines.append("query \(field.key.text.inQuotes): \(field.value.text)") }
        for field in dialect.variables { lines.append("variable \(field.key.text.inQuotes): \(field.value.text)") }
        if let header = dialect.requestIDHeader { lines.append("id header \(header.inQuotes)") }
        for (rule, words) in dialect.schemaRules.sorted(by: { $0.key < $1.key }) {
            lines += words.isEmpty ? ["schema \(rule)"] : Self.wrapped("schema \(rule)", words)
        }
        if !aliases.isEmpty || !hosts.isEmpty {
            let places = hosts.isEmpty ? [] : ["at"] + hosts.map(\.inQuotes)
            lines.append((["also"] + aliases + places).joined(separator: " "))
        }
        for (subject, spelling) in dialect.spellings.sorted(by: { $0.key < $1.key }) {
            let lengths = "\(spelling.lengths.lowerBound)..\(spelling.lengths.upperBound)"
            let first = spelling.first.map { " first \($0.inQuotes)" } ?? ""
            lines.append("\(subject) \(spelling.alphabet.inQuotes) \(lengths)\(first)")
        }
        lines += Self.wrapped("can", capabilities) + Self.wrapped("drops", dropped)
        for rule in allowed { lines.append("allow \(rule.hole) in \(rule.words.joined(separator: " "))") }
        for rule in media { lines.append("allow \(rule.text)") }
        for rule in forbidden {
            let guarded = rule.condition.map { " \($0.text)" } ?? ""
            lines.append(
                "forbids \(rule.one.joined(separator: " ")) with \(rule.other.joined(separator: " "))\(guarded)")
        }
        for quirk in quirks { lines.append("quirk \(quirk.station) \(quirk.reason.inQuotes)") }
        return lines
    }

    private static func environment(_ variables: [String]) -> String {
        variables.isEmpty ? "" : "  env \(variables.joined(separator: " "))"
    }

    private static func wrapped(_ word: String, _ values: [String]) -> [String] {
        var lines: [String] = []
        for value in values {
            if let last = lines.last, last.count + value.count < Layout.width {
                lines[lines.count - 1] += " \(value)"
            } else {
                lines.append("\(word) \(value)")
            }
        }
        return lines
    }
}

/// How far a line may reach before it is broken.
private enum Layout {
    static let width = 110

    static func indent(_ lines: [String]) -> [String] { lines.map { "  \($0)" } }
}

extension MediaSyntax {
    fileprivate var text: String {
        let types = types.isEmpty ? "" : " in \(types.map(\.text).joined(separator: " "))"
        let size = size.map { " size \($0.text)" } ?? ""
        return kind.text + types + size + (count.map { " count \($0.text)" } ?? "")
    }
}

extension ServiceModel {
    fileprivate func lines(of provider: ProviderModel) -> [String] {
        let head =
            "\(purpose) \(method) \(path.inQuotes)"
            + (needs.isEmpty ? "" : " when can \(needs.joined(separator: " and can "))")
        let form: String? =
            switch file {
            case .form(let name): "form \(name.text.inQuotes)"
            case .related: "related"
            case nil: nil
            }
        var lines = [
            "  " + ([head] + headers.map { "header \($0.key.text.inQuotes): \($0.value.text)" }).joined(separator: " ")
        ]
        lines += part("takes", "\(purpose)Request", form, of: provider)
        if !without.isEmpty { lines.append("    without \(without.joined(separator: " "))") }
        return lines + part("gives", purpose, nil, of: provider)
    }

    private func part(_ word: String, _ name: String, _ form: String?, of provider: ProviderModel) -> [String] {
        let head = ["   ", word, form].compactMap { $0 }.joined(separator: " ")
        guard let shape = provider.dialect.shapes.first(where: { $0.role == .shape && $0.name == name }),
            case .shape(let body) = shape.body, case .object(let object) = body.body
        else { return form == nil ? [] : [head] }
        let note = provider.ownShapes.contains(shape) ? "  # differs from the wire" : ""
        if object.root != nil { return ["\(head) \(object.fields[0].value.text)\(note)"] }
        return ["\(head) {\(note)"] + object.lines(at: 6).map { "      \($0)" } + ["    }"]
    }
}

extension ShapeModel {
    fileprivate func lines(of provider: ProviderModel, _ note: String) -> [String] {
        var head =
            switch role {
            case .request: "request"
            case .response: "response"
            case .failureBody: "failure"
            case .event:
                "stream \(provider.dialect.framing)\(provider.dialect.streamEnd.map { " ends \($0.inQuotes)" } ?? "")"
            case .shape:
                if case .table = body { "table \(name)" } else { "shape \(name)" }
            }
        let inner: [String]
        switch body {
        case .table(let rows):
            let width = rows.map(\.name.text.count).max() ?? 0
            inner = rows.flatMap { $0.lines(named: width, at: 4) }
        case .shape(let shape):
            let keys = shape.discriminators.map(\.text.asKey)
            if !keys.isEmpty { head += " by \(keys.joined(separator: " or "))" }
            switch shape.body {
            case .object(let object):
                inner = (role == .request ? object.dropping(Set(provider.dropped)) : object).lines(at: 4)
            case .cases(let cases): inner = cases.flatMap { $0.lines(at: 4) }
            }
        }
        return ["  \(head) {\(note)"] + inner.map { "    \($0)" } + ["  }"]
    }
}

extension ObjectSyntax {
    /// One line per field, values under each other.
    fileprivate func lines(at column: Int) -> [String] {
        let width = fields.map { $0.key.text.asKey.count + 1 }.max() ?? 0
        let lines = fields.flatMap { field -> [String] in
            let key = "\(field.key.text.asKey):"
            let padding = String(repeating: " ", count: width - key.count)
            let whole = "\(key)\(padding) \(field.value.text)"
            guard whole.count + column > Layout.width else { return [whole] }
            return field.value.lines(after: "\(key) ", at: column) ?? [whole]
        }
        return lines + (isOpen ? ["..."] : [])
    }

    fileprivate var text: String {
        let words = fields.map(\.text) + (isOpen ? ["..."] : [])
        return words.isEmpty ? "{}" : "{ \(words.joined(separator: ", ")) }"
    }

    /// Whether guards stand in it, which are easier to read one below the other.
    fileprivate var hasGuards: Bool { fields.contains { $0.value.condition != nil } }

    /// The object over several lines.
    fileprivate func lines(after head: String, end: String, at column: Int) -> [String] {
        ["\(head){"] + Layout.indent(lines(at: column + 2)) + ["}\(end)"]
    }
}

extension Field {
    fileprivate var text: String { "\(key.text.asKey): \(value.text)" }
}

extension Value {
    private var guarded: String { condition.map { "  \($0.text)" } ?? "" }

    fileprivate var text: String { alternatives.map(\.text).joined(separator: " | ") + guarded }

    /// The value over several lines, if it is one object or has alternatives.
    fileprivate func lines(after head: String, at column: Int) -> [String]? {
        guard alternatives.count == 1 else {
            var lines = alternatives.enumerated().flatMap { $1.lines(after: $0 == 0 ? head : "  | ", at: column) }
            lines[lines.count - 1] += guarded
            return lines
        }
        let (head, end) = (head + alternatives[0].head, alternatives[0].end + guarded)
        switch alternatives[0].term {
        case .object(let object): return object.lines(after: head, end: end, at: column)
        case .single(let object, _): return object.lines(after: "\(head)[ ", end: " ]\(end)", at: column)
        case .each(let items, _):
            guard items.count == 1, case .object(let object) = items[0].element else { return nil }
            return object.lines(after: "\(head)[ each \(items[0].hole.text) : ", end: " ]\(end)", at: column)
        case .literal, .hole: return nil
        }
    }
}

extension Alternative {
    fileprivate var head: String {
        switch direction {
        case .both: ""
        case .readOnly: "<- "
        case .writeOnly: "-> "
        }
    }

    fileprivate var end: String {
        let words = allowed.isEmpty ? "" : " in \(allowed.map(\.text.asWord).joined(separator: " "))"
        let isLong = !allowed.isEmpty
        return words
            + {
                switch absence {
                case .required: ""
                case .omitted: isLong ? " ?" : "?"
                case .null: " ?null"
                case .fallback(let literal): " else \(literal.source)"
                }
            }()
    }

    fileprivate var text: String { head + term.text + end + (condition.map { " \($0.text)" } ?? "") }

    /// The alternative, with its guard below it where both are too long for a line.
    fileprivate func lines(after start: String, at column: Int) -> [String] {
        let whole = start + text
        guard whole.count + column > Layout.width, let condition else { return [whole] }
        return [start + head + term.text + end, "      \(condition.text)"]
    }
}

extension Term {
    fileprivate var text: String {
        switch self {
        case .literal(let literal, let isLenient): "\(isLenient ? "~" : "")\(literal.source)"
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

extension Case {
    fileprivate func lines(at column: Int) -> [String] {
        let end = condition.map { "  \($0.text)" } ?? ""
        if let otherwise { return ["else \(otherwise.text)\(end)"] }
        let arrow = direction == .both ? "" : direction == .readOnly ? " <-" : " ->"
        let head = "\(name.text.asKey)\(each.map { " each \($0.text)" } ?? "")\(arrow) "
        let object = object ?? ObjectSyntax(fields: [], isOpen: false, span: span)
        let whole = head + object.text + end
        guard whole.count + column > Layout.width || object.hasGuards else { return [whole] }
        return object.lines(after: head, end: end, at: column)
    }
}

extension TableRow {
    fileprivate func lines(named width: Int, at column: Int) -> [String] {
        let arrow = direction == .both ? "=" : direction == .readOnly ? "<-" : "->"
        let head = "\(name.text)\(String(repeating: " ", count: width - name.text.count)) \(arrow) "
        let end = condition.map { "  \($0.text)" } ?? ""
        let whole = head + value.text + end
        guard whole.count + column > Layout.width, case .object(let object) = value else { return [whole] }
        return object.lines(after: "\(name.text) \(arrow) ", end: end, at: column)
    }
}

extension ErrorRow {
    fileprivate var text: String {
        let status = statuses.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
        return [status, vendorCode?.text.asKey, code.text + (isRetryable ? "(retry)" : "")].compactMap { $0 }
            .joined(separator: " ")
    }
}

extension LimitGroup {
    fileprivate var text: String {
        "\(name.text) { \(headers.map { "\($0.role.text) \($0.header.text.inQuotes)" }.joined(separator: ", ")) }"
    }
}

extension OptionField {
    fileprivate var text: String {
        "\(key.text.asKey): \(type.text)\(summary.map { " \($0.text.inQuotes)" } ?? "")"
    }
}

extension Condition {
    fileprivate var text: String {
        "when "
            + tests.map { test in
                let not = test.isDenied ? "not " : ""
                return switch test.kind {
                case .streaming: "\(not)streaming"
                case .answering: "\(not)answering"
                case .can(let name): "\(not)can \(name.text)"
                case .has(let name): "\(not)has \(name.text)"
                case .matches(let name, let word): "\(not)\(name.text) is \(word.text)"
                }
            }.joined(separator: " and ")
    }
}

extension String {
    /// The text as a key: in quotes unless it is a plain word.
    fileprivate var asKey: String {
        let isWord = utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
        }
        let startsWithDigit = utf8.first.map { (0x30...0x39).contains($0) } ?? true
        return isWord && !startsWithDigit && !hasPrefix("-") ? self : inQuotes
    }

    /// The text as one of a few words.
    fileprivate var asWord: String { Keywords.reserved.contains(self) ? inQuotes : asKey }
}
