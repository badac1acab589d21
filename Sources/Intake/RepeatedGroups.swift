import Casework

/// The groups of columns of a header that hold one household member each, side by side.
///
/// 成员1姓名, 成员1年收入, 成员2姓名 …; 成员1 over 姓名, 关系, 年收入; 姓名1, 关系1, 姓名2 …; 配偶姓名; or
/// the same headers 姓名, 关系 once and once more. Each group becomes a member's row.
struct RepeatedGroups: Sendable {
  /// The columns of one member.
  struct Group: Sendable {
    /// The columns under their headers without the mark.
    var labels: [HeaderLabel]
    /// What the header says the person is to the applicant.
    var kinship: String?
    /// Whether the person is the applicant, whose name stands in the sheet's own column.
    var isApplicant: Bool { kinship.map(GroupMark.applicantWords.contains) ?? false }
  }

  /// The groups in the order of their first columns; none where no member's is repeated.
  private(set) var groups: [Group] = []
  /// All other columns.
  private(set) var others: [HeaderLabel]

  init(in all: [HeaderLabel], members: FormVocabulary) {
    others = all
    let marked = all.compactMap { label in GroupMark.of(label.words).map { (label, $0) } }
    let taken =
      marked.isEmpty ? Self.unnumbered(all, members) : Self.numbered(marked, members)
    let named = taken.filter { group in
      group.isApplicant
        || group.labels.contains { label in
          members.candidates(for: label).contains { $0 == .memberName || $0 == .memberId }
        }
    }
    // The applicant's own income makes a member's row only beside other members, and the name of a
    // spouse alone, without income, is no list of who lives together.
    let ofOthers = named.filter { !$0.isApplicant }
    guard ofOthers.contains(where: { $0.kinship == nil || $0.statesIncome(members) }) else {
      return
    }
    groups = named.sorted { $0.start < $1.start }
    let columns = Set(groups.flatMap { $0.labels.map(\.column) })
    others = all.filter { !columns.contains($0.column) }
  }

  private static func numbered(
    _ marked: [(label: HeaderLabel, mark: GroupMark)], _ members: FormVocabulary
  ) -> [Group] {
    let bare = marked.filter(\.mark.isBareNumber)
    // 电话1 and 电话2 are no members: a bare number needs a member's name that is numbered twice.
    let names = bare.filter { _, mark in
      members.candidates(for: HeaderLabel(column: 0, words: mark.words)).contains(.memberName)
    }
    let counted = names.count >= 2 ? marked : marked.filter { !$0.mark.isBareNumber }
    var groups: [GroupMark.Person: Group] = [:]
    for (label, mark) in counted {
      let own = HeaderLabel(column: label.column, words: mark.words)
      let isKnown = !members.candidates(for: own).isEmpty
      if case .relative(let word, _) = mark.person {
        // 父亲姓名 is a member's; 申请人姓名 is the household's key.
        guard isKnown, !GroupMark.applicantWords.contains(word) || own.isOfIncome(members) else {
          continue
        }
        groups[mark.person, default: Group(labels: [], kinship: word)].labels.append(own)
      } else if isKnown || !mark.isBareNumber {
        groups[mark.person, default: Group(labels: [])].labels.append(own)
      }
    }
    return Array(groups.values)
  }

  /// 姓名, 关系, 年收入, 姓名, 关系, 年收入: each name begins the next member's columns.
  private static func unnumbered(
    _ all: [HeaderLabel], _ members: FormVocabulary
  ) -> [Group] {
    let kinship = all.filter { members.candidates(for: $0).contains(.relationship) }
    guard kinship.count >= 2, let key = kinship.first?.leafKey,
      kinship.allSatisfy({ $0.leafKey == key })
    else { return [] }
    guard
      let nameKey = all.last(where: { label in
        label.column < kinship[1].column && label.column > kinship[0].column
          && members.candidates(for: label).contains(.memberName)
      })?.leafKey
        ?? all.first(where: { label in
          members.candidates(for: label).contains(.memberName)
            && label.column > kinship[0].column
        })?.leafKey
    else { return [] }
    let starts = all.indices.filter { all[$0].leafKey == nameKey }
    let first = starts.last { all[$0].column < kinship[0].column }
    guard let first else { return [] }
    let own = starts.filter { $0 >= first }
    let width = own.count > 1 ? own[1] - own[0] : 0
    let repeated = own.filter { start in
      all[start..<min(start + width, all.count)].contains { $0.leafKey == key }
    }
    return repeated.count < 2
      ? [] : repeated.map { Group(labels: Array(all[$0..<min($0 + width, all.count)])) }
  }
}

extension RepeatedGroups.Group {
  /// The group's first column.
  var start: Int { labels.map(\.column).min() ?? 0 }

  fileprivate func statesIncome(_ members: FormVocabulary) -> Bool {
    labels.contains { $0.isOfIncome(members) }
  }
}

extension GroupMark {
  /// The words by which a header means the applicant.
  static let applicantWords: Set<String> = ["申请人本人", "申请人", "本人"]
}

extension HeaderLabel {
  /// Whether the members form reads the column as income, which an applicant states of themselves.
  fileprivate func isOfIncome(_ members: FormVocabulary) -> Bool {
    members.candidates(for: self).contains { field in
      field == .totalIncome || IncomeComponent.allCases.contains { $0.field == field }
    }
  }
}
