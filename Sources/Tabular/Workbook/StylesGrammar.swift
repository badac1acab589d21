/// Reads which cell styles of an XLSX workbook show a number as a date or a time.
final class StylesGrammar: XMLEvents {
  private let limits: TableLimits
  /// What a cell's number means, by the number of its style.
  private(set) var kinds: [NumberFormat] = []
  private var formats: [Int: NumberFormat] = [:]
  private var isInCellStyles = false
  private var depth = 0
  private var depthOfCellStyles = 0

  init(limits: TableLimits) {
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    depth += 1
    switch name.spelled.local {
    case "numFmt":
      try check(formats.count)
      addFormat(attributes)
    case "cellXfs":
      isInCellStyles = true
      depthOfCellStyles = depth
    case "xf" where isInCellStyles:
      try check(kinds.count)
      addStyle(attributes)
    default: break
    }
  }

  func end() {
    if isInCellStyles, depth == depthOfCellStyles { isInCellStyles = false }
    depth -= 1
  }

  /// A style passed over would turn the days of its cells into numbers.
  private func check(_ count: Int) throws(TabularError) {
    guard count < limits.maximumStyles else {
      throw TabularError(.tooLarge, .tooManyStyles, limits.maximumStyles)
    }
  }

  private func addFormat(_ attributes: XMLAttributes) {
    var number: Int?
    var code = ""
    for index in 0..<attributes.count {
      switch attributes.name(at: index)?.spelled.local {
      case "numFmtId": number = attributes.integer(at: index)
      case "formatCode": code = attributes.string(at: index)
      default: break
      }
    }
    guard let number else { return }
    formats[number] = NumberFormat(code: code)
  }

  private func addStyle(_ attributes: XMLAttributes) {
    var number = 0
    for index in 0..<attributes.count {
      if attributes.name(at: index)?.isLocal("numFmtId") == true {
        number = attributes.integer(at: index) ?? 0
      }
    }
    kinds.append(formats[number] ?? NumberFormat(builtIn: number))
  }

  func text(_ bytes: Span<UInt8>) {}
  func finish() {}
}
