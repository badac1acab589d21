import Casework
import Tabular

/// The header rows of a sheet and the form they name.
struct HeaderBlock: Sendable {
  /// Indices into the sheet's rows.
  let rows: Range<Int>
  /// The headers of all columns.
  let labels: [HeaderLabel]
  let binding: FormBinding
  /// How well the headers fit the form.
  let score: BindingScore
  /// How many columns the members inside an applications sheet take.
  let memberColumns: Int
  /// The groups of columns that hold one member each, where there are such.
  let repeated: RepeatedGroups?

  init(
    rows: Range<Int>, labels: [HeaderLabel], vocabulary: FormVocabulary, members: FormVocabulary?
  ) {
    self.rows = rows
    self.labels = labels
    let fit = vocabulary.fit(of: labels, members: members)
    binding = fit.binding
    score = fit.score
    memberColumns = fit.memberColumns
    repeated = fit.repeated
  }
}

/// How the headers of a block fit a form, whatever rows they stand in.
struct HeaderFit: Sendable {
  let binding: FormBinding
  let score: BindingScore
  let memberColumns: Int
  let repeated: RepeatedGroups?

  init(_ labels: [HeaderLabel], vocabulary: FormVocabulary, members: FormVocabulary?) {
    let isOfPersons = vocabulary.form.kind == .applications || vocabulary.form.kind == .members
    let groups = isOfPersons ? members.map { RepeatedGroups(in: labels, members: $0) } : nil
    repeated = groups.flatMap { $0.groups.isEmpty ? nil : $0 }
    let own = repeated.map { groups in
      groups.others + (vocabulary.form.kind == .members ? groups.groups[0].labels : [])
    }
    binding = FormBinding(own ?? labels, to: vocabulary)
    score = binding.score
    memberColumns =
      vocabulary.form.kind != .applications
      ? 0
      : repeated?.groups.map(\.labels.count).reduce(0, +) ?? members.map {
        MemberBlock(in: labels, applications: vocabulary, members: $0).labels.count
      } ?? 0
  }
}

/// What the search for a header found.
enum HeaderSearch {
  case found(HeaderBlock)
  /// Two forms fit the rows of a header equally well.
  case ambiguous(rows: Range<Int>, FormKind, FormKind)
  /// No form fits; the nearest one is named where a header was known at all.
  case unknown(nearest: FormKind?)

  /// The rows of the header, where there is one.
  var rows: Range<Int>? {
    switch self {
    case .found(let block): block.rows
    case .ambiguous(let rows, _, _): rows
    case .unknown: nil
    }
  }
}

extension Sheet {
  /// Looks for the header block in the first rows: the place, depth and form with the best score.
  func searchHeader(in library: FormLibrary) -> HeaderSearch {
    searchHeader(in: library, startingAt: 0..<min(rowCount, 30))
  }

  /// Looks for the best header block among those that start at some rows.
  ///
  /// `name` is the column of a cell that names the table beside it and covers all its rows.
  ///
  /// - Complexity: O(rows looked at × depth × forms × columns).
  func searchHeader(
    in library: FormLibrary, startingAt starts: Range<Int>, beside name: Int? = nil
  ) -> HeaderSearch {
    var best: [FormKind: HeaderBlock] = [:]
    // A header names at least two fields that some form knows; few rows of a sheet do.
    let looked = starts.lowerBound..<min(rowCount, starts.upperBound + 3)
    let known = Dictionary(uniqueKeysWithValues: looked.map { ($0, headersKnown(at: $0, library)) })
    for block in headerBlocks(startingAt: starts, known: known, beside: name) {
      let labels = headerLabels(rows: block)
      for vocabulary in library.vocabularies where vocabulary.knowsTwo(of: labels) {
        let found = HeaderBlock(
          rows: block, labels: labels, vocabulary: vocabulary,
          members: library.vocabulary(of: .members))
        let kind = vocabulary.form.kind
        if best[kind].map(found.fitsBetter(than:)) ?? true { best[kind] = found }
      }
    }
    return decision(among: best)
  }

