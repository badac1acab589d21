/// Decodes the texts of workbooks from before Excel 97 by the code page that the workbook names.
///
/// Programs that write such files without one, as many scripts of web pages do, write UTF-8 or GBK;
/// which of them is decided text by text.
final class CodePageDecoder {
  private enum Way {
    case utf8
    case iconv(IconvDecoder)
    case utf8Or(IconvDecoder)
  }

  /// The encoding as it is reported.
  let encoding: TextEncoding
  private let way: Way

  /// Prepares for a code page by its number at Microsoft; nil where the workbook names none.
  init(codePage: Int?) throws(TabularError) {
    switch codePage {
    case nil: (encoding, way) = (.gb18030, .utf8Or(try IconvDecoder(from: "GB18030")))
    case 65001: (encoding, way) = (.utf8, .utf8)
    case 936, 10008, 54936:
      (encoding, way) = (.gb18030, .iconv(try IconvDecoder(from: "GB18030")))
    case 950, 10002: (encoding, way) = (.big5, .iconv(try IconvDecoder(from: "BIG5-HKSCS")))
    case 367, 1252, 0x8001:
      (encoding, way) = (.windows1252, .iconv(try IconvDecoder(from: "WINDOWS-1252")))
    default:
      throw TabularError(.invalidEncoding, .unknownCodePage, codePage ?? 0)
    }
  }

  /// Adds a text's bytes to `text` as UTF-8.
  func decode(_ bytes: Span<UInt8>, into text: inout BinaryText) {
    switch way {
    case .utf8: appendUTF8(bytes, to: &text)
    case .iconv(let decoder): convert(bytes, by: decoder, into: &text)
    case .utf8Or(let decoder):
      if Self.isUTF8(bytes) {
        text.append(bytes)
      } else {
        convert(bytes, by: decoder, into: &text)
      }
    }
  }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      guard case .valid(let length) = UTF8Sequence(bytes, at: index) else { return false }
      index += length
    }
    return true
  }

  private func appendUTF8(_ bytes: Span<UInt8>, to text: inout BinaryText) {
    var index = 0
    while index < bytes.count {
      switch UTF8Sequence(bytes, at: index) {
      case .valid(let length):
        text.append(bytes.extracting(index..<index + length))
        index += length
      case .invalid(let length):
        text.appendReplacement(.invalidBytes)
        index += length
      case .cut:
        text.appendReplacement(.invalidBytes)
        index = bytes.count
      }
    }
  }

  private func convert(
    _ bytes: Span<UInt8>, by decoder: IconvDecoder, into text: inout BinaryText
  ) {
    var index = 0
    while index < bytes.count {
      var output = ByteBuffer()
      let (taken, stop) = decoder.convert(bytes.extracting(index..<bytes.count), into: &output)
      text.append(output.storage.span.extracting(output.live))
      index += taken
      if stop != .full, index < bytes.count {
        text.appendReplacement(.invalidBytes)
        index += 1
      }
    }
  }
}
