import Casework

extension FindingCode {
  /// The wording in English: a table in the form of a switch, so that it is complete.
  var englishText: FindingText {
    switch self {
    // sheets
    case .sheetEmpty:
      FindingText("The sheet[ “{value}”] is empty and was passed over", "Nothing to do.")
    case .sheetUnknownForm:
      FindingText(
        "This is not recognised as any form[; “{0}” is nearest]",
        "Use the forms handed out and keep their header words.")
    case .sheetAmbiguousForm:
      FindingText(
        "The headers fit two forms[: “{0}” and “{1}”]",
        "Add the columns that only the right form has, or hand in the two forms apart.")
    case .sheetNoHeader:
      FindingText("No header row was found", "Keep the form's header above the data.")
    case .sheetWordsOnly:
      FindingText(
        "The sheet[ “{value}”] holds words and no table and was passed over", "Nothing to do.")
    case .sheetRowsAbove:
      FindingText(
        "This row above the header looks like data and was not read",
        "Put the data below the header; where a sheet holds several tables, each needs the header "
          + "of its form.")
    // headers
    case .headerMissingColumn:
      FindingText(
        "The required column[ “{0}”] is missing",
        "Add the column and fill it in for every row.")
    case .headerUnknown:
      FindingText(
        "The header[ “{value}”] is not in the form; its column was not read[; “{1}” is nearest]",
        "If the nearest one is meant, write the header as in the form; else delete the column.")
    case .headerNear:
      FindingText(
        "The header[ “{value}”] was taken for a like one[: “{field}”]",
        "Confirm it; use the form's own header words from now on.")
    case .headerRepeated:
      FindingText(
        "The header[ “{value}”] stands twice; only the first column is read",
        "Delete the second column, or correct one of the two headers.")
    // rows
    case .rowRejected:
      FindingText(
        "The row has neither a name nor an identity number[ (one of: {0})]",
        "Fill in name and identity number, or delete the row if it is not needed.")
    case .totalWrong:
      FindingText(
        "The stated total is not the sum of its rows[: “{field}”][, stated {0}][, summed {1}]",
        "Check the rows and the total, and correct whichever is wrong.")
    case .unitLineLate:
      FindingText(
        "The unit[ “{value}”] stands below the table; it was used",
        "Nothing to correct; from now on name it above the table.")
    // cells
    case .cellRequired:
      FindingText(
        "The required cell[ “{field}”] is blank",
        "Fill it in; where there is none, write 无 or 0.")
    case .cellError:
      FindingText(
        "The cell shows the error value[ “{value}”] instead of a fact",
        "Correct the formula, or enter the value itself.")
    case .moneyUnreadable:
      FindingText(
        "[“{value}” ]is not an amount[ ({0})]; expected such as 12500.50",
        "Enter the amount in figures, with its unit.")
    case .moneyApproximate:
      FindingText(
        "The amount[ “{value}”] is approximate[; counted as {0} yuan]",
        "Enter the exact amount.")
    case .moneyNegative:
      FindingText(
        "The amount[ of “{field}”] is negative[ ({value})], which it usually is not",
        "Confirm a business loss; correct anything else.")
    case .dateUnreadable:
      FindingText(
        "[“{value}” ]is not a date[ ({0})]; expected such as 2015-03-05",
        "Enter it as year-month-day.")
    case .dateImpossible:
      FindingText("The calendar has no such day[: “{value}”]", "Correct month or day.")
    case .dateAmbiguous:
      FindingText(
        "The date[ “{value}”] can be read in more than one way[; read as {0}][ ({1})]",
        "Write it as year-month-day with a four-digit year.")
    case .dateImplausible:
      FindingText(
        "The date[ “{value}”] is not plausible[; expected no later than {0}]",
        "Check the year.")
    case .countUnreadable:
      FindingText(
        "[“{value}” ]is not a whole number[ ({0})]; expected such as 4",
        "Enter figures only.")
    case .rateUnreadable:
      FindingText(
        "[“{value}” ]is not a percentage[ ({0})]; expected such as 4.35%",
        "Enter a percentage such as 4.35%.")
    case .flagUnreadable:
      FindingText("[“{value}” ]is neither yes nor no", "Enter 是 or 否.")
    case .choiceUnknown:
      FindingText(
        "What stands[ in “{field}”][, “{value}”,] is none of the choices[; expected one of: "
          + "{0}][; “{1}” is nearest]",
        "Enter one of the listed choices.")
    case .nameUnreadable:
      FindingText(
        "What stands[ in “{field}”] does not look like a name",
        "Enter the name as on the identity card, with “·” as its separator.")
    case .nameMarked:
      FindingText(
        "The name has blanks inside, which are ignored when names are compared",
        "Do not align names with blanks from now on.")
    case .identityScientific:
      FindingText(
        "The spreadsheet turned the number into scientific notation; its last digits are lost",
        "Format the column as text first, then enter the 18 characters again.")
    case .identityLostDigits:
      FindingText(
        "The spreadsheet turned the last three digits into zeros",
        "Format the column as text first, then enter the 18 characters again.")
    case .identityLength:
      FindingText(
        "The identity number has the wrong length[: {0}]; expected 18 characters (old ones 15)",
        "Correct it from the identity card.")
    case .identityCharacter:
      FindingText(
        "The identity number has characters that do not belong there[ ({0})]; expected digits, "
          + "the last may be X",
        "Correct it from the identity card; mind O for 0 and l for 1.")
    case .identityCheck:
      FindingText(
        "The check character does not follow from the digits; at least one is wrong",
        "Compare it with the identity card digit by digit, and correct it.")
    case .identityDate:
      FindingText(
        "The date of birth inside the identity number does not exist",
        "Check characters 7 to 14 against the identity card.")
    case .identityFifteen:
      FindingText("An old number of 15 digits, compared in its 18-digit form", "Nothing to do.")
    case .identityBirthDateConflict:
      FindingText("The date of birth differs from the identity number", "Check both on the card.")
    case .identitySexConflict:
      FindingText("The sex[ “{value}”] differs from the identity number", "Check both on the card.")
    case .identityCleaned:
      FindingText(
        "Blanks, apostrophes or full-width characters were taken out of the number",
        "Nothing to do.")
    // units
    case .unitUnknown:
      FindingText(
        "The unit[ “{value}”] is not in the roster[; “{0}” is nearest]",
        "Use the name in the roster; the committee adds a unit that is new.")
    case .unitMissing:
      FindingText(
        "It is not stated which unit hands this in",
        "Name it above the table as 填报单位, or fill in the unit column.")
    case .unitDisagreement:
      FindingText(
        "The unit is stated in two ways[: “{value}” was used][, “{0}” stands elsewhere]",
        "Make them agree: folder, table head and cells name one unit.")
    case .unitRepeated:
      FindingText("The roster lists[ “{value}”] twice", "Keep one row for it in the roster.")
    case .unitWithoutName:
      FindingText(
        "This row of the roster is incomplete[; “{field}” is missing]",
        "Fill in the unit's code and name.")
    // applications put together
    case .keyMissing:
      FindingText(
        "The row names no household",
        "Enter the application number, or the applicant's identity number or name.")
    case .keyUnmatched:
      FindingText(
        "No application of the unit fits this row",
        "Check that number and name are as in the applications form.")
    case .keyAmbiguous:
      FindingText(
        "More than one application of the unit fits this row",
        "Enter the application number or the identity number.")
    case .keyFilledDown:
      FindingText(
        "The row does not say whose it is and was counted with the household of the row above",
        "Check it; from now on state the application number or the applicant in every row.")
    case .keyContradicts:
      FindingText(
        "The row[’s “{field}”] contradicts the application it was joined to",
        "Check that the row belongs to the household, and correct the wrong entry.")
    case .filingSuperseded:
      FindingText(
        "This filing replaces an earlier one[ (see {0})][; changed: {1}]",
        "The dossier lists the differences.")
    case .filingRepeated:
      FindingText(
        "The application number[ “{value}”] is used twice in the unit[, first in row {0}]",
        "Give every filing its own number; mark a correction in the 更正 column.")
    case .memberRepeated:
      FindingText(
        "The same person stands twice in one household[, first in row {0}]; counted once",
        "Delete the second row.")
    case .memberPossiblyRepeated:
      FindingText(
        "Two rows may be the same person; both readings are computed",
        "Check the identity numbers; delete one row if need be.")
    case .memberApplicantMissing:
      FindingText(
        "The applicant is not among the household's members",
        "Add the applicant to the members form as 本人.")
    case .memberApplicantApart:
      FindingText("The applicant is entered as living apart", "Check it; applicants usually count.")
    case .memberLivingUnknown:
      FindingText(
        "Whether this person lives here is not stated; both are computed",
        "Enter 是 or 否.")
    case .itemRepeated:
      FindingText(
        "The same item is entered twice[, first in row {0}]; counted once",
        "Name the date or document of each, or delete one.")
    case .itemMemberUnknown:
      FindingText(
        "The person in this item is not among the members",
        "Check name and identity number, or add the person to the members form.")
    // income worksheet
    case .sizeConflict:
      FindingText(
        "The household size is stated in two ways[: {0} persons stated][, {1} listed]",
        "Check who lives together, and correct whichever is wrong.")
    case .sizeUnknown:
      FindingText(
        "The household size is unknown; the income is bounded",
        "Fill in the household size, or hand in the members form.")
    case .sizeImplausible:
      FindingText(
        "The household size[ ({0} persons)] is implausible",
        "Check how many persons live together.")
    case .incomeAssumedZero:
      FindingText("[“{field}” ]is blank and counts as zero", "Fill it in if there is such income.")
    case .incomeUnknown:
      FindingText(
        "[“{field}” ]is not known[; bounded by {0} yuan]",
        "Fill in the amount; enter 0 where there is none.")
    case .incomeSourcesConflict:
      FindingText(
        "[“{field}” ]is stated differently in several places[: {0}][ and {1} yuan]; both bound "
          + "the result",
        "Make income items, members and application agree.")
    case .incomeTotalConflict:
      FindingText(
        "The stated total income is not the sum of its parts[: stated {0}][, summed {1} yuan]",
        "Check the parts and the total.")
    case .incomePerCapitaConflict:
      FindingText(
        "The per-capita monthly income is not as computed[: stated {0}][, computed {1} yuan]",
        "Check the year's income, the household size and the period.")
    case .incomeScaleSuspected:
      FindingText(
        "The amount may be ten thousand times off[: it reads {0} yuan][; {1} is likelier]; "
          + "nothing was changed",
        "Check whether the column is in yuan or in 万元.")
    case .incomePeriodSuspected:
      FindingText(
        "Month and year may be mixed up[: it reads {0} yuan a year][; {1} is likelier or fits other figures]; "
          + "nothing was changed",
        "Check whether the income is monthly or yearly.")
    case .incomePeriodUnknown:
      FindingText(
        "Whether the amount is per month or year is not stated; both are computed[ ({0} yuan)]",
        "State 元/月 or 元/年 in the header or the cell.")
    case .incomePeriodConflict:
      FindingText(
        "The period of the amount is stated in two ways; both are computed[ ({0} yuan)]",
        "Check whether it is a month's or a year's, and make them agree.")
    case .incomeMonthsUnknown:
      FindingText("The months are not stated; from 1 to 12 are possible", "Fill in the months.")
    case .incomeMonthsImplausible:
      FindingText(
        "The months are not plausible, expected 1 to 12[; bounded by {0} yuan a year]",
        "Check the months.")
    case .incomeNotIncome:
      FindingText("A receipt that is not income; shown but not counted", "Nothing to do.")
    case .expenditureReimbursedAboveBill:
      FindingText(
        "The reimbursement is above the bill[: reimbursed {0}][, billed {1} yuan]",
        "Check both.")
    case .expenditureReimbursementBlank:
      FindingText(
        "The reimbursement is blank[; the part borne is bounded by {0} yuan]",
        "Fill it in; enter 0 where nothing was reimbursed.")
    case .expenditureAmountUnknown:
      FindingText(
        "The amount spent is not known and cannot be deducted",
        "Fill in the billed amount.")
    case .expenditureNotDeducted:
      FindingText("The expenditure is not deducted under the policy; shown only", "Nothing to do.")
    case .expenditureOutsideWindow:
      FindingText(
        "The expenditure lies outside the window and is not deducted",
        "Correct the date if it is wrong.")
    case .expenditureUndated:
      FindingText(
        "The expenditure is not dated and counts as inside the window",
        "Fill in the date.")
    case .memberByPolicy, .incomeDisregarded, .incomeImputed, .expenditureEvidenceMissing:
      policyEnglishText
    case .expenditureCapped:
      FindingText(
        "The deduction is limited by the policy[: limit {0}][, borne {1} yuan]",
        "Nothing to do.")
    case .supportAmountUnknown:
      FindingText(
        "The amount of support is not known; the income can only be bounded",
        "Fill in the amount.")
    case .supportOutsideWindow:
      FindingText(
        "The support lies outside the window and is not counted",
        "Correct the date if it is wrong.")
    case .supportUndated:
      FindingText("The support is not dated and counts as inside the window", "Fill in the date.")
    case .supportCountedOnce:
      FindingText(
        "This support is the same as a reimbursement[ (row {0})]; counted once",
        "If they are two, name a document for each.")
    case .supportPossiblyTwice:
      FindingText(
        "This support may be the same as a reimbursement[ (row {0})]; both are computed",
        "Name the document of each in the evidence column.")
    case .supportAlreadyIncome:
      FindingText(
        "This support is already among the income[ (row {0})]; not counted again",
        "Nothing to do.")
    // screening
    case .applicationDateMissing:
      FindingText(
        "The application date is missing[; {0} stands in for it]",
        "Fill it in: the window and the line depend on it.")
    case .twoRatesDecide:
      FindingText(
        "Two rates of the line lead to different outcomes[: {0}][ and {1} yuan per month]",
        "The steering group decides which rate applies.")
    case .previousHelpUnknown:
      FindingText(
        "Earlier help is not stated; the interval cannot be checked",
        "Fill in when the household was last helped, or 无.")
    // duplicates, and what people decide
    default: returnEnglishText ?? registryEnglishText
    }
  }
}
