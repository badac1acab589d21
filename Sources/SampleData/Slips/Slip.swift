/// The mistakes a unit makes in the sample; the raw value stands in `truth/slips.csv`.
enum SlipKind: String, CaseIterable, Sendable {
  case idCheckDigit = "id-check-digit"
  case idScientific = "id-scientific"
  case idLibreOffice = "id-scientific-libreoffice"
  case idTrailingZeros = "id-trailing-zeros"
  case idSeventeenDigits = "id-seventeen-digits"
  case idImpossibleBirth = "id-impossible-birth-date"
  case impossibleDate = "impossible-date"
  case letterInAmount = "letter-in-amount"
  case totalDiffers = "declared-total-differs"
  case householdSizeDiffers = "household-size-differs"
  case itemsDifferFromColumn = "items-differ-from-column"
  case wrongScale = "wrong-scale"
  case wrongPeriod = "wrong-period"
  case missingRequired = "missing-required"
  case keyFitsNobody = "key-fits-nobody"
  case repeatedItem = "repeated-item"
  case reimbursementAboveBill = "reimbursement-above-bill"
  case benefitTwice = "benefit-twice"
  case birthDateContradictsID = "birth-date-contradicts-id"
  case unreadableChoice = "unreadable-choice"
  case unreadableFlag = "unreadable-flag"
}

/// What a slip does to its cell.
enum CellEdit: Sendable {
  case text(String)
  case blank
  case value(CellValue)
  /// A letter O where a zero belongs.
  case letterO
  /// Yuan in a column of 万元, or the reverse.
  case otherScale
  /// A monthly figure in an annual column, or the reverse.
  case otherPeriod
  /// The cell is right in itself; what is wrong is that its row is there.
  case keep
}

/// One slip of one application.
struct Slip: Sendable {
  let kind: SlipKind
  let form: Form
  /// The member or item of the application, in the order of its rows in the form.
  let row: Int
  let field: String
  let edit: CellEdit
  /// Whether the truth of figures or outcome no longer follows from the file.
  let damages: Bool

  init(
    _ kind: SlipKind, _ form: Form, row: Int = 0, _ field: String, _ edit: CellEdit,
    damages: Bool = false
  ) {
    self.kind = kind
    self.form = form
    self.row = row
    self.field = field
    self.edit = edit
    self.damages = damages
  }

  var repeatsRow: Bool { kind == .repeatedItem }
}

/// Where a slip has come to stand.
struct PlacedSlip: Sendable {
  let kind: SlipKind
  let file: String
  let sheet: String
  let cell: String
  let field: String
  let applicationNumber: String
}
