import ProviderIDL

/// The syntax as text, one line per declaration, entry and row: what tests compare. Places are left out.
extension Document {
    var dump: String {
        declarations.flatMap(\.dump).joined(separator: "\n")
    }
}

extension Declaration {
    fileprivate var dump: [String] {
        switch self {
        case .wire(let block): block.dump("wire")
        case .provider(let block): block.dump("provider")
        case .prices(let prices):
            ["prices \(prices.names) source \(prices.source.dump) checked \(prices.checked.dump)"]
                + prices.rows.map { "  \($0.id.text)" + $0.facts.map { " " + $0.dump }.joined() }
        }
    }
}

extension PricesSyntax {
    fileprivate var names: String {
        ([provider.text] + (title.map { ["<\($0.text)>"] } ?? []) + others.map(\.text)).joined(separator: " ")
            + (catalogueIDs.isEmpty ? "" : " catalogue \(catalogueIDs.dump)")
            + (prefixes.isEmpty ? "" : " prefix \(prefixes.dump)") + (tools.isEmpty ? "" : " tools \(tools.dump)")
    }
}

extension Block {
    fileprivate func dump(_ keyword: String) -> [String] {
        ["\(keyword) \(name.text) \(title.dump)"] + entries.map { "  " + $0.kind.dump }
    }
}

extension Name? {
    fileprivate var dump: String {
        map { "<\($0.text)>" } ?? "-"
    }
}

extension [Name] {
    fileprivate var dump: String {
        "[" + map(\.text).joined(separator: " ") + "]"
    }
}

extension Entry.Kind {
    fileprivate var dump: String {
        switch self {
        case .wire(let name): "wire \(name.text)"
        case .further(let wire, let suffix, let entries):
            "wire \(wire.text) \(suffix.dump) { " + entries.map(\.kind.dump).joined(separator: "; ") + " }"
        case .base(let url, let variables): "base <\(url.text)> \(variables.dump)"
        case .key(let keys):
            "key " + keys.map { "\($0.scheme.text) \($0.header.dump) \($0.variables.dump)" }.joined(separator: " | ")
        case .endpoint(let method, let path, let condition):
            "endpoint \(method.text) <\(path.text)>" + condition.dump
        case .service(let service): "service \(service.dump)"
        case .countsWhole: "counts whole"
        case .allow(let hole, let words): "allow \(hole.text) \(words.dump)"
        case .allowMedia(let media):
            "allow \(media.kind.text) \(media.types.dump) \(media.size.dump) \(media.count.dump)"
        case .header(let field): "header \(field.dump)"
        case .query(let field): "query \(field.dump)"
        case .variable(let field): "variable \(field.dump)"
        case .process: "process"
        case .option(let name, let fallback, let variables, let summary):
            "option \(name.text) \(fallback.dump) \(variables.dump) \(summary.dump)"
        case .can(let names): "can \(names.dump)"
        case .drops(let names): "drops \(names.dump)"
        case .request(let shape): "request \(shape.dump)"
        case .response(let shape): "response \(shape.dump)"
        case .stream(let framing, let end, let shape): "stream \(framing.dump) \(end.dump) \(shape.dump)"
        case .failure(let shape): "failure \(shape.dump)"
        case .shape(let name, let shape): "shape \(name.text) \(shape.dump)"
        case .table(let name, let rows): "table \(name.text) \(rows.dump)"
        case .forbids(let one, let other, let condition): "forbids \(one.dump) with \(other.dump)" + condition.dump
        case .options(let fields):
            "options " + fields.map { "\($0.key.text): \($0.type.text) \($0.summary.dump)" }.joined(separator: ", ")
        case .errors(let rows): "errors " + rows.map(\.dump).joined(separator: ", ")
        case .limits(let groups):
            "limits "
                + groups.map { group in
                    "\(group.name.text)" + group.headers.map { " \($0.role.text) <\($0.header.text)>" }.joined()
                }.joined(separator: ", ")
        case .schema(let rule, let words): "schema \(rule.text) \(words.dump)"
        case .also(let names, let hosts): "also \(names.dump) at \(hosts.dump)"
        case .spelling(let subject, let alphabet, let lengths, let first):
            "\(subject.text) <\(alphabet.text)> \(lengths)\(first.map { " <\($0.text)>" } ?? "")"
        case .requestID(let header): "id header <\(header.text)>"
        case .defaultModel(let model): "default \(model.text)"
        case .quirk(let station, let reason): "quirk \(station.text) \(reason.dump)"
        }
    }
}

