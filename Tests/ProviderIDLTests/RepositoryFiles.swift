import Foundation
import ProviderIDL

/// Files of the repository and of the tests, found from the place of this file.
enum RepositoryFiles {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// A file under `IDL`.
    static func idl(_ path: String) throws -> SourceFile {
        SourceFile(path: "IDL/\(path)", bytes: Array(try Data(contentsOf: root.appending(path: "IDL/\(path)"))))
    }

    /// All files under `IDL`, sorted by path.
    static func allIDL() throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "IDL").path)
        return try paths.filter { $0.hasSuffix(".idl") }.sorted().map(idl)
    }

    static func chatWire() throws -> SourceFile {
        let data = try Data(contentsOf: root.appending(path: "IDL/Wires/OpenAIChat.idl"))
        return SourceFile(path: "OpenAIChat.idl", bytes: Array(data))
    }
}

extension SourceFile {
    init(_ text: String) {
        self.init(path: "input.idl", bytes: Array(text.utf8))
    }

    var text: String {
        String(decoding: bytes, as: UTF8.self)
    }
}
