#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

/// What the C library does faster than any loop.
extension [UInt8] {
    /// The first place of a byte from `start` on; the end if there is none.
    func place(of byte: UInt8, from start: Int) -> Int {
        guard start < count else { return count }
        if self[start] == byte { return start }
        return withUnsafeBytes { bytes in
            // In bounds by the check above; the pointers do not leave the closure.
            let memory = UnsafeRawBufferPointer(rebasing: bytes[start...])
            guard let first = memory.baseAddress, let found = memchr(first, Int32(byte), memory.count) else {
                return count
            }
            return start + (UnsafeRawPointer(found) - first)
        }
    }

    /// Whether these bytes stand at `start` of others.
    func stand(in bytes: [UInt8], at start: Int) -> Bool {
        precondition(start >= 0)
        guard count <= bytes.count - start else { return false }
        return withUnsafeBytes { wanted in
            bytes.withUnsafeBytes { bytes in
                // In bounds by the check above; empty memory may have no address.
                guard let wanted = wanted.baseAddress, let bytes = bytes.baseAddress else { return true }
                return memcmp(wanted, bytes + start, count) == 0
            }
        }
    }
}
