import Glibc

/// A CSV file being written, with the rules of ``CSVWriter``; readable by its owner only.
public final class CSVFile {
  private static let flushSize = 1 << 16

  private let descriptor: Int32
  @exclusivity(unchecked) private var writer: CSVWriter

  /// Creates the file, or empties the one that is there.
  /// - Throws: ``TabularError/Code/unwritable`` with the system's reason.
  public convenience init(at path: String) throws(TabularError) {
    try self.init(at: path, for: .report)
  }

  init(at path: String, for purpose: CSVWriter.Purpose) throws(TabularError) {
    writer = CSVWriter(for: purpose)
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.unwritable(errno) }
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Adds a row.
  public func appendRow(_ cells: some Sequence<String>) throws(TabularError) {
    for cell in cells { writer.appendCell(cell) }
    try endRow()
  }

  /// Adds a cell, given as UTF-8, to the current row.
  public func appendCell(_ text: Span<UInt8>) {
    writer.appendCell(text)
  }

  /// Adds a blank cell to the current row.
  public func appendBlankCell() {
    writer.appendCell("")
  }

  /// Ends the current row.
  public func endRow() throws(TabularError) {
    writer.endRow()
    if writer.bytes.count >= Self.flushSize { try flush() }
  }

  /// Writes what is left; without it the last rows may be missing.
  public func finish() throws(TabularError) {
    try flush()
  }

  private func flush() throws(TabularError) {
    var start = 0
    while start < writer.bytes.count {
      let count = writer.bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.unwritable(errno) }
      start += count
    }
    writer.removeAll()
  }

  private static func unwritable(_ number: Int32) -> TabularError {
    TabularError(.unwritable, .systemError, Int(number))
  }
}
