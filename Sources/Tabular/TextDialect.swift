/// What separates and what encloses the cells of a text.
struct TextDialect: Equatable {
  /// The full-width comma, U+FF0C, in UTF-8.
  static let wideComma: [UInt8] = [0xEF, 0xBC, 0x8C]
  /// Cells between full-width commas, as they are typed with a Chinese keyboard.
  static let wide = TextDialect(delimiter: wideComma[0], delimiterLength: 3)

  /// The delimiter's first byte.
  let delimiter: UInt8
  let delimiterLength: Int
  var quote = RecordScanner.quote

  init(delimiter: UInt8) {
    self.init(delimiter: delimiter, delimiterLength: 1)
  }

  private init(delimiter: UInt8, delimiterLength: Int) {
    self.delimiter = delimiter
    self.delimiterLength = delimiterLength
  }

  /// Whether the cells stand between full-width commas.
  var isWide: Bool { delimiterLength > 1 }

  /// Whether the cells stand between commas, as in CSV.
  var separatesByCommas: Bool { delimiter == UInt8(ascii: ",") }
}

/// Looks whether apostrophes enclose cells, instead of quotes.
///
/// An apostrophe only in front, as in `'513201…`, is Excel's sign of a text and encloses nothing.
struct QuoteSearch {
  private static let apostrophe = UInt8(ascii: "'")
  private static let fewestPairs = 2

  private var opened = 0
  private var closed = 0
  private var hasQuotes = false

  init(_ sample: Span<UInt8>, _ dialect: TextDialect) {
    var isAtStart = true
    var isOpen = false
    for index in sample.indices {
      let byte = sample[index]
      let isBreak = byte == 0x0A || byte == 0x0D
      if byte == dialect.delimiter || isBreak {
        if isOpen, index > 0, sample[index - 1] == Self.apostrophe {
          closed += 1
          isOpen = false
        } else if isBreak {
          isOpen = false
        }
        isAtStart = !isOpen
        continue
      }
      if isAtStart, byte == Self.apostrophe {
        opened += 1
        isOpen = true
      } else if isAtStart, byte == RecordScanner.quote {
        hasQuotes = true
      }
      isAtStart = false
    }
  }

  /// Whether all but few cells that begin with an apostrophe end with one, and none with quotes.
  var findsApostrophes: Bool {
    !hasQuotes && closed >= Self.fewestPairs && closed * 10 >= opened * 9
  }
}
