/// How far a run has come, for whoever watches it.
public struct RunProgress: Sendable, Equatable {
  /// What is being done.
  public enum Stage: String, Sendable, CaseIterable {
    /// Files are read into forms.
    case reading
    /// Applications are normalised and screened.
    case screening
    /// Reports are written.
    case writing
  }

  /// What is being done.
  public let stage: Stage
  /// How many files, batches of applications or dossiers are done.
  public let done: Int
  /// How many there are.
  public let total: Int
  /// The rows read so far.
  public let rows: Int

  /// Whoever is told; called from one task, in order.
  public typealias Listener = @Sendable (RunProgress) -> Void
}
