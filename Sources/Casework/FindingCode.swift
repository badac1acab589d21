/// Every finding the program can make, stable for ever: `area.kebab-phrase`.
public enum FindingCode: String, Codable, Sendable, CaseIterable {
  // files and sheets
  case fileUnreadable = "file.unreadable"
  case fileEmpty = "file.empty"
  case fileBinary = "file.binary"
  case fileWorkbookUnsupported = "file.workbook-unsupported"
  case fileDocumentType = "file.document-type-refused"
  case fileMalformedXML = "file.malformed-xml"
  case fileTruncatedXML = "file.truncated-xml"
  case fileUnknownXML = "file.unknown-xml"
  case fileUnknownEncoding = "file.unknown-encoding"
  case fileTooLarge = "file.too-large"
  case fileDamaged = "file.damaged"
  case fileEncrypted = "file.encrypted"
  case fileArchiveBroken = "file.archive-broken"
  case fileArchiveUnsafe = "file.archive-unsafe"
  case fileEncodingDoubtful = "file.encoding-doubtful"
  case sheetHidden = "sheet.hidden"
  case sheetPartsHidden = "sheet.parts-hidden"
  case sheetMisdecoded = "sheet.misdecoded"
  case sheetEmpty = "sheet.empty"
  case sheetUnknownForm = "sheet.unknown-form"
  case sheetAmbiguousForm = "sheet.ambiguous-form"
  case sheetNoHeader = "sheet.no-header"
  case sheetWordsOnly = "sheet.words-only"
  case sheetRowsAbove = "sheet.rows-above-header"
  // headers
  case headerMissingColumn = "header.missing-column"
  case headerUnknown = "header.unknown"
  case headerNear = "header.near"
  case headerRepeated = "header.repeated"
  case mappingInvalid = "mapping.invalid"
  case mappingContested = "mapping.two-headers"
  // rows
  case rowRejected = "row.rejected"
  case totalWrong = "row.wrong-total"
  case unitLineLate = "sheet.unit-line-below"
  // cells
  case cellRequired = "cell.required"
  case cellUnplaced = "cell.unplaced"
  case cellAnotherApplicant = "cell.another-applicant"
  case cellError = "cell.spreadsheet-error"
  case moneyUnreadable = "money.unreadable"
  case moneyApproximate = "money.approximate"
  case moneyNegative = "money.negative"
  case dateUnreadable = "date.unreadable"
  case dateImpossible = "date.impossible"
  case dateAmbiguous = "date.ambiguous"
  case dateImplausible = "date.implausible"
  case countUnreadable = "count.unreadable"
  case rateUnreadable = "rate.unreadable"
  case flagUnreadable = "flag.unreadable"
  case choiceUnknown = "choice.unknown"
  case nameUnreadable = "name.unreadable"
  case nameMarked = "name.inner-blanks"
  case identityScientific = "identity.scientific-notation"
  case identityLostDigits = "identity.lost-digits"
  case identityLength = "identity.wrong-length"
  case identityCharacter = "identity.wrong-character"
  case identityCheck = "identity.wrong-check-character"
  case identityDate = "identity.impossible-birth-date"
  case identityFifteen = "identity.fifteen-digits"
  case identityBirthDateConflict = "identity.birth-date-conflict"
  case identitySexConflict = "identity.sex-conflict"
  case identityCleaned = "identity.cleaned"
  case ageConflict = "age.conflict"
  case relationshipSexConflict = "relationship.sex-conflict"
  case relationshipAgeConflict = "relationship.age-conflict"
  case categoryAgeUnlikely = "category.age-unlikely"
  // units
  case unitUnknown = "unit.not-in-roster"
  case unitMissing = "unit.not-stated"
  case unitDisagreement = "unit.disagreement"
  case unitRepeated = "unit.repeated-in-roster"
  case unitWithoutName = "unit.incomplete-roster-row"
  // applications put together
  case keyMissing = "household-key.missing"
  case keyUnmatched = "household-key.unmatched"
  case keyAmbiguous = "household-key.ambiguous"
  case keyContradicts = "household-key.contradicts"
  case keyFilledDown = "household-key.filled-down"
  case filingSuperseded = "filing.superseded"
  case filingRepeated = "filing.repeated-number"
  case memberRepeated = "member.repeated"
  case memberPossiblyRepeated = "member.possibly-repeated"
  case memberApplicantMissing = "member.applicant-missing"
  case memberApplicantApart = "member.applicant-apart"
  case memberLivingUnknown = "member.living-unknown"
  case memberByPolicy = "member.by-policy"
  case itemRepeated = "item.repeated"
  case itemMemberUnknown = "item.member-unknown"
  // return sheets that come back
  case returnRowCorrected = "return.row-corrected"
  case returnRowWithdrawn = "return.row-withdrawn"
  case returnCorrectedTwice = "return.corrected-twice"
  case returnOriginalMissing = "return.original-missing"
  case returnMarkRepeated = "return.mark-repeated"
  case fileRepeated = "file.repeated"
  case fileMostlyUnreadable = "file.mostly-unreadable"
  // income worksheet
  case sizeConflict = "household-size.conflict"
  case sizeUnknown = "household-size.unknown"
  case sizeImplausible = "household-size.implausible"
  case incomeAssumedZero = "income.assumed-zero"
  case incomeUnknown = "income.unknown"
  case incomeSourcesConflict = "income.sources-conflict"
  case incomeTotalConflict = "income.total-conflict"
  case incomePerCapitaConflict = "income.per-capita-conflict"
  case incomeScaleSuspected = "income.scale-suspected"
  case incomePeriodSuspected = "income.period-suspected"
  case incomePeriodUnknown = "income.period-unknown"
  case incomePeriodConflict = "income.period-conflict"
  case incomeMonthsUnknown = "income.months-unknown"
  case incomeMonthsImplausible = "income.months-implausible"
  case incomeNotIncome = "income.non-income-receipt"
  case incomeDisregarded = "income.disregarded"
  case incomeImputed = "income.imputed"
  case expenditureReimbursedAboveBill = "expenditure.reimbursed-above-bill"
  case expenditureReimbursementBlank = "expenditure.reimbursement-blank"
  case expenditureAmountUnknown = "expenditure.amount-unknown"
  case expenditureNotDeducted = "expenditure.not-deducted"
  case expenditureOutsideWindow = "expenditure.outside-window"
  case expenditureUndated = "expenditure.undated"
  case expenditureCapped = "expenditure.capped"
  case expenditureEvidenceMissing = "expenditure.evidence-missing"
  case supportAmountUnknown = "support.amount-unknown"
  case supportOutsideWindow = "support.outside-window"
  case supportUndated = "support.undated"
  case supportCountedOnce = "support.counted-once"
  case supportPossiblyTwice = "support.possibly-counted-twice"
  case supportAlreadyIncome = "support.already-income"
  // screening
  case applicationDateMissing = "application-date.missing"
  case twoRatesDecide = "threshold.two-rates-decide"
  case previousHelpUnknown = "frequency.no-registry"
  // duplicates
  case duplicatePair = "duplicate.pair"
  case duplicateNoted = "duplicate.noted"
  case verdictUnknownPair = "duplicate.unknown-pair-in-verdict"
  // what people decide, recorded in the registry
  case registryUnknownCase = "registry.unknown-case"
  case registryIllegalStep = "registry.illegal-step"
  case registryNotApproved = "registry.not-approved"
  case registryOverApproved = "registry.more-than-approved"
  case registryNoticeMissing = "registry.notice-missing"
  case registryNoticeRunning = "registry.notice-not-ended"
  case registryPublicMoney = "registry.public-money"
  case registryCaseClosed = "registry.case-closed"
  case registryObjectionOpen = "registry.objection-open"
  case registryNotVerified = "registry.not-verified"
  case registryDuplicateOpen = "registry.duplicate-open"
  case registryCaseMerged = "registry.case-merged"
  case registryDateOrder = "registry.dates-out-of-order"
  case registryAmountWrong = "registry.amount-not-exact"
  case registryVoucherUsed = "registry.voucher-used"
  case registryContradicts = "registry.contradicts-recorded"
  case registryValueMissing = "registry.value-missing"
  case registryAgainstScreening = "registry.against-screening"
  case registryFundOverdrawn = "registry.fund-overdrawn"
  case registryVerifiedDiffers = "registry.verified-figures-differ"
  case registryKnown = "registry.already-recorded"
}

