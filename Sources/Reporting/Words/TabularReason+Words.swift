import Foundation
public import Tabular

/// Why a file is not read or written, in the words of `language`; figures and names stand behind.
public func words(for reason: TabularReason, in language: Language) -> String {
  argumentWords(reason.description, in: language)
}

/// What the system's number of an error says, in the words of `language`.
public func systemErrorWords(_ number: Int32, in language: Language) -> String {
  guard language == .simplifiedChinese else { return String(cString: strerror(number)) }
  switch number {
  case ENOENT: return "不存在"
  case EACCES, EPERM: return "没有权限"
  case EISDIR: return "是目录，不是文件"
  case ENOTDIR: return "路径中有一段不是目录"
  case EEXIST: return "已存在同名的文件"
  case EROFS: return "只读"
  case ENOSPC, EDQUOT: return "磁盘已满"
  case ELOOP: return "符号链接循环"
  case ENAMETOOLONG: return "名称过长"
  case EIO: return "磁盘读写出错"
  case EMFILE, ENFILE: return "打开的文件过多"
  case ENOMEM: return "内存不足"
  case ENXIO, ENODEV: return "设备不存在"
  default: return "系统错误 \(number)"
  }
}

extension TabularReason.Kind {
  /// The words for what was met; empty where its value says all.
  func words(in language: Language) -> String {
    language == .simplifiedChinese ? chineseWords : englishWords
  }

  private var chineseWords: String {
    switch self {
    case .tooManyRows: "一张表的行数"
    case .tooManyColumns: "一张表的列数"
    case .tooManyCells: "有内容的单元格数"
    case .tooManySheets: "工作表数"
    case .tooManyStyles: "单元格样式数"
    case .rowTooLong: "一行的字节数"
    case .sheetTextTooLong: "一张表的文字字节数"
    case .sharedTextTooLong: "共享文字的字节数"
    case .tooManyRepeats: "重复单元格的字节数"
    case .tooDeep: "元素嵌套层数"
    case .tooManyAttributes: "一个元素的属性数"
    case .tooManyEntries: "压缩包内的文件数"
    case .entryTooLarge: "压缩包内一个文件解压后的字节数"
    case .archiveTooLarge: "压缩包解压后的字节数"
    case .expandsTooFar: "解压后与原文件大小之比"
    case .repeatsTextsTooOften: "重复文字与原文件大小之比"
    case .parserLimit: "名称或内容超出解析上限"
    case .cutShort: "文件在结束之前中断"
    case .badChecksum: "校验和不符"
    case .badDirectory: "目录有误"
    case .badPackedBytes: "压缩内容有误"
    case .unknownPacking: "压缩方式不认识"
    case .badSectorChain: "扇区链有误"
    case .badRecord: "记录有误，位置"
    case .overlappingSheets: "工作表的内容互相重叠"
    case .namelessEntry: "有文件没有名称"
    case .otherArchiveError: "其他错误，编号"
    case .nameLeadsOutside: "有文件名指向压缩包之外"
    case .nameTwice: "有两个文件同名"
    case .passwordNeeded: "设有密码"
    case .otherKind: ""
    case .noSheets: "没有工作表的工作簿"
    case .controlCharacters: "二进制内容，控制字符数"
    case .noBytes: "没有内容"
    case .onlyByteOrderMark: "只有字节顺序标记"
    case .noKnownEncoding: "不是 UTF-8、GB18030、UTF-16"
    case .tooManyBadCharacters: "不成字符的位置数"
    case .unknownEncoding: "本机不认识编码"
    case .unknownCodePage: "不认识代码页"
    case .documentType: "含有文档类型声明"
    case .rootNeverEnds: "根元素没有结束"
    case .textBeforeDeclaration: "XML 声明之前有文字"
    case .badTags: "标签不配对或不完整"
    case .badAttribute: "属性写法有误"
    case .badReference: "“&”之后的引用有误"
    case .badCharacter: "含有不允许的字符"
    case .otherXMLError: "解析错误，编号"
    case .rootElement: "根元素为"
    case .looseText: "元素之间有文字"
    case .noRecords: "没有记录"
    case .systemError: ""
    case .notRegularFile: "不是普通文件"
    case .workbookNotWritten: "工作簿无法写出"
    }
  }

