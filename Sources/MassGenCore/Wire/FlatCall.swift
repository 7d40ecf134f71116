/// A call on wires that stream the values in its arguments, each with the way to it.
@dynamicMemberLookup
public struct FlatCall: Sendable, Hashable {
    /// The call.
    public var call: ToolCall
    /// What its arguments grow by.
    public var growth: [ArgumentGrowth] = []
    /// Whether more of it follows.
    public var goesOn: Bool?

    /// Makes an empty call, or one that is whole.
    public init(_ call: ToolCall = ToolCall()) { self.call = call }

    /// What the call says.
    public subscript<Value>(dynamicMember member: WritableKeyPath<ToolCall, Value>) -> Value {
        get { call[keyPath: member] }
        set { call[keyPath: member] = newValue }
    }

    /// The piece it is of a call that streams in; `nil` when it is whole. One without a name ends the call before it.
    func piece(signature: String?) -> ToolCallPiece? {
        guard goesOn != nil || !growth.isEmpty || call.name.isEmpty else { return nil }
        var piece = ToolCallPiece(id: call.vendorID, name: call.name)
        piece.growth = growth
        piece.goesOn = goesOn == true
        piece.signature = signature
        return piece
    }
}
