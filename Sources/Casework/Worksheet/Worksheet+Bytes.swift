extension Worksheet {
  /// The whole tree as bytes, the same for the same figures, cells and reasons; for its digest.
  public var bytes: [UInt8] {
    var bytes = WorksheetBytes()
    root.append(to: &bytes)
    return bytes.bytes
  }
}

extension WorksheetNode {
  fileprivate func append(to bytes: inout WorksheetBytes) {
    item.append(to: &bytes)
    bytes.add(byte: operation.rawValue)
    bytes.add(byte: counts ? 1 : 0)
    bytes.add(byte: quantity.unit.rawValue)
    bytes.add(quantity.low)
    bytes.add(quantity.high)
    bytes.add(Int64(sources.count))
    for source in sources { bytes.add(source) }
    bytes.add(Int64(notes.count))
    for note in notes { bytes.add(note.rawValue) }
    parameter.append(to: &bytes)
    bytes.add(Int64(parts.count))
    for part in parts { part.append(to: &bytes) }
  }
}

extension WorksheetItem {
  /// The item's number in the bytes; numbers are never given twice.
  private var number: UInt8 {
    switch self {
    case .household: 1
    case .reading: 2
    case .perCapitaActual: 3
    case .perCapitaDisposable: 4
    case .actual: 5
    case .disposable: 6
    case .support: 7
    case .expenditure: 8
    case .size: 9
    case .windowMonths: 10
    case .components: 11
    case .component: 12
    case .ofMembers: 13
    case .member: 14
    case .wholeHousehold: 15
    case .column: 16
    case .incomeItem: 17
    case .receipt: 18
    case .declaredIncome: 19
    case .stated: 20
    case .months: 21
    case .aboutPercent: 22
    case .supportItem: 23
    case .sameBenefit: 24
    case .expenditureType: 25
    case .bill: 26
    case .billed: 27
    case .reimbursed: 28
    case .reimbursedIncome: 29
    case .cap: 30
    case .listedPersons: 31
    case .statedSize: 32
    case .line: 33
    case .limit: 34
    case .margin: 35
    case .distance: 36
    case .adjustment: 37
    case .verified: 38
    case .items: 39
    case .borneOfType: 40
    case .ownTotals: 41
    case .ownTotal: 42
    case .householdColumns: 43
    case .inWindow: 44
    case .windowsPerYear: 45
    case .sharePercent: 46
    case .allowance: 47
    case .allowanceUsed: 48
    case .freeMonths: 49
    case .disregarded: 50
    case .imputedWage: 51
    case .countedPart: 52
    }
  }

  fileprivate func append(to bytes: inout WorksheetBytes) {
    bytes.add(byte: number)
    switch self {
    case .reading(let number): bytes.add(Int64(number))
    case .component(let component), .ofMembers(let component), .column(let component),
      .items(let component):
      bytes.add(byte: UInt8(component.rawValue))
    case .member(let location):
      bytes.add(byte: location == nil ? 0 : 1)
      if let location { bytes.add(location) }
    default: bytes.add(writtenWords)
    }
  }
}

extension WorksheetParameter? {
  fileprivate func append(to bytes: inout WorksheetBytes) {
    switch self {
    case nil: bytes.add(byte: 0)
    case .windowMonths: bytes.add(byte: 1)
    case .unknownComponent(let component):
      bytes.add(byte: 2)
      bytes.add(byte: UInt8(component.rawValue))
    case .unknownAmount: bytes.add(byte: 3)
    case .incomeType(let type):
      bytes.add(byte: 4)
      bytes.add(type)
    case .statusesWithoutIncome: bytes.add(byte: 5)
    case .aboutPercent: bytes.add(byte: 6)
    case .deduction(let type):
      bytes.add(byte: 7)
      bytes.add(type)
    case .notReimbursable: bytes.add(byte: 8)
    case .largestHousehold: bytes.add(byte: 9)
    case .threshold: bytes.add(byte: 10)
    case .deductionPart(let part, let type):
      bytes.add(byte: 11)
      bytes.add(byte: part.rawValue)
      bytes.add(type)
    case .disregard(let part, let type):
      bytes.add(byte: 12)
      bytes.add(byte: part.rawValue)
      bytes.add(type)
    case .imputation: bytes.add(byte: 13)
    }
  }
}

/// Bytes in the order they are written.
private struct WorksheetBytes {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(4_096) }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// A number in eight bytes, the lowest first.
  mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ location: SourceLocation) {
    add(Int64(location.file) << 32 | Int64(location.row))
    add(Int64(location.sheet) << 16 | Int64(location.column))
  }
}
