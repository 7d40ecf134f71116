import Foundation

/// How to reach a provider: key, address, options. What is not given is looked up in the environment.
///
/// ```swift
/// var connection = Connection(key: key)
/// connection.timeouts.firstByte = .seconds(30)
/// let groq = Groq(connection)
/// ```
public struct Connection: Sendable {
    /// What to do when a request holds something that the provider cannot be told.
    public enum LossPolicy: Sendable, Hashable {
        /// Leave it out and say so in ``ChatResponse/losses``.
        case report
        /// Fail before sending.
        case fail
    }

    /// The key; environment variables are looked up when `nil`.
    public var key: Secret?
    /// The address of the API, without the endpoint's path; the provider's own when `nil`.
    public var base: String?
    /// Named settings of the address, `resource` for instance.
    public var options: [String: String] = [:]
    /// Headers to add to every request.
    public var headers = HTTPHeaders()
    /// How long each part of an exchange may take.
    public var timeouts = Timeouts()
    /// What carries the bytes.
    public var transport: any Transport = DefaultTransport.shared
    /// What to do about losses.
    public var losses: LossPolicy = .report
    /// Whether models that the provider's table does not list are sent all the same.
    public var allowsUnknownModels = false
    /// What this server can or cannot do, whatever is known of its provider: `["streamOptions": false]` for a server
    /// that refuses them.
    public var capabilities: [Capability: Bool] = [:]
    /// Where keys, addresses and options are looked up.
    public var environment: [String: String]
    /// Called for every step worth a line in a log.
    public var log: (@Sendable (LogEntry) -> Void)?

    /// Makes a connection.
    public init(key: Secret? = nil, base: String? = nil) {
        self.key = key
        self.base = base
        environment = ProcessInfo.processInfo.environment
    }

    func firstVariable(_ names: [String]) -> String? {
        for name in names {
            if let value = environment[name]?.trimmed, !value.isEmpty { return value }
        }
        return nil
    }
}

/// The environment holds everybody's keys, and an address may hold one: neither is ever printed.
extension Connection: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whether there is a key, and the server.
    public var description: String {
        let server =
            base.map { (try? HTTPAddress($0))?.origin ?? "an address of its own" } ?? "the provider's own address"
        return "Connection to \(server), \(key == nil ? "no key" : "key ***")"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Shows what ``description`` shows, and what holds no key.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "connection": description, "options": options, "headers": headers, "timeouts": timeouts,
                "losses": losses, "allowsUnknownModels": allowsUnknownModels,
            ])
    }
}

extension String {
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace || $0.isNewline }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}

/// A text that is never printed, dumped or encoded: keys and tokens.
public struct Secret: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text itself, for the header it belongs in.
    public let value: String

    /// Makes a secret; white space around it is removed.
    public init(_ value: String) { self.value = value.trimmed }
    /// Makes a secret from a literal.
    public init(stringLiteral value: String) { self.init(value) }

    /// Replaces the secret wherever it stands in a text.
    func redacted(in text: String) -> String {
        guard value.utf8.count >= 4, text.contains(value) else { return text }
        return text.replacingOccurrences(of: value, with: "***")
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Three stars.
    public var description: String { "***" }
    /// Three stars.
    public var debugDescription: String { "***" }
    /// Nothing but three stars.
    public var customMirror: Mirror { Mirror(self, children: ["value": "***"]) }
}

/// One line of a log: what a backend did. Holds no key, no prompt and no answer.
public struct LogEntry: Sendable, CustomStringConvertible {
    /// The steps.
    public enum Step: Sendable {
        /// A request is sent: method, path without query, bytes of the body.
        case sent(method: String, path: String, bytes: Int)
        /// The provider answered.
        case received(status: Int, requestID: String?)
        /// The answer is whole.
        case finished(StopReason, Usage?)
        /// It failed.
        case failed(BackendError)
    }

    /// The provider's id.
    public var provider: String
    /// The model's id.
    public var model: String
    /// What happened.
    public var step: Step

    /// The entry as a line.
    public var description: String {
        let what =
            switch step {
            case .sent(let method, let path, let bytes): "\(method) \(path), \(bytes) bytes"
            case .received(let status, let id): "status \(status)\(id.map { ", request \($0)" } ?? "")"
            case .finished(let reason, let usage):
                "\(reason.rawValue), \(usage?.input.map(String.init) ?? "?") in, \(usage?.output.map(String.init) ?? "?") out"
            case .failed(let error): error.description
            }
        return "\(provider) \(model): \(what)"
    }
}
