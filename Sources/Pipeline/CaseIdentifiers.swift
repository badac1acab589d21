import Casework
import Crypto
import Foundation

/// Makes the stable identifiers of cases (contract §4).
///
/// They are round, unit code and six letters of a keyed hash over the filing; nobody without the
/// key can guess whose case it is.
struct CaseIdentifiers {
  static let keyFileName = "case-id.key"
  private let key: SymmetricKey
  /// The key's own digest; part of the run's digest, since other keys make other identifiers.
  let digest: String

  /// Reads the key of a round that brings its own, else the registry's, made at first use.
  init(input: String, registryKey: String) throws(RunFailure) {
    let own = input + "/" + Self.keyFileName
    let path = FileManager.default.fileExists(atPath: own) ? own : registryKey
    if !FileManager.default.fileExists(atPath: path) { try Self.makeKey(at: path) }
    let text = try readText(path)
    let letters = text.filter { !$0.isWhitespace }
    guard letters.count >= 32 else {
      throw RunFailure.unusable(file: path, problem: .shortKey)
    }
    self.init(letters: letters)
  }

  /// Makes identifiers under a key.
  init(letters: String) {
    key = SymmetricKey(data: Array(letters.utf8))
    digest = hexDigest(of: Array(letters.utf8))
  }

  private static func makeKey(at path: String) throws(RunFailure) {
    let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { hex(Array($0)) }
    try makeFolder(folder(of: path))
    // Two runs may start together: the key that stands there first counts.
    try makeFileOnce(Array((fresh + "\n").utf8), at: path)
  }

  /// The applications with their identifiers.
  ///
  /// A second filing with the same key gets a suffix; which one is second follows from what the
  /// filings state, so that the order of rows and files does not matter.
  func identify(_ applications: [Application]) -> [Application] {
    var byLetters: [String: [Int]] = [:]
    for (index, application) in applications.enumerated() {
      byLetters[stem(of: application), default: []].append(index)
    }
    var identified = applications
    for (stem, places) in byLetters {
      guard places.count > 1 else {
        identified[places[0]].caseID = stem
        continue
      }
      let ordered = places.map { ($0, contentKey(of: applications[$0])) }.sorted {
        $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0
      }
      for (rank, place) in ordered.enumerated() {
        identified[place.0].caseID = rank == 0 ? stem : "\(stem)-\(rank + 1)"
      }
    }
    return identified
  }

  /// Kept when a number is corrected: the first of the filings that correct each other counts.
  private func stem(of application: Application) -> String {
    let record = application.superseded.first ?? application.record
    let filing =
      record.text(.applicationNumber).value.map { "number|\($0)" }
      ?? record.identity(.applicantId).value?.number.map { "person|\($0.digits)" }
      ?? "name|\(record.name(.applicantName).value?.folded ?? "")|"
      + (record.date(.birthDate).value?.description ?? "")
    let message = "\(application.round)|\(application.unit.code)|\(filing)"
    // The identifier names a file: a unit code cannot lead out of the folder.
    let code = application.unit.code.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
    return "\(application.round)-\(String(code))-\(letters(of: message))"
  }

  /// Six letters without I and O, 24 kinds each: 191 million, of 64 bits of the hash.
  private func letters(of message: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: key)
    var number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    var letters: [UInt8] = []
    for _ in 0..<6 {
      letters.append(alphabet[Int(number % UInt64(alphabet.count))])
      number /= UInt64(alphabet.count)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// What the filing states, for an order that does not depend on places.
  private func contentKey(of application: Application) -> String {
    let day = application.applicationDate?.description ?? "9999"
    let stated = application.record.stated.map { field, value in
      // The description of an identity number masks it.
      let digits = if case .identity(let number)? = value { number.survivingDigits } else { "" }
      return "\(field.rawValue)=\(String(describing: value))\(digits)"
    }
    return day + "|" + stated.sorted().joined(separator: "|")
  }
}
