/// How long to wait before trying again: longer each time, and never all callers at once.
public struct Backoff: Sendable, Hashable {
    /// The longest first wait.
    public var first = Duration.milliseconds(500)
    /// How many times longer each next wait may be.
    public var growth = 2
    /// The longest wait.
    public var longest = Duration.seconds(30)

    /// Makes the default: half a second, doubling up to 30 s.
    public init() {}

    /// The wait before try number `attempt`, counted from 1 for the first repetition: anything between half of the
    /// longest for that try and all of it.
    /// - Parameter random: from 0 to 1.
    public func wait(before attempt: Int, random: Double = .random(in: 0...1)) -> Duration {
        var wait = min(first, longest)
        for _ in 1..<max(1, min(attempt, 64)) where wait < longest { wait = min(wait * growth, longest) }
        return wait * (0.5 + min(max(random, 0), 1) / 2)
    }
}
