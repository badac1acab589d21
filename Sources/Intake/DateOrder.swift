import Tabular

extension Sheet {
  /// The order of month and day in columns of dates such as 03/05/2015, where the column proves it.
  ///
  /// A spreadsheet in an English locale writes a whole column in one order: 05/28/2015 in one cell
  /// says that 03/05/2015 in another is 5 March. A column that shows both orders, or neither, proves
  /// nothing.
  func dateOrders(
    ofColumns columns: Set<Int>, below header: Range<Int>
  ) -> [Int: DateText.Convention] {
    guard !columns.isEmpty else { return [:] }
    var orders: [Int: DateText.Convention] = [:]
    var contradicted: Set<Int> = []
    for index in header.upperBound..<max(header.upperBound, rowCount) {
      for cell in self[index].cells where columns.contains(cell.column) {
        guard let order = withUTF8(of: cell, provenOrder) else { continue }
        if orders.updateValue(order, forKey: cell.column) ?? order != order {
          contradicted.insert(cell.column)
        }
      }
    }
    return orders.filter { !contradicted.contains($0.key) }
  }
}

/// The order that a text such as 05/28/2015 can only have; nil for any other text.
private func provenOrder(_ text: Span<UInt8>) -> DateText.Convention? {
  guard text.count >= 8, text[1] == UInt8(ascii: "/") || text[2] == UInt8(ascii: "/") else {
    return nil
  }
  var (numbers, index) = ([0, 0, 0], 0)
  for place in text.indices {
    switch text[place] {
    case 0x30...0x39: numbers[index] = min(numbers[index] * 10 + Int(text[place]) - 0x30, 99_999)
    case UInt8(ascii: "/") where index < 2: index += 1
    // A time of day may follow.
    case 0x20 where index == 2: return order(numbers)
    default: return nil
    }
  }
  return index == 2 ? order(numbers) : nil
}

private func order(_ numbers: [Int]) -> DateText.Convention? {
  guard (1850...2150).contains(numbers[2]) else { return nil }
  switch (numbers[0], numbers[1]) {
  case (1...12, 13...31): return .monthFirst
  case (13...31, 1...12): return .dayFirst
  default: return nil
  }
}
