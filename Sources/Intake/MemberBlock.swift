import Casework

/// Finds the columns of a members block inside an applications sheet (contract §1, form members).
///
/// The block is around the column 与申请人关系: the columns under its group header, or, without one,
/// from the member's name on as far as the members form knows the headers.
struct MemberBlock {
  /// The labels of the block; empty where the sheet has none.
  let labels: [HeaderLabel]
  /// The labels of the applicant's own columns.
  let others: [HeaderLabel]

  init(in all: [HeaderLabel], applications: FormVocabulary, members: FormVocabulary) {
    let block = Self.block(in: all, applications: applications, members: members)
    let columns = Set(block.map(\.column))
    let others = all.filter { !columns.contains($0.column) }
    let applicant = FormBinding(others, to: applications)
    // Without an applicant beside the block this is a plain list of members.
    let hasApplicant = [.applicantName, .applicantId].contains { applicant.columns[$0] != nil }
    labels = hasApplicant ? block : []
    self.others = hasApplicant ? others : all
  }

  private static func block(
    in all: [HeaderLabel], applications: FormVocabulary, members: FormVocabulary
  ) -> [HeaderLabel] {
    guard
      let relationship = all.firstIndex(where: {
        members.candidates(for: $0).contains(.relationship)
          && applications.candidates(for: $0).isEmpty
      })
    else { return [] }
    let group = all[relationship].words.groupKey
    let grouped = group.isEmpty ? [] : all.filter { $0.words.groupKey == group }
    if grouped.contains(where: { members.candidates(for: $0).contains(.memberName) }) {
      return grouped
    }
    return run(around: relationship, in: all, members: members)
  }

  private static func run(
    around relationship: Int, in all: [HeaderLabel], members: FormVocabulary
  ) -> [HeaderLabel] {
    guard
      let name = all[...relationship].lastIndex(where: {
        members.candidates(for: $0).contains(.memberName)
      })
    else { return [] }
    let applicantOnly = Field.ofReturns.union([
      .evidence, .remarks, .serialNumber, .submittingUnit,
    ])
    let end = all[relationship...].firstIndex { label in
      !members.candidates(for: label).contains { !applicantOnly.contains($0) }
    }
    return Array(all[name..<(end ?? all.endIndex)])
  }
}
