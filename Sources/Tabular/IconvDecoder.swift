import Glibc

/// A conversion to UTF-8 by the C library, piece by piece.
final class IconvDecoder {
  /// Why a piece ended.
  enum Stop {
    /// All input was converted, but for a character that the end cut off.
    case exhausted
    /// The output is full.
    case full
    /// The next bytes are no character.
    case invalid
  }

  private let descriptor: iconv_t

  init(from encoding: String) throws(TabularError) {
    guard let descriptor = iconv_open("UTF-8", encoding),
      descriptor != iconv_t(bitPattern: -1)
    else {
      throw TabularError(.invalidEncoding, .unknownEncoding, encoding)
    }
    self.descriptor = descriptor
  }

  deinit {
    iconv_close(descriptor)
  }

  /// Converts as much of `bytes` as goes, and says how many it took and why it stopped.
  func convert(_ bytes: Span<UInt8>, into output: inout ByteBuffer) -> (taken: Int, stop: Stop) {
    guard !bytes.isEmpty else { return (0, .exhausted) }
    var stop = Stop.exhausted
    var taken = 0
    output.append(upTo: bytes.count * 2 + 16) { target in
      bytes.withUnsafeBytes { source in
        // iconv's signature lacks the const, it never writes to its input.
        var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var inputLeft = source.count
        var result = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var resultLeft = target.count
        if iconv(descriptor, &input, &inputLeft, &result, &resultLeft) == -1 {
          stop = errno == EILSEQ ? .invalid : errno == E2BIG ? .full : .exhausted
        }
        taken = source.count - inputLeft
        return target.count - resultLeft
      }
    }
    return (taken, stop)
  }
}
