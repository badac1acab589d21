import Casework

extension FindingCode {
  /// What the stages put into the numbered gaps, in order; the convention of docs/findings.md.
  var argumentMeanings: [String] {
    switch self {
    case .fileUnreadable:
      ["why, by its identifier"]
    case .fileEmpty, .fileDocumentType, .sheetHidden, .sheetEmpty, .sheetNoHeader, .sheetWordsOnly,
      .sheetRowsAbove, .unitLineLate, .cellUnplaced, .cellAnotherApplicant,
      .relationshipSexConflict,
      .cellError, .dateImpossible, .flagUnreadable, .nameUnreadable, .nameMarked,
      .identityScientific, .identityLostDigits, .identityCheck, .identityDate, .identityFifteen,
      .identityBirthDateConflict, .identitySexConflict, .identityCleaned, .unitMissing,
      .unitRepeated, .unitWithoutName, .keyMissing, .keyUnmatched, .keyAmbiguous, .keyContradicts,
      .keyFilledDown,
      .memberPossiblyRepeated, .memberApplicantMissing, .memberApplicantApart,
      .memberLivingUnknown, .memberByPolicy, .itemMemberUnknown, .sizeUnknown, .incomeAssumedZero,
      .incomeNotIncome, .expenditureAmountUnknown, .expenditureNotDeducted,
      .expenditureOutsideWindow, .expenditureUndated, .supportAmountUnknown,
      .supportOutsideWindow, .supportUndated, .previousHelpUnknown, .verdictUnknownPair,
      .registryUnknownCase, .registryNoticeMissing, .registryPublicMoney, .registryNotVerified,
      .registryAmountWrong, .registryKnown, .fileEncrypted, .returnOriginalMissing:
      []
    case .returnRowCorrected:
      ["cell of the row it corrects", "changed fields, joined by ;"]
    case .returnRowWithdrawn:
      ["cell of the row left out"]
    case .returnCorrectedTwice:
      ["cell of the other correction"]
    case .returnMarkRepeated:
      ["row that bears the mark first"]
    case .fileRepeated:
      ["path of the same file"]
    case .fileMostlyUnreadable:
      ["unreadable rows", "rows", "limit in percent"]
    case .fileBinary:
      ["what the bytes look like, such as PDF"]
    case .fileWorkbookUnsupported:
      ["the kind of file, such as XLSB"]
    case .fileArchiveBroken:
      ["what is damaged, by its identifier"]
    case .fileArchiveUnsafe:
      ["what was found, by its identifier"]
    case .fileEncodingDoubtful:
      ["the encoding read", "the other one"]
    case .sheetMisdecoded:
      ["a few of the wrong characters"]
    case .sheetPartsHidden:
      ["rows", "columns"]
    case .fileMalformedXML:
      ["line", "what is wrong, by its identifier"]
    case .fileTruncatedXML:
      ["line"]
    case .fileUnknownXML:
      ["root element or what is wrong"]
    case .fileUnknownEncoding:
      ["what was tried"]
    case .fileTooLarge:
      ["what was counted, by its identifier", "limit"]
    case .fileDamaged:
      ["what was skipped or repaired, by its identifier"]
    case .sheetUnknownForm:
      ["nearest form"]
    case .sheetAmbiguousForm:
      ["one form", "the other form"]
    case .mappingInvalid:
      ["what is wrong", "the nearest known word"]
    case .mappingContested:
      ["header as written"]
    case .ageConflict:
      ["age by the date of birth"]
    case .relationshipAgeConflict:
      ["relationship"]
    case .categoryAgeUnlikely:
      ["age"]
    case .headerMissingColumn:
      ["header, or the headers of which one is required"]
    case .headerUnknown, .headerRepeated:
      ["header as written", "nearest known header"]
    case .headerNear:
      ["header of the form"]
    case .rowRejected:
      ["headers of which one is required"]
    case .totalWrong:
      ["stated total", "sum of the rows"]
    case .cellRequired:
      ["header"]
    case .moneyUnreadable, .dateUnreadable, .countUnreadable, .rateUnreadable:
      ["what is wrong with it"]
    case .moneyApproximate, .expenditureReimbursementBlank:
      ["bounds, yuan"]
    case .moneyNegative:
      ["amount, yuan"]
    case .dateAmbiguous:
      ["date as read", "how it was read"]
    case .dateImplausible:
      ["latest plausible"]
    case .choiceUnknown:
      ["the choices", "nearest choice"]
    case .identityLength:
      ["number of characters"]
    case .identityCharacter:
      ["the characters"]
    case .unitUnknown:
      ["nearest unit of the roster"]
    case .unitDisagreement:
      ["the other unit"]
    case .filingSuperseded:
      ["cell of the earlier filing", "changed fields, joined by ;"]
    case .filingRepeated, .memberRepeated, .itemRepeated:
      ["row of the first"]
    case .sizeConflict:
      ["persons stated", "persons listed"]
    case .sizeImplausible:
      ["persons stated"]
    case .incomeUnknown, .incomePeriodUnknown, .incomePeriodConflict, .incomeMonthsUnknown,
      .incomeMonthsImplausible:
      ["bounds, yuan a year"]
    case .incomeSourcesConflict:
      ["one figure", "the other figure"]
    case .incomeTotalConflict:
      ["stated total", "sum of the parts"]
    case .incomeScaleSuspected, .incomePeriodSuspected:
      ["as read", "what would fit"]
    case .incomePerCapitaConflict:
      ["stated", "computed"]
    case .expenditureReimbursedAboveBill:
      ["reimbursement", "bill"]
    case .incomeDisregarded:
      ["amount", "what counts"]
    case .incomeImputed:
      ["amount a year"]
    case .expenditureEvidenceMissing:
      ["amount concerned"]
    case .expenditureCapped:
      ["limit", "amount borne"]
    case .supportCountedOnce, .supportPossiblyTwice, .supportAlreadyIncome:
      ["row of the other entry"]
    case .applicationDateMissing:
      ["date used instead"]
    case .twoRatesDecide:
      ["rate applied", "the other rate"]
    case .duplicatePair, .duplicateNoted:
      ["kind of duplicate", "pair"]
    case .registryIllegalStep:
      ["step", "state of the case"]
    case .registryNotApproved:
      ["state of the case"]
    case .registryOverApproved:
      ["amount, yuan", "what is left of the approval, yuan"]
    case .registryNoticeRunning:
      ["last day of the notice", "first day a decision may be taken"]
    case .registryCaseClosed:
      ["state of the case"]
    case .registryObjectionOpen:
      ["day of the objection"]
    case .registryDuplicateOpen:
      ["pairs, joined by ;"]
    case .registryCaseMerged:
      ["primary case"]
    case .registryDateOrder:
      ["day stated", "what it must follow", "its day"]
    case .registryVoucherUsed:
      ["place of the entry that uses it"]
    case .registryContradicts:
      ["place of the entry that is recorded"]
    case .registryValueMissing:
      ["header"]
    case .registryAgainstScreening:
      ["outcome of the screening"]
    case .registryFundOverdrawn:
      ["day", "balance, yuan"]
    case .registryVerifiedDiffers:
      ["declared, yuan", "verified, yuan"]
    }
  }
}
