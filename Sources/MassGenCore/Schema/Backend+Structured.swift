/// An answer as a value, and the answer itself.
public struct StructuredResponse<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// The answer it was read from; its losses say how the schema had to be changed for the provider.
    public var response: ChatResponse
}

extension Backend {
    /// Asks for a value of a type: the JSON Schema follows from the type, the provider is told of it in the way it has,
    /// and the answer is decoded.
    ///
    /// ```swift
    /// struct Weather: Decodable { var city: String; var degrees: Double }
    /// let weather = try await claude.respond(to: request, as: Weather.self).value
    /// ```
    ///
    /// Throws `unsupportedSchema` for a type no schema follows from, and `unfitAnswer` with the place of the mistake for
    /// an answer that does not fit.
    /// - Parameters:
    ///   - request: the request; its `responseFormat` is replaced.
    ///   - type: the type.
    ///   - repairs: how often the model is shown what is wrong with its answer, and asked again.
    public func respond<Value: Decodable & Sendable>(
        to request: ChatRequest, as type: Value.Type, repairs: Int = 0
    ) async throws(BackendError) -> StructuredResponse<Value> {
        var request = try request.asking(for: type)
        var left = repairs
        while true {
            let response = try await respond(to: request)
            do throws(BackendError) {
                return StructuredResponse(value: try response.value(of: type), response: response)
            } catch {
                guard left > 0, error.code == .unfitAnswer else { throw error }
                left -= 1
                request.messages.append(response.message)
                request.messages.append(
                    .user("That does not fit: \(error.message). Answer again, with JSON alone that fits the schema."))
            }
        }
    }

    /// Asks one question for a value of a type.
    public func respond<Value: Decodable & Sendable>(
        to prompt: String, as type: Value.Type, model: String = "", repairs: Int = 0
    ) async throws(BackendError) -> StructuredResponse<Value> {
        try await respond(to: ChatRequest(model: model, prompt), as: type, repairs: repairs)
    }

    /// Asks for a value of a type as it comes.
    ///
    /// ```swift
    /// for try await weather in try claude.stream(request, as: Weather.self) {
    ///     show(weather.json["city"], weather.value)
    /// }
    /// ```
    public func stream<Value: Decodable & Sendable>(
        _ request: ChatRequest, as type: Value.Type
    ) throws(BackendError) -> StructuredStream<Value> {
        StructuredStream(stream: stream(try request.asking(for: type)))
    }
}

extension ChatRequest {
    /// The request for an answer that is a value of a type.
    public func asking<Value: Decodable>(for type: Value.Type) throws(BackendError) -> ChatRequest {
        var request = self
        do throws(SchemaError) {
            let name = "\(type)".filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            request.responseFormat = .jsonSchema(
                JSONSchemaFormat(
                    name: name.isEmpty ? "answer" : String(name.prefix(64)), schema: try AnswerBox(type).schema,
                    strict: true))
        } catch {
            throw BackendError(.setup, .unsupportedSchema, "\(error)")
        }
        return request
    }
}

extension ChatResponse {
    /// The answer as a value, with the place of the mistake where it does not fit.
    public func value<Value: Decodable>(of type: Value.Type) throws(BackendError) -> Value {
        func unfit(_ message: String) -> BackendError {
            var error = BackendError(.stream, .unfitAnswer, message)
            error.partial = self
            return error
        }
        if let refusal = message.refusal, text.isEmpty { throw unfit("the model declined: \(refusal)") }
        guard let json = (try? JSON(parsing: text)) ?? JSON(foundIn: text) else {
            let end = stopReason == .length ? "it was cut off" : "it begins: \(text.prefix(80))"
            throw unfit(text.isEmpty ? "the answer is empty" : "the answer is no JSON; \(end)")
        }
        do {
            return try AnswerBox(type).opened(json).decode(type)
        } catch {
            throw unfit(error.placed)
        }
    }
}

/// How values of a type stand in an answer: providers take schemas of objects alone, so that a list or a word is the one
/// member of an object.
struct AnswerBox: Sendable {
    private static let member = "value"

    /// The schema of the answer.
    let schema: JSON
    private let isBox: Bool

    init(_ type: (some Decodable).Type) throws(SchemaError) {
        let inner = try JSON.schema(of: type)
        isBox = inner["type"] != "object"
        schema =
            isBox
            ? [
                "type": "object", "properties": .object([Self.member: inner]), "required": [.string(Self.member)],
                "additionalProperties": false,
            ] : inner
    }

    /// The value in an answer, boxed or not: who is told of the schema in words may leave the box out.
    func opened(_ answer: JSON) -> JSON { isBox ? answer[Self.member] ?? answer : answer }
}

extension Error {
    /// What does not fit, and where: `forecast[2].wind: expected number, found string`.
    package var placed: String {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce("") { $0 + ($1.intValue.map { "[\($0)]" } ?? ($0.isEmpty ? "" : ".") + $1.stringValue) }
        }
        func said(_ context: DecodingError.Context, _ words: String) -> String {
            context.codingPath.isEmpty ? words : "\(place(context.codingPath)): \(words)"
        }
        return switch self as any Error {
        case DecodingError.keyNotFound(let key, let context): said(context, "no member '\(key.stringValue)'")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            said(context, context.debugDescription)
        default: "\(self)"
        }
    }
}

extension BackendError.Code {
    /// No JSON Schema follows from a type.
    public static let unsupportedSchema: Self = "unsupportedSchema"
    /// The answer is no value of the type that was asked for.
    public static let unfitAnswer: Self = "unfitAnswer"
}

/// A value as it streams in: what is certain so far, and in the end the value.
public struct StructuredStream<Value: Decodable & Sendable>: AsyncSequence, Sendable {
    /// What has come so far.
    public struct Snapshot: Sendable {
        /// What is certain so far: texts as far as they go, numbers once they are whole.
        public var json: JSON
        /// The value, once all it needs has come.
        public var value: Value?
    }

    /// A snapshot.
    public typealias Element = Snapshot
    /// What may go wrong.
    public typealias Failure = BackendError

    let stream: ChatStream

    /// An iterator of snapshots.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: stream.makeAsyncIterator()) }

    /// Gives a snapshot whenever something came from the network that changes it; the last one has the value.
    public struct Iterator: AsyncIteratorProtocol {
        private var stream: ChatStream.Iterator
        private let box = try? AnswerBox(Value.self)
        private var last: JSON?
        private var isOver = false

        init(stream: ChatStream.Iterator) { self.stream = stream }

        /// The answer so far.
        public var response: ChatResponse { stream.snapshot }

        /// The next snapshot; `nil` after the end.
        public mutating func next() async throws(BackendError) -> Snapshot? { try await next(isolation: nil) }

        /// The next snapshot; `nil` after the end. Throws `unfitAnswer` when the whole answer is no value of the type.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(BackendError) -> Snapshot? {
            while !isOver {
                guard let events = try await stream.nextBatch(isolation: actor) else {
                    isOver = true
                    let value = try response.value(of: Value.self)
                    let whole = (try? JSON(parsing: response.text)).map(opened)
                    return Snapshot(json: whole ?? last ?? .null, value: value)
                }
                guard events.contains(where: { $0.text != nil }),
                    let answer = (try? JSON(completing: response.text)) ?? nil
                else { continue }
                let json = opened(answer)
                guard json != last else { continue }
                last = json
                return Snapshot(json: json, value: try? json.decode(Value.self))
            }
            return nil
        }

        private func opened(_ answer: JSON) -> JSON { box?.opened(answer) ?? answer }
    }
}
