public import Foundation

/// What a server that is a program on this machine gets to know of the environment.
///
/// A program's environment holds everybody's keys. A server gets what programs need in order to run at all, and what its
/// configuration names.
public enum ChildEnvironment {
    /// The variables that every server gets, if they are set.
    public static let inherited = [
        "HOME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "SHELL", "TERM", "TMPDIR", "TZ", "USER",
        "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR",
    ]

    /// The environment of a server.
    /// - Parameters:
    ///   - declared: what its configuration names; stands before what is inherited.
    ///   - environment: where the inherited ones come from.
    public static func allowed(
        plus declared: [String: String] = [:],
        from environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> [String: String] {
        var allowed = environment.filter { name, value in
            // Shells hand on functions as variables whose values begin like this.
            (inherited.contains(name) || name.hasPrefix("LC_")) && !value.hasPrefix("()")
        }
        allowed.merge(declared) { _, declared in declared }
        return allowed
    }
}
