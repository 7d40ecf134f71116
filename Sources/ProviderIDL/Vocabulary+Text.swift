extension Vocabulary {
    /// The vocabulary of MassGenCore.
    public static let standard = Vocabulary([request, content, answer, services].joined(separator: "\n"))

    private init(_ text: String) {
        var kinds: [String: Kind] = [:]
        var current: Kind?
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("  ") {
                if words[0] == "case" {
                    current?.cases.append(Case(words))
                } else {
                    current?.holes.append(Hole(words))
                }
                continue
            }
            if let current { kinds[current.name] = current }
            let (head, empty) = Self.halves(of: line)
            let form = Kind.Form(rawValue: words[0]) ?? .record
            current = Kind(name: words[1], type: words[2], form: form, empty: empty)
            current?.describe(head.split(separator: " ").dropFirst(3).map(String.init))
        }
        if let current { kinds[current.name] = current }
        self.kinds = kinds
    }

    private static func halves(of line: Substring) -> (head: String, empty: String) {
        var index = line.startIndex
        while index < line.endIndex, !line[index...].hasPrefix(" = ") { index = line.index(after: index) }
        return (String(line[..<index]), String(line[index...].dropFirst(3)))
    }
}

extension Vocabulary.Kind {
    fileprivate mutating func describe(_ words: [String]) {
        isOpen = words.contains("open")
        isExtensible = words.contains("extensible")
        isEvent = words.contains("event")
        isCounts = words.contains("counts")
        isOpaque = words.contains("opaque")
        reasonType = words.value("reason")
        silent = words.values("silent")
    }
}

extension Vocabulary.Case {
    fileprivate init(_ words: [String]) {
        name = words[1]
        payload = words.count > 2 ? words[2] : nil
        isOwn = words.contains("own")
    }
}

extension Vocabulary.Hole {
    fileprivate init(_ words: [String]) {
        var type = Substring(words[1])
        isOptional = type.hasSuffix("?")
        if isOptional { type = type.dropLast() }
        name = words[0]
        self.type =
            switch type {
            case "text": .text
            case "integer": .integer
            case "number": .number
            case "bool": .bool
            case "json": .json
            case "scalar": .scalar
            case "effort": .effort
            case "texts": .texts
            case "textMap": .textMap
            case "integerMap": .integerMap
            case "numbers": .numbers
            default:
                switch type.first {
                case "[": .list(String(type.dropFirst().dropLast()))
                case "{": .map(String(type.dropFirst().dropLast()))
                default: .kind(String(type))
                }
            }
        reportedAs = words.contains("reported") ? name : words.value("reported")
        isContent = words.contains("content")
        appends = words.contains("appends")
        isVerbatim = words.contains("verbatim")
        let pieces = words[0].split(separator: ".")
        property =
            words.value("as")
            ?? pieces.dropFirst().reduce(String(pieces[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
        lasts = words.contains("lasts")
        sole = words.value("sole")
        part = words.value("part")
        readWhen = words.value("when")
        setter = words.value("by")
        finisher = words.value("then")
        preparer = words.value("from")
        test = words.value("test")
        rendered = words.value("rendered")
        says = words.values("says")
    }
}

extension [String] {
    /// What stands after `key=`.
    fileprivate func value(_ key: String) -> String? {
        first { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
    }

    /// What stands after `key=`, separated by commas.
    fileprivate func values(_ key: String) -> [String] {
        value(key).map { $0.split(separator: ",").map(String.init) } ?? []
    }
}
