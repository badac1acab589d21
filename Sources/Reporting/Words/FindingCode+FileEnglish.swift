import Casework

extension FindingCode {
  /// The wording in English of what is said about files as a whole.
  ///
  /// `CatalogueTests` holds the table to every code; a code without words would show its own name.
  var fileEnglishText: FindingText {
    switch self {
    case .fileUnreadable:
      FindingText(
        "The file cannot be read[ ({0})]",
        "Check that it opens and is not in use, export it again and hand it in once more.")
    case .fileEmpty:
      FindingText(
        "The file is empty",
        "Export it again, or leave it out if there are no applications.")
    case .fileBinary:
      FindingText(
        "This is no table[; it looks like {0}]; expected XLSX, XLS, ODS, CSV or XML",
        "Open the original table and save it as XLSX or CSV (UTF-8).")
    case .fileWorkbookUnsupported:
      FindingText(
        "This kind of file[, {0},] is not read",
        "Open it in Excel or WPS and save it as XLSX; unpack ZIP archives first.")
    case .fileDocumentType:
      FindingText(
        "The XML file has a document type declaration (DOCTYPE), which is refused for safety",
        "Export the file again from the form's program; do not edit the XML by hand.")
    case .fileMalformedXML:
      FindingText(
        "The XML is not well formed[ at line {0}][: {1}]",
        "Export the file again; do not change XML files in a text editor.")
    case .fileTruncatedXML:
      FindingText(
        "The XML file breaks off before its end[ (line {0})]",
        "It was probably not copied whole; export or copy it again.")
    case .fileUnknownXML:
      FindingText(
        "The structure of the XML is not known[: {0}]; expected a "
          + "spreadsheet or records",
        "Save it as XLSX, ODS or CSV.")
    case .fileUnknownEncoding:
      FindingText(
        "The text encoding is not recognised[: {0}]; expected UTF-8 or GB18030",
        "Save it as CSV UTF-8 and hand it in again.")
    case .fileTooLarge:
      FindingText(
        "The file is too large[: {0}][; the limit is {1}]",
        "Split it into several files and delete blank rows and columns outside the data.")
    case .fileDamaged:
      FindingText(
        "The file is damaged in places and was read as far as possible[: {0}]",
        "Check what was read; export the file again if something is missing.")
    case .sheetHidden:
      FindingText(
        "The sheet[ “{value}”] is hidden; it was read",
        "Delete the sheet if it is not part of this submission.")
    case .fileEncrypted:
      FindingText(
        "The workbook is encrypted with a password",
        "Take the password and the workbook’s protection off (File, Info, Protect Workbook) and save "
          + "it again.")
    case .fileArchiveBroken:
      FindingText(
        "The workbook is damaged or was not copied whole[ ({0})]",
        "Open it in Excel or WPS, let it repair the file, save it again, or copy it anew.")
    case .fileArchiveUnsafe:
      FindingText(
        "The workbook’s archive is not what a spreadsheet program writes[: {0}]; refused for safety",
        "Open the original table and save it as a new workbook.")
    case .fileEncodingDoubtful:
      FindingText(
        "The text may be in two encodings[: read as {0}][, perhaps {1}]",
        "Check the names; save the file as XLSX or CSV UTF-8 if they are wrong.")
    case .sheetMisdecoded:
      FindingText(
        "The texts were destroyed before the file was saved[, for example {0}]: it was opened or "
          + "converted in a wrong encoding",
        "Export it again from the original system, as XLSX or CSV UTF-8; do not retype it from "
          + "this file.")
    case .sheetPartsHidden:
      FindingText(
        "The sheet[ “{value}”] has hidden [{0} ]rows[ and {1} columns] with content; they were read",
        "Show them and delete what is not part of this submission.")
    default: layoutEnglishText
    }
  }
}
