import MassGenBackends

/// `massgen convert`: a body of one wire as another has it; what is lost goes to standard error, a line of JSON each.
enum ConvertCommand {
    static let command = Command(
        name: "convert", operand: "FILE",
        summary: "writes a body of one wire as another has it; what is lost goes to standard error",
        options: [
            .init(name: "--from", value: "WIRE", help: "the wire of the file"),
            .init(name: "--to", value: "WIRE", help: "the wire that is wanted"),
            .init(name: "--kind", value: "KIND", help: "request, response or stream; else request"), .model,
            .init(name: "--strict", help: "fails where anything is lost"),
        ], example: "convert --from openai-chat --to anthropic-messages request.json", run: run)

    static func run(_ options: Options) {
        guard let path = options.operand else {
            Terminal.fail(usage: "convert takes one FILE")
        }
        let converter = Converter(from: wire("--from", options), to: wire("--to", options))
        let body = Terminal.read(path)
        let losses: [Loss]
        var failure: BackendError?
        switch options.value("--kind") ?? "request" {
        case "request":
            do throws(JSONError) {
                let converted = try converter.request(body, model: options.value("--model"))
                Terminal.line(String(decoding: converted.bytes, as: UTF8.self))
                losses = converted.losses
            } catch {
                Terminal.fail("'\(path)' is no request: \(error)")
            }
        case "response":
            do throws(BackendError) {
                let converted = try converter.response(body)
                Terminal.line(String(decoding: converted.bytes, as: UTF8.self))
                losses = converted.losses
            } catch {
                Terminal.line(String(decoding: converter.failure(error), as: UTF8.self))
                Terminal.fail("\(error)")
            }
        case "stream":
            var stream = converter.stream()
            Terminal.write(String(decoding: stream.convert(body) + stream.finish(), as: UTF8.self))
            losses = stream.losses
            failure = stream.failure
        case let kind:
            Terminal.fail(usage: "--kind is request, response or stream, not '\(kind)'")
        }
        for loss in losses { Terminal.say((try? JSON(encoding: loss).text) ?? "") }
        if let failure { Terminal.fail("\(failure)") }
        if options.has("--strict"), !losses.isEmpty {
            Terminal.fail("--strict, and \(losses.count == 1 ? "something was" : "\(losses.count) things were") lost")
        }
    }

    private static func wire(_ option: String, _ options: Options) -> any Wire.Type {
        let known = Backends.wires.map { $0.id }
        guard let id = options.value(option) else {
            Terminal.fail(usage: "convert needs \(option) WIRE: \(known.joined(separator: ", "))")
        }
        guard let wire = Backends.wire(id) else {
            Terminal.fail(usage: "unknown wire '\(id)'; known are \(known.joined(separator: ", "))")
        }
        return wire
    }
}
