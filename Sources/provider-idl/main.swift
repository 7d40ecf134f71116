import Foundation
import ProviderGen
import ProviderIDL

let files = CommandLine.arguments.dropFirst().map { SourceFile(path: $0, bytes: Array(FileManager.default.contents(atPath: $0)!)) }
let parsed = files.map { Document.parse($0) }
let checked = Checker.check(parsed.map(\.document))
print(DiagnosticPrinter(files: Array(files)).text(parsed.flatMap(\.diagnostics) + checked.diagnostics))
if checked.diagnostics.isEmpty { for file in Generator.generate(checked.model) { print("=== \(file.name)"); print(file.text) } }
