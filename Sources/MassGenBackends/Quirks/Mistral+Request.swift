import MassGenCore

/// Mistral's models take only tool call ids of exactly nine letters and digits
/// (https://docs.mistral.ai/capabilities/function_calling); other providers' are longer. Ids that do not fit are
/// replaced by a digest of themselves, so that a call and its result still belong together and the same conversation
/// is always sent the same way.
///
/// A user's turn right after results of tools is refused ("Unexpected role 'user' after role 'tool'"): an answer of one
/// word stands between them.
enum MistralQuirks {
    static func request(_ request: inout ChatRequest) -> [Loss] {
        var losses: [Loss] = []
        for (place, message) in request.messages.enumerated() {
            for (index, part) in message.parts.enumerated() {
                let changed: Part
                let member: String
                switch part {
                case .toolCall(var call) where !fits(call.id):
                    call.id = digest(of: call.id)
                    changed = .toolCall(call)
                    member = "id"
                case .toolResult(var result) where !fits(result.callID):
                    result.callID = digest(of: result.callID)
                    changed = .toolResult(result)
                    member = "callID"
                default: continue
                }
                request.messages[place].parts[index] = changed
                losses.append(
                    Loss(
                        path: "messages[\(place)].parts[\(index)].\(member)",
                        reason: "Mistral takes ids of nine letters and digits", severity: .approximated))
            }
        }
        return losses + answered(&request.messages)
    }

    private static func answered(_ messages: inout [Message]) -> [Loss] {
        let places = messages.indices.dropFirst().filter {
            messages[$0].role == .user && messages[$0 - 1].role == .tool
        }
        for place in places.reversed() { messages.insert(.assistant("Done."), at: place) }
        return places.map { place in
            Loss(
                path: "messages[\(place)]", reason: "Mistral wants an answer between results of tools and this",
                severity: .synthesised)
        }
    }

    private static func fits(_ id: String) -> Bool {
        id.utf8.count == 9
            && id.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
    }

    /// Nine letters and digits by FNV-1a: 62⁹ possibilities, the same on every machine.
    private static func digest(of id: String) -> String {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var text = ""
        for _ in 0..<9 {
            text.append(letters[Int(hash % 62)])
            hash /= 62
        }
        return text
    }
}
