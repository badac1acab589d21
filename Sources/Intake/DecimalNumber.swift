import Casework

/// A written number, kept digit by digit: `mantissa` × 10^(−`decimals`).
struct DecimalNumber: Equatable {
  private(set) var mantissa: Int64
  private(set) var decimals: Int
  /// The largest place that Chinese numerals named, such as 10 000 for 万; 1 for digits.
  private(set) var largestPlace: Int64 = 1

  static let one = DecimalNumber(mantissa: 1, decimals: 0)

  private init(mantissa: Int64, decimals: Int) {
    self.mantissa = mantissa
    self.decimals = decimals
  }

  /// Reads digits, with grouped thousands and decimals, or Chinese numerals, off the front.
  init?(readingFrom words: inout ArraySlice<Unicode.Scalar>) {
    guard let first = words.first else { return nil }
    if first.isDigit || first == "." {
      guard let number = Self.digits(from: &words) else { return nil }
      self = number
    } else {
      guard let numerals = ChineseNumerals(readingFrom: &words) else { return nil }
      self.init(mantissa: numerals.value, decimals: 0)
      largestPlace = numerals.largestPlace
    }
  }

  private static func digits(from words: inout ArraySlice<Unicode.Scalar>) -> DecimalNumber? {
    var end = words.startIndex
    while end < words.endIndex, words[end].isDigit || ".,，".unicodeScalars.contains(words[end]) {
      end += 1
    }
    let written = words[..<end]
    var exponent = 0
    var rest = words[end...]
    if let power = takeExponent(from: &rest) { exponent = power }
    guard let number = DecimalNumber(written: written), let scaled = number.shifted(by: exponent)
    else { return nil }
    words = rest
    return scaled
  }

  private static func takeExponent(from words: inout ArraySlice<Unicode.Scalar>) -> Int? {
    guard words.first == "e" else { return nil }
    var rest = words.dropFirst()
    let isNegative = rest.first == "-"
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isDigit }
    guard !digits.isEmpty, digits.count <= 3,
      let power = Int(String(String.UnicodeScalarView(digits)))
    else { return nil }
    words = rest.dropFirst(digits.count)
    return isNegative ? -power : power
  }

  /// Reads digits with at most one point; commas must group thousands.
  private init?(written: ArraySlice<Unicode.Scalar>) {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
    guard let lead = groups.first, groups.count == 1 || (1...3).contains(lead.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    var fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.allSatisfy(\.isDigit), !(groups.joined().isEmpty && fraction.isEmpty) else {
      return nil
    }
    while fraction.last == "0" { fraction.removeLast() }
    mantissa = 0
    decimals = fraction.count
    var digits = Array(groups.joined()) + fraction
    Self.snapBinaryTail(&digits, decimals: &decimals)
    guard digits.count - (digits.firstIndex { $0 != "0" } ?? 0) <= 18 else { return nil }
    for digit in digits { mantissa = mantissa * 10 + Int64(digit.value - 0x30) }
  }

  /// Drops the tail that a binary floating-point number leaves behind, as in `3860.1999999999998`.
  ///
  /// Spreadsheets store numbers in binary; from the twelfth decimal on the digits are noise.
  private static func snapBinaryTail(_ digits: inout [Unicode.Scalar], decimals: inout Int) {
    guard decimals >= 9, digits.count >= 15 else { return }
    let kept = digits.count - (decimals - 8)
    let roundsUp = digits[kept].value >= 0x35
    digits.removeLast(digits.count - kept)
    decimals = 8
    var index = digits.count - 1
    while roundsUp, index >= 0 {
      if digits[index] != "9" {
        digits[index] = Unicode.Scalar(UInt8(digits[index].value + 1))
        break
      }
      digits[index] = "0"
      index -= 1
    }
    if roundsUp, index < 0 { digits.insert("1", at: 0) }
    while decimals > 0, digits.last == "0" {
      digits.removeLast()
      decimals -= 1
    }
  }

  private func shifted(by power: Int) -> DecimalNumber? {
    var shifted = self
    shifted.decimals -= power
    while shifted.decimals < 0 {
      let (product, overflow) = shifted.mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      shifted.mantissa = product
      shifted.decimals += 1
    }
    return shifted
  }

  /// The number of units of 10^`yuanPower` yuan in fen; both neighbours where it is not whole.
  func fen(yuanPower: Int) -> (low: Int64, high: Int64)? {
    var value = mantissa
    var shift = yuanPower + 2 - decimals
    while shift > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
      shift -= 1
    }
    // No mantissa has more than 18 digits, so that a finer step leaves only a part of a fen.
    if shift < -18 { return (0, value == 0 ? 0 : 1) }
    var divisor = Int64(1)
    while shift < 0 {
      divisor *= 10
      shift += 1
    }
    let (whole, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return (whole, rest == 0 ? whole : whole + 1)
  }

  /// How much more 余 behind the digits can mean: one step of the last digit that is not zero.
  func openStep(yuanPower: Int) -> Int64? {
    var step = DecimalNumber(mantissa: 1, decimals: decimals)
    var rest = mantissa
    while rest != 0, rest % 10 == 0 {
      rest /= 10
      step.mantissa *= 10
    }
    return step.fen(yuanPower: yuanPower)?.high
  }
}

extension Unicode.Scalar {
  /// Whether this is one of the ASCII digits.
  var isDigit: Bool { (0x30...0x39).contains(value) }
}
