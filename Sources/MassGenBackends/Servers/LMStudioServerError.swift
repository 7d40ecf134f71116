import Foundation
import MassGenCore

/// Why LM Studio's server could not be managed, and what to do.
public struct LMStudioServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sorts of failure.
    public enum Kind: Sendable, Hashable {
        /// There is no `lms`.
        case notInstalled
        /// `lms` is there and cannot be started.
        case cannotStart
        /// `lms` said no.
        case failed
        /// The server does not answer.
        case notRunning
        /// `lms` said something unexpected: its version may be too new or too old.
        case unreadable
        /// The waiting task was cancelled.
        case cancelled
    }

    /// The sort of failure.
    public var kind: Kind
    /// What happened and what to do, for people.
    public var message: String

    /// Makes an error.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The message.
    public var description: String { message }

    init(_ error: ProcessError) {
        switch error.kind {
        case .cancelled: self.init(.cancelled, error.message)
        case .notFound: self.init(.notInstalled, "\(error.message): install LM Studio, or give the path of lms")
        default: self.init(.cannotStart, error.message)
        }
    }

    /// Throws when `lms` has failed, with the last thing it said.
    static func check(_ exit: ProcessExit, _ arguments: [String], _ said: String) throws(LMStudioServerError) {
        guard !exit.isSuccess else { return }
        let lines = said.split(whereSeparator: \.isNewline).map { $0.withoutEscapes }
        let last = lines.last { $0.contains(where: \.isLetter) } ?? "it said nothing"
        throw LMStudioServerError(
            .failed, "'lms \(arguments.joined(separator: " "))' failed with \(exit.description): \(last)")
    }
}

extension Substring {
    /// The text without what colours it on a terminal.
    fileprivate var withoutEscapes: String {
        var text = ""
        var isEscape = false
        for character in self {
            if character == "\u{1B}" {
                isEscape = true
            } else if !isEscape {
                text.append(character)
            } else if character.isLetter {
                isEscape = false
            }
        }
        return text.trimmingCharacters(in: .whitespaces)
    }
}
