/// A positive amount in capital numerals, such as 壹仟肆佰零玖元伍角, after 支付结算办法 annex 1.
func capitalText(_ fen: Int) -> String {
  let yuan = fen / 100
  let tenths = fen / 10 % 10
  let hundredths = fen % 10
  var text = yuan > 0 ? capitalInteger(yuan) + "元" : ""
  if tenths == 0, hundredths == 0 { return text + "整" }
  if tenths > 0 {
    text += capitalDigits[tenths] + "角"
  } else if yuan > 0 {
    text += "零"
  }
  return text + (hundredths > 0 ? capitalDigits[hundredths] + "分" : "")
}

private let capitalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

private func capitalInteger(_ number: Int) -> String {
  let groups = [(100_000_000, "亿"), (10_000, "万"), (1, "")]
  var text = ""
  for (size, name) in groups {
    let group = number / size % 10_000
    guard group > 0 else { continue }
    // A group that does not fill its thousands is read with a zero before it.
    if !text.isEmpty, group < 1000 { text += "零" }
    text += capitalGroup(group) + name
  }
  return text
}

private func capitalGroup(_ group: Int) -> String {
  var text = ""
  var skipped = false
  for (size, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
    let digit = group / size % 10
    if digit == 0 {
      skipped = !text.isEmpty
      continue
    }
    text += (skipped ? "零" : "") + capitalDigits[digit] + name
    skipped = false
  }
  return text
}
