import ProviderIDL

/// A function of generated code. A provider has only those that read differently from its wire's.
struct GeneratedFunction: Hashable {
    let doc: String
    /// The function's head, without `public`.
    let signature: String
    private(set) var text = ""

    /// Its name.
    var name: String { String(signature.dropFirst("static func ".count).prefix { $0 != "(" }) }

    init(doc: String, signature: String) {
        self.doc = doc
        self.signature = signature
    }

    /// Writes the body, as it stands in a type; without one the function is empty.
    mutating func write(_ body: (inout SwiftWriter) -> Void) {
        let head = "public \(signature)"
        text = SwiftWriter().scratch { writer in
            writer.doc(doc)
            if writer.scratch(body).isEmpty, writer.fits("\(head) {}") {
                writer.line("\(head) {}")
            } else {
                writer.block(head, body)
            }
        }
    }
}

/// The functions of a dialect, shape by shape.
struct FunctionCode {
    private let render: RenderCode
    private let parse: ParseCode

    /// - Parameter wire: the wire, when the dialect is a provider's.
    init(_ dialect: Dialect, wire: Dialect? = nil) {
        render = RenderCode(dialect: dialect, wire: wire)
        parse = ParseCode(dialect: dialect, wire: wire)
    }

    /// A shape's functions in both directions.
    func functions(of shape: ShapeModel) -> [GeneratedFunction] {
        var reading = parse.functions(of: shape)
        let pairs = render.functions(of: shape).flatMap { writing -> [GeneratedFunction] in
            let name = "parse\(writing.name.dropFirst("render".count))"
            guard let place = reading.firstIndex(where: { $0.name == name }) else { return [writing] }
            return [writing, reading.remove(at: place)]
        }
        return pairs + reading
    }
}

extension ShapeModel {
    /// The keys that a provider adds to an object that has a function for them; `nil` where there is none.
    func additions(in object: ObjectSyntax, _ kind: Vocabulary.Kind, _ wire: Dialect?) -> Set<String>? {
        guard kind.isExtensible else { return nil }
        guard let wire else { return [] }
        let own = wire.shapes.first { $0.name == name && $0.kind == self.kind && $0.role == role }
        guard case .shape(let shape)? = own?.body, case .object(let known) = shape.body else { return nil }
        return Set(object.fields.map(\.key.text)).subtracting(known.fields.map(\.key.text))
    }
}

extension ObjectSyntax {
    /// The object with these keys alone, and nothing else kept.
    func only(_ keys: Set<String>) -> ObjectSyntax {
        var some = self
        some.fields = fields.filter { keys.contains($0.key.text) }
        return some
    }

    /// The object without these keys.
    func without(_ keys: Set<String>) -> ObjectSyntax {
        var rest = self
        rest.fields = fields.filter { !keys.contains($0.key.text) }
        return rest
    }
}
