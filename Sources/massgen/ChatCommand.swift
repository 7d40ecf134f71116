import Foundation
import MassGenBackends

enum ChatCommand {
    static func run(_ options: inout Options) async { Terminal.fail("not yet") }
}
