import Casework
import Tabular

/// Tells what became of the headers of a table (issue 6, header matching explained).
struct HeaderTrace {
  private let rows: [Int: Int]
  private let lastRow: Int
  private var matches: [HeaderMatch] = []

  private static let layouts = Memory<[HeaderMatch], HeaderLayout>()

  /// Notes in which row of the header the lowest text of each column stands.
  init(_ sheet: Sheet, header: Range<Int>) {
    var rows: [Int: Int] = [:]
    for index in header {
      for cell in sheet[index].cells { rows[cell.column] = sheet[index].number }
    }
    self.rows = rows
    lastRow = sheet[header.upperBound - 1].number
  }

  /// Adds the columns of one form; `near` are those bound by likeness.
  mutating func add(_ binding: FormBinding, of vocabulary: FormVocabulary, near: Set<Int> = []) {
    for (field, label) in binding.columns {
      let reason = near.contains(label.column) ? .near : vocabulary.reason(label, for: field)
      add(label, field: field, reason, of: vocabulary)
    }
    for (field, labels) in binding.ticks {
      for label in labels.dropFirst() { add(label, field: field, .folded, of: vocabulary) }
    }
    for label in binding.unknown { add(label, field: nil, .unmapped, of: vocabulary) }
    for label in binding.repeated + binding.contested {
      add(label, field: nil, .ambiguous, of: vocabulary)
    }
    for label in binding.ignored { add(label, field: nil, .ignored, of: vocabulary) }
  }

  private mutating func add(
    _ label: HeaderLabel, field: Field?, _ reason: HeaderReason, of vocabulary: FormVocabulary
  ) {
    matches.append(
      HeaderMatch(
        row: rows[label.column] ?? lastRow, column: label.column, text: label.words.joined,
        form: vocabulary.form.kind, field: field, reason: reason,
        yuanPower: label.scale.yuanPower, period: label.scale.period))
  }

  /// The headers in the order of their columns.
  var inOrder: [HeaderMatch] {
    matches.sorted {
      ($0.column, $0.field?.rawValue ?? "") < ($1.column, $1.field?.rawValue ?? "")
    }
  }

  /// The layout, shared with every sheet that has the same.
  var layout: HeaderLayout { Self.layouts.value(for: inOrder, HeaderLayout.init) }
}
