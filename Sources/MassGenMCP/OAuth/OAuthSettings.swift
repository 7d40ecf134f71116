public import MassGenCore

/// How an authorization is asked for, where a server wants one. The default asks a person in a browser and registers the
/// client by itself, if the authorization server lets it.
public struct OAuthSettings: Sendable, Hashable {
    /// How a token is got.
    public enum Grant: String, Sendable, Hashable {
        /// A person agrees in a browser.
        case authorizationCode
        /// The program has an account of its own: ``OAuthSettings/clientID`` and ``OAuthSettings/clientSecret``.
        case clientCredentials
    }

    /// How a token is got.
    public var grant = Grant.authorizationCode
    /// The client's id, of a client that was registered by hand.
    public var clientID: String?
    /// That client's secret, if it has one.
    public var clientSecret: Secret?
    /// The authorization server that knows that client. With another one it is an error to use it.
    public var issuer: String?
    /// The address of a document that describes the client, to be used as its id where the authorization server takes
    /// that. `https`, with a path.
    public var clientMetadataURL: String?
    /// What to ask for, instead of what the server says is needed.
    public var scopes: [String] = []
    /// The port on this machine that the browser comes back to; any free one when `nil`.
    public var redirectPort: Int?
    /// What the client is called where a person is asked.
    public var clientName = "massgen"
    /// How long a person may take.
    public var patience = Duration.seconds(300)

    /// Makes the default settings.
    public init() {}
}

/// How a person is asked to agree.
///
/// ```swift
/// let presenter = OAuthPresenter.browser { url in print("Visit \(url)") }
/// ```
public struct OAuthPresenter: Sendable {
    /// Where the browser is sent afterwards; a port of this machine when `nil`.
    let redirectURI: String?
    /// Shows the page, and gives the address that was come back to where it is told.
    let present: @Sendable (String) async throws -> String?

    /// Shows a page and leaves the rest to a listener on this machine.
    public static func browser(_ open: @escaping @Sendable (_ url: String) async throws -> Void) -> OAuthPresenter {
        OAuthPresenter(redirectURI: nil) { url in
            try await open(url)
            return nil
        }
    }

    /// Shows a page and gives the whole address that the browser was sent to in the end: for a session of the system
    /// such as ASWebAuthenticationSession.
    public static func session(
        redirectURI: String, _ run: @escaping @Sendable (_ url: String) async throws -> String
    ) -> OAuthPresenter {
        OAuthPresenter(redirectURI: redirectURI) { try await run($0) }
    }

    /// The browser that the system opens addresses with.
    public static let systemBrowser = browser { try await open($0) }

    /// Opens an address as the system does: with `open` on macOS, `xdg-open` elsewhere.
    public static func open(_ url: String) async throws {
        #if os(macOS)
        let opener = "/usr/bin/open"
        #else
        let opener = "xdg-open"
        #endif
        var command = ProcessCommand(opener, [url])
        // The browser stays when what opened it is done.
        command.endsGroup = false
        guard try await SystemLauncher.shared.run(command).exit.isSuccess else {
            throw MCPError(.unauthorized, "the system opens no browser")
        }
    }
}