extension FindingCode {
  /// How much a finding of this code matters.
  public var severity: Severity {
    switch self {
    case .sheetHidden, .sheetPartsHidden, .identityFifteen, .identityCleaned, .filingSuperseded,
      .incomeAssumedZero,
      .incomeNotIncome, .expenditureNotDeducted, .expenditureOutsideWindow, .expenditureUndated,
      .supportOutsideWindow, .supportUndated, .supportCountedOnce, .supportAlreadyIncome,
      .duplicateNoted, .sheetEmpty, .sheetWordsOnly, .keyFilledDown, .dateAmbiguous,
      .twoRatesDecide, .nameMarked, .categoryAgeUnlikely, .expenditureReimbursementBlank,
      .expenditureCapped, .memberByPolicy, .incomeDisregarded,
      .registryKnown, .registryVerifiedDiffers, .returnRowCorrected, .returnRowWithdrawn,
      .fileRepeated:
      .note
    case .fileDamaged, .fileEncodingDoubtful, .cellUnplaced, .ageConflict,
      .relationshipSexConflict, .relationshipAgeConflict, .headerUnknown, .headerNear,
      .headerRepeated,
      .totalWrong,
      .moneyApproximate, .moneyNegative, .dateImplausible,
      .identityBirthDateConflict, .identitySexConflict, .unitDisagreement, .unitRepeated,
      .keyContradicts, .filingRepeated, .memberRepeated, .memberPossiblyRepeated,
      .memberApplicantMissing, .memberApplicantApart, .memberLivingUnknown, .itemRepeated,
      .incomeImputed, .expenditureEvidenceMissing,
      .itemMemberUnknown, .sizeConflict, .incomeSourcesConflict, .incomeTotalConflict,
      .incomePerCapitaConflict, .incomePeriodUnknown, .incomePeriodConflict,
      .incomeMonthsUnknown, .supportPossiblyTwice, .applicationDateMissing, .incomeScaleSuspected,
      .incomePeriodSuspected,
      .previousHelpUnknown, .duplicatePair, .sizeImplausible, .sizeUnknown, .incomeUnknown,
      .registryAgainstScreening, .registryFundOverdrawn, .returnCorrectedTwice,
      .returnOriginalMissing, .returnMarkRepeated:
      .warning
    default: .error
    }
  }
}
