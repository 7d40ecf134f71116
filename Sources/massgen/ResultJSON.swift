import MassGenBackends

/// The object that `replay --json` and `chat --json` print.
struct ResultJSON {
    var provider: String
    var response: ChatResponse
    var error: BackendError?
    /// What it costs.
    var cost: Cost
    /// What became of calls of tools.
    var calls: [CallRecord] = []

    var json: JSON {
        var object: JSONObject = ["provider": .string(provider)]
        let message = response.message
        object["id"] = response.id.map(JSON.string) ?? .null
        object["model"] = response.model.map(JSON.string) ?? .null
        object["text"] = .string(message.text ?? "")
        object["reasoning"] = .string(message.reasoning ?? "")
        object["toolCalls"] = .array(message.toolCalls.map(Self.json))
        if !calls.isEmpty {
            object["calls"] = .array(
                calls.map { record in
                    var call = Self.json(record.call).object ?? [:]
                    call["outcome"] = .string(record.outcome.rawValue)
                    call["result"] = .string(record.result.text ?? "")
                    return .object(call)
                })
        }
        object["citations"] = .array(message.citations.compactMap { try? JSON(encoding: $0) })
        object["refusal"] = message.refusal.map(JSON.string) ?? .null
        object["stopReason"] = response.stopReason.map { .string($0.rawValue) } ?? .null
        object["vendorStopReason"] = response.vendorStopReason.map(JSON.string) ?? .null
        object["usage"] = (try? JSON(encoding: response.usage ?? Usage())) ?? [:]
        object["cost"] = .object(cost.json)
        object["warnings"] = .array(response.losses.map { .string($0.description) })
        object["error"] = error.map(Self.json) ?? .null
        return .object(object)
    }

    private static func json(_ call: ToolCall) -> JSON {
        var object: JSONObject = ["id": .string(call.id), "name": .string(call.name)]
        switch call.arguments {
        case .object(let arguments)?: object["arguments"] = .object(arguments)
        case .null?: object["arguments"] = .null
        default:
            object["arguments"] = .null
            object["argumentsText"] = .string(call.argumentsText)
        }
        return .object(object)
    }

    static func json(_ error: BackendError) -> JSON {
        [
            "code": .string(error.code.rawValue), "message": .string(error.message),
            "vendorCode": error.vendorCode.map(JSON.string) ?? .null, "retryable": .bool(error.isRetryable),
            "family": .string(error.family.rawValue), "status": error.status.map { .number($0) } ?? .null,
            "requestID": error.requestID.map(JSON.string) ?? .null,
            "retryAfter": error.retryAfter.map {
                .number(Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18)
            }
                ?? .null,
        ]
    }
}
