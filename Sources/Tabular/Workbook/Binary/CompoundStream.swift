/// A stream of bytes that lies in pieces over a file, read from any place on.
struct CompoundStream {
  /// Neighbouring sectors of the stream that are neighbours in the file too.
  private struct Piece {
    let start: Int
    let offset: Int
    var length: Int
  }

  /// How many bytes there are.
  let count: Int
  private let source: ByteSource
  private var pieces: [Piece] = []
  private var position = 0
  private var current = 0

  /// Joins sectors of one size, the last of which may be used in part.
  init(_ source: ByteSource, offsets: [Int], size: Int, count: Int) {
    self.source = source
    self.count = min(count, offsets.count * size)
    for (index, offset) in offsets.enumerated() where index * size < self.count {
      let length = min(size, self.count - index * size)
      if let last = pieces.last, last.offset + last.length == offset {
        pieces[pieces.count - 1].length += length
      } else {
        pieces.append(Piece(start: index * size, offset: offset, length: length))
      }
    }
  }

  /// A whole file as one stream.
  init(_ source: ByteSource) {
    self.init(source, offsets: [0], size: source.byteCount, count: source.byteCount)
  }

  mutating func seek(to place: Int) {
    position = place
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start + pieces[middle].length <= place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    current = low
  }

  /// Adds the next bytes to `buffer`; false at the end, and where the file ends before its stream.
  mutating func read(into buffer: inout ByteBuffer) throws(TabularError) -> Bool {
    guard current < pieces.count else { return false }
    let piece = pieces[current]
    let done = position - piece.start
    let before = buffer.count
    try source.read(
      at: piece.offset + done, upTo: min(piece.length - done, source.pieceSize), into: &buffer)
    position += buffer.count - before
    if position == piece.start + piece.length { current += 1 }
    return buffer.count > before
  }
}
