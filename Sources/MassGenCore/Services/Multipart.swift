/// A body of several parts, the last of which is a file.
struct Multipart {
    /// What the body is.
    let type: String
    /// The bytes before those of the file.
    let head: [UInt8]
    /// The bytes after those of the file.
    let ending: [UInt8]

    /// A form: fields, then the file under a name.
    static func form(_ fields: [(String, String)], file: String, name: String, type: String) -> Multipart {
        let boundary = boundary()
        var head = ""
        for (field, value) in fields {
            head += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(field))\"\r\n\r\n\(value)\r\n"
        }
        head +=
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(file))\"; filename=\"\(quoted(name))\"\r\n"
        head += "Content-Type: \(line(type))\r\n\r\n"
        return Multipart(type: "multipart/form-data; boundary=\(boundary)", head, boundary)
    }

    /// A document about the file, then the file.
    static func related(_ document: [UInt8], type: String) -> Multipart {
        let boundary = boundary()
        let head =
            "--\(boundary)\r\nContent-Type: application/json; charset=utf-8\r\n\r\n\(String(decoding: document, as: UTF8.self))"
            + "\r\n--\(boundary)\r\nContent-Type: \(line(type))\r\n\r\n"
        return Multipart(type: "multipart/related; boundary=\(boundary)", head, boundary)
    }

    private init(type: String, _ head: String, _ boundary: String) {
        self.type = type
        self.head = Array(head.utf8)
        ending = Array("\r\n--\(boundary)--\r\n".utf8)
    }

    /// A line that no file holds, in all likelihood.
    private static func boundary() -> String {
        "massgen-" + String(UInt64.random(in: .min ... .max), radix: 36)
            + String(UInt64.random(in: .min ... .max), radix: 36)
    }

    /// A text in quotes, as browsers escape it in forms.
    private static func quoted(_ text: String) -> String {
        text.reduce(into: "") { quoted, character in
            switch character {
            case "\"": quoted += "%22"
            case "\r": quoted += "%0D"
            case "\n": quoted += "%0A"
            case "\r\n": quoted += "%0D%0A"
            default: quoted.append(character)
            }
        }
    }

    private static func line(_ text: String) -> String { text.filter { !$0.isNewline } }
}
