public import MassGenCore

/// A message of JSON-RPC 2.0, as the Model Context Protocol sends them both ways.
public enum RPCMessage: Sendable, Hashable {
    /// Asks for an answer.
    case request(id: RPCID, method: String, parameters: JSON?)
    /// Tells something; nobody answers.
    case notification(method: String, parameters: JSON?)
    /// The good answer to a request.
    case result(id: RPCID, JSON)
    /// The bad answer to a request; no id when the request could not be read.
    case failure(id: RPCID?, RPCError)
}

/// The id that ties an answer to its request. `1` and `"1"` are different ids.
public enum RPCID: Sendable, Hashable {
    /// A whole number.
    case number(Int)
    /// A text.
    case text(String)
}

extension RPCID: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
    /// A number.
    public init(integerLiteral value: Int) { self = .number(value) }
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }

    /// The id in JSON, if that can be one.
    public init?(_ json: JSON) {
        if let number = json.int {
            self = .number(number)
        } else if let text = json.string {
            self = .text(text)
        } else {
            return nil
        }
    }

    /// The id as JSON.
    public var json: JSON {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        }
    }

    /// The number or the text.
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }
}

/// Why the other side does not do what it was asked for.
public struct RPCError: Error, Sendable, Hashable {
    /// What sort of failure it is.
    public var code: Int
    /// What happened, in the other side's words.
    public var message: String
    /// What it says beyond that.
    public var data: JSON?

    /// Makes an error.
    public init(code: Int, message: String, data: JSON? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// The request is not one.
    public static let invalidRequest = -32600
    /// There is no such method.
    public static let methodNotFound = -32601
    /// The method does not take these parameters.
    public static let invalidParameters = -32602
    /// The other side failed.
    public static let internalError = -32603
    /// Headers of the HTTP request say something else than its body (2026-07-28).
    public static let headerMismatch = -32020
    /// The server needs the client to be capable of more (2026-07-28).
    public static let missingCapability = -32021
    /// The server does not speak this version (2026-07-28).
    public static let unsupportedVersion = -32022
    /// Somebody has to visit a page first (2025-11-25).
    public static let elicitationRequired = -32042
}

/// Text.
extension RPCMessage {
    /// The message as JSON, without a line break.
    public var bytes: [UInt8] {
        var out = JSONWriter()
        out.beginObject()
        out.field("jsonrpc", "2.0")
        switch self {
        case .request(let id, let method, let parameters):
            out.field("id", id.json)
            out.field("method", method)
            if let parameters { out.field("params", parameters) }
        case .notification(let method, let parameters):
            out.field("method", method)
            if let parameters { out.field("params", parameters) }
        case .result(let id, let result):
            out.field("id", id.json)
            out.field("result", result)
        case .failure(let id, let error):
            out.field("id", id?.json ?? .null)
            out.key("error")
            out.beginObject()
            out.field("code", error.code)
            out.field("message", error.message)
            if let data = error.data { out.field("data", data) }
            out.endObject()
        }
        out.endObject()
        return out.bytes
    }

    /// Reads a message.
    public init(parsing bytes: [UInt8], in range: Range<Int>? = nil, limits: JSONLimits) throws(RPCReadingError) {
        var reader = JSONReader(bytes, in: range, limits: limits)
        let document: JSON
        do throws(JSONError) {
            document = try reader.value()
            try reader.end()
        } catch {
            // What cannot be read whole may still say which request it answers: nobody should wait for that any more.
            let ahead = JSONReader(bytes, in: range, limits: JSONLimits(depth: limits.depth, documentBytes: .max))
            let isAnswer = ahead.lookAheadString("method") == nil
            throw .notJSON(error, answerTo: isAnswer ? ahead.lookAhead("id").flatMap(RPCID.init) : nil)
        }
        guard let message = RPCMessage(document) else { throw .noMessage }
        self = message
    }

    /// The message that a document is, if it is one.
    public init?(_ document: JSON) {
        guard let members = document.object else { return nil }
        let id = members["id"].flatMap(RPCID.init)
        if let method = members["method"]?.string {
            let parameters = members["params"].flatMap { $0.isNull ? nil : $0 }
            if let id {
                self = .request(id: id, method: method, parameters: parameters)
            } else if members["id"] == nil {
                self = .notification(method: method, parameters: parameters)
            } else {
                return nil
            }
        } else if let error = members["error"]?.object {
            self = .failure(
                id: id,
                RPCError(
                    code: error["code"]?.int ?? RPCError.internalError, message: error["message"]?.string ?? "",
                    data: error["data"]))
        } else if let result = members["result"], let id {
            self = .result(id: id, result)
        } else {
            return nil
        }
    }

    /// The messages of a document: one, or several in an array, as version 2025-03-26 allows.
    static func messages(in document: JSON) -> [RPCMessage] {
        document.array?.compactMap(RPCMessage.init) ?? RPCMessage(document).map { [$0] } ?? []
    }
}

/// Why bytes are no message.
public enum RPCReadingError: Error, Sendable, Hashable {
    /// They are no JSON, or more of it than is allowed.
    case notJSON(JSONError, answerTo: RPCID?)
    /// They are JSON that is no message.
    case noMessage
}
