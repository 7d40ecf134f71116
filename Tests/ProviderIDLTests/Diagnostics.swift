import ProviderIDL

/// The diagnostics of one file, as the cases expect them.
func diagnostics(of file: SourceFile) -> [Diagnostic] {
    Document.parse(file).diagnostics
}
