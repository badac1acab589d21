import Glibc

/// The encodings a sample file can have.
enum TextEncoding: Sendable {
  case utf8, utf8WithMark, gb18030, utf16

  func bytes(of text: String) throws(SampleError) -> [UInt8] {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: return try gb18030Bytes(of: text)
    case .utf16:
      var bytes: [UInt8] = [0xFF, 0xFE]
      bytes.reserveCapacity(text.utf16.count * 2 + 2)
      for unit in text.utf16 {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
      return bytes
    }
  }
}

private func gb18030Bytes(of text: String) throws(SampleError) -> [UInt8] {
  guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    throw SampleError(
      code: "sample.no-gb18030", message: "the system's iconv knows no GB18030", path: nil)
  }
  defer { iconv_close(converter) }
  // A BMP character takes at most four bytes in GB18030 and at least one in UTF-8.
  var source = text.utf8.map { CChar(bitPattern: $0) }
  let capacity = source.count * 4
  var remaining = source.count
  var space = capacity
  // unsafe: iconv advances both pointers inside the two buffers it is given.
  let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
    target.withMemoryRebound(to: CChar.self) { output in
      source.withUnsafeMutableBufferPointer { input in
        var from = input.baseAddress
        var into = output.baseAddress
        _ = iconv(converter, &from, &remaining, &into, &space)
      }
    }
    count = capacity - space
  }
  guard remaining == 0 else {
    throw SampleError(
      code: "sample.not-encodable", message: "a character has no place in GB18030", path: nil)
  }
  return bytes
}
