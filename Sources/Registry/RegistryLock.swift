internal import Foundation

/// An exclusive lock on a file beside the registry, held until it is released or the process ends.
final class RegistryLock: Sendable {
  private let descriptor: Int32

  init(beside path: String, waitSeconds: Int) throws(RegistryError) {
    let file = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw RegistryError(.unwritable, path: path, detail: String(cString: strerror(errno)))
    }
    var tenthsLeft = waitSeconds * 10
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, tenthsLeft > 0 else {
        close(file)
        throw RegistryError(.busy, path: path)
      }
      tenthsLeft -= 1
      usleep(100_000)
    }
    descriptor = file
  }

  /// Lets another run have the registry before this value goes.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
