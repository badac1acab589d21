import Casework

extension DossierView {
  /// The applicant's block: what the applications form states, group by group.
  var applicant: View {
    View([
      "applicantName": .text(result.application.applicantName?.original ?? "—"),
      "groups": .list(FieldGroup.allCases.compactMap(group)),
    ])
  }

  private func group(_ group: FieldGroup) -> View? {
    let record = result.application.record
    let entries = record.stated.filter { FieldGroup(of: $0.field) == group }
    guard !entries.isEmpty else { return nil }
    return View([
      "groupTitle": .text(group.title(in: language)),
      "entries": .list(entries.map { entry($0.field, $0.value, in: record) }),
    ])
  }

  private func entry(_ field: Field, _ value: FieldValue?, in record: FormRecord) -> View {
    let isLong = field == .hardshipStatement || field == .address || field == .evidence
    return View([
      "fieldName": .text(name(of: field, in: language)), "fieldValue": .text(shown(value)),
      "fieldCell": .text(record.cell(of: field).cell), "isLong": .flag(isLong),
    ])
  }

  /// A value in full, or the words for one that could not be read.
  func shown(_ value: FieldValue?) -> String {
    value.map(figures.value) ?? language.text("（无法读取）", "(unreadable)")
  }

  /// The members of the household, or the applicant alone where there is no list.
  var household: View {
    View([
      "size": .text(figures.count(result.household.size)),
      "members": .list(result.household.members.enumerated().map { member($1, number: $0 + 1) }),
    ])
  }

  private func member(_ member: MemberWorksheet, number: Int) -> View {
    let record = member.record
    let birthDate = birthDate(of: record)
    let relationship = record?.choice(.relationship, as: Relationship.self).value
    var view = View([
      "memberNumber": "\(number)", "memberName": .text(memberName(record)),
      "memberID": .text(memberIdentity(record)),
      "relationship": .text(
        relationship.map { title(of: $0, in: language) } ?? (record == nil ? applicantWord : "—")),
      "birthDate": .text(birthDate?.description ?? "—"),
      "age": .text(birthDate?.day.map { "\($0.age(on: result.household.referenceDate))" } ?? ""),
      "living": .text(words(for: member.living)),
      "employment": .text(record?.text(.employment).value ?? "—"),
      "health": .text(record?.text(.health).value ?? "—"),
      "memberCell": .text(record.map { "\($0.location.row)" } ?? ""),
    ])
    view.add(View(texts: componentSums(of: member)))
    return view
  }

  private var applicantWord: String { title(of: Relationship.applicant, in: language) }

  /// The name of a member; of the applicant where the household has no list.
  func memberName(_ record: FormRecord?) -> String {
    guard let record else { return result.application.applicantName?.original ?? "—" }
    return record.name(.memberName).value?.original ?? "—"
  }

  private func memberIdentity(_ record: FormRecord?) -> String {
    let statement =
      record.map { $0.identity(.memberId).value } ?? result.application.applicantIdentity
    return statement.map { figures.value(.identity($0)) } ?? "—"
  }

  private func birthDate(of record: FormRecord?) -> StatedDate? {
    guard let record else { return result.application.birthDate }
    let number = record.identity(.memberId).value?.number
    return record.date(.birthDate).value ?? number.map { StatedDate($0.birthDate) }
  }

  private func words(for living: LivingTogether) -> String {
    switch living {
    case .together: language.text("是", "yes")
    case .apart: language.text("否", "no")
    case .unknown: language.text("不明", "unknown")
    }
  }

  private func componentSums(of member: MemberWorksheet) -> [String: String] {
    var sums: [String: String] = [:]
    for component in IncomeComponent.allCases {
      let lines = member.lines.filter { $0.counts && $0.kind == .component(component) }
      sums[component.slot] = lines.isEmpty ? "—" : figures.yuan(lines.map(\.amount).sum())
    }
    return sums
  }
}

extension IncomeComponent {
  /// The component's name among a template's gaps.
  fileprivate var slot: String {
    switch self {
    case .wage: "wage"
    case .business: "business"
    case .property: "property"
    case .transfer: "transfer"
    }
  }
}
