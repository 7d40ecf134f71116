#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Whether a process is there.
func isRunning(_ pid: Int) -> Bool { kill(pid_t(pid), 0) == 0 }
