import Casework

/// The bytes of one cell's value: a mark for its type, then the value.
enum FieldValueCoding {
  private enum Mark {
    static let damaged: UInt8 = 0
    static let text: UInt8 = 1
    static let name: UInt8 = 2
    static let sameName: UInt8 = 3
    static let identity: UInt8 = 4
    static let damagedIdentity: UInt8 = 5
    static let day: UInt8 = 6
    static let span: UInt8 = 7
    static let year: UInt8 = 8
    static let amount: UInt8 = 9
    static let interval: UInt8 = 10
    static let count: UInt8 = 11
    static let rate: UInt8 = 12
    static let no: UInt8 = 13
    static let yes: UInt8 = 14
    static let choice: UInt8 = 15
  }

  static func append(_ value: FieldValue?, to bytes: inout ByteWriter) {
    switch value {
    case nil: bytes.append(Mark.damaged)
    case .text(let text): append(text, as: Mark.text, to: &bytes)
    case .choice(let text): append(text, as: Mark.choice, to: &bytes)
    case .name(let name): append(name, to: &bytes)
    case .identity(let statement): append(statement, to: &bytes)
    case .date(let date): append(date, to: &bytes)
    case .money(let amount): append(amount, to: &bytes)
    case .year(let year): append(year, as: Mark.year, to: &bytes)
    case .count(let count): append(count, as: Mark.count, to: &bytes)
    case .rate(let millionths): append(millionths, as: Mark.rate, to: &bytes)
    case .flag(let flag): bytes.append(flag ? Mark.yes : Mark.no)
    }
  }

  static func value(_ bytes: inout ByteReader) throws(ByteReader.Damage) -> FieldValue? {
    let mark = try bytes.byte()
    switch mark {
    case Mark.damaged: return nil
    case Mark.text: return .text(try bytes.text())
    case Mark.choice: return .choice(try bytes.text())
    case Mark.name, Mark.sameName: return .name(try name(&bytes, isSame: mark == Mark.sameName))
    case Mark.identity, Mark.damagedIdentity:
      return .identity(try identity(&bytes, isDamaged: mark == Mark.damagedIdentity))
    case Mark.day, Mark.span: return .date(try date(&bytes, isSpan: mark == Mark.span))
    case Mark.amount, Mark.interval:
      return .money(try amount(&bytes, isInterval: mark == Mark.interval))
    case Mark.year: return .year(try integer(&bytes))
    case Mark.count: return .count(try integer(&bytes))
    case Mark.rate: return .rate(millionths: try integer(&bytes))
    case Mark.no: return .flag(false)
    case Mark.yes: return .flag(true)
    default: throw ByteReader.Damage()
    }
  }

  private static func append(_ text: String, as mark: UInt8, to bytes: inout ByteWriter) {
    bytes.append(mark)
    bytes.append(text)
  }

  private static func append(_ number: Int, as mark: UInt8, to bytes: inout ByteWriter) {
    bytes.append(mark)
    bytes.append(signed: Int64(number))
  }

  private static func integer(_ bytes: inout ByteReader) throws(ByteReader.Damage) -> Int {
    Int(try bytes.signed())
  }
}

extension FieldValueCoding {
  private static func append(_ name: PersonName, to bytes: inout ByteWriter) {
    let isSame = name.original == name.folded
    bytes.append(isSame ? Mark.sameName : Mark.name)
    bytes.append(name.original)
    if !isSame { bytes.append(name.folded) }
  }

  private static func name(
    _ bytes: inout ByteReader, isSame: Bool
  ) throws(ByteReader.Damage) -> PersonName {
    let original = try bytes.text()
    return PersonName(original: original, folded: isSame ? original : try bytes.text())
  }

  private static func append(_ statement: IdentityStatement, to bytes: inout ByteWriter) {
    bytes.append(statement.damage == nil ? Mark.identity : Mark.damagedIdentity)
    bytes.append(statement.survivingDigits)
    if let damage = statement.damage { bytes.append(damage.rawValue) }
  }

  private static func identity(
    _ bytes: inout ByteReader, isDamaged: Bool
  ) throws(ByteReader.Damage) -> IdentityStatement {
    let digits = try bytes.text()
    guard isDamaged else {
      guard let number = ResidentIdentityNumber(digits) else { throw ByteReader.Damage() }
      return IdentityStatement(number)
    }
    guard let damage = IdentityDamage(rawValue: try bytes.text()) else {
      throw ByteReader.Damage()
    }
    return IdentityStatement(damage: damage, survivingDigits: digits)
  }

  private static func append(_ date: StatedDate, to bytes: inout ByteWriter) {
    bytes.append(date.day == nil ? Mark.span : Mark.day)
    append(date.earliest, to: &bytes)
    if date.day == nil { append(date.latest, to: &bytes) }
  }

  private static func append(_ day: CalendarDate, to bytes: inout ByteWriter) {
    bytes.append(count: (day.year * 13 + day.month) * 32 + day.day)
  }

  /// A stated date is a day, a month or a year; the two bounds tell which.
  private static func date(
    _ bytes: inout ByteReader, isSpan: Bool
  ) throws(ByteReader.Damage) -> StatedDate {
    let first = try day(&bytes)
    guard isSpan else { return StatedDate(first) }
    let last = try day(&bytes)
    let stated =
      first.month == last.month
      ? StatedDate(year: first.year, month: first.month) : StatedDate(year: first.year)
    guard let stated, stated.earliest == first, stated.latest == last else {
      throw ByteReader.Damage()
    }
    return stated
  }

  private static func day(_ bytes: inout ByteReader) throws(ByteReader.Damage) -> CalendarDate {
    let number = try bytes.integer()
    let month = number / 32
    guard
      let day = CalendarDate(year: month / 13, month: month % 13, day: number % 32)
    else { throw ByteReader.Damage() }
    return day
  }

  private static func append(_ amount: StatedAmount, to bytes: inout ByteWriter) {
    let period = amount.period.map { periods.firstIndex(of: $0) ?? 0 } ?? periods.count
    let precision = precisions.firstIndex(of: amount.precision) ?? 0
    bytes.append(amount.amount.exact == nil ? Mark.interval : Mark.amount)
    bytes.append(UInt8(period * 8 + precision))
    bytes.append(signed: amount.amount.low.fen)
    if amount.amount.exact == nil { bytes.append(signed: amount.amount.high.fen) }
  }

  private static func amount(
    _ bytes: inout ByteReader, isInterval: Bool
  ) throws(ByteReader.Damage) -> StatedAmount {
    let kind = Int(try bytes.byte())
    guard kind / 8 <= periods.count, kind % 8 < precisions.count else { throw ByteReader.Damage() }
    let low = Money(fen: try bytes.signed())
    let high = isInterval ? Money(fen: try bytes.signed()) : low
    return StatedAmount(
      MoneyInterval(low, high), per: kind / 8 == periods.count ? nil : periods[kind / 8],
      precision: precisions[kind % 8])
  }

  // The order is part of the layout: new ones go to the end.
  private static let periods: [Period] = [.month, .quarter, .year, .once]
  private static let precisions: [Precision] = [.exact, .about, .atLeast, .range, .atMost]
}
