import Casework
import TestSupport
import Testing

@testable import Intake

@Suite("Laws of reading cells")
struct ParsingLawTests {
  private func amount(_ text: String) -> MoneyInterval? {
    MoneyText.amount(text, scale: .unsaid)?.amount
  }

  private func anyMoney(_ generator: inout SeededGenerator) -> Money {
    let most = generator.pick([Int64(99), 9_999, 999_999, 99_999_999, 9_999_999_999])
    return Money(fen: Int64.random(in: 0...most, using: &generator))
  }

  @Test("an amount as it is shown reads as itself, with and without a sign")
  func shownMoney() {
    let report = LawReport(drawing: anyMoney) { money, _ in
      amount(money.description) == MoneyInterval(exactly: money)
        && amount((-money).description) == MoneyInterval(exactly: -money)
        && Money(decimalYuan: money.description) == money
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an amount reads the same with thousands, full width, 元 and blanks around it")
  func dressedMoney() {
    let report = LawReport(drawing: anyMoney) { money, generator in
      let plain = money.description
      let text = generator.pick([
        grouped(plain), wide(plain), plain + "元", "¥" + plain, " \(plain) ", grouped(plain) + " 元",
        wide(grouped(plain)) + "元",
      ])
      return amount(text) == MoneyInterval(exactly: money)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an amount in 万元 is ten thousand times the figure, to the fen")
  func tenThousands() {
    let report = LawReport(drawing: anyMoney) { money, _ in
      // Six decimals of 万元 are whole fen.
      let (whole, rest) = money.fen.quotientAndRemainder(dividingBy: 1_000_000)
      let decimals = String(repeating: "0", count: 6 - "\(rest)".count) + "\(rest)"
      return amount("\(whole).\(decimals)万元") == MoneyInterval(exactly: money)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("whole yuan in Chinese numerals of a cheque read as the amount")
  func numerals() {
    let report = LawReport(drawing: { Int64.random(in: 1...99_999_999, using: &$0) }) { yuan, _ in
      amount(capitals(yuan) + "元整") == MoneyInterval(exactly: Money(yuan: yuan))
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a day reads as itself in every form that is not mistakable")
  func days() {
    let report = LawReport(drawing: anyDay) { day, generator in
      let (year, month, date) = (day.year, day.month, day.day)
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let text = generator.pick([
        day.description, "\(year)/\(month)/\(date)", "\(year).\(two(month)).\(two(date))",
        "\(year)年\(month)月\(date)日", "\(year)\(two(month))\(two(date))", wide(day.description),
        "\(year)-\(month)-\(date)", "\(day)T00:00:00.000", "\(year)年\(two(month))月\(two(date))日",
      ])
      return DateText.reading(text) == .date(StatedDate(day))
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("months added and taken away come back, but for the ends of longer months")
  func months() {
    let report = LawReport(drawing: anyDay) { day, generator in
      let count = Int.random(in: 0...400, using: &generator)
      let there = day.adding(months: count)
      let back = there.adding(months: -count)
      return back <= day && (there.day == day.day) == (back == day)
        && day.adding(days: count).dayNumber - day.dayNumber == count
        && CalendarDate(iso: day.description) == day
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a valid number is found, and no other number with one digit changed is valid")
  func identityDigits() {
    let report = LawReport(drawing: anyNumber) { digits, generator in
      guard ResidentIdentityNumber(digits) != nil else { return false }
      var changed = Array(digits)
      let place = Int.random(in: 0..<17, using: &generator)
      let digit = changed[place].wholeNumberValue ?? 0
      changed[place] = Character("\((digit + Int.random(in: 1...9, using: &generator)) % 10)")
      return ResidentIdentityNumber(String(changed)) == nil
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("two neighbouring digits exchanged make a valid number invalid")
  func identityNeighbours() {
    let report = LawReport(drawing: anyNumber) { digits, generator in
      var changed = Array(digits)
      let place = Int.random(in: 0..<16, using: &generator)
      guard changed[place] != changed[place + 1] else { return nil }
      changed.swapAt(place, place + 1)
      return ResidentIdentityNumber(String(changed)) == nil
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a number of fifteen digits is the number of eighteen it was renewed as")
  func fifteenDigits() {
    let report = LawReport(drawing: anyNumber) { digits, _ in
      guard digits.dropFirst(6).hasPrefix("19"), Int(digits.dropFirst(14).prefix(3)) ?? 0 < 996
      else { return nil }
      let old = digits.prefix(6) + digits.dropFirst(8).prefix(9)
      return ResidentIdentityNumber(String(old)) == ResidentIdentityNumber(digits)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("folding a header, a name or a word again changes nothing")
  func folding() {
    let letters = Array("姓名身份證号码 （元/月）﹡＊Ａ1１\n*★()家庭收入·.。")
    let report = LawReport(
      drawing: { generator in
        String((0..<Int.random(in: 1...12, using: &generator)).map { _ in generator.pick(letters) })
      },
      holds: { text, _ in
        [TextFolding.header, TextFolding.name, TextFolding.word, TextFolding.narrow].allSatisfy {
          $0($0(text)) == $0(text)
        }
      })
    #expect(report.isKept, "\(report)")
  }

  private func anyDay(_ generator: inout SeededGenerator) -> CalendarDate {
    CalendarDate(firstOfMonth: 1, year: 1930)
      .adding(days: Int.random(in: 0..<36_000, using: &generator))
  }

  private func anyNumber(_ generator: inout SeededGenerator) -> String {
    let day = anyDay(&generator).description.filter { $0 != "-" }
    let area = generator.pick(["513200", "513221", "513299", "110101"])
    let body = area + day + "\(Int.random(in: 100...999, using: &generator))"
    return "0123456789X".map { body + String($0) }.first { ResidentIdentityNumber($0) != nil }
      ?? body
  }
}

private func wide(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.compactMap { scalar in
        (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) : scalar
      }))
}

private func grouped(_ decimal: String) -> String {
  let parts = decimal.split(separator: ".", maxSplits: 1)
  var text = ""
  for (place, digit) in parts[0].reversed().enumerated() {
    if place > 0, place % 3 == 0 { text = "," + text }
    text = String(digit) + text
  }
  return text + "." + parts[1]
}

/// Whole yuan in capital numerals, written by the rules of 支付结算办法 and not by the generator.
private func capitals(_ yuan: Int64) -> String {
  let digits = Array("零壹贰叁肆伍陆柒捌玖")
  func group(_ number: Int64) -> String {
    var text = ""
    var pendingZero = false
    for (size, name) in [(Int64(1_000), "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = number / size % 10
      if digit == 0 {
        pendingZero = !text.isEmpty
      } else {
        text += (pendingZero ? "零" : "") + String(digits[Int(digit)]) + name
        pendingZero = false
      }
    }
    return text
  }
  let (high, low) = (yuan / 10_000, yuan % 10_000)
  guard high > 0 else { return group(low) }
  guard low > 0 else { return group(high) + "万" }
  return group(high) + "万" + (low < 1_000 ? "零" : "") + group(low)
}
