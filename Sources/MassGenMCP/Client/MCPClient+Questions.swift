import MassGenCore
import Synchronization

/// What the server asks of the client: by a request of its own, or, if it is stateless, instead of an answer.
extension MCPClient {
    /// Answers a request of the server's, without keeping anything else waiting.
    func asked(_ id: RPCID, _ method: String, _ parameters: JSON?) {
        state.withLock { $0.statistics.questions += 1 }
        let version = server?.version
        let isStarted = questions.start(id) { [weak self, transport] in
            let reply: RPCMessage
            do throws(RPCError) {
                guard let self else { return }
                reply = .result(id: id, try await self.answer(to: method, parameters ?? [:]))
            } catch {
                reply = .failure(id: id, error)
            }
            if Task.isCancelled { return }
            try? await transport.send(MCPOutgoing(reply, version: version))
        }
        if isStarted { return }
        let refusal = RPCError(code: RPCError.internalError, message: "too many requests at a time")
        Task { [transport] in
            try? await transport.send(MCPOutgoing(.failure(id: id, refusal), version: version))
        }
    }

    /// The answer to a question.
    func answer(to method: String, _ parameters: JSON) async throws(RPCError) -> JSON {
        switch method {
        case "ping": return [:]
        case "roots/list":
            guard let roots = options.answers.roots else { break }
            let list = await roots()
            return ["roots": (try? JSON(encoding: list)) ?? []]
        case "sampling/createMessage":
            guard let sampling = options.answers.sampling else { break }
            return try await sampling.answer(to: parameters)
        case "elicitation/create":
            guard let elicit = options.answers.elicitation else { break }
            guard let question = MCPElicitation(parameters) else {
                throw RPCError(code: RPCError.invalidParameters, message: "neither a schema nor an address")
            }
            return (await elicit(question)).json(for: question)
        default: break
        }
        throw RPCError(code: RPCError.methodNotFound, message: "this client does not answer '\(method.prefix(100))'")
    }

    /// Makes a request in whose course the server may ask back (2026-07-28): answers, and asks again with the answers,
    /// until there is a result.
    func interact(
        _ method: String, _ parameters: JSONObject, timeout: Duration?, progress: (@Sendable (MCPProgress) -> Void)?,
        headers: @Sendable (MCPServerInfo) -> HTTPHeaders = { _ in [:] }
    ) async throws(MCPError) -> JSON {
        var asked = parameters
        var pause = Duration.milliseconds(50)
        var mayVisit = true
        for round in 0... {
            let result: JSON
            do throws(MCPError) {
                result = try await request(method, asked, timeout: timeout, progress: progress, headers: headers)
            } catch {
                // A page has to be visited first (2025-11-25).
                guard mayVisit, await visit(error) else { throw error }
                mayVisit = false
                continue
            }
            switch result["resultType"]?.string {
            case "complete", nil: return result
            case "input_required": break
            case let other?:
                throw MCPError(.invalidAnswer, "\(method) gave a result of type '\(other.prefix(40))'", server: name)
            }
            guard round < options.inputRounds else {
                throw MCPError(
                    .invalidAnswer, "\(method) asked back more than \(options.inputRounds) times", server: name)
            }
            asked = parameters
            asked["requestState"] = result["requestState"]
            if let inputs = result["inputRequests"]?.object, !inputs.isEmpty {
                asked["inputResponses"] = .object(try await answers(to: inputs))
            } else {
                guard result["requestState"] != nil else {
                    throw MCPError(.invalidAnswer, "\(method) asked back without a question", server: name)
                }
                do { try await Task.sleep(for: pause) } catch { throw MCPError.cancelled.named(name) }
                pause = min(pause * 2, .milliseconds(250))
            }
        }
        throw MCPError(.invalidAnswer, "\(method) gave no result", server: name)
    }

    /// The answers to several questions, asked at the same time.
    private func answers(to inputs: JSONObject) async throws(MCPError) -> JSONObject {
        let results = await withTaskGroup(of: (String, Result<JSON, RPCError>).self) { group in
            for (key, input) in inputs {
                group.addTask {
                    do throws(RPCError) {
                        return (
                            key,
                            .success(try await self.answer(to: input["method"]?.string ?? "", input["params"] ?? [:]))
                        )
                    } catch {
                        return (key, .failure(error))
                    }
                }
            }
            var results: [String: Result<JSON, RPCError>] = [:]
            for await (key, result) in group { results[key] = result }
            return results
        }
        state.withLock { $0.statistics.questions += inputs.count }
        if Task.isCancelled { throw MCPError.cancelled.named(name) }
        var answers = JSONObject()
        for key in inputs.keys {
            switch results[key] {
            case .success(let answer): answers[key] = answer
            case .failure(let refusal):
                throw MCPError(.refused, "the server's question was not answered: \(refusal.message)", server: name)
            case nil: break
            }
        }
        return answers
    }

    /// Sends the person to the pages that an error names; whether all were agreed to.
    private func visit(_ error: MCPError) async -> Bool {
        guard error.rpc?.code == RPCError.elicitationRequired, let elicit = options.answers.elicitation,
            let pages = error.rpc?.data?["elicitations"]?.array?.compactMap(MCPElicitation.init), !pages.isEmpty
        else { return false }
        for page in pages {
            guard case .accept = await elicit(page) else { return false }
        }
        return true
    }
}

extension MCPElicitation {
    /// The question that a request's parameters put.
    init?(_ parameters: JSON) {
        message = parameters["message"]?.string ?? ""
        if parameters["mode"]?.string == "url" {
            guard let url = parameters["url"]?.string else { return nil }
            form = .page(url: url, id: parameters["elicitationId"]?.string)
        } else {
            guard let schema = parameters["requestedSchema"] else { return nil }
            form = .fields(schema)
        }
    }
}

extension MCPElicitationAnswer {
    func json(for question: MCPElicitation) -> JSON {
        switch self {
        case .decline: return ["action": "decline"]
        case .cancel: return ["action": "cancel"]
        case .accept(let fields):
            guard case .fields = question.form else { return ["action": "accept"] }
            return ["action": "accept", "content": fields]
        }
    }
}
