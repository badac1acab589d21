/// Reads which cell styles of an XLSX workbook show a number as a date or a time.
final class StylesGrammar: XMLEvents {
  private static let maximumStyles = 100_000

  /// What a cell's number means, by the number of its style.
  private(set) var kinds: [NumberFormat] = []
  private var formats: [Int: NumberFormat] = [:]
  private var isInCellStyles = false
  private var depth = 0
  private var depthOfCellStyles = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    switch name.spelled.local {
    case "numFmt": addFormat(attributes)
    case "cellXfs":
      isInCellStyles = true
      depthOfCellStyles = depth
    case "xf" where isInCellStyles && kinds.count < Self.maximumStyles: addStyle(attributes)
    default: break
    }
  }

  func end() {
    if isInCellStyles, depth == depthOfCellStyles { isInCellStyles = false }
    depth -= 1
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
    guard let number, formats.count < Self.maximumStyles else { return }
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
