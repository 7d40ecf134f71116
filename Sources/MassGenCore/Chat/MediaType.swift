import Foundation

/// Media types: told from bytes or names, and the short words by which limits name them.
enum MediaType {
    /// The type of bytes by how they begin; plain text where they are text, `nil` where they are nothing known.
    static func sniffed(_ data: Data) -> String? {
        let head = [UInt8](data.prefix(64))
        func has(_ text: String, at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: text.utf8) }
        func begins(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
        if begins(0x89, 0x50, 0x4E, 0x47) { return "image/png" }
        if begins(0xFF, 0xD8, 0xFF) { return "image/jpeg" }
        if has("GIF8") { return "image/gif" }
        if has("RIFF") { return has("WEBP", at: 8) ? "image/webp" : has("WAVE", at: 8) ? "audio/wav" : nil }
        if has("FORM"), has("AIF", at: 8) { return "audio/aiff" }
        if has("ftyp", at: 4) { return container(String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self)) }
        if has("%PDF-") { return "application/pdf" }
        if has("OggS") { return "audio/ogg" }
        if has("fLaC") { return "audio/flac" }
        if begins(0xFF, 0xF1) || begins(0xFF, 0xF9) { return "audio/aac" }
        if has("ID3") || begins(0xFF, 0xFB) || begins(0xFF, 0xF3) || begins(0xFF, 0xF2) { return "audio/mpeg" }
        if begins(0x1A, 0x45, 0xDF, 0xA3) { return "video/webm" }
        if begins(0x49, 0x49, 0x2A, 0) || begins(0x4D, 0x4D, 0, 0x2A) { return "image/tiff" }
        if begins(0x50, 0x4B, 3, 4) { return "application/zip" }
        if has("BM"), data.count > 26, head[6...9].allSatisfy({ $0 == 0 }) { return "image/bmp" }
        return isText(data.prefix(4096), isCut: data.count > 4096) ? "text/plain" : nil
    }

    /// The type that a file's name promises.
    static func named(_ path: String) -> String? {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        return extensions[path[path.index(after: dot)...].lowercased()]
    }

    /// The type of a file's bytes; where they are only text or an archive, its name says more.
    static func of(_ data: Data, named path: String) -> String? {
        let sniffed = sniffed(data)
        guard sniffed == nil || sniffed == "text/plain" || sniffed == "application/zip" else { return sniffed }
        return named(path) ?? sniffed
    }

    /// The short word for a type: `jpeg` for `image/jpeg`, `mp3` for `audio/mpeg`.
    static func word(_ type: String) -> String {
        let name = type.prefix { $0 != ";" }.split(separator: "/").last.map { $0.lowercased() } ?? type
        return words[name] ?? name
    }

    private static func container(_ brand: String) -> String? {
        switch brand {
        case "heic", "heix", "hevc": "image/heic"
        case "mif1", "msf1": "image/heif"
        case "avif", "avis": "image/avif"
        case "M4A ", "M4B ": "audio/mp4"
        case "qt  ": "video/quicktime"
        default: "video/mp4"
        }
    }

    /// Whether bytes are UTF-8 without control characters; where they are cut, a part of a character may be at the end.
    private static func isText(_ data: Data, isCut: Bool) -> Bool {
        guard !data.isEmpty, data.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }) else {
            return false
        }
        return (0...(isCut ? 3 : 0)).contains { String(validating: data.dropLast($0), as: UTF8.self) != nil }
    }

    private static let words = [
        "mpeg": "mp3", "mpeg3": "mp3", "x-mpeg": "mp3", "x-mp3": "mp3", "x-wav": "wav", "wave": "wav",
        "vnd.wave": "wav", "x-m4a": "m4a", "x-flac": "flac", "x-aac": "aac", "x-aiff": "aiff", "jpg": "jpeg",
        "x-pdf": "pdf", "plain": "txt", "markdown": "md",
        "vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
        "vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    ]

    private static let extensions = [
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "heic": "image/heic", "heif": "image/heif", "avif": "image/avif", "bmp": "image/bmp", "tif": "image/tiff",
        "tiff": "image/tiff", "wav": "audio/wav", "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac",
        "ogg": "audio/ogg", "flac": "audio/flac", "aiff": "audio/aiff", "pdf": "application/pdf", "txt": "text/plain",
        "md": "text/markdown", "csv": "text/csv", "html": "text/html", "json": "application/json",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "mp4": "video/mp4", "mov": "video/quicktime", "webm": "video/webm",
    ]
}
