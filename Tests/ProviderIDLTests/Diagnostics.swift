import ProviderIDL

/// The diagnostics of one file, as the cases expect them. No quirk is written by hand here.
func diagnostics(of file: SourceFile) -> [Diagnostic] {
    let (document, found) = Document.parse(file)
    guard found.isEmpty else { return found }
    return Checker.check([document], surroundings: Checker.Surroundings(quirks: [])).diagnostics
}
