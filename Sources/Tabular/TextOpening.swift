/// The first characters of a file, which show whether it is XML.
struct TextOpening {
  /// How many bytes are looked at.
  static let length = 4_096
  private static let declaration = Array("<?xml".utf8)

  private let bytes: [UInt8]
  private let firstVisible: Int

  init(_ stream: TextStream) throws(TabularError) {
    var buffer = ByteBuffer()
    while buffer.count < Self.length { guard try stream.read(into: &buffer) else { break } }
    let bytes = Array(buffer.storage[buffer.live].prefix(Self.length))
    firstVisible = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    self.bytes = bytes
  }

  /// Whether nothing was found; line breaks alone are an empty sheet, as programs export it.
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the text starts like XML: `<` and a name, a declaration or a comment.
  var isXML: Bool {
    guard firstVisible + 1 < bytes.count, bytes[firstVisible] == UInt8(ascii: "<") else {
      return hasDeclarationAfterJunk
    }
    switch bytes[firstVisible + 1] {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "_"), 0x41...0x5A, 0x61...0x7A,
      0x80...0xFF:
      return true
    default: return false
    }
  }

  /// Whether the first element is one of HTML, whatever the file is called.
  var isHTML: Bool {
    guard isXML else { return false }
    let letters = bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    var rest = letters[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      if rest.starts(with: "!doctype html".utf8) { return true }
      if rest.starts(with: "!--".utf8) {
        guard let end = rest.firstRange(of: "-->".utf8) else { return false }
        rest = rest[end.upperBound...]
      } else if rest.first != UInt8(ascii: "?") {
        return Self.beginsHTML(rest)
      }
    }
    return false
  }

  /// Whether an element is one of HTML, given from its name in small letters.
  private static func beginsHTML(_ element: ArraySlice<UInt8>) -> Bool {
    let name = element.prefix { (0x61...0x7A).contains($0) }
    if let next = element.dropFirst(name.count).first, next >= 0x80 || next == UInt8(ascii: ":") {
      return false
    }
    let word = String(decoding: name, as: UTF8.self)
    // Lists of records may have roots called table or body as well.
    return word == "html"
      || partsOfHTML.contains(word) && element.firstRange(of: "<tr".utf8) != nil
  }

  private static let partsOfHTML: Set = [
    "head", "body", "meta", "table", "div", "style", "center", "font",
  ]

  /// Whether an XML declaration stands at the start of a later line.
  private var hasDeclarationAfterJunk: Bool {
    bytes.indices.contains { index in
      (bytes[index] == 0x0A || bytes[index] == 0x0D)
        && bytes[(index + 1)...].starts(with: Self.declaration + [0x20])
    }
  }

  /// Refuses text before the declaration, and compares the declared encoding with the bytes.
  ///
  /// The bytes are right: files that declare gb2312 and are UTF-8, or the reverse, are common.
  func check(
    _ plan: inout TextPlan, isASCII: Bool, _ damage: DamageLog
  ) throws(TabularError) {
    guard bytes[firstVisible] == UInt8(ascii: "<") else {
      throw TabularError(.malformedXML, line: 1, "text before the XML declaration")
    }
    guard bytes[firstVisible...].starts(with: Self.declaration) else { return }
    if firstVisible > 0 {
      damage.add(.leadingWhitespace, "\(firstVisible) characters before the XML declaration")
    }
    guard let declared = declaredEncoding else { return }
    if plan.encoding == .gb18030 || plan.decoding == .byLine,
      let named = Self.encodingsByDeclaration[declared]
    {
      plan.encoding = named
      plan.decoding = TextPlan.decoding(of: named, isClean: false)
    }
    guard !Self.agrees(declared, with: plan.encoding, isASCII: isASCII) else { return }
    damage.add(
      .encodingContradiction, "declared \(declared), read as \(plan.encoding.rawValue)")
  }

  /// Encodings that are read only where a declaration names them and the bytes are not UTF-8.
  private static let encodingsByDeclaration: [String: TextEncoding] = [
    "big5": .big5, "big5-hkscs": .big5, "cp950": .big5, "windows-1252": .windows1252,
    "iso-8859-1": .windows1252, "latin1": .windows1252,
  ]

  private static func agrees(
    _ declared: String, with encoding: TextEncoding, isASCII: Bool
  ) -> Bool {
    let isUTF16 = declared.hasPrefix("utf-16") || declared.hasPrefix("iso-10646-ucs-2")
    switch encoding {
    case .utf16LE, .utf16BE: return isUTF16
    case .utf8, .utf8BOM:
      return declared == "utf-8" || declared == "utf8" || declared == "us-ascii"
        || isASCII && !isUTF16 && declared != "utf-7"
    case .gb18030:
      return ["gb18030", "gbk", "gb2312", "cp936", "x-gbk", "gb_2312-80", "ms936"]
        .contains(declared)
    case .big5, .windows1252: return encodingsByDeclaration[declared] == encoding
    }
  }

  /// The encoding's name in lower case.
  private var declaredEncoding: String? {
    let end = bytes[firstVisible...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let text = String(decoding: bytes[firstVisible..<end], as: UTF8.self).lowercased()
    guard let key = text.firstRange(of: "encoding") else { return nil }
    let value = text[key.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    let name = value.dropFirst().prefix { $0 != quote }
    return name.isEmpty ? nil : String(name.prefix(40))
  }
}
