import CLibXML2

/// Small numbers for the names of elements and attributes.
///
/// libxml2 keeps each name once in its dictionary, so a name is known by its address and its
/// letters are compared only when it is met first.
final class XMLNames {
  /// A name and the namespace it stands in, empty where there is none.
  struct Name: Equatable {
    let local: String
    let namespace: String
  }

  private struct Slot {
    var local: UInt = 0
    var namespace: UInt = 0
    var number = 0
  }

  /// The names in the order of their first appearance; a name's number is its index.
  private(set) var list: [Name] = []
  private var slots = [Slot](repeating: Slot(), count: 256)

  func number(
    of local: UnsafePointer<xmlChar>, in namespace: UnsafePointer<xmlChar>?
  ) -> Int {
    let localKey = UInt(bitPattern: local)
    let namespaceKey = UInt(bitPattern: namespace)
    var index = place(localKey, namespaceKey)
    while slots[index].local != 0 {
      if slots[index].local == localKey, slots[index].namespace == namespaceKey {
        return slots[index].number
      }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = Slot(local: localKey, namespace: namespaceKey, number: list.count)
    list.append(
      Name(
        local: String(cString: local), namespace: namespace.map { String(cString: $0) } ?? ""))
    if list.count * 2 > slots.count { grow() }
    return list.count - 1
  }

  private func place(_ local: UInt, _ namespace: UInt) -> Int {
    let mixed = (local ^ (namespace << 3)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
  }

  private func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.local != 0 {
      var index = place(slot.local, slot.namespace)
      while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }
}

/// What names mean to one grammar, looked up once for each name.
struct XMLRoles<Role: Sendable> {
  private var roles: [Role] = []
  private let meaning: @Sendable (XMLNames.Name) -> Role

  init(_ meaning: @escaping @Sendable (XMLNames.Name) -> Role) {
    self.meaning = meaning
  }

  mutating func role(of number: Int, in names: XMLNames) -> Role {
    while roles.count <= number { roles.append(meaning(names.list[roles.count])) }
    return roles[number]
  }
}

/// The attributes of one element, valid while it is being started.
struct XMLAttributes {
  let names: XMLNames
  let count: Int
  /// Five pointers each: local name, prefix, namespace, start and end of the value.
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(
    names: XMLNames, count: Int, pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    self.names = names
    self.count = pointers == nil ? 0 : count
    self.pointers = pointers
  }

  /// The number of the name of the attribute at `index`.
  func name(at index: Int) -> Int {
    guard let pointers, let local = pointers[index * 5] else { return 0 }
    return names.number(of: local, in: pointers[index * 5 + 2])
  }

  /// Calls `body` with the value of the attribute at `index`.
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

  /// The value as a whole number; `Int.max` where it is too large, nil where it is none.
  func integer(at index: Int) -> Int? {
    withValue(at: index) { wholeNumber($0) }
  }

  /// Whether the value is exactly `text`.
  func value(at index: Int, is text: StaticString) -> Bool {
    withValue(at: index) { value in
      guard value.count == text.utf8CodeUnitCount else { return false }
      return value.indices.allSatisfy { value[$0] == text.utf8Start[$0] }
    }
  }
}

/// Reads a whole number with an optional sign; `Int.max` where it is too large, nil if none.
func wholeNumber(_ text: Span<UInt8>) -> Int? {
  var index = 0
  let isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
  if isNegative || !text.isEmpty && text[0] == UInt8(ascii: "+") { index = 1 }
  guard index < text.count else { return nil }
  var value = 0
  while index < text.count {
    guard (0x30...0x39).contains(text[index]) else { return nil }
    let (tens, isHuge) = value.multipliedReportingOverflow(by: 10)
    let (sum, isOver) = tens.addingReportingOverflow(Int(text[index] - 0x30))
    value = isHuge || isOver ? Int.max / 16 : sum
    index += 1
  }
  return isNegative ? -value : value
}
