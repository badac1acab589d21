import Casework

extension FindingCode {
  /// What the stages put into the numbered gaps, in order; the convention of docs/findings.md.
  var argumentMeanings: [String] {
    switch self {
    case .fileUnreadable:
      ["the reason the system gives"]
    case .fileEmpty, .fileDocumentType, .sheetHidden, .sheetEmpty, .sheetNoHeader, .headerNear,
      .unitLineLate, .cellRequired, .cellError, .moneyNegative, .dateImpossible, .flagUnreadable,
      .nameUnreadable, .nameMarked, .identityScientific, .identityLostDigits, .identityCheck,
      .identityDate, .identityFifteen, .identityBirthDateConflict, .identitySexConflict,
      .identityCleaned, .unitMissing, .unitWithoutName, .keyMissing, .keyUnmatched,
      .keyContradicts, .memberApplicantMissing, .memberApplicantApart, .memberLivingUnknown,
      .itemMemberUnknown, .sizeUnknown, .incomeAssumedZero, .incomeMonthsUnknown,
      .incomeMonthsImplausible, .expenditureAmountUnknown, .expenditureUndated,
      .supportAmountUnknown, .supportUndated, .previousHelpUnknown, .verdictUnknownPair:
      []
    case .fileBinary:
      ["what the bytes look like, such as PDF"]
    case .fileWorkbookUnsupported:
      ["the kind of workbook, such as XLS"]
    case .fileMalformedXML:
      ["line", "the parser's reason"]
    case .fileTruncatedXML:
      ["line"]
    case .fileUnknownXML:
      ["root element"]
    case .fileUnknownEncoding:
      ["byte offset"]
    case .fileTooLarge:
      ["what was counted", "limit"]
    case .fileDamaged:
      ["what was skipped or repaired"]
    case .sheetUnknownForm:
      ["headers found", "nearest form"]
    case .sheetAmbiguousForm:
      ["one form", "the other form"]
    case .headerMissingColumn:
      ["form"]
    case .headerUnknown:
      ["nearest known header"]
    case .headerRepeated:
      ["cell of the other header"]
    case .rowRejected:
      ["what stands in the row instead"]
    case .totalWrong:
      ["stated total", "sum of the rows"]
    case .moneyUnreadable, .dateUnreadable, .countUnreadable, .rateUnreadable:
      ["what is wrong with it"]
    case .moneyApproximate, .sizeImplausible, .incomeUnknown:
      ["least", "most"]
    case .dateAmbiguous:
      ["one reading", "the other reading"]
    case .dateImplausible:
      ["earliest plausible", "latest plausible"]
    case .choiceUnknown:
      ["the choices", "nearest choice"]
    case .identityLength:
      ["number of characters"]
    case .identityCharacter:
      ["the characters"]
    case .unitUnknown:
      ["nearest unit of the roster"]
    case .unitDisagreement:
      ["unit used", "the other unit"]
    case .unitRepeated, .memberRepeated, .itemRepeated:
      ["cell of the first row"]
    case .keyAmbiguous:
      ["number of applications that fit"]
    case .filingSuperseded:
      ["cell or case of the later filing"]
    case .filingRepeated:
      ["cell of the first"]
    case .memberPossiblyRepeated:
      ["cell of the other row"]
    case .sizeConflict:
      ["persons listed", "persons stated"]
    case .incomeSourcesConflict:
      ["one figure", "the other figure"]
    case .incomeTotalConflict:
      ["sum of the parts", "stated total"]
    case .incomePerCapitaConflict:
      ["stated", "computed"]
    case .incomePeriodUnknown:
      ["year's amount if monthly", "year's amount if yearly"]
    case .incomePeriodConflict:
      ["one period", "the other period"]
    case .incomeNotIncome:
      ["type of receipt"]
    case .expenditureReimbursedAboveBill:
      ["bill", "reimbursement"]
    case .expenditureReimbursementBlank:
      ["least borne", "most borne"]
    case .expenditureNotDeducted:
      ["type of expenditure"]
    case .expenditureOutsideWindow, .supportOutsideWindow:
      ["first day of the window", "last day of the window"]
    case .expenditureCapped:
      ["limit", "amount borne"]
    case .supportCountedOnce, .supportPossiblyTwice:
      ["cell of the other entry"]
    case .supportAlreadyIncome:
      ["cell of the income item"]
    case .applicationDateMissing:
      ["date used instead"]
    case .twoRatesDecide:
      ["rate applied", "the other rate"]
    case .duplicatePair, .duplicateNoted:
      ["kind of duplicate", "pair"]
    }
  }
}
