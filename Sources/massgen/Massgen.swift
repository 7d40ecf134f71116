import Foundation
import MassGenBackends

/// The command line. Each command reads its arguments, does one thing with the library and prints it.
@main
struct Massgen {
    static let version = "0.1.0"

    static let usage = """
        usage: massgen COMMAND …

          chat [PROMPT]     streams an answer; a conversation without PROMPT
              --provider P --wire W --model M --base-url URL --system S --attach FILE… --effort E --max-tokens N
              --key-file FILE --any-model --json; --tools lets the model call a clock and a calculator,
              --mcp FILE the tools of the MCP servers that a desktop client's "mcpServers" names
          providers         what can be talked to, and which keys are set
          models [FILTER]   models, their limits and prices; --provider P --json; with --live as the provider lists them now
          price             what a usage costs: --provider P --model M --input N --output N
              --cache-read N --cache-write N --cache-write-1h N --reasoning N --searches N
              --batch --service S --region R --at TIME --json
          replay FILE       decodes a captured response as it would come from the network
              --provider P --wire W --status N --model M --chunk N --at TIME --events --json
          render REQUEST    what a request becomes for a provider, without sending it
              --provider P --wire W --model M --stream --json
          convert FILE      a body of one wire as another has it; what is lost goes to standard error
              --from WIRE --to WIRE --kind request|response|stream --model M --strict
          serve             speaks every wire on this machine; a provider answers, or the simulator
              --port N --host 127.0.0.1 --provider P --simulate --key-file FILE
          tokens FILE       about how many tokens a text has
              --vocabulary FILE.tiktoken counts them; --json

        A FILE or PROMPT of - is standard input; --json prints for machines; keys come from the environment or --key-file.
        Exit: 0 done, 1 failed, 2 wrong usage, 130 interrupted.

        example: massgen chat "Why is the sky blue?"
        """

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let command = arguments.first else { Terminal.fail(usage: "no command") }
        var options = Options(arguments.dropFirst())
        switch command {
        case "chat": await ChatCommand.run(&options)
        case "providers": ProvidersCommand.run(&options)
        case "models": await ModelsCommand.run(&options)
        case "price": PriceCommand.run(&options)
        case "replay": ReplayCommand.run(&options)
        case "render": RenderCommand.run(&options)
        case "convert": ConvertCommand.run(&options)
        case "serve": await ServeCommand.run(&options)
        case "tokens": TokensCommand.run(&options)
        case "--help", "-h", "help": print(usage)
        case "--version": print("massgen \(version)")
        default:
            let commands = ["chat", "providers", "models", "price", "replay", "render", "convert", "serve", "tokens"]
            Terminal.fail(usage: "unknown command '\(command)'; known are \(commands.joined(separator: ", "))")
        }
    }
}
