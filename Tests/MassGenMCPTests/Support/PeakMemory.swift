import Foundation

/// How much more memory this process has needed at once since this was made, where the system says so.
struct PeakMemory {
    private let before: Int

    init() {
        // Makes the system forget the peak so far.
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
        before = Self.peak
    }

    var megabytes: Int { (Self.peak - before) >> 10 }

    /// In kilobytes.
    private static var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