  /// The blocks of one to three rows that can be a header: a unit line cannot, and cells merged
  /// downwards lie within it.
  ///
  /// `known` tells how many headers of some form stand in each of the rows looked at.
  private func headerBlocks(
    startingAt starts: Range<Int>, known: [Int: Int], beside name: Int?
  ) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    for start in starts where self[start].cells.count >= 2 {
      if RowReading.isUnitLine(texts(ofRow: start)) { continue }
      for end in start + 1...start + 3 where end <= rowCount {
        let isOpen = end < start + 3 && isMergedBeyond(start..<end, beside: name)
        let isFirst = end == start + 1
        // Each further row must name something too, or it is the first row of values.
        guard
          isFirst || isMergedBeyond(start..<(end - 1), beside: name)
            || known[end - 1, default: 0] >= 1
            || isRowOfGroups(end - 1, below: start, known: known),
          isFirst || canContinueHeader(at: end - 1)
        else { break }
        let count = (start..<end).reduce(0) { $0 + known[$1, default: 0] }
        if !isOpen, count >= 2 { blocks.append(start..<end) }
      }
    }
    return blocks
  }

  /// Whether a row that names nothing stands between groups and their leaves, as the middle one of
  /// three header rows does where merges are lost: it begins further right, the leaves below it.
  private func isRowOfGroups(_ index: Int, below start: Int, known: [Int: Int]) -> Bool {
    guard index == start + 1, known[index + 1, default: 0] >= 2, canContinueHeader(at: index + 1)
    else { return false }
    let columns = (start...index + 1).compactMap { row in
      self[row].cells.first { !TextFolding.trimmed(text(of: $0)).isEmpty }?.column
    }
    return columns.count == 3 && columns[0] < columns[1] && columns[1] <= columns[2]
  }

  /// How many headers of some form stand in a row: by themselves, or below what stands above them
  /// (公示时间 over 起 and 止).
  private func headersKnown(at index: Int, _ library: FormLibrary) -> Int {
    let own = texts(ofRow: index).filter { $0.utf8.count <= 120 }
    let known = own.lazy.filter(library.knows).count
    guard known == 0, index > 0, (2...6).contains(own.count), canContinueHeader(at: index) else {
      return known
    }
    let columns = Set(self[index].cells.map(\.column))
    // Most rows looked at hold values: nothing about them is worked out or remembered as of headers.
    return headerParts(rows: max(0, index - 2)..<index + 1).lazy.filter { header in
      header.parts.count > 1 && columns.contains(header.column)
        && library.knows(header.parts.suffix(2).joined(separator: "/"))
    }.count
  }

  private func decision(among best: [FormKind: HeaderBlock]) -> HeaderSearch {
    let ranked = best.values.sorted { left, right in
      left.score != right.score
        ? left.score > right.score
        : left.binding.form.kind.rawValue < right.binding.form.kind.rawValue
    }
    guard let first = ranked.first, first.score.required >= 2 else {
      return .unknown(
        nearest: ranked.first.flatMap { $0.score.bound > 0 ? $0.binding.form.kind : nil })
    }
    // An applications sheet with a members block inside fits both; a list of members has nothing
    // that an application must state beside the applicant's name and number.
    if first.binding.form.kind == .members, let both = best[.applications],
      both.score.required >= max(3, first.score.required)
    {
      return .found(both)
    }
    if let second = ranked.dropFirst().first, second.score == first.score {
      return .ambiguous(
        rows: first.rows, first.binding.form.kind, second.binding.form.kind)
    }
    return .found(first)
  }

  /// Whether a row can be a further header row: words only, no figures.
  func canContinueHeader(at index: Int) -> Bool {
    let texts = self[index].cells.map { TextFolding.narrow(text(of: $0)) }.filter { !$0.isEmpty }
    return !texts.isEmpty
      && texts.allSatisfy { text in
        !(text.unicodeScalars.first?.isDigit ?? false) && text.count <= 30
      }
  }

  /// The labels of all columns under a block of header rows.
  ///
  /// A cell merged across names a group; where merges are lost, as in CSV, a group's name stands
  /// over its first column only and holds for the columns to the right that have a leaf but no
  /// name of their own.
  func headerLabels(rows block: Range<Int>) -> [HeaderLabel] {
    headerParts(rows: block).map { HeaderLabel(column: $0.column, parts: $0.parts) }
  }

  /// The texts of each column under a block of header rows, from the group down to the leaf.
  private func headerParts(rows block: Range<Int>) -> [(column: Int, parts: [String])] {
    let texts = block.map { index in
      Dictionary(
        self[index].cells.map { ($0.column, TextFolding.trimmed(text(of: $0))) },
        uniquingKeysWith: { first, _ in first }
      ).filter { !$0.value.isEmpty }
    }
    let columns = Set(texts.flatMap(\.keys)).sorted()
    return columns.map { ($0, parts(of: $0, in: texts, rows: block)) }
  }

  private func parts(
    of column: Int, in texts: [[Int: String]], rows block: Range<Int>
  ) -> [String] {
    var parts: [String] = []
    for (level, row) in texts.enumerated() {
      if let own = row[column] {
        if parts.last != own { parts.append(own) }
      } else if texts[(level + 1)...].contains(where: { $0[column] != nil }),
        let group = groupName(
          over: column, in: row, below: texts[(level + 1)...],
          row: self[block.lowerBound + level].number)
      {
        parts.append(group)
      }
    }
    return parts
  }

  private func groupName(
    over column: Int, in row: [Int: String], below: ArraySlice<[Int: String]>, row number: Int
  ) -> String? {
    if let merge = merges.first(where: {
      $0.firstRow <= number && number <= $0.lastRow && $0.firstColumn < column
        && column <= $0.lastColumn
    }) {
      return row[merge.firstColumn]
    }
    guard let left = row.keys.filter({ $0 < column }).max(), !isMergedDown(left, from: number),
      (left...column).allSatisfy({ position in below.contains { $0[position] != nil } })
    else { return nil }
    return row[left]
  }

  /// Whether cells of the block are merged with a row below it, which then belongs to the header.
  private func isMergedBeyond(_ block: Range<Int>, beside name: Int?) -> Bool {
    guard block.upperBound < rowCount else { return false }
    let numbers = self[block.lowerBound].number...self[block.upperBound - 1].number
    return merges.contains {
      numbers.contains($0.firstRow) && $0.lastRow >= self[block.upperBound].number
        && $0.firstColumn != name
    }
  }

  private func isMergedDown(_ column: Int, from number: Int) -> Bool {
    merges.contains { $0.firstRow == number && $0.lastRow > number && $0.firstColumn == column }
  }
}

extension HeaderBlock {
  /// More fields found; or as many beside a members block, or fewer of them twice, which a row of
  /// groups or of leaves tells apart; or as many in fewer rows.
  fileprivate func fitsBetter(than other: HeaderBlock) -> Bool {
    if score != other.score { return score > other.score }
    if memberColumns != other.memberColumns { return memberColumns > other.memberColumns }
    let (repeats, others) = (binding.repeated.count, other.binding.repeated.count)
    return repeats != others ? repeats < others : rows.count < other.rows.count
  }
}
