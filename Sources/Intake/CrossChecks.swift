import Casework

/// Checks between the cells of one row: what an identity number or a word of kinship says against
/// the columns beside it. Warnings only, at the dependent cell; nothing is changed.
extension RecordReader {
  /// What disagrees in a row; `kinship` is the relationship as written.
  func crossChecked(_ record: FormRecord, kinship: String? = nil) -> [Finding] {
    guard record.form == .members || record.form == .applications else { return [] }
    let field: Field = record.form == .members ? .memberId : .applicantId
    let number = record.identity(field).value?.number
    var findings: [Finding] = []
    if let number, let birth = record.date(.birthDate).value, !birth.admits(number.birthDate) {
      findings.append(
        Finding(
          .identityBirthDateConflict, at: record.cell(of: .birthDate), field: .birthDate,
          value: birth.description))
    }
    if let number, let sex = record.choice(.sex, as: Sex.self).value, sex != number.sex {
      findings.append(
        Finding(.identitySexConflict, at: record.cell(of: .sex), field: .sex, value: sex.rawValue))
    }
    guard let birth = number?.birthDate ?? record.date(.birthDate).value?.day else {
      return findings + kinshipFindings(record, kinship, sex: statedSex(record, number))
    }
    return findings + ageFindings(record, bornOn: birth)
      + kinshipFindings(record, kinship, sex: statedSex(record, number))
  }

  /// An age is stated some time before the round's day, in full years or, as many count, one or two
  /// more: anything else contradicts the birth.
  private func ageFindings(_ record: FormRecord, bornOn birth: CalendarDate) -> [Finding] {
    let age = birth.age(on: record.date(.applicationDate).value?.day ?? asOf)
    var findings: [Finding] = []
    if let stated = record.count(.age).value, !(age - 1...age + 2).contains(stated) {
      findings.append(
        Finding(
          .ageConflict, at: record.cell(of: .age), field: .age, value: "\(stated)", ["\(age)"]))
    }
    if let category = record.choice(.applicantCategory, as: ApplicantCategory.self).value,
      category == .retired && age < 45 || category == .serving && !(16...70).contains(age)
    {
      findings.append(
        Finding(
          .categoryAgeUnlikely, at: record.cell(of: .applicantCategory),
          field: .applicantCategory, value: category.rawValue, ["\(age)"]))
    }
    return findings
  }

  private func statedSex(_ record: FormRecord, _ number: ResidentIdentityNumber?) -> Sex? {
    number?.sex ?? record.choice(.sex, as: Sex.self).value
  }

  /// 父亲 or 女儿 says a sex, which the choices 父母 and 子女 do not keep.
  private func kinshipFindings(_ record: FormRecord, _ kinship: String?, sex: Sex?) -> [Finding] {
    guard let kinship, let sex, let said = Self.sex(ofKinship: kinship), said != sex else {
      return []
    }
    return [
      Finding(
        .relationshipSexConflict, at: record.cell(of: .relationship), field: .relationship,
        value: kinship)
    ]
  }

  private static let male: Set<String> = [
    "父亲", "父", "爸爸", "丈夫", "夫", "儿子", "长子", "次子", "三子", "独子", "养子", "继子", "子", "岳父", "公公",
    "祖父", "爷爷", "外祖父", "外公", "孙子", "哥哥", "弟弟", "兄", "弟",
  ]
  private static let female: Set<String> = [
    "母亲", "母", "妈妈", "妻子", "妻", "女儿", "长女", "次女", "三女", "独女", "养女", "继女", "女", "岳母", "婆婆",
    "祖母", "奶奶", "外祖母", "外婆", "孙女", "姐姐", "妹妹", "姐", "妹",
  ]

  private static func sex(ofKinship text: String) -> Sex? {
    let word = TextFolding.header(text)
    return male.contains(word) ? .male : female.contains(word) ? .female : nil
  }
}

extension Application {
  /// Members whose dates of birth contradict what they are to the applicant: a parent born later, a
  /// child born earlier.
  var kinshipFindings: [Finding] {
    guard let own = applicantNumber?.birthDate else { return [] }
    return members.compactMap { member in
      guard let kinship = member.choice(.relationship, as: Relationship.self).value,
        let birth = member.identity(.memberId).value?.number?.birthDate
      else { return nil }
      let isImpossible =
        switch kinship {
        case .parent, .grandparent: own <= birth
        case .child, .grandchild: birth <= own
        default: false
        }
      guard isImpossible else { return nil }
      return Finding(
        .relationshipAgeConflict, at: member.cell(of: .relationship), field: .relationship,
        value: kinship.rawValue, [kinship.rawValue])
    }
  }
}
