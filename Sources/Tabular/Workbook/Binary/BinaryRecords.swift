/// The records of a binary workbook, one after another: a kind, a length and so many bytes.
///
/// What one record cannot hold goes on in CONTINUE records behind it.
struct BinaryRecords {
  /// Kinds of records, by the names of [MS-XLS].
  enum Kind {
    static let formula = 0x0006
    static let end = 0x000A
    static let filePassword = 0x002F
    static let dateSystem = 0x0022
    static let continuation = 0x003C
    static let codePage = 0x0042
    static let columns = 0x007D
    static let boundSheet = 0x0085
    static let numbers = 0x00BD
    static let blanks = 0x00BE
    static let richLabel = 0x00D6
    static let style = 0x00E0
    static let merges = 0x00E5
    static let sharedTexts = 0x00FC
    static let sharedLabel = 0x00FD
    static let blank = 0x0201
    static let number = 0x0203
    static let label = 0x0204
    static let truthOrError = 0x0205
    static let formulaText = 0x0207
    static let row = 0x0208
    static let shortNumber = 0x027E
    static let format = 0x041E
    static let beginning = 0x0809
    /// The beginnings of Excel 2, 3 and 4, which wrote other records.
    static let oldBeginnings = [0x0009, 0x0209, 0x0409]
  }

  /// The kind of the open record.
  private(set) var kind = 0
  /// How many bytes the open record has.
  private(set) var length = 0
  /// How many bytes of the open record were taken in order.
  var taken = 0
  /// Where in the stream the open record begins.
  private(set) var place = 0
  /// The text that was read last.
  var text = BinaryText()

  private var stream: CompoundStream
  private var buffer = ByteBuffer()
  private var isOpen = false

  init(_ stream: CompoundStream) {
    self.stream = stream
  }

  /// How many bytes the whole stream has.
  var byteCount: Int { stream.count }
  /// Where the record behind the open one begins.
  var nextPlace: Int { isOpen ? place + 4 + length : place }

  /// Goes to the record that begins at a place of the stream.
  mutating func seek(to place: Int) {
    buffer.removeAll()
    stream.seek(to: place)
    self.place = place
    isOpen = false
  }

  /// Opens the next record; false at the end of the stream.
  mutating func next() throws(TabularError) -> Bool {
    if isOpen {
      place += 4 + length
      buffer.consume(4 + length)
      isOpen = false
    }
    guard try fill(4) else {
      guard buffer.count == 0 else { throw TabularError(.brokenArchive, .cutShort) }
      return false
    }
    kind = Int(buffer[0]) | Int(buffer[1]) << 8
    length = Int(buffer[2]) | Int(buffer[3]) << 8
    guard try fill(4 + length) else { throw TabularError(.brokenArchive, .cutShort) }
    taken = 0
    isOpen = true
    return true
  }

  /// Opens the next record where it goes on with the open one.
  mutating func nextContinuation() throws(TabularError) -> Bool {
    guard isOpen, try fill(length + 8) else { return false }
    let kind = Int(buffer[4 + length]) | Int(buffer[5 + length]) << 8
    return kind == Kind.continuation ? try next() : false
  }

  private mutating func fill(_ count: Int) throws(TabularError) -> Bool {
    while buffer.count < count { guard try stream.read(into: &buffer) else { return false } }
    return true
  }
}

extension BinaryRecords {
  /// The error about a record that does not hold what its kind must hold.
  var damaged: TabularError { TabularError(.brokenArchive, .badRecord, "\(place)") }

  func byte(at index: Int) throws(TabularError) -> UInt8 {
    guard index < length else { throw damaged }
    return buffer[4 + index]
  }

  /// The 16 bits at a place of the open record.
  func short(at index: Int) throws(TabularError) -> Int {
    guard index >= 0, index + 2 <= length else { throw damaged }
    return Int(buffer[4 + index]) | Int(buffer[5 + index]) << 8
  }

  /// The 32 bits at a place of the open record.
  func long(at index: Int) throws(TabularError) -> UInt32 {
    UInt32(try short(at: index)) | UInt32(try short(at: index + 2)) << 16
  }

  /// The floating point number at a place of the open record.
  func double(at index: Int) throws(TabularError) -> Double {
    Double(bitPattern: UInt64(try long(at: index)) | UInt64(try long(at: index + 4)) << 32)
  }

  /// Takes the next byte, if need be of the record that goes on.
  mutating func takeByte() throws(TabularError) -> UInt8 {
    while taken == length { guard try nextContinuation() else { throw damaged } }
    taken += 1
    return buffer[3 + taken]
  }

  /// Passes over bytes, if need be into the records that go on.
  mutating func skip(_ count: Int) throws(TabularError) {
    var left = count
    while left > 0 {
      while taken == length { guard try nextContinuation() else { throw damaged } }
      let step = min(left, length - taken)
      taken += step
      left -= step
    }
  }

  /// Takes `count` bytes of the open record into the text.
  mutating func take(_ count: Int, _ append: (Span<UInt8>, inout BinaryText) -> Void) {
    let start = buffer.live.lowerBound + 4 + taken
    taken += count
    // Taken out of the record, so that its bytes can be read while the text changes.
    var open = BinaryText()
    swap(&open, &text)
    append(buffer.storage.span.extracting(start..<start + count), &open)
    swap(&open, &text)
  }
}
