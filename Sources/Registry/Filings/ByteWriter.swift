/// Bytes of a stored filing as they are written: whole numbers in groups of seven bits, texts with
/// their length before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(bytes more: [UInt8]) { bytes += more }

  mutating func append(unsigned value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(count: Int) { append(unsigned: UInt64(count)) }

  /// A signed number, its sign in the lowest bit, so that small ones of either sign stay short.
  mutating func append(signed value: Int64) {
    append(unsigned: UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  mutating func append(_ text: String) {
    let utf8 = text.utf8
    append(count: utf8.count)
    bytes.append(contentsOf: utf8)
  }
}

/// Reads what `ByteWriter` wrote; anything else is an error, never a crash.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  /// The bytes are not a filing, or only a part of one.
  struct Damage: Error {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws(Damage) -> UInt8 {
    guard place < bytes.count else { throw Damage() }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func unsigned() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw Damage() }
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return value }
      shift += 7
    }
  }

  /// A number of things that each take at least one byte, so never more than bytes are left.
  mutating func count() throws(Damage) -> Int {
    let value = try unsigned()
    guard value <= UInt64(bytes.count - place) else { throw Damage() }
    return Int(value)
  }

  mutating func integer() throws(Damage) -> Int {
    let value = try unsigned()
    guard value <= UInt64(Int.max) else { throw Damage() }
    return Int(value)
  }

  mutating func signed() throws(Damage) -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func text() throws(Damage) -> String {
    let slice = try slice()
    guard let text = String(validating: slice, as: UTF8.self) else { throw Damage() }
    return text
  }

  /// A stretch of bytes with its length before it.
  mutating func slice() throws(Damage) -> ArraySlice<UInt8> {
    let count = try count()
    defer { place += count }
    return bytes[place..<(place + count)]
  }
}
