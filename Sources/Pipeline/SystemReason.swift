import Foundation

/// Why the system refuses to read or write.
public struct SystemReason: Sendable, Equatable {
  /// The system's error number; 0 where it gave none.
  public let code: Int32
  /// What it said in its own words.
  private let text: String

  /// The reason behind an error number.
  public init(code: Int32) {
    self.code = code
    text = String(cString: strerror(code))
  }

  /// A reason in the words of whoever met it.
  init(text: String) {
    code = 0
    self.text = text
  }

  /// The reason of the last system call that failed.
  static var last: SystemReason { SystemReason(code: errno) }

  var english: String { text }

  var chinese: String {
    switch code {
    case ENOENT: "不存在"
    case EACCES, EPERM: "没有权限"
    case EISDIR: "是目录，不是文件"
    case ENOTDIR: "路径中有一段不是目录"
    case EEXIST: "已存在同名的文件"
    case EROFS: "只读"
    case ENOSPC, EDQUOT: "磁盘已满"
    case ELOOP: "符号链接循环"
    case ENAMETOOLONG: "名称过长"
    default: text
    }
  }
}
