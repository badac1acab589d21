import Crypto
import Foundation

/// The text of a definition file in UTF-8.
func readText(_ path: String) throws(RunFailure) -> String {
  let bytes = try readBytes(path)
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw RunFailure.unusable(file: path, problem: "UTF-8")
  }
  return text
}

/// The bytes of a file.
func readBytes(_ path: String) throws(RunFailure) -> [UInt8] {
  do {
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  } catch {
    throw RunFailure.unreadable(file: path, reason: reason(of: error))
  }
}

/// The SHA-256 of bytes in hexadecimal.
func hexDigest(of bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

/// Bytes in hexadecimal.
func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// What the system says about an error, without the paths it adds.
func reason(of error: any Error) -> String {
  let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
  if cause.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(cause.code))) }
  return "\(cause.domain) \(cause.code)"
}
