import ProviderGen
import ProviderIDL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command line of the IDL: arguments, reading, writing, exit codes; nothing else.
@main
struct ProviderIDLTool {
    static let usage = """
        usage: provider-idl COMMAND …

          generate --out DIR [--with PATH]… [--registry NAME] [--import MODULE]… [--quirks DIR] [--verify] PATH…
              writes Swift for every IDL file; --with gives files that are read but not generated, wires for instance;
              --verify writes nothing and fails where DIR is not what would be written
          check [--with PATH]… PATH…
              says all that is wrong; --with gives files that are read along, the library's IDL/Wires for instance
          format [--check] PATH…
              lays files out the common way; --check only says which are not
          diff OLD NEW [--json]
              what differs between two files or folders, by provider and list of prices, as explain has them
          explain PROVIDER [--with PATH]… [PATH…]
              a provider with the lines of its wire merged in
          import models FILE [--provider P] [--catalogue ID]… [--title T] [--checked DATE] [--former DATE] [--verify] [DIR]
              brings the price files in step with a catalogue: the project's own, LiteLLM's price map, models.dev's or
              genai-prices'; with --provider one file, which is made when there is none; --former keeps prices that
              change as those until DATE; --verify writes nothing and fails where a file would change

        A PATH is an IDL file or a folder of them; without one, the folder IDL. Exit: 0 done, 1 failed, 2 wrong usage.

        example: provider-idl check IDL
        """

    static func main() {
        var arguments = Arguments(CommandLine.arguments.dropFirst())
        guard let command = arguments.next() else { fail(usage: "no command") }
        if arguments.asksForHelp {
            print(usage)
            return
        }
        switch command {
        case "generate": generate(&arguments)
        case "check": check(&arguments)
        case "format": format(&arguments)
        case "diff": diff(&arguments)
        case "explain": explain(&arguments)
        case "import": importModels(&arguments)
        case "--help", "-h", "help": print(usage)
        case "--version": print("provider-idl 0.1.0")
        default: fail(usage: "unknown command '\(command)'")
        }
    }

    private static func generate(_ arguments: inout Arguments) {
        var out: String?
        var context: [String] = []
        var imports: [String] = []
        var registry: String? = "Backends"
        var quirks: Set<String>?
        var isVerifying = false
        while let option = arguments.option() {
            switch option {
            case "--out": out = arguments.value(of: option)
            case "--with": context.append(arguments.value(of: option))
            case "--import": imports.append(arguments.value(of: option))
            case "--registry": registry = arguments.value(of: option)
            case "--quirks": quirks = Files.names(in: arguments.value(of: option), suffix: ".swift")
            case "--verify": isVerifying = true
            default: fail(usage: "unknown option '\(option)'")
            }
        }
        guard let out else { fail(usage: "generate needs --out DIR") }
        let own = Files.idl(arguments.paths)
        let model = checked(own, with: Files.idl(context), surroundings: Checker.Surroundings(quirks: quirks))
        let options = Generator.Options(registry: registry == "" ? nil : registry, imports: imports)
        let files = Generator.generate(model, from: own, options: options)
        if isVerifying {
            let stale = Files.differences(in: out, from: files)
            for line in stale { complain(line) }
            if !stale.isEmpty { fail("\(out) is not what the IDL gives: run update-generated and look at the diff") }
            return
        }
        for file in files { Files.write(file.text, to: "\(out)/\(file.name)") }
    }

    private static func check(_ arguments: inout Arguments) {
        let context = context(&arguments)
        _ = checked(Files.idl(arguments.paths), with: Files.idl(context))
    }

    /// What is read along.
    private static func context(_ arguments: inout Arguments) -> [String] {
        var context: [String] = []
        while let option = arguments.option() {
            guard option == "--with" else { fail(usage: "unknown option '\(option)'") }
            context.append(arguments.value(of: option))
        }
        return context
    }

