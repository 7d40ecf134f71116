/// The members of a JSON object in their order.
///
/// Order is kept but does not count: two objects with the same members are equal.
public struct JSONObject: Sendable {
    /// A member of an object.
    public typealias Element = (key: String, value: JSON)

    private var members: [Element] = []
    /// Where each key is, once there are many.
    private var places: [String: Int] = [:]

    /// How many members are searched one by one.
    private static let linear = 16

    /// Makes an empty object.
    public init() {}

    /// Makes an object of members; of several with one key the last wins, in the place of the first.
    public init(_ members: some Sequence<(key: String, value: JSON)>) {
        self.members.reserveCapacity(members.underestimatedCount)
        for (key, value) in members { self[key] = value }
    }

    /// Makes an object of members as they were read, taking them over as they are if no key comes twice.
    init(read members: [Element]) {
        let isPlain =
            members.count <= Self.linear
            && members.indices.allSatisfy { place in !members[..<place].contains { $0.key == members[place].key } }
        self.init(isPlain ? [] : members)
        if isPlain { self.members = members }
    }

    /// The keys in order.
    public var keys: [String] { members.map(\.key) }
    /// The values in order of their keys.
    public var values: [JSON] { members.map(\.value) }

    /// The value of a key. Setting keeps the place of a key that is there, adds one that is not at the end, and
    /// removes it for `nil`.
    public subscript(key: String) -> JSON? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): append((key, value))
            case (nil, nil): break
            }
        }
    }

    /// The value of a key in the object of another. Setting makes that object, and removes it when it is empty.
    public subscript(key: String, inner: String) -> JSON? {
        get { self[key]?[inner] }
        set {
            var object = self[key]?.object ?? JSONObject()
            object[inner] = newValue
            self[key] = object.isEmpty ? nil : .object(object)
        }
    }

    private func place(of key: String) -> Int? {
        places.isEmpty ? members.firstIndex { $0.key == key } : places[key]
    }

    private mutating func append(_ member: Element) {
        members.append(member)
        if members.count > Self.linear {
            if places.isEmpty { indexKeys() } else { places[member.key] = members.count - 1 }
        }
    }

    private mutating func remove(at place: Int) {
        let isLast = place == members.count - 1
        let member = members.remove(at: place)
        guard !places.isEmpty else { return }
        if isLast { places[member.key] = nil } else { indexKeys() }
    }

    private mutating func indexKeys() {
        places.removeAll(keepingCapacity: true)
        guard members.count > Self.linear else { return }
        for (place, member) in members.enumerated() { places[member.key] = place }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The place of the first member.
    public var startIndex: Int { 0 }
    /// One past the place of the last member.
    public var endIndex: Int { members.count }
    /// The member at a place.
    public subscript(position: Int) -> Element { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object from a literal; of several members with one key the last wins.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(elements.lazy.map { (key: $0, value: $1) })
    }
}

extension JSONObject: Hashable {
    /// Whether two objects have the same members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        for (place, member) in left.members.enumerated() {
            let other = right.members[place]
            if other.key == member.key {
                guard other.value == member.value else { return false }
            } else {
                guard right[member.key] == member.value else { return false }
            }
        }
        return true
    }

    /// Hashes the members, in whatever order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var one = hasher
            one.combine(member.key)
            one.combine(member.value)
            sum ^= one.finalize()
        }
        hasher.combine(members.count)
        hasher.combine(sum)
    }
}

extension JSONObject: CustomStringConvertible {
    /// The compact JSON.
    public var description: String { JSON.object(self).text }
}
