import ProviderIDL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `import models`: price files brought in step with a catalogue.
struct ImportCommand {
    let path: String
    var provider: String?
    var catalogueIDs: [String] = []
    var title: String?
    var checked: String?
    var formerUntil: String?
    var isVerifying = false

    func run(folders: [String]) {
        guard let catalogue = Catalogue(Files.read(path)) else {
            fail(
                "'\(path)' is no catalogue of models: known are the project's own format, LiteLLM's, models.dev's and genai-prices'"
            )
        }
        let sources = Files.idl(folders).map { SourceFile(path: $0, bytes: Files.read($0)) }
        let documents = sources.map { Document.parse($0).document }
        let providers = Set(documents.flatMap(\.providers).map(\.name.text))
        var lists: [(prices: PricesSyntax, file: SourceFile)] = []
        for (document, source) in zip(documents, sources) {
            lists += document.prices.map { ($0, source) }
        }
        var stale: [String] = []
        func write(_ file: PriceFile, into source: SourceFile?, at path: String) {
            let (text, onlyHere) = file.merged(catalogue, into: source)
            let isNew = source.map { Array(text.utf8) != $0.bytes } ?? true
            if isVerifying {
                if isNew { stale.append(path) }
            } else {
                Files.write(text, to: path)
            }
            if !onlyHere.isEmpty {
                complain("\(path): the catalogue does not list \(onlyHere.joined(separator: ", "))")
            }
        }
        let wanted = lists.filter { provider == nil || $0.prices.provider.text == provider }
        for (prices, source) in wanted {
            let own = prices.catalogueIDs.map(\.text) + (provider == nil ? [] : catalogueIDs)
            let file = PriceFile(
                list: prices.provider.text,
                title: prices.title?.text,
                catalogueIDs: own, checked: day(of: catalogue), formerUntil: formerUntil)
            write(file, into: source, at: source.path)
        }
        if let provider, wanted.isEmpty {
            let known = Set(catalogue.providers)
            guard !known.isDisjoint(with: [provider] + catalogueIDs) else {
                fail(
                    "the catalogue has no '\(provider)'; name what it calls it with --catalogue: \(known.sorted().joined(separator: ", "))"
                )
            }
            let file = PriceFile(
                list: provider, title: providers.contains(provider) ? nil : title ?? provider,
                catalogueIDs: catalogueIDs, checked: day(of: catalogue))
            let own = documents.first { $0.providers.contains { $0.name.text == provider } }?.path
            let name = own.flatMap { $0.split(separator: "/").last.map(String.init) }
            write(file, into: nil, at: "\(folders[0])/Prices/\(name ?? "\(provider).idl")")
        }
        if !stale.isEmpty { fail("not in step with '\(path)': \(stale.joined(separator: ", "))") }
    }

    /// The day the catalogue says, or today.
    private func day(of catalogue: Catalogue) -> String {
        checked ?? catalogue.date ?? String(Date.now.ISO8601Format().prefix(10))
    }
}
