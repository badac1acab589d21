import Mustache

/// A page's template with its words in one language, compiled once and rendered for every case.
struct PageTemplate: Sendable {
  private let template: MustacheTemplate

  /// Puts the words of `language` into `source` and compiles it.
  ///
  /// `[[word]]` is a word of the page, filled in here once; `{{gap}}` is filled in per rendering.
  init(_ source: String, in language: Language) throws {
    _ = MarkupText.isRegistered
    let words = try MustacheTemplate(string: "{{=[[ ]]=}}\n" + source)
    let named =
      PageWord.allCases.map { ($0.rawValue, $0.text(in: language)) }
      + UnitsPageWord.allCases.map { ($0.rawValue, $0.text(in: language)) }
    var view = View(texts: Dictionary(uniqueKeysWithValues: named))
    view.add(
      View([
        "language": .text(language.rawValue), "style": .text(pageStyle),
        "treeStyle": .text(pageStyleOfTrees),
      ]))
    template = try MustacheTemplate(
      string: "{{% CONTENT_TYPE:\(MarkupText.name)}}\n" + words.render(view))
  }

  /// The page for one view.
  func rendered(with view: View) -> String { template.render(view) }
}

/// Escapes text for HTML byte by byte.
///
/// The engine's own escaping compares whole characters, so that a quotation mark followed by a
/// combining accent passes unescaped; it is also the slower of the two.
private struct MarkupText: MustacheContentType {
  static let name = "PAGE"

  static let isRegistered: Bool = {
    MustacheContentTypes.register(MarkupText(), named: name)
    return true
  }()

  func escapeText(_ text: String) -> String { escaped(text) }
}

/// A text as HTML shows it literally, in content and in quoted attributes.
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: needsEscape) else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 32)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    case UInt8(ascii: "'"): bytes += "&#39;".utf8
    case _ where isControl(byte): bytes += "\u{FFFD}".utf8
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func needsEscape(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
  default: isControl(byte)
  }
}

/// Control characters that no HTML page may hold; tab and line ends are allowed.
private func isControl(_ byte: UInt8) -> Bool {
  byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D)
}

/// One component of a relative address, percent-encoded.
func addressComponent(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var address: [UInt8] = []
  address.reserveCapacity(text.utf8.count * 3)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x2D, 0x2E, 0x5F, 0x7E:
      address.append(byte)
    default:
      address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: address, as: UTF8.self)
}