extension ServiceSyntax {
    fileprivate var dump: String {
        var words = ["\(purpose.text) \(method.text) <\(path.text)>\(condition.dump)"]
        words += headers.map { "header \($0.dump)" }
        switch file {
        case .form(let name): words.append("form <\(name.text)>")
        case .related: words.append("related")
        case nil: break
        }
        if let takes { words.append("takes \(takes.dump)") }
        if !without.isEmpty { words.append("without \(without.dump)") }
        if let gives { words.append("gives \(gives.dump)") }
        return words.joined(separator: " ")
    }
}

extension Alternative.Direction {
    fileprivate var dump: String {
        switch self {
        case .both: ""
        case .readOnly: "<- "
        case .writeOnly: "-> "
        }
    }
}

extension Shape {
    fileprivate var dump: String {
        let by = discriminators.isEmpty ? "" : "by \(discriminators.map(\.text).joined(separator: " or ")) "
        switch body {
        case .object(let object): return by + object.dump
        case .cases(let cases): return by + "cases { " + cases.map(\.dump).joined(separator: "; ") + " }"
        }
    }
}

extension Case {
    fileprivate var dump: String {
        let each = each.map { " each \($0.text)" } ?? ""
        let otherwise = otherwise.map { " \($0.text)" } ?? ""
        return direction.dump + name.text + each + (object.map { " " + $0.dump } ?? "") + otherwise + condition.dump
    }
}

extension ObjectSyntax {
    fileprivate var dump: String {
        "{ " + (fields.map(\.dump) + (isOpen ? ["..."] : [])).joined(separator: ", ") + " }"
    }
}

extension Field {
    fileprivate var dump: String {
        "\(key.text): " + value.alternatives.map(\.dump).joined(separator: " | ") + value.condition.dump
    }
}

extension Alternative {
    fileprivate var dump: String {
        let absence =
            switch absence {
            case .required: ""
            case .omitted: "?"
            case .null: "?null"
            case .fallback(let literal): " else \(literal.dump)"
            }
        return direction.dump + term.dump + absence + (allowed.isEmpty ? "" : " in \(allowed.dump)")
    }
}

extension Term {
    fileprivate var dump: String {
        switch self {
        case .literal(let literal, let isLenient): (isLenient ? "~" : "") + literal.dump
        case .hole(let name, let shape, let minus):
            "(" + name.text + (shape.map { " : \($0.text)" } ?? "") + minus.map { " - \($0.text)" }.joined() + ")"
        case .object(let object): object.dump
        case .each(let items, _):
            "["
                + items.map { item in
                    switch item.element {
                    case .shape(let shape): "each \(item.hole.text) : \(shape.text)"
                    case .object(let object): "each \(item.hole.text) : \(object.dump)"
                    }
                }.joined(separator: ", ") + "]"
        case .single(let object, _): "[\(object.dump)]"
        }
    }
}

extension Literal {
    fileprivate var dump: String {
        switch kind {
        case .text(let text): "\"\(text)\""
        case .number(let digits): digits
        case .bool(let bool): "\(bool)"
        case .null: "null"
        case .emptyList: "[]"
        }
    }
}

extension Condition? {
    fileprivate var dump: String {
        map { " when " + $0.tests.map(\.dump).joined(separator: " and ") } ?? ""
    }
}

extension Condition.Test {
    fileprivate var dump: String {
        let test =
            switch kind {
            case .streaming: "streaming"
            case .answering: "answering"
            case .can(let name): "can \(name.text)"
            case .has(let name): "has \(name.text)"
            case .matches(let hole, let word): "\(hole.text) is \(word.text)"
            }
        return (isDenied ? "not " : "") + test
    }
}

extension [TableRow] {
    fileprivate var dump: String {
        map { row in
            let sign = row.direction == .both ? "= " : row.direction.dump
            return "\(row.name.text) \(sign)\(row.value.dump)"
        }.joined(separator: ", ")
    }
}

extension ErrorRow {
    fileprivate var dump: String {
        let statuses = statuses.map { $0.count == 1 ? "\($0.lowerBound) " : "\($0.lowerBound)..\($0.upperBound) " }
        return (statuses ?? "") + (vendorCode.map { "<\($0.text)> " } ?? "") + code.text
            + (isRetryable ? "(retry)" : "")
    }
}

extension ModelRowSyntax.Fact {
    fileprivate var dump: String {
        let nested = nested.isEmpty ? "" : " {" + nested.map { " " + $0.dump }.joined() + " }"
        return word.text + values.dump + nested
    }
}
