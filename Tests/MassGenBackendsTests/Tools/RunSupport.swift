import Foundation
import MassGenBackends
import MassGenSimulator
import Synchronization

struct City: Codable, Sendable {
    var city: String
}

/// What tools were called with.
final class CallLog: Sendable {
    private let entries = Mutex<[String]>([])
    var all: [String] { entries.withLock { $0 } }
    func note(_ entry: String) { entries.withLock { $0.append(entry) } }
}

/// A tool that says that the sun shines, and takes note.
func weather(_ log: CallLog = CallLog(), name: String = "weather") -> FunctionTool<City, String> {
    FunctionTool(name, "The weather in a city") { (city: City) in
        log.note(city.city)
        return "Sunny in \(city.city)"
    }
}

/// A tool that does not listen to anybody for two seconds.
let deaf = FunctionTool("deaf") { (_: City) in
    await withCheckedContinuation { waiter in
        DispatchQueue.global().asyncAfter(deadline: .now() + 2) { waiter.resume() }
    }
    return "late"
}

func call(_ id: String, _ name: String = "weather", _ arguments: JSON = ["city": "Oslo"]) -> ToolCall {
    ToolCall(id: id, name: name, arguments: arguments)
}

func call(_ id: String, _ name: String = "weather", text: String) -> ToolCall {
    ToolCall(id: id, name: name, argumentsText: text)
}

/// A backend that a scripted simulator answers.
struct Scripted<Backend: HTTPBackend> {
    let simulator: Simulator
    let backend: Backend
    var options = RunOptions()

    init(_ type: Backend.Type = Chat.self, _ script: [ChatResponse], pace: Duration = .zero) throws {
        simulator = try Simulator(Backend.Format.self, pace: pace, script: script)
        var connection = Connection(key: "test-key-0123456789", base: simulator.base)
        connection.environment = [:]
        connection.allowsUnknownModels = true
        backend = Backend(connection)
    }

    func run(_ tools: any Tool...) async -> RunResult {
        await backend.run(ChatRequest(model: "any", "Weather?"), tools: tools, options: options).result()
    }
}

/// A run against Chat Completions.
func scripted(_ script: ChatResponse...) throws -> Scripted<Chat> { try Scripted(Chat.self, script) }

extension RunResult {
    var outcomes: [CallRecord.Outcome] { calls.map(\.outcome) }
    /// Whether nothing has to be made up to send the conversation on.
    var isValid: Bool {
        var request = ChatRequest(model: "any", messages: messages)
        return !request.mend().contains { $0.severity == .synthesised }
    }
}
