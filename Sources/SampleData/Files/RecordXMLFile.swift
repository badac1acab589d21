/// Plain record XML: the first row of each grid names the elements, every record writes all of them.
func recordXMLBytes(_ grids: [Grid]) throws(SampleError) -> [UInt8] {
  let text = recordXMLText(grids)
  let isGB = (grids.first?.rows.count ?? 0) % 3 == 0
  let declaration = "<?xml version=\"1.0\" encoding=\"\(isGB ? "GB18030" : "UTF-8")\"?>\n"
  return try (isGB ? TextEncoding.gb18030 : .utf8).bytes(of: declaration + text)
}

private func recordXMLText(_ grids: [Grid]) -> String {
  let names = [("RECORDS", "RECORD"), ("ROWDATA", "ROW"), ("NewDataSet", "Table")]
  var text = ""
  for grid in grids {
    let (root, record) = names[grid.width % names.count]
    text += "<\(root)>\n"
    let headers = grid.rows[0].map(\.text)
    for row in grid.rows.dropFirst() {
      text += "<\(record)>"
      for (name, cell) in zip(headers, row) {
        text += cell.text.isEmpty ? "<\(name)/>" : "<\(name)>\(xmlEscaped(cell.text))</\(name)>"
      }
      text += "</\(record)>\n"
    }
    text += "</\(root)>\n"
  }
  return text
}