  private var englishWords: String {
    switch self {
    case .tooManyRows: "rows of a sheet (maximumRows)"
    case .tooManyColumns: "columns of a sheet (maximumColumns)"
    case .tooManyCells: "filled cells (maximumCells)"
    case .tooManySheets: "sheets (maximumSheets)"
    case .tooManyStyles: "cell styles (maximumStyles)"
    case .rowTooLong: "bytes of a row (maximumRowBytes)"
    case .sheetTextTooLong: "bytes of text of a sheet"
    case .sharedTextTooLong: "bytes of shared texts"
    case .tooManyRepeats: "bytes of repeated cells (maximumRowBytes)"
    case .tooDeep: "nested elements (maximumDepth)"
    case .tooManyAttributes: "attributes of an element (maximumAttributes)"
    case .tooManyEntries: "entries of the archive (maximumArchiveEntries)"
    case .entryTooLarge: "bytes of an unpacked entry (maximumEntryBytes)"
    case .archiveTooLarge: "bytes of all unpacked entries (maximumArchiveBytes)"
    case .expandsTooFar: "unpacked size in times the file’s (maximumExpansion)"
    case .repeatsTextsTooOften:
      "size of repeated texts in times the file’s (maximumExpansion, in XLS maximumRepetition)"
    case .parserLimit: "a name or content beyond what the parser takes"
    case .cutShort: "it breaks off before its end"
    case .badChecksum: "a checksum is wrong"
    case .badDirectory: "its directory is wrong"
    case .badPackedBytes: "packed bytes are wrong"
    case .unknownPacking: "it is packed in an unknown way"
    case .badSectorChain: "a chain of its sectors is wrong"
    case .badRecord: "a record is wrong, at byte"
    case .overlappingSheets: "its sheets overlap"
    case .namelessEntry: "an entry has no name"
    case .otherArchiveError: "another error, number"
    case .nameLeadsOutside: "the name of an entry leads out of the archive"
    case .nameTwice: "two entries have the same name"
    case .passwordNeeded: "a password is needed"
    case .otherKind: ""
    case .noSheets: "a workbook without sheets"
    case .controlCharacters: "binary; control characters:"
    case .noBytes: "no bytes"
    case .onlyByteOrderMark: "only a byte order mark"
    case .noKnownEncoding: "neither UTF-8, GB18030 nor UTF-16"
    case .tooManyBadCharacters: "places that are no character:"
    case .unknownEncoding: "this system does not know the encoding"
    case .unknownCodePage: "unknown code page"
    case .documentType: "a document type declaration"
    case .rootNeverEnds: "the root element never ends"
    case .textBeforeDeclaration: "text before the XML declaration"
    case .badTags: "tags do not match or are not complete"
    case .badAttribute: "an attribute is written wrong"
    case .badReference: "a reference after & is wrong"
    case .badCharacter: "a character that is not allowed"
    case .otherXMLError: "parser error number"
    case .rootElement: "the root element is"
    case .looseText: "text between elements"
    case .noRecords: "no records"
    case .systemError: ""
    case .notRegularFile: "not a regular file"
    case .workbookNotWritten: "the workbook cannot be written"
    }
  }
}

extension TableDamage.Code {
  /// The words for what was found.
  func words(in language: Language) -> String {
    switch self {
    case .invalidBytes: language.text("有字节不成字符", "bytes that are no character")
    case .mixedEncodings: language.text("各行的编码不同", "lines in different encodings")
    case .doubtfulEncoding: language.text("编码不能确定", "an encoding in doubt")
    case .encodingContradiction:
      language.text("声明的编码与内容不符", "a declared encoding that the bytes contradict")
    case .controlCharacter: language.text("含有控制字符", "a control character")
    case .nulByte: language.text("含有空字节", "a NUL byte")
    case .strayByteOrderMark: language.text("文件中间有字节顺序标记", "a stray byte order mark")
    case .unclosedQuote: language.text("引号没有配对", "a quote that is never closed")
    case .textAfterQuote: language.text("引号结束之后还有文字", "text after a closing quote")
    case .leadingWhitespace: language.text("XML 声明之前有空白", "white space before the XML")
    case .capReached: language.text("超出上限的部分没有读取", "what lies beyond a limit was left out")
    case .cellInCoveredArea:
      language.text("合并单元格下面还有内容，没有读取", "content under a merged cell, left out")
    case .badPosition: language.text("单元格的位置有误", "a cell’s position is wrong")
    case .unknownCellType: language.text("单元格的类型不认识，按文字读取", "an unknown type of cell, read as text")
    case .missingSharedText:
      language.text("单元格引用的文字不存在，读作空白", "a cell’s text is missing, read as blank")
    case .missingSheet: language.text("列出的工作表不存在", "a listed sheet is missing")
    case .more: language.text("还有更多，没有一一列出", "more places, not listed")
    }
  }
}