    private static func diff(_ arguments: inout Arguments) {
        var isJSON = false
        func flags() {
            while let option = arguments.option() {
                guard option == "--json" else { fail(usage: "unknown option '\(option)'") }
                isJSON = true
            }
        }
        flags()
        guard let old = arguments.next() else { fail(usage: "diff takes OLD and NEW") }
        flags()
        guard let new = arguments.next() else { fail(usage: "diff takes OLD and NEW") }
        flags()
        if let more = arguments.next() { fail(usage: "diff takes OLD and NEW, not '\(more)'") }
        for difference in differences(from: checked(Files.idl([old])), to: checked(Files.idl([new]))) {
            print(isJSON ? difference.json : difference.text)
        }
    }

    private static func format(_ arguments: inout Arguments) {
        var isChecking = false
        while let option = arguments.option() {
            guard option == "--check" else { fail(usage: "unknown option '\(option)'") }
            isChecking = true
        }
        var failed = false
        for path in Files.idl(arguments.paths) {
            let source = SourceFile(path: path, bytes: Files.read(path))
            let (text, diagnostics) = ProviderIDL.format(source)
            if !diagnostics.isEmpty {
                complain(DiagnosticPrinter(files: [source]).text(diagnostics), terminator: "")
                failed = true
            } else if Array(text.utf8) != source.bytes {
                if isChecking { complain("\(path): not formatted") } else { Files.write(text, to: path) }
                failed = failed || isChecking
            }
        }
        if failed { leave() }
    }

    private static func explain(_ arguments: inout Arguments) {
        guard let name = arguments.next() else { fail(usage: "explain needs a PROVIDER") }
        let context = context(&arguments)
        let model = checked(Files.idl(arguments.paths), with: Files.idl(context))
        let providers = model.providers.filter { $0.name == name }
        guard !providers.isEmpty else {
            let known = Set(model.providers.map(\.name)).sorted()
            fail("no provider '\(name)'; known are \(known.joined(separator: ", "))")
        }
        print(providers.map(explanation).joined(separator: "\n"), terminator: "")
    }

    private static func importModels(_ arguments: inout Arguments) {
        guard arguments.next() == "models", let path = arguments.next() else { fail(usage: "import takes models FILE") }
        var command = ImportCommand(path: path)
        while let option = arguments.option() {
            switch option {
            case "--provider": command.provider = arguments.value(of: option)
            case "--catalogue": command.catalogueIDs.append(arguments.value(of: option))
            case "--title": command.title = arguments.value(of: option)
            case "--checked": command.checked = arguments.value(of: option)
            case "--former": command.formerUntil = arguments.value(of: option)
            case "--verify": command.isVerifying = true
            default: fail(usage: "unknown option '\(option)'")
            }
        }
        command.run(folders: arguments.paths)
    }

    /// Parses and checks; ends the program when there is any error. Files that are only read along were checked where
    /// they are at home.
    private static func checked(
        _ paths: [String], with context: [String] = [], surroundings: Checker.Surroundings = Checker.Surroundings()
    ) -> Model {
        let sources = (context + paths).map { SourceFile(path: $0, bytes: Files.read($0)) }
        let parsed = sources.map(Document.parse)
        var diagnostics = parsed.flatMap(\.diagnostics)
        let (model, findings) = Checker.check(parsed.map(\.document), surroundings: surroundings)
        // In a file that was not understood names are missing, and from a wire they are missed everywhere.
        let broken = Set(diagnostics.map(\.span.path))
        if !parsed.contains(where: { broken.contains($0.document.path) && !$0.document.wires.isEmpty }) {
            diagnostics += findings.filter { !context.contains($0.span.path) && !broken.contains($0.span.path) }
        }
        if !diagnostics.isEmpty {
            complain(DiagnosticPrinter(files: sources).text(diagnostics), terminator: "")
            if diagnostics.contains(where: { $0.severity == .error }) { leave() }
        }
        return model
    }
}

extension Difference {
    fileprivate var text: String {
        ([subject] + removed.map { "  - \($0)" } + added.map { "  + \($0)" }).joined(separator: "\n")
    }

    /// One object on a line.
    fileprivate var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts alone: there is nothing that JSON cannot hold.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
