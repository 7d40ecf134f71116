import ProviderGen

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reading and writing; what cannot be read or written ends the program with a word about it.
enum Files {
    /// The IDL files of paths: folders are searched, in an order that is the same everywhere.
    static func idl(_ paths: [String]) -> [String] {
        var found: [String] = []
        for path in paths {
            guard FileManager.default.fileExists(atPath: path) else { fail("no file '\(path)'") }
            if (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil,
                let names = try? FileManager.default.subpathsOfDirectory(atPath: path)
            {
                found += names.filter { $0.hasSuffix(".idl") }.sorted().map { "\(path)/\($0)" }
            } else {
                found.append(path)
            }
        }
        return found
    }

    /// The names of files in a folder, without the suffix.
    static func names(in folder: String, suffix: String) -> Set<String> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Set(names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) })
    }

    static func read(_ path: String) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { fail("cannot read '\(path)'") }
        return Array(data)
    }

    /// Writes a text, unless the file holds it already: a file that does not change is not compiled anew.
    static func write(_ text: String, to path: String) {
        let bytes = Data(text.utf8)
        guard FileManager.default.contents(atPath: path) != bytes else { return }
        do {
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            fail("cannot write '\(path)': \(error)")
        }
    }

    /// What in a folder is not as it would be written.
    static func differences(in folder: String, from files: [GeneratedFile]) -> [String] {
        var lines: [String] = []
        for file in files {
            let path = "\(folder)/\(file.name)"
            guard let data = FileManager.default.contents(atPath: path) else {
                lines.append("missing: \(path)")
                continue
            }
            if data != Data(file.text.utf8) { lines.append("stale: \(path)") }
        }
        let extra = names(in: folder, suffix: ".swift").subtracting(files.map { String($0.name.dropLast(6)) })
        return lines + extra.sorted().map { "left over: \(folder)/\($0).swift" }
    }
}
