import CLibXML2

/// The name of an element or attribute, by its place in the parser's dictionary.
///
/// libxml2 keeps each name once while it parses, so two names are equal where their addresses are.
struct XMLName {
  let local: UnsafePointer<xmlChar>
  let namespace: UnsafePointer<xmlChar>?

  /// Whether the name is this one, whatever its namespace.
  func isLocal(_ name: StaticString) -> Bool {
    var index = 0
    while index < name.utf8CodeUnitCount {
      guard local[index] == name.utf8Start[index] else { return false }
      index += 1
    }
    return local[index] == 0
  }

  /// The name in letters.
  var spelled: SpelledName {
    SpelledName(
      local: String(cString: local), namespace: namespace.map { String(cString: $0) } ?? "")
  }
}

/// A name in letters; the namespace is empty where there is none.
struct SpelledName: Equatable {
  let local: String
  let namespace: String
}

/// What names mean to one grammar; letters are compared only when a name is met first.
struct XMLRoles<Role> {
  private struct Slot {
    var local: UInt = 0
    var namespace: UInt = 0
    var role: Role?
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0

  /// The role of `name`, decided by `meaning` when the name is new.
  @inline(__always)
  mutating func role(of name: XMLName, _ meaning: (SpelledName) -> Role) -> Role {
    let local = UInt(bitPattern: name.local)
    let namespace = UInt(bitPattern: name.namespace)
    var index = place(local, namespace)
    while slots[index].local != 0 {
      if slots[index].local == local, slots[index].namespace == namespace,
        let role = slots[index].role
      {
        return role
      }
      index = (index + 1) & (slots.count - 1)
    }
    let role = meaning(name.spelled)
    slots[index] = Slot(local: local, namespace: namespace, role: role)
    count += 1
    if count * 2 > slots.count { grow() }
    return role
  }

  @inline(__always)
  private func place(_ local: UInt, _ namespace: UInt) -> Int {
    let mixed = (local ^ (namespace << 3)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.local != 0 {
      var index = place(slot.local, slot.namespace)
      while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }
}

/// The attributes of one element, valid while it is being started.
struct XMLAttributes {
  let count: Int
  /// Five pointers each: local name, prefix, namespace, start and end of the value.
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(count: Int, pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    self.count = pointers == nil ? 0 : count
    self.pointers = pointers
  }

  /// The name of the attribute at `index`.
  @inline(__always)
  func name(at index: Int) -> XMLName? {
    guard let pointers, let local = pointers[index * 5] else { return nil }
    return XMLName(local: local, namespace: pointers[index * 5 + 2])
  }

  /// Calls `body` with the value of the attribute at `index`.
  @inline(__always)
  func withValue<Result>(at index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if let pointers, let start = pointers[index * 5 + 3], let end = pointers[index * 5 + 4] {
      value = UnsafeBufferPointer(start: start, count: end - start)
    }
    return body(value.span)
  }

  /// The value of the attribute at `index` as a string of at most 4,096 bytes.
  func string(at index: Int) -> String {
    withValue(at: index) { value in
      let limit = min(value.count, 4_096)
      let length =
        limit < value.count
        ? characterStart(value, before: limit, in: 0..<value.count) : limit
      return value.extracting(0..<length).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The value as a whole number; a huge one where it is too large, nil where it is none.
  func integer(at index: Int) -> Int? {
    withValue(at: index) { wholeNumber($0) }
  }

  /// Whether the value is exactly `text`.
  @inline(__always)
  func value(at index: Int, is text: StaticString) -> Bool {
    withValue(at: index) { value in
      guard value.count == text.utf8CodeUnitCount else { return false }
      for index in value.indices where value[index] != text.utf8Start[index] { return false }
      return true
    }
  }
}

/// Reads a whole number with an optional sign; a huge one where it is too large, nil if none.
func wholeNumber(_ text: Span<UInt8>) -> Int? {
  let huge = Int.max / 1_000
  var index = 0
  let isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
  if isNegative || !text.isEmpty && text[0] == UInt8(ascii: "+") { index = 1 }
  guard index < text.count else { return nil }
  var value = 0
  while index < text.count {
    guard (0x30...0x39).contains(text[index]) else { return nil }
    value = min(value * 10 + Int(text[index] - 0x30), huge)
    index += 1
  }
  return isNegative ? -value : value
}
