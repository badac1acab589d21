/// An exact amount of money in whole fen (0.01 yuan); never floating point (contract §2).
public struct Money: Hashable, Comparable, Codable, Sendable, AdditiveArithmetic {
  /// The amount in fen; negative for a loss.
  public var fen: Int64

  /// Makes an amount of `fen` hundredths of a yuan.
  public init(fen: Int64) { self.fen = fen }

  /// Makes an amount of whole yuan.
  public init(yuan: Int64) { self.fen = yuan * 100 }

  /// No money at all.
  public static let zero = Money(fen: 0)

  /// Whether one amount is less than another.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// The sum of two amounts.
  public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }

  /// What is left of one amount without the other; negative where the other is more.
  public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }

  /// An amount so many times.
  public static func * (left: Money, right: Int64) -> Money { Money(fen: left.fen * right) }

  /// The amount with the other sign.
  public static prefix func - (amount: Money) -> Money { Money(fen: -amount.fen) }

  /// This amount divided by `divisor`, rounded half away from zero to a fen: for display only.
  ///
  /// - Precondition: `divisor` is positive.
  public func shownShare(of divisor: Int64) -> Money {
    precondition(divisor > 0, "an amount is shared among a positive number of parts")
    let magnitude = (fen.magnitude * 2 + divisor.magnitude) / (divisor.magnitude * 2)
    return Money(fen: fen < 0 ? -Int64(magnitude) : Int64(magnitude))
  }
}

extension Money: CustomStringConvertible {
  /// The amount in yuan with two decimals and no grouping, such as `-1234.50`.
  public var description: String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    return (fen < 0 ? "-" : "") + "\(yuan)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

extension Money {
  /// Reads a plain decimal of yuan with at most two decimals, such as `1380` or `12.50`.
  ///
  /// Returns nil for anything else; this is the form of figures in policy files.
  public init?(decimalYuan text: String) {
    let bytes = text.utf8Span.span
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var point = start
    while point < bytes.count, bytes[point] != UInt8(ascii: ".") { point += 1 }
    guard point - start <= 13, let yuan = decimal(bytes.extracting(start..<point)) else {
      return nil
    }
    var hundredths = Int64(0)
    if point < bytes.count {
      let decimals = bytes.extracting((point + 1)..<bytes.count)
      guard decimals.count <= 2, let written = decimal(decimals) else { return nil }
      hundredths = decimals.count == 1 ? written * 10 : written
    }
    self.init(fen: (isNegative ? -1 : 1) * (yuan * 100 + hundredths))
  }
}

/// The number that ASCII digits write, at most eighteen; nil for none and for anything else.
func decimal(_ bytes: Span<UInt8>) -> Int64? {
  guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
  var value = Int64(0)
  for index in bytes.indices {
    guard isASCIIDigit(bytes[index]) else { return nil }
    value = value * 10 + Int64(bytes[index] - 0x30)
  }
  return value
}

/// Whether a byte is one of the ASCII digits 0 to 9.
package func isASCIIDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
