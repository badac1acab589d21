import Casework

/// Whose facts the columns under a group header hold, such as 离世党员情况 over 姓名 and 性别.
enum PersonRole {
  case applicant, member, deceased, guarantor, contact

  /// The role a folded group header names; nil where it names none (家庭收入, 公示).
  init?(groupKey: String) {
    let named = Self.words.first { _, words in words.contains(where: groupKey.holds) }
    guard let role = named?.role else { return nil }
    self = role
  }

  /// The field of this person's name.
  var name: Field? {
    switch self {
    case .applicant: .applicantName
    case .member: .memberName
    case .deceased: .deceasedMemberName
    case .guarantor: .guarantor
    case .contact: .followUpContact
    }
  }

  /// The field of this person's identity number, where the forms have one.
  var number: Field? {
    switch self {
    case .applicant: .applicantId
    case .member: .memberId
    case .deceased: .deceasedMemberId
    case .guarantor, .contact: nil
    }
  }

  private static let words: [(role: PersonRole, words: [String])] = [
    (.deceased, ["离世", "已故", "去世", "逝者"]), (.member, ["成员"]), (.guarantor, ["担保人"]),
    (.contact, ["联系人"]),
    (.applicant, ["申请人", "申报对象", "申报人", "户主", "基本情况", "基本信息", "个人情况", "个人信息", "本人"]),
  ]
}

extension Field {
  /// Whether the field describes one person, so that the group above its header says whom.
  var describesPerson: Bool {
    switch self {
    case .applicantName, .applicantId, .memberName, .memberId, .sex, .birthDate, .age, .ethnicGroup,
      .phone, .address, .bankAccount, .joinedPartyOn, .partyOrganisation, .employment, .health:
      true
    default: false
    }
  }
}
