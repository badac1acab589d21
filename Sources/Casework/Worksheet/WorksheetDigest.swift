/// The first sixteen bytes of the SHA-256 of a worksheet's bytes: whether a worksheet that was made
/// again is the one a run published.
public struct WorksheetDigest: Hashable, Codable, Sendable, CustomStringConvertible {
  // As two numbers it takes sixteen bytes of a case; as text it would take a hundred.
  private let high: UInt64
  private let low: UInt64

  /// Takes the first sixteen bytes of a digest.
  public init(_ bytes: some Sequence<UInt8>) {
    var halves: [UInt64] = [0, 0]
    for (place, byte) in bytes.prefix(16).enumerated() {
      halves[place / 8] = halves[place / 8] << 8 | UInt64(byte)
    }
    (high, low) = (halves[0], halves[1])
  }

  /// The digest in 32 hexadecimal digits.
  public var description: String { Self.digits(of: high) + Self.digits(of: low) }

  private static func digits(of half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
