// Whoever imports the backends has the runtime with them.
@_exported public import MassGenCore
