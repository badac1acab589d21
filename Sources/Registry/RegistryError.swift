internal import GRDB

/// What keeps the registry from being used.
public struct RegistryError: Error, Sendable, Equatable {
  /// What went wrong, as a category.
  public enum Code: String, Sendable, CaseIterable {
    /// Another run holds the registry.
    case busy
    /// The file is no registry, or its content contradicts itself.
    case damaged
    /// The registry was made by a newer version of the program.
    case newerVersion
    /// The disk is full, or the folder or file cannot be written.
    case unwritable
    /// The file cannot be opened or read.
    case unreadable
    /// The day of the run lies before what is recorded already.
    case clockSetBack
    /// Something that was asked for is not recorded.
    case unknown
  }

  /// The category.
  public let code: Code
  /// The registry's file.
  public let path: String
  /// What exactly was found, for the message; never a person's name or number.
  public let detail: String

  /// Makes an error.
  public init(_ code: Code, path: String, detail: String = "") {
    self.code = code
    self.path = path
    self.detail = detail
  }
}

extension RegistryError {
  /// What an error of the database means for whoever runs the program.
  init(_ error: any Error, path: String) {
    if let own = error as? RegistryError {
      self = own
      return
    }
    guard let database = error as? DatabaseError else {
      // Whatever else is thrown could not be read from the file, and may hold what stands there.
      let place = (error as? StoredValueDamage).map { "\($0)" }
      self.init(.damaged, path: path, detail: place ?? "\(type(of: error))")
      return
    }
    let detail = database.message ?? "SQLite \(database.resultCode.rawValue)"
    switch database.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(.busy, path: path, detail: detail)
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_PERM:
      self.init(.unwritable, path: path, detail: detail)
    case .SQLITE_CANTOPEN: self.init(.unreadable, path: path, detail: detail)
    case .SQLITE_IOERR:
      let isRead =
        database.extendedResultCode == .SQLITE_IOERR_READ
        || database.extendedResultCode == .SQLITE_IOERR_SHORT_READ
      self.init(isRead ? .damaged : .unwritable, path: path, detail: detail)
    default: self.init(.damaged, path: path, detail: detail)
    }
  }
}
