/// What is offered besides chat: endpoints with a purpose.
extension Checker {
    mutating func check(_ service: ServiceSyntax) {
        checkPath(service.path)
        for field in service.headers {
            checkHeader(field.key)
            checkItem(field, "header")
        }
        guard let purpose = Vocabulary.purposes.first(where: { $0.name == service.purpose.text }) else {
            unknown(service.purpose, "purpose of an endpoint", known: Vocabulary.purposes.map(\.name))
            return
        }
        if service.method.text != purpose.method {
            error(
                service.method.span,
                "'\(purpose.name)' is asked for with '\(purpose.method)', got '\(service.method.text)'",
                "write \(purpose.name) \(purpose.method) \"/…\"")
        }
        if let shape = service.takes, purpose.takes == nil {
            error(shape.span, "'\(purpose.name)' takes nothing but its path", "remove 'takes'")
        }
        if let shape = service.gives, purpose.gives == nil {
            error(shape.span, "the answer to '\(purpose.name)' is not read", "remove 'gives'")
        }
        if let first = service.without.first, purpose.name != "count" {
            error(first.span, "only 'count' takes the body of a chat request", "remove 'without'")
        }
        unique(service.without, "key")
        for test in service.condition?.tests ?? [] {
            if case .can(let name) = test.kind, !test.isDenied {
                if !Vocabulary.capabilities.contains(name.text) {
                    unknown(name, "capability", known: Vocabulary.capabilities)
                }
            } else if let condition = service.condition {
                error(
                    condition.span, "'\(purpose.name)' is offered by what a provider can do",
                    "write 'when can CAPABILITY'")
            }
        }
        check(service.file, of: service, purpose)
    }

    private mutating func check(_ file: FileSyntax?, of service: ServiceSyntax, _ purpose: Vocabulary.Purpose) {
        switch file {
        case nil where purpose.name == "upload":
            error(
                service.purpose.span, "'upload' does not say how the file is sent",
                "write takes form \"file\" { … }, or takes related { … }")
        case .form(let name)? where purpose.name != "upload":
            error(name.span, "only 'upload' sends a file", "remove 'form'")
        case .related(let span)? where purpose.name != "upload":
            error(span, "only 'upload' sends a file", "remove 'related'")
        default: break
        }
    }

    /// What a wire or provider offers must say what comes back, once everything is merged.
    mutating func checkServices(_ block: Block, _ sources: ShapeSources) {
        for entry in block.entries {
            guard case .service(let service) = entry.kind,
                let purpose = Vocabulary.purposes.first(where: { $0.name == service.purpose.text }),
                purpose.gives != nil, sources.shape(purpose.name) == nil
            else { continue }
            // An upload may be answered as a question for the file is.
            if purpose.name == "upload", sources.shape("file") != nil { continue }
            error(
                service.purpose.span, "'\(purpose.name)' does not say what comes back",
                "write gives { … } with holes of \(purpose.gives ?? "")")
        }
    }
}

extension Condition {
    /// The capabilities that it asks for.
    var capabilityNames: [Name] { tests.compactMap { if case .can(let name) = $0.kind { name } else { nil } } }
}

extension ServiceModel {
    init(_ service: ServiceSyntax) {
        self.init(
            purpose: service.purpose.text, method: service.method.text, path: service.path.text,
            guards: service.condition?.capabilityNames ?? [], headers: service.headers, file: service.file,
            without: service.without.map(\.text))
    }
}

extension [ServiceModel] {
    /// A provider's path stands in place of its wire's; what it does not say is as on the wire.
    func merged(with own: [ServiceModel]) -> [ServiceModel] {
        Vocabulary.purposes.compactMap { purpose in
            let base = first { $0.purpose == purpose.name }
            guard var service = own.first(where: { $0.purpose == purpose.name }) else { return base }
            if service.guards.isEmpty { service.guards = base?.guards ?? [] }
            if service.headers.isEmpty { service.headers = base?.headers ?? [] }
            if service.file == nil { service.file = base?.file }
            if service.without.isEmpty { service.without = base?.without ?? [] }
            return service
        }
    }
}

/// Media.
extension Checker {
    mutating func check(_ media: MediaSyntax) {
        unique(media.types, "type")
        let known = Vocabulary.mediaTypes[media.kind.text] ?? []
        if known.isEmpty, let first = media.types.first {
            error(first.span, "'\(media.kind.text)' is bounded by its size alone", "remove 'in …'")
        } else {
            for type in media.types where !known.contains(type.text) {
                unknown(type, "type of \(media.kind.text)", known: known)
            }
        }
        if let size = media.size, MediaSyntax.bytes(size.text) == nil {
            error(size.span, "'\(size.text)' is no size", "write a whole number and kB, MB or GB: 5MB")
        }
        if let count = media.count {
            if known.isEmpty {
                error(count.span, "'\(media.kind.text)' is bounded by its size alone", "remove 'count …'")
            } else if Int(count.text).map({ $0 > 0 }) != true {
                error(count.span, "'\(count.text)' is no number of files", "write a whole number above 0")
            }
        }
    }
}
