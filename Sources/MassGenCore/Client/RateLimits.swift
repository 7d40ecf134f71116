import Foundation

/// How much of a limit is left, from the headers of a response.
public struct RateLimit: Sendable, Hashable, Codable {
    /// What is limited: `requests`, `tokens`.
    public var name: String
    /// How many there are in a period.
    public var limit: Int?
    /// How many are left.
    public var remaining: Int?
    /// How long until the limit is whole again, in seconds.
    public var resetsIn: Double?

    /// Makes a limit.
    public init(name: String, limit: Int? = nil, remaining: Int? = nil, resetsIn: Double? = nil) {
        self.name = name
        self.limit = limit
        self.remaining = remaining
        self.resetsIn = resetsIn
    }
}

extension Provider {
    /// The limits that a response reports.
    func rateLimits(in headers: HTTPHeaders) -> [RateLimit] {
        limits.compactMap { rule in
            let limit = rule.limit.flatMap { headers[$0] }.flatMap { Int($0.trimmed) }
            let remaining = rule.remaining.flatMap { headers[$0] }.flatMap { Int($0.trimmed) }
            let reset = rule.reset.flatMap { headers[$0] }.flatMap { Pause.seconds($0, now: Pause.now(in: headers)) }
            guard limit != nil || remaining != nil || reset != nil else { return nil }
            return RateLimit(name: rule.name, limit: limit, remaining: remaining, resetsIn: reset)
        }
    }
}

/// How long vendors ask to wait, in the many ways they write it.
enum Pause {
    /// What the headers say: `retry-after-ms`, then `retry-after`; a moment counts from the server's own `date`.
    static func asked(in headers: HTTPHeaders) -> Duration? {
        if let text = headers["retry-after-ms"], let milliseconds = Double(text.trimmed),
            let wait = duration(milliseconds / 1000)
        {
            return wait
        }
        return headers["retry-after"].flatMap { seconds($0, now: now(in: headers)) }.flatMap(duration)
    }

    /// What a body says, in the words of headers.
    static func asked(in text: String) -> Duration? { seconds(text).flatMap(duration) }

    /// What time it is at the server, or here when it does not say.
    static func now(in headers: HTTPHeaders) -> Date { headers["date"].flatMap(httpDate) ?? Date() }

    private static func duration(_ seconds: Double) -> Duration? {
        seconds.isFinite && seconds >= 0 && seconds < 1e9 ? .milliseconds(Int(seconds * 1000)) : nil
    }

    /// A time from now in seconds: `1.5`, `6m0s`, `120ms`, a moment as Unix time, RFC 3339 or an HTTP date.
    static func seconds(_ text: String, now: Date = Date()) -> Double? {
        let text = text.trimmed
        if let number = Double(text) {
            guard number.isFinite else { return nil }
            let unix = number > 1e12 ? number / 1000 : number
            return unix > 1e9 ? max(0, unix - now.timeIntervalSince1970) : max(0, number)
        }
        if let spoken = span(text) { return spoken }
        return (isoDate(text) ?? httpDate(text)).map { max(0, $0.timeIntervalSince(now)) }
    }

    /// `2026-11-20T10:00:00Z`, with or without fractions of a second.
    private static func isoDate(_ text: String) -> Date? {
        (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }

    /// `Fri, 20 Nov 2026 10:00:00 GMT`
    private static func httpDate(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return formatter.date(from: text.trimmed)
    }

    /// `1h2m3.5s`, `120ms`
    private static func span(_ text: String) -> Double? {
        let units = ["ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400]
        var total = 0.0
        var rest = text[...]
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let number = Double(digits), let factor = units[String(unit)] else { return nil }
            total += number * factor
        }
        return text.isEmpty ? nil : total
    }
}

extension Failure {
    /// How long to wait before trying again.
    var pause: Duration? { retryDelay.flatMap(Pause.asked) }
}
