import Foundation
import MassGenCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

/// A JSON file that only its owner may read. Written whole or not at all.
struct PrivateFile: Sendable {
    let path: String

    init(_ path: String) { self.path = path }

    /// What is in it; `nil` when there is no file.
    func read<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MCPError(.refused, "the file '\(path)' cannot be read")
        }
        do {
            return try JSON(parsing: [UInt8](data)).decode(type)
        } catch {
            // The error could quote what is in the file.
            throw MCPError(.refused, "the file '\(path)' does not hold what it should")
        }
    }

    func write(_ value: some Encodable) throws {
        let bytes = try Array(JSON(encoding: value).prettyText.utf8)
        let temporary = "\(path).\(UInt64.random(in: 0 ... .max))"
        // Made with these rights, not given them later: nobody can open it in between.
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        var isWritten = descriptor >= 0
        if isWritten {
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            do { try file.write(contentsOf: bytes) } catch { isWritten = false }
            try? file.close()
        }
        guard isWritten, rename(temporary, path) == 0 else {
            try? FileManager.default.removeItem(atPath: temporary)
            throw MCPError(.refused, "the file '\(path)' cannot be written")
        }
    }
}
