import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A program of the system that a test runs beside itself.
final class Program: Sendable {
    private let process: Mutex<Process>

    /// Where the program is, if it is installed.
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/local/sbin"]
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    init(_ name: String, _ arguments: [String]) throws {
        guard let path = Program.find(name) else { throw CocoaError(.fileNoSuchFile) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = Mutex(process)
    }

    var isRunning: Bool { process.withLock { $0.isRunning } }

    func kill() {
        process.withLock { _ = systemKill($0.processIdentifier, SIGKILL) }
    }

    /// Runs a program to its end.
    static func run(_ name: String, _ arguments: [String]) async throws {
        let program = try Program(name, arguments)
        guard await eventually(within: .seconds(20), { !program.isRunning }) else { throw CancellationError() }
    }
}

private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 {
    kill(process, signal)
}

/// A folder for the files of one test.
struct Workshop {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "transport-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }

    /// Makes a key and a certificate that vouches for itself, for these names.
    func makeCertificate(for names: String, isExpired: Bool = false) async throws -> Certificate {
        let certificate = Certificate(key: "\(path)/key.pem", chain: "\(path)/chain.pem")
        try write(
            """
            [ca]
            default_ca = own
            [own]
            database = \(path)/index
            serial = \(path)/serial
            new_certs_dir = \(path)
            default_md = sha256
            policy = names
            x509_extensions = server
            [names]
            commonName = supplied
            [server]
            subjectAltName = \(names)
            [req]
            distinguished_name = subject
            [subject]

            """, to: "openssl.conf")
        try write("", to: "index")
        try write("01\n", to: "serial")
        let settings = ["-config", "\(path)/openssl.conf"]
        let request = "\(path)/request.pem"
        try await Program.run(
            "openssl",
            ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"] + settings
                + ["-subj", "/CN=transport test", "-keyout", certificate.key, "-out", request])
        try await Program.run(
            "openssl",
            ["ca", "-batch", "-notext", "-selfsign", "-keyfile", certificate.key] + settings
                + ["-startdate", "20200101000000Z", "-enddate", isExpired ? "20200102000000Z" : "20991231000000Z"]
                + ["-in", request, "-out", certificate.chain])
        try #require(FileManager.default.fileExists(atPath: certificate.chain), "openssl made no certificate")
        return certificate
    }

    struct Certificate {
        let key: String
        let chain: String
    }

    /// A port that nobody listens on, unless somebody takes it meanwhile.
    static func freePort() throws -> Int {
        let (descriptor, port) = try LoopbackServer.listen(backlog: 1)
        close(descriptor)
        return port
    }
}
