extension JSONObject {
    /// The object with the members of another: objects are merged, of anything else the other's value wins.
    package func merged(with other: JSONObject) -> JSONObject {
        var merged = self
        for (key, value) in other {
            if let inner = value.object, let own = merged[key]?.object {
                merged[key] = .object(own.merged(with: inner))
            } else {
                merged[key] = value
            }
        }
        return merged
    }

    /// The object without the members that say nothing.
    var withoutNulls: JSONObject { JSONObject(filter { !$0.value.isNull }) }

    /// The object without a member.
    public func removing(_ key: String) -> JSONObject {
        var rest = self
        rest[key] = nil
        return rest
    }
}

extension JSONWriter {
    /// Writes an object that is at hand as JSON, with members merged in. What is not touched stays byte for byte.
    mutating func object(_ bytes: [UInt8], merging added: JSONObject) {
        var json = JSONReader(bytes, limits: .none)
        let place = place
        do throws(JSONError) {
            try merge(&json, with: added)
        } catch {
            goBack(to: place)
            value(.object(added))
        }
    }

    private mutating func merge(_ json: inout JSONReader, with added: JSONObject) throws(JSONError) {
        var rest = added
        beginObject()
        try json.beginObject()
        while let next = try json.nextKey() {
            let key = next.string
            self.key(key)
            if let new = rest[key] {
                rest[key] = nil
                if let inner = new.object, try json.peek() == .object {
                    try merge(&json, with: inner)
                } else if let inner = new.object, json.isAtListOfObjects {
                    try mergeFirst(&json, with: inner)
                } else {
                    try json.skip()
                    value(new)
                }
            } else {
                raw(try json.text())
            }
        }
        for (key, new) in rest {
            self.key(key)
            value(new)
        }
        endObject()
    }

    /// An object is merged into the first of a list of objects: lists of one are common.
    private mutating func mergeFirst(_ json: inout JSONReader, with added: JSONObject) throws(JSONError) {
        beginArray()
        try json.beginArray()
        var isFirst = true
        while try json.nextElement() {
            if isFirst, try json.peek() == .object { try merge(&json, with: added) } else { raw(try json.text()) }
            isFirst = false
        }
        endArray()
    }
}

extension JSONReader {
    /// Whether an array comes next whose first element is an object.
    fileprivate var isAtListOfObjects: Bool {
        var ahead = self
        guard (try? ahead.beginArrayIfAny()) == true, (try? ahead.nextElement()) == true else { return false }
        return (try? ahead.peek()) == .object
    }
}
