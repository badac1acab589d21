public import Casework

/// What a notice of recipients is about.
public enum RecipientsSubject: Hashable, Sendable {
  /// Proposals that are being publicised.
  case proposals
  /// Recipients who were paid in a year.
  case paid(year: Int)
}

/// `notice/recipients.html` and `notice/proposals.html`: the in-Party notice, masked, with serial
/// numbers for case identifiers.
///
/// Names are masked by ``Masking``; of the cause only its class is shown, and no number of any
/// person (domain.md 6, contract §4).
public func recipientsPage(
  _ recipients: [Recipient], of subject: RecipientsSubject, compiledOn day: CalendarDate,
  language: Language
) throws -> String {
  func word(_ word: ReportWord) -> String { word.text(in: language) }
  let table = recipientsTable(recipients, of: subject, in: language)
  let isProposed = subject == .proposals
  let page = ReportPage(
    title: subject.title(in: language), scope: title(of: NoticeChannel.party, in: language),
    lead: recipients.isEmpty ? word(.noRecipients) : "", warning: word(.inPartyOnly),
    sections: recipients.isEmpty
      ? [] : [ReportSection(title: word(.listTitle), tables: [table])],
    closingLines: isProposed ? [word(.noticePeriod), word(.noticeContact)] : [],
    foot: word(.compiledOn) + " \(day)")
  return try page.html(in: language)
}

/// `notice/recipients.csv` and `notice/proposals.csv`: the rows of the notice.
public func recipientsCSV(_ recipients: [Recipient]) -> [UInt8] {
  csvText(
    header: ["serial", "name_masked", "unit", "category", "cause", "measure", "amount_yuan"],
    rows: recipients.enumerated().map { number, recipient in
      [
        String(number + 1), recipient.maskedName, recipient.unit.name,
        recipient.category?.rawValue ?? "", recipient.cause?.rawValue ?? "",
        recipient.measure.rawValue, recipient.amount.description,
      ]
    })
}

private func recipientsTable(
  _ recipients: [Recipient], of subject: RecipientsSubject, in language: Language
) -> ReportTable {
  let isProposed = subject == .proposals
  let columns: [ReportWord] = [
    .serial, .maskedName, .unit, .category, .causeClass,
    isProposed ? .proposedMeasure : .measure, isProposed ? .proposedAmount : .paidAmount,
  ]
  let rows = recipients.enumerated().map { number, recipient in
    ReportRow(cells: [
      .text(String(number + 1)), .text(recipient.maskedName), .text(recipient.unit.name),
      .text(recipient.category.map { title(of: $0, in: language) } ?? "—"),
      .text(recipient.cause.map { title(of: $0, in: language) } ?? "—"),
      .text(title(of: recipient.measure, in: language)), .amount(recipient.amount),
    ])
  }
  let total = ReportRow(
    cells: [.text(ReportWord.total.text(in: language))]
      + Array(repeating: .text(""), count: columns.count - 2)
      + [.amount(recipients.map(\.amount).reduce(.zero, +))], isSum: true)
  return ReportTable(
    title: ReportWord.listTitle.text(in: language), columns: columns.map { $0.text(in: language) },
    rows: rows + [total])
}

extension RecipientsSubject {
  fileprivate func title(in language: Language) -> String {
    switch self {
    case .proposals: ReportWord.proposalsTitle.text(in: language)
    case .paid(let year): yearTitle(.recipientsTitle, year, language)
    }
  }
}

extension Recipient {
  /// The name as the notice shows it, of a person whose name is pruned too.
  var maskedName: String { name.map { Masking.name($0.original) } ?? "某××" }
}
