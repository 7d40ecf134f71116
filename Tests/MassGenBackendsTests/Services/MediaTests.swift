import Foundation
import MassGenBackends
import Testing

/// Pictures, recordings and files: told from their bytes, read when needed, held against what a provider takes.
@Suite struct MediaTests {
    static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])

    @Test(arguments: [
        ("image/png", "\u{89}PNG\r\n\u{1A}\n"), ("image/gif", "GIF89a"), ("image/webp", "RIFF\0\0\0\0WEBPVP8 "),
        ("audio/wav", "RIFF\0\0\0\0WAVEfmt "), ("application/pdf", "%PDF-1.7"), ("audio/mpeg", "ID3\u{4}"),
        ("audio/flac", "fLaC"), ("audio/ogg", "OggS"), ("image/heic", "\0\0\0\u{18}ftypheic"),
        ("audio/mp4", "\0\0\0\u{18}ftypM4A "), ("video/mp4", "\0\0\0\u{18}ftypisom"),
        ("audio/aiff", "FORM\0\0\0\0AIFF"),
        ("text/plain", "Only words, \u{C3}\u{A9}"),
    ])
    func theTypeIsToldFromTheBytes(_ type: String, _ head: String) {
        // Scalars stand for bytes.
        #expect(Media(data: Data(head.unicodeScalars.map { UInt8($0.value) })).mediaType == type)
    }

    @Test func bytesThatAreNothingKnownHaveNoType() {
        #expect(Media(data: Data([0, 1, 2, 3])).mediaType == nil)
        #expect(Media(data: Data()).mediaType == nil)
        #expect(Media(data: Data([0x47, 0xFF, 0x20])).mediaType == nil)
        #expect(Media(data: Self.png, mediaType: "image/x-own").mediaType == "image/x-own")
    }

    @Test func anAttachmentIsWhatItsTypeSays() {
        #expect(Part.attachment(Media(data: Self.png)).kind == .image)
        #expect(Part.attachment(Media(url: "https://a.example/b.MP3?x=1")).kind == .audio)
        #expect(Part.attachment(Media(path: "/tmp/report.pdf")).kind == .file)
        #expect(Part.attachment(Media(fileID: "f-1")).kind == .file)
    }

    private func file(_ name: String, _ data: Data) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("massgen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent(name).path
        try data.write(to: URL(fileURLWithPath: path))
        return path
    }

    private func claude(_ parts: Part..., key: Secret = "k-123456") throws -> JSON {
        let request = ChatRequest(model: "m", messages: [Message(role: .user, parts: parts)])
        return try JSON(parsing: Claude(StubTransport(), key: key).render(request).http.body)
    }

    @Test func aFileIsReadWhenTheRequestIsMade() throws {
        let path = try file("chart.dat", Self.png)
        let media = Media(path: path)
        #expect(media.data == nil)
        #expect(media.mediaType == nil)
        let body = try claude(.image(media))
        let source = body["messages"]?[0]?["content"]?[0]?["source"]
        #expect(source?["media_type"] == "image/png")
        #expect(source?["data"]?.string == Self.png.base64EncodedString())
    }

    @Test func aFileKeepsItsNameAndTheTypeThatItPromises() throws {
        let path = try file("notes.md", Data("# Title".utf8))
        let request = ChatRequest(model: "m", messages: [.user(.attachment(Media(path: path)))])
        let body = try JSON(parsing: OpenAI(StubTransport()).render(request).http.body)
        let file = body["messages"]?[0]?["content"]?[0]?["file"]
        #expect(file?["filename"] == "notes.md")
        #expect(file?["file_data"]?.string?.hasPrefix("data:text/markdown;base64,") == true)
    }

    @Test func filesStandInJSONWithTheirBytes() throws {
        let path = try file("chart.png", Self.png)
        let text = try JSONEncoder().encode(Part.image(Media(path: path)))
        #expect(try JSONDecoder().decode(Part.self, from: text) == .image(Media(data: Self.png)))
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Part.image(Media(path: path + ".gone"))) }
    }

    private func refusal<Backend: HTTPBackend>(_ type: Backend.Type, _ parts: [Part]) async -> BackendError? {
        let transport = StubTransport(body: plainAnswer)
        let request = ChatRequest(model: "m", messages: [Message(role: .user, parts: parts)])
        let error = await thrown { try await Backend(transport).respond(to: request) }
        #expect(transport.sent.isEmpty)
        #expect(error?.family == .setup)
        #expect(error?.code == .unsupportedMedia)
        return error
    }

    @Test func whatIsTooLargeIsNotSent() async throws {
        let large = Media(data: Self.png + Data(count: 4 << 20))
        let words = "an image has 5.4 MB in base64, but Claude takes 5 MB"
        #expect(await refusal(Claude.self, [.image(large)])?.message == words)
        let path = try file("large.png", Self.png + Data(count: 4 << 20))
        #expect(await refusal(Claude.self, [.image(Media(path: path))])?.message == words)
        let result = ToolResult(callID: "c", parts: [.image(large)])
        #expect(await refusal(Claude.self, [.toolResult(result)])?.message == words)
    }

    @Test func whatJustFitsIsSent() throws {
        let media = Media(data: Self.png + Data(count: (5 << 20) / 4 * 3 - Self.png.count - 2))
        _ = try claude(.image(media))
    }

    @Test func typesThatAreNotTakenAreNamed() async {
        let bitmap = Media(data: Self.png, mediaType: "image/bmp")
        #expect(
            await refusal(Claude.self, [.image(bitmap)])?.message
                == "an image is image/bmp, but Claude takes png, jpeg, gif, webp")
        #expect(await refusal(Grok.self, [.image(Media(url: "https://a.example/b", mediaType: "image/gif"))]) != nil)
    }

    @Test func manyAreCounted() async {
        let image = Part.image(Media(data: Self.png))
        #expect(
            await refusal(Groq.self, Array(repeating: image, count: 6))?.message
                == "the request holds more than 5 of image, which is all Groq takes")
    }

    @Test func wholeRequestsHaveASize() async {
        let pdf = Media(data: Data("%PDF-1.7".utf8) + Data(count: 25 << 20))
        #expect(await refusal(Claude.self, [.file(pdf)])?.message.hasPrefix("the request has 33.4 MB") == true)
    }

    @Test func aFileThatIsNotThereIsASetupError() async {
        let error = await refusal(Claude.self, [.image(Media(path: "/no/such/file.png"))])
        #expect(error?.message == "the file '/no/such/file.png' cannot be read")
    }
}
