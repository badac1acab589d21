/// Reads all tables of the file at `path`; the content decides what kind of file it is.
///
/// Two passes are made: one decides the encoding from all bytes, one reads. Beside the sheets that
/// are returned, memory stays constant.
/// - Throws: a ``TabularError`` where the file as a whole cannot be trusted; survivable trouble is
///   listed in ``TableFile/damage``.
public func readTables(
  at path: String, limits: TableLimits = .standard
) throws(TabularError) -> TableFile {
  try readTables(try ByteSource(path: path), limits: limits)
}

/// Reads all tables of a file that is in memory already.
/// - Throws: a ``TabularError`` where the file as a whole cannot be trusted.
public func readTables(
  from bytes: [UInt8], limits: TableLimits = .standard
) throws(TabularError) -> TableFile {
  try readTables(ByteSource(bytes: bytes), limits: limits)
}

func readTables(_ source: ByteSource, limits: TableLimits) throws(TabularError) -> TableFile {
  let damage = DamageLog(limit: limits.maximumDamage)
  let builder = SheetBuilder(limits: limits, source: source, damage: damage)
  let reading = TableReading(source, limits: limits, damage: damage)
  let (format, encoding) = try reading.read(into: builder)
  return TableFile(
    format: format, encoding: encoding, sheets: builder.sheets, damage: damage.all)
}

/// One reading of one file.
struct TableReading {
  private let source: ByteSource
  private let limits: TableLimits
  private let damage: DamageLog

  init(_ source: ByteSource, limits: TableLimits, damage: DamageLog) {
    self.source = source
    self.limits = limits
    self.damage = damage
  }

  /// Decides what the file is and hands its tables to `receiver`.
  func read(
    into receiver: any TableReceiver
  ) throws(TabularError) -> (FileFormat, TextEncoding) {
    let head = try opening()
    if Self.isArchive(head) {
      return try WorkbookReading(source, limits: limits, damage: damage).read(into: receiver)
    }
    if head.starts(with: CompoundFile.firstBytes) || BinaryWorkbookReading.isBareRecords(head) {
      return try BinaryWorkbookReading(source, limits: limits, damage: damage).read(into: receiver)
    }
    try refuseForeignFile(head)
    let survey = try TextSurvey(source)
    guard survey.byteCount > 0 else { throw TabularError(.empty, .noBytes) }
    var plan = try TextPlan(survey, source)
    let opening = try TextOpening(TextStream(source, plan: plan, limits: limits))
    if let other = plan.other { damage.add(.doubtfulEncoding, other.rawValue) }
    if opening.isHTML {
      let stream = try TextStream(source, plan: plan, limits: limits)
      try HTMLReader(
        stream, outlet: SheetOutlet(receiver: receiver, limits: limits, damage: damage)
      ).read()
      return (.html, plan.encoding)
    }
    if opening.isXML {
      try opening.check(&plan, isASCII: survey.goodUTF8 + survey.badUTF8 == 0, damage)
    } else if opening.isEmpty {
      throw TabularError(.empty, .onlyByteOrderMark)
    }
    if opening.isXML {
      let stream = try TextStream(source, plan: plan, limits: limits, controls: .masked)
      let outlet = SheetOutlet(receiver: receiver, limits: limits, damage: damage)
      return (try XMLReader(stream, outlet: outlet).read(), plan.encoding)
    }
    let stream = try TextStream(source, plan: plan, limits: limits)
    var reader = try CSVReader(stream, limits: limits, damage: damage)
    try reader.read(into: receiver)
    return (reader.dialect.separatesByCommas ? .csv : .tsv, plan.encoding)
  }

  /// The first bytes.
  private func opening() throws(TabularError) -> [UInt8] {
    var buffer = ByteBuffer()
    while buffer.count < 8 { guard try source.read(into: &buffer) else { break } }
    source.rewind()
    return Array(buffer.storage[buffer.live].prefix(8))
  }

  private static func isArchive(_ head: [UInt8]) -> Bool {
    [[0x03, 0x04], [0x05, 0x06], [0x07, 0x08]].contains { head.starts(with: [0x50, 0x4B] + $0) }
  }

  /// Refuses files that are known by their first bytes, before all of them are read.
  private func refuseForeignFile(_ head: [UInt8]) throws(TabularError) {
    let others: [(String, [UInt8])] = [
      ("PDF", Array("%PDF-".utf8)), ("PNG", [0x89, 0x50, 0x4E, 0x47]),
      ("JPEG", [0xFF, 0xD8, 0xFF]), ("GIF", Array("GIF8".utf8)), ("GZIP", [0x1F, 0x8B]),
      ("RAR", Array("Rar!".utf8)),
      ("7z", [0x37, 0x7A, 0xBC, 0xAF]),
    ]
    for (kind, magic) in others where head.starts(with: magic) {
      throw TabularError(.binary, .otherKind, kind)
    }
  }
}
