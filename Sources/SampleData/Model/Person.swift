enum Sex: String, Sendable {
  case male = "男"
  case female = "女"

  var opposite: Sex { self == .male ? .female : .male }
}

/// A fictitious person.
struct Person: Sendable {
  var name: String
  let sex: Sex
  let birthDate: SampleDate
  let identityNumber: String
  let ethnicGroup: String
}

/// The area code of every generated number; no list of area codes contains it.
let sampleAreaCode = "513299"

/// An 18-digit number of GB 11643 with a valid check digit in the unassigned area 513299.
func identityNumber(birthDate: SampleDate, sequence: Int) -> String {
  let (month, day) = (twoDigits(birthDate.month), twoDigits(birthDate.day))
  let birth = "\(birthDate.year)\(month)\(day)"
  let order = sequence < 10 ? "00\(sequence)" : sequence < 100 ? "0\(sequence)" : "\(sequence)"
  let body = sampleAreaCode + birth + order
  return body + String(identityCheckDigit(of: body))
}

/// The check digit of GB 11643 for the first 17 digits.
func identityCheckDigit(of body: String) -> Character {
  let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  var sum = 0
  for (digit, weight) in zip(body.utf8, weights) {
    sum += Int(digit - 48) * weight
  }
  let checks: [Character] = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]
  return checks[sum % 11]
}
