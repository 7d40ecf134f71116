import Foundation
import MassGenBackends

/// The command line. Each command reads its arguments, does one thing with the library and prints it.
@main
struct Massgen {
    static let version = "0.1.0"

    static let commands = [
        ChatCommand.command, ProvidersCommand.command, ModelsCommand.command, PriceCommand.command,
        ReplayCommand.command, RenderCommand.command, ConvertCommand.command, ServeCommand.command,
        TokensCommand.command,
    ]

    static var usage: String {
        let width = commands.map(\.head.count).max() ?? 0
        return """
            usage: massgen COMMAND …

            \(commands.map { "  \($0.head.padded(width))  \($0.summary)" }.joined(separator: "\n"))

            massgen COMMAND --help says what it takes. A FILE or PROMPT of - is standard input; --json prints for programs;
            keys come from the environment or --key-file.
            Exit: 0 done, 1 failed, 2 wrong usage, 130 interrupted.

            example: massgen chat "Why is the sky blue?"
            """
    }

    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first else { Terminal.fail(usage: "no command") }
        switch name {
        case "--version": print("massgen \(version)")
        case "--help", "-h": print(usage)
        case "help":
            let topic = arguments.dropFirst().first
            print(topic.map { command($0).usage } ?? usage)
        default:
            let command = command(name)
            await command.run(Options(arguments.dropFirst(), of: command))
        }
    }

    private static func command(_ name: String) -> Command {
        if let command = commands.first(where: { $0.name == name }) { return command }
        Terminal.fail(usage: "unknown command '\(name)'; known are \(commands.map(\.name).joined(separator: ", "))")
    }
}
