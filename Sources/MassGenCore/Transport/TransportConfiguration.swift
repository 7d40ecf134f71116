/// How a transport connects. Certificates are always verified; nothing here turns that off.
public struct TransportConfiguration: Sendable, Hashable {
    /// A PEM file with certificates to trust, for servers whose authority the system does not know.
    ///
    /// Used in place of the system's bundle file; certificates in the system's directory stay trusted.
    public var customCA: String?
    /// How many bytes of a body wait for their reader before the server is held back.
    public var maxBufferedBytes = 256 * 1024
    /// How many bytes the headers of an answer may have.
    public var maxHeaderBytes = 64 * 1024
    /// How many connections stay open for later requests.
    public var maxIdleConnections = 256
    /// Whether HTTP/2 is used where a server offers it over TLS.
    public var allowsHTTP2 = true
    /// Whether answers may come compressed; the body is handed out decompressed.
    public var acceptsCompression = true
    /// How long a few bytes of a fast stream, of over a hundred pieces in a second, may wait for more of them: readers
    /// are woken once for several events then. Zero hands everything out at once.
    public var collectsFor = Duration.milliseconds(10)
    /// Which addresses may be connected to. Names that a proxy resolves are the proxy's to judge.
    public var reach = Reach.anywhere
    /// Which requests go through a proxy.
    public var proxy = ProxySettings.environment

    /// Makes a configuration with the defaults.
    public init() {}
}
