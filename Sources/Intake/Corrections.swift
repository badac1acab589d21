public import Casework

/// A unit's rows with those of its return sheets in the place of the rows they correct.
public struct Corrections: Sendable {
  /// The rows that stand, corrected ones and applications that are corrected included.
  public private(set) var records: [FormRecord] = []
  /// What was found while rows were replaced.
  public private(set) var findings: [Finding] = []
  /// The rows that no longer count, each at its sheet's first column.
  public private(set) var replacedRows: Set<SourceLocation> = []
  /// The place of the row that an application of a return sheet corrects, by its own place.
  private(set) var corrected: [SourceLocation: SourceLocation] = [:]
  /// The marks that rows bore, by their places at the first column, for returning them again.
  public private(set) var marks: [SourceLocation: ReturnMark] = [:]

  /// Puts corrected rows in the place of those they name by their marks.
  ///
  /// A unit stage. Of several corrections of one row the one that was returned last stands. A mark
  /// that stands twice in one sheet was copied with its row: the second row is a new one.
  ///
  /// - Parameters:
  ///   - records: The unit's rows of all forms, in order of place.
  ///   - files: The places of the unit's files by the short digests that marks name.
  public init(_ records: [FormRecord], files: [String: Int]) {
    guard records.contains(where: { !$0[.returnMark].isBlank || !$0[.returnAction].isBlank })
    else {
      self.records = records
      return
    }
    let marked = readMarks(of: records, files: files)
    let winners = lastCorrections(among: marked)
    apply(winners, to: records, marked: marked)
  }

  private struct Marked {
    let record: FormRecord
    let target: SourceLocation
    let mark: ReturnMark
  }

  /// Where a correction and the rows it competes with belong: a row can hold an applicant and a
  /// member.
  private struct Target: Hashable {
    let row: SourceLocation
    let form: FormKind
  }

  private mutating func readMarks(of records: [FormRecord], files: [String: Int]) -> [Marked] {
    var seen: [String: SourceLocation] = [:]
    var marked: [Marked] = []
    var reported: Set<SourceLocation> = []
    for record in records {
      guard let mark = record.text(.returnMark).value.flatMap(ReturnMark.init) else { continue }
      let sheet = "\(record.location.file)/\(record.location.sheet)/\(mark.text)/\(record.form)"
      if let first = seen[sheet] {
        findings.append(
          Finding(.returnMarkRepeated, at: record.location, ["\(first.row)"]))
        continue
      }
      seen[sheet] = record.location
      marks[record.location.at(column: 0)] = mark
      guard let file = files[mark.file] else {
        let place = SourceLocation(
          file: Int(record.location.file), sheet: Int(record.location.sheet), row: 1, column: 0)
        if reported.insert(place).inserted {
          findings.append(Finding(.returnOriginalMissing, at: record.location))
        }
        continue
      }
      let target = SourceLocation(file: file, sheet: mark.sheet, row: mark.row, column: 0)
      marked.append(Marked(record: record, target: target, mark: mark))
    }
    return marked
  }

  /// The correction of each row that was returned last; others that differ are told of.
  private mutating func lastCorrections(among marked: [Marked]) -> [Target: Marked] {
    var winners: [Target: Marked] = [:]
    for one in marked {
      let target = Target(row: one.target, form: one.record.form)
      guard let other = winners[target] else {
        winners[target] = one
        continue
      }
      let isLater = other.mark.generation <= one.mark.generation
      winners[target] = isLater ? one : other
      guard other.mark.generation == one.mark.generation,
        !one.record.statesSame(as: other.record, leavingOut: Field.ofReturns)
      else { continue }
      findings.append(
        Finding(
          .returnCorrectedTwice, at: one.record.location, ["\(other.record.location.cell)"]))
    }
    return winners
  }

  private mutating func apply(
    _ winners: [Target: Marked], to records: [FormRecord], marked: [Marked]
  ) {
    let standing = Set(winners.values.map(\.record.location))
    var gone = Set(marked.map(\.record.location)).subtracting(standing)
    let originals = Dictionary(
      records.map { (Target(row: $0.location.at(column: 0), form: $0.form), $0) },
      uniquingKeysWith: { first, _ in first })
    for (target, winner) in winners {
      replacedRows.insert(target.row)
      let withdraws = winner.record.isWithdrawn
      if withdraws { gone.insert(winner.record.location) }
      guard let original = originals[target] else { continue }
      replacedRows.formUnion(records.rowsBelow(original))
      if target.form == .applications, !withdraws {
        corrected[winner.record.location] = original.location
      } else {
        gone.insert(original.location)
      }
    }
    let notes = notes(on: winners, originals: originals)
    self.records = records.compactMap { record in
      let isGone = gone.contains(record.location) || record.parent.map(gone.contains) ?? false
      guard !isGone, !(record.isWithdrawn && marks[record.location.at(column: 0)] == nil)
      else { return nil }
      var record = record
      record.remove(Field.ofReturns)
      if record.parent == nil, let note = notes[record.location] { record.findings.append(note) }
      return record
    }
    findings += notes.filter { gone.contains($0.key) }.values.sorted {
      ($0.location ?? .start) < ($1.location ?? .start)
    }
  }

  /// What each correction changed, by its place; an application's changes are told when it
  /// supersedes.
  private func notes(
    on winners: [Target: Marked], originals: [Target: FormRecord]
  ) -> [SourceLocation: Finding] {
    var notes: [SourceLocation: Finding] = [:]
    for (target, winner) in winners {
      let place = winner.record.location
      if winner.record.isWithdrawn {
        notes[place] = Finding(.returnRowWithdrawn, at: place, [target.row.cell])
      } else if target.form != .applications {
        let changed = originals[target].map { winner.record.fieldsChanged(from: $0) } ?? []
        notes[place] = Finding(
          .returnRowCorrected, at: place,
          [target.row.cell, changed.map(\.rawValue).sorted().joined(separator: ";")])
      }
    }
    return notes
  }
}

extension SourceLocation {
  fileprivate static let start = SourceLocation(file: 0, sheet: 0, row: 0, column: 0)
}

extension [FormRecord] {
  /// The rows of the members below an applicant's row, each at its sheet's first column.
  fileprivate func rowsBelow(_ applicant: FormRecord) -> [SourceLocation] {
    guard applicant.form == .applications else { return [] }
    return filter { $0.parent == applicant.location }.map { $0.location.at(column: 0) }
  }
}

extension FormRecord {
  /// Whether a return sheet asks to leave the row out.
  fileprivate var isWithdrawn: Bool {
    if case .stated(.choice("删除")) = self[.returnAction] { true } else { false }
  }

  /// The fields that state another thing in an earlier version of the row.
  func fieldsChanged(from earlier: FormRecord) -> Set<Field> {
    let fields = Set(stated.map(\.field)).union(earlier.stated.map(\.field))
    return fields.subtracting(Field.ofReturns).filter { field in
      switch (self[field], earlier[field]) {
      case (.blank, .blank), (.damaged, .damaged): false
      case (.stated(let one), .stated(let other)): one != other
      default: true
      }
    }
  }
}
