import Foundation

/// Values of Foundation as JSON Schema has them: texts of a format.
extension Date: JSONPrimitive {
    static var kind: JSONKind { .string }
    var json: JSON? { .string(ISO8601FormatStyle(includingFractionalSeconds: true).format(self)) }

    init?(json: JSON) {
        guard let text = json.string else { return nil }
        let styles: [ISO8601FormatStyle] = [
            .iso8601, ISO8601FormatStyle(includingFractionalSeconds: true), .iso8601.year().month().day(),
        ]
        guard let date = styles.lazy.compactMap({ try? $0.parse(text) }).first else { return nil }
        self = date
    }
}

extension URL: JSONPrimitive {
    static var kind: JSONKind { .string }
    var json: JSON? { .string(absoluteString) }

    init?(json: JSON) {
        guard let text = json.string, let url = URL(string: text) else { return nil }
        self = url
    }
}

extension Data: JSONPrimitive {
    static var kind: JSONKind { .string }
    var json: JSON? { .string(base64EncodedString()) }

    init?(json: JSON) {
        guard let text = json.string, let data = Data(base64Encoded: text) else { return nil }
        self = data
    }
}

extension Decimal: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { JSONNumber(literal: description).map(JSON.number) }

    init?(json: JSON) {
        guard case .number(let number) = json, let value = Decimal(string: number.literal) else { return nil }
        self = value
    }
}
