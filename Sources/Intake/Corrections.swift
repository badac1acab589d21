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
  ///   - strays: The unit's rows that are nobody's.
  ///   - filesByDigest: The places of the unit's files by the short digests that marks name; asked for
  ///     only where there is a mark, as in few units' rows.
  public init(
    _ records: [FormRecord], strays: [StrayRow] = [], filesByDigest: () -> [String: Int]
  ) {
    guard
      records.contains(where: { !$0[.returnMark].isBlank || !$0[.returnAction].isBlank })
        || strays.contains(where: { $0.mark != nil })
    else {
      self.records = records
      return
    }
    let files = filesByDigest()
    let marked = readMarks(of: records, files: files)
    let winners = lastCorrections(among: marked)
    apply(winners, to: records, marked: marked)
    forgetStrays(strays, correcting: winners, files: files)
  }

  /// The records of one form in one row that bears a mark: several where members stand side by side.
  private struct Marked {
    var records: [FormRecord]
    let target: SourceLocation
    let mark: ReturnMark

    var form: FormKind { records[0].form }
    var row: SourceLocation { records[0].location.at(column: 0) }
    var isWithdrawn: Bool { records.contains(where: \.isWithdrawn) }

    func statesSame(as other: Marked) -> Bool {
      records.count == other.records.count
        && zip(records, other.records).allSatisfy {
          $0.statesSame(as: $1, leavingOut: Field.ofReturns)
        }
    }
  }

  /// Where a correction and the rows it competes with belong: a row can hold an applicant and a
  /// member.
  private struct Target: Hashable {
    let row: SourceLocation
    let form: FormKind
  }

  /// One mark among the records of one form in one sheet.
  private struct Sight: Hashable {
    let sheet: SourceLocation
    let mark: ReturnMark
    let form: FormKind
  }

  private mutating func readMarks(of records: [FormRecord], files: [String: Int]) -> [Marked] {
    var seen: [Sight: SourceLocation] = [:]
    var marked: [Marked] = []
    var reported: Set<SourceLocation> = []
    for record in records {
      guard let mark = record.returnMark else { continue }
      let row = record.location.at(column: 0)
      let sight = Sight(sheet: row.startOfSheet, mark: mark, form: record.form)
      guard seen[sight, default: row] == row else {
        if reported.insert(row).inserted, let first = seen[sight] {
          findings.append(
            Finding(.returnMarkRepeated, at: record.location, ["\(first.row)"]))
        }
        continue
      }
      seen[sight] = row
      marks[row] = mark
      guard let target = mark.target(in: files) else {
        if reported.insert(row.startOfSheet).inserted {
          findings.append(Finding(.returnOriginalMissing, at: record.location))
        }
        continue
      }
      if let last = marked.last, last.row == row, last.form == record.form {
        marked[marked.count - 1].records.append(record)
      } else {
        marked.append(Marked(records: [record], target: target, mark: mark))
      }
    }
    return marked
  }

  /// The correction of each row that was returned last; others that differ are told of.
  private mutating func lastCorrections(among marked: [Marked]) -> [Target: Marked] {
    var winners: [Target: Marked] = [:]
    for one in marked {
      let target = Target(row: one.target, form: one.form)
      guard let other = winners[target] else {
        winners[target] = one
        continue
      }
      let isLater = other.mark.generation <= one.mark.generation
      winners[target] = isLater ? one : other
      replacedRows.insert((isLater ? other : one).row)
      guard other.mark.generation == one.mark.generation, !one.statesSame(as: other) else {
        continue
      }
      findings.append(
        Finding(
          .returnCorrectedTwice, at: one.records[0].location,
          ["\(other.records[0].location.cell)"]))
    }
    return winners
  }

  private mutating func apply(
    _ winners: [Target: Marked], to records: [FormRecord], marked: [Marked]
  ) {
    let standing = Set(winners.values.flatMap(\.records).map(\.location))
    var gone = Set(marked.flatMap(\.records).map(\.location)).subtracting(standing)
    let originals = Dictionary(grouping: records) {
      Target(row: $0.location.at(column: 0), form: $0.form)
    }
    for (target, winner) in winners {
      replacedRows.insert(target.row)
      if winner.isWithdrawn { gone.formUnion(winner.records.map(\.location)) }
      guard let original = originals[target] else { continue }
      replacedRows.formUnion(original.flatMap(records.rowsBelow))
      if target.form == .applications, !winner.isWithdrawn {
        corrected[winner.records[0].location] = original[0].location
      } else {
        gone.formUnion(original.map(\.location))
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

  /// Rows that are nobody's count no longer where the applicant above them was corrected, or where a
  /// later version of them came back; each keeps its mark for being returned again.
  private mutating func forgetStrays(
    _ strays: [StrayRow], correcting winners: [Target: Marked], files: [String: Int]
  ) {
    var latest = Dictionary(
      winners.map { ($0.key.row, $0.value.mark.generation) }, uniquingKeysWith: max)
    for stray in strays {
      if let parent = stray.parent, replacedRows.contains(parent.at(column: 0)) {
        replacedRows.insert(stray.location)
      }
      guard let mark = stray.mark else { continue }
      marks[stray.location] = mark
      guard let target = mark.target(in: files) else { continue }
      replacedRows.insert(target)
      latest[target] = max(latest[target] ?? 0, mark.generation)
    }
    for stray in strays {
      guard let mark = stray.mark, let target = mark.target(in: files),
        mark.generation < latest[target] ?? 0
      else { continue }
      replacedRows.insert(stray.location)
    }
  }

  /// What each correction changed, by its place; an application's changes are told when it
  /// supersedes.
  private func notes(
    on winners: [Target: Marked], originals: [Target: [FormRecord]]
  ) -> [SourceLocation: Finding] {
    var notes: [SourceLocation: Finding] = [:]
    for (target, winner) in winners {
      let place = winner.records[0].location
      if winner.isWithdrawn {
        notes[place] = Finding(.returnRowWithdrawn, at: place, [target.row.cell])
      } else if target.form != .applications {
        let earlier = originals[target] ?? []
        // A member more or fewer side by side is a change of the row by itself.
        let others: Set<Field> =
          earlier.isEmpty || earlier.count == winner.records.count ? [] : [.memberName]
        let changed = zip(winner.records, earlier)
          .reduce(into: others) { $0.formUnion($1.0.fieldsChanged(from: $1.1)) }
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

  /// Where the sheet begins in which a place lies.
  fileprivate var startOfSheet: SourceLocation {
    SourceLocation(file: Int(file), sheet: Int(sheet), row: 1, column: 0)
  }
}

extension ReturnMark {
  /// The row that the mark names, where its file is among those known.
  public func target(in files: [String: Int]) -> SourceLocation? {
    files[file].map { SourceLocation(file: $0, sheet: sheet, row: row, column: 0) }
  }
}

extension [FormRecord] {
  /// The rows of the members below an applicant's row, each at its sheet's first column.
  fileprivate func rowsBelow(_ applicant: FormRecord) -> [SourceLocation] {
    guard applicant.form == .applications else { return [] }
    return filter { $0.parent == applicant.location }.map { $0.location.at(column: 0) }
  }
}

extension FormRecord {
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
