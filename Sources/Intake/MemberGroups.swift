import Casework

extension RecordReader {
  /// The member of one group of columns in a row, with what the row and the header say of it.
  func member(of row: SheetRow, in form: BoundForm, beside main: FormRecord) -> FormRecord {
    var member = record(
      of: row, form: form, parent: main.form == .applications ? main.location : nil)
    guard let group = form.group else { return member }
    if group.isApplicant {
      // Only where the group states something is there a row of the applicant's own.
      guard member.statesMoreThanZero(beside: main) || !member.stated.isEmpty else { return member }
      if let name = main.name(.applicantName).value { member.enter(.name(name), for: .memberName) }
      if let identity = main.identity(.applicantId).value {
        member.enter(.identity(identity), for: .memberId)
      }
    }
    guard let kinship = group.kinship, member[.relationship].isBlank, form.identifies(member),
      let choice = form.relationship(named: kinship)
    else { return member }
    member.enter(.choice(choice), for: .relationship)
    return member
  }
}

extension FormRecord {
  /// Whether the row says something of its own, which a zero and a household key do not.
  func statesMoreThanZero(beside main: FormRecord) -> Bool {
    stated.contains { field, value in
      if case .stated = main[field], main.form == form { return false }
      if case .money(let amount)? = value { return amount.amount != .zero }
      return true
    }
  }
}

extension BoundForm {
  /// The choice that a word of kinship means.
  fileprivate func relationship(named word: String) -> String? {
    guard let field = form.fields.first(where: { $0.field == .relationship }) else { return nil }
    return field.choices.first { $0.name == word || $0.aliases.contains(word) }?.name
  }
}
