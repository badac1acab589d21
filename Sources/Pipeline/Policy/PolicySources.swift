import Foundation

/// The files a policy is made of: the file itself, then each one that the file before it extends.
///
/// A set of files is stored as one text, so that a screening can be repeated long after.
struct PolicySources: Sendable {
  /// One file of the chain.
  struct File: Sendable, Equatable {
    /// Its path, as messages name it.
    let path: String
    let text: String
  }

  let files: [File]

  /// Whether the policy is read as it was stored with an earlier run, perhaps of an earlier version
  /// that gave no days.
  let isStored: Bool

  /// Reads a policy file and everything it extends; paths are relative to the file that names them.
  ///
  /// - Throws: `RunFailure.yaml` with the line of the `extends` that leads in a circle or nowhere.
  init(path: String) throws(RunFailure) {
    isStored = false
    var files = [File(path: path, text: try readText(path))]
    while let next = try Self.base(of: files[files.count - 1]) {
      let known = files.firstIndex { Self.isSame($0.path, next.path) }
      if let known {
        throw RunFailure.yaml(
          file: files[files.count - 1].path, line: next.line,
          problem: .circularExtends(files[known...].map { ($0.path as NSString).lastPathComponent })
        )
      }
      do throws(RunFailure) {
        files.append(File(path: next.path, text: try readText(next.path)))
      } catch {
        guard case .unreadable(let path, let reason) = error else { throw error }
        throw RunFailure.yaml(
          file: files[files.count - 1].path, line: next.line,
          problem: .missingBase(path, reason: reason))
      }
    }
    self.files = files
  }

  /// These files with one more in front, which extends the first.
  func changed(by overlay: File) -> PolicySources {
    PolicySources(files: [overlay] + files, isStored: isStored)
  }

  private init(files: [File], isStored: Bool) {
    self.files = files
    self.isStored = isStored
  }

  /// Takes a stored text apart again; `path` stands for the file it once came from.
  init(stored text: String, path: String) {
    isStored = true
    files = Self.parts(of: text, path: path)
  }

  private static func base(of file: File) throws(RunFailure) -> (path: String, line: Int)? {
    let top = try YAMLMapping(try YAMLNode(text: file.text, file: file.path), keys: nil)
    guard top.has("extends") else { return nil }
    return (try top.path("extends"), top.line(of: "extends"))
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    func plain(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    return plain(one) == plain(other)
  }
}

// MARK: As one text

extension PolicySources {
  /// The line before each file of a chain, with the number of bytes that follow.
  private static let mark = "#bangfu-policy-file "

  /// The text of the only file, or of all files one after the other.
  var text: String {
    guard files.count > 1 else { return files[0].text }
    return files.map { file in
      "\(Self.mark)\(file.text.utf8.count) \((file.path as NSString).lastPathComponent)\n"
        + file.text + "\n"
    }.joined()
  }

  /// The digest of `text`; of one file it is the file's own.
  var digest: String { hexDigest(of: Array(text.utf8)) }

  /// The files with their digests, by names that tell them apart.
  var definitionFiles: [DefinitionFile] {
    var names: [String] = []
    return files.map { file in
      let plain = "policy/" + (file.path as NSString).lastPathComponent
      let same = names.count { $0 == plain }
      names.append(plain)
      return DefinitionFile(
        name: same == 0 ? plain : "\(plain) (\(same + 1))",
        digest: hexDigest(of: Array(file.text.utf8)))
    }
  }

  private static func parts(of text: String, path: String) -> [File] {
    let folder = (path as NSString).deletingLastPathComponent
    var files: [File] = []
    var rest = Substring(text).utf8[...]
    while let line = rest.prefix(while: { $0 != UInt8(ascii: "\n") }) as Substring.UTF8View?,
      let head = String(line), head.hasPrefix(mark)
    {
      let words = head.dropFirst(mark.count).split(separator: " ", maxSplits: 1)
      guard let count = words.first.flatMap({ Int($0) }), let name = words.last else { break }
      let body = rest.dropFirst(line.count + 1)
      guard let content = String(body.prefix(count)) else { break }
      files.append(File(path: folder.isEmpty ? String(name) : folder + "/" + name, text: content))
      rest = body.dropFirst(count + 1)
    }
    return files.isEmpty ? [File(path: path, text: text)] : files
  }
}
