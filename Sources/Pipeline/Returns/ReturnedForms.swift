import Casework
import Intake
import Reporting
import Tabular

/// Takes applications in form layout out of their sheet as they were handed in: of several in one
/// sheet those with something to correct, each with what to do below it.
struct ReturnedForms {
  let rows: ReturnedRows
  let frame: FormFrame

  init(rows: ReturnedRows, frame: FormFrame) {
    self.rows = rows
    self.frame = frame
  }

  private var sheet: Sheet { rows.sheet }

  /// The applications; nil where nothing was found in any.
  var table: ReturnTable? {
    let found = Dictionary(grouping: rows.findings.keys) { frame.block(ofRow: $0) }
    let blocks = frame.blocks.filter { found[$0] != nil }
    guard !blocks.isEmpty else { return nil }
    var returned = ReturnTable(form: rows.table.form, location: rows.table.location, isForm: true)
    let own = blocks.map(\.rows)
    for number in frame.statementRows where !own.contains(where: { $0.contains(number) }) {
      returned.rows.append(row(number))
    }
    for block in blocks { append(block, to: &returned) }
    return returned
  }

  private func append(_ block: FormFrame.Block, to returned: inout ReturnTable) {
    let start = returned.rows.count
    var places: [Int: Int] = [:]
    for number in block.rows where !isAdded(number) {
      places[number] = start + places.count
      returned.rows.append(row(number))
    }
    returned.merges += merges(of: block, at: places)
    returned.rows += footer(of: block)
  }

  private func row(_ number: Int) -> ReturnRow {
    let place = rows.table.location.with(row: number)
    let problems = (rows.findings[number] ?? []).map { finding in
      (finding: finding, column: Int(finding.location?.column ?? 0))
    }
    return ReturnRow(
      cells: rows.cells(ofRow: number, rows.allColumns(ofRow: number)), number: number,
      problems: problems, mark: "", caseID: rows.context.found.caseIDs[place] ?? "")
  }

  /// Whether a row is one that an earlier return sheet added below the form.
  private func isAdded(_ number: Int) -> Bool {
    guard let index = sheet.index(ofRow: number), let first = sheet[index].cells.first else {
      return false
    }
    let text = sheet.text(of: first)
    return Field.ofReturns.contains { label(of: $0) == text }
  }

  /// A field as the forms call it.
  private func label(of field: Field) -> String { name(of: field, in: .simplifiedChinese) }

  /// The merged cells of a block where it stands in the return.
  private func merges(
    of block: FormFrame.Block, at places: [Int: Int]
  ) -> [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] {
    sheet.merges.compactMap { merge in
      guard let first = places[merge.firstRow] else { return nil }
      let last = places[min(merge.lastRow, block.rows.upperBound)] ?? first
      return (
        first...max(first, last), merge.firstColumn...max(merge.firstColumn, merge.lastColumn)
      )
    }
  }

  /// What a form gets below it, label and value as everywhere in it: what is wrong, what to do, and
  /// the mark by which it is known when it comes back.
  private func footer(of block: FormFrame.Block) -> [ReturnRow] {
    let place = block.record.at(column: 0)
    let mark =
      rows.context.tables.marks[place]?.again
      ?? ReturnMark(digest: rows.context.digest, row: place)
    let told = block.rows.flatMap { rows.findings[$0] ?? [] }.map {
      words(for: $0, in: rows.context.language)
    }
    let isOffice = rows.context.unitCode == UnitFindings.office
    let lines: [(Field, String)] =
      (isOffice ? [(.submittingUnit, "")] : [])
      + (block.statesCorrection ? [] : [(.correction, "是")]) + [
        (.returnAction, "改正"), (.returnProblem, told.map(\.message).joinedOnce),
        (.returnAdvice, told.map(\.hint).joinedOnce), (.returnMark, mark.text),
      ]
    return [ReturnRow(cells: [], number: 0, problems: [], mark: "", caseID: "")]
      + lines.map { field, text in
        ReturnRow(
          cells: [label(of: field), text], number: 0, problems: [],
          mark: field == .returnMark ? mark.text : "", caseID: "")
      }
  }
}

extension [String] {
  /// The texts in order, each once, as one.
  fileprivate var joinedOnce: String {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }.joined(separator: "；").replacing("。；", with: "；")
  }
}
