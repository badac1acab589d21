import Casework
import Foundation
import Intake
import Reporting
import Tabular

/// Writes a blank form for units: `.xlsx` with drop-down lists and explanations, or `.csv`.
///
/// - Parameters:
///   - name: The form by its name in the form files or its title; `all` for a workbook of the forms
///     that units hand in.
///   - path: The file; its ending decides the format.
///   - request: The pipeline file whose forms are used.
/// - Throws: `RunFailure.unusable` for a form nobody knows, or another ending.
public func writeTemplate(
  of name: String, to path: String, as request: RunRequest
) throws(RunFailure) {
  let definition = try PipelineDefinition(request)
  let forms = try templateForms(named: name, in: definition)
  switch (path as NSString).pathExtension.lowercased() {
  case "csv" where forms.count == 1:
    try replaceFile(blankText(of: forms[0]), at: path)
  case "xlsx":
    try replaceFile(workbook(of: forms, definition, for: path), at: path)
  default:
    throw RunFailure.unusable(file: path, problem: .templateFormat)
  }
}

private func workbook(
  of forms: [BlankForm], _ definition: PipelineDefinition, for path: String
) throws(RunFailure) -> [UInt8] {
  do throws(TabularError) {
    return try blankWorkbook(of: forms, dated: definition.asOf)
  } catch {
    throw RunFailure.unwritable(path: path, reason: SystemReason(error.reason))
  }
}

private func templateForms(
  named name: String, in definition: PipelineDefinition
) throws(RunFailure) -> [BlankForm] {
  let ofUnits: [FormKind] = [.applications, .members, .income, .expenditure, .support]
  if name == "all" { return ofUnits.compactMap(definition.library.form).map(BlankForm.init) }
  let known = definition.library.forms + definition.officeLibrary.forms
  guard let form = known.first(where: { $0.kind.rawValue == name || $0.title == name }) else {
    let near = nearest(to: name, in: known.flatMap { [$0.kind.rawValue, $0.title] } + ["all"])
    throw RunFailure.unusable(file: name, problem: .noSuchForm(nearest: near))
  }
  return [BlankForm(form)]
}

extension BlankForm {
  /// The form's own columns; what return sheets add and running numbers are not for filling in.
  init(_ form: FormDefinition) {
    let left = Field.ofReturns.union([.serialNumber, .totalIncome])
    self.init(
      title: form.title,
      columns: form.fields.filter { !left.contains($0.field) }.map(Column.init))
  }
}

extension BlankForm.Column {
  fileprivate init(_ definition: FieldDefinition) {
    let choices = definition.type == .flag ? ["是", "否"] : definition.choices.map(\.name)
    self.init(
      header: definition.header + (definition.period?.headerSuffix ?? ""),
      isRequired: definition.isRequired, explanation: definition.explanation,
      example: choices.first ?? definition.example, choices: choices)
  }
}

extension Period {
  /// What the header says an amount is for, so that nobody has to guess.
  fileprivate var headerSuffix: String? {
    switch self {
    case .month: "（元/月）"
    case .year: "（元/年）"
    default: nil
    }
  }
}

extension FieldDefinition {
  /// What to enter, in words.
  fileprivate var explanation: String {
    switch type {
    case .text: "文字；没有的填“无”"
    case .name: "与身份证一致，少数民族姓名保留“·”"
    case .residentId: "18 位身份证号码；单元格保持文本格式"
    case .date: "年-月-日，如 2015-03-05"
    case .year: "四位年份"
    case .money: "阿拉伯数字，单位元；确实没有的填 0"
    case .count: "整数"
    case .rate: "百分比，如 4.35%"
    case .flag: "是或否"
    case .choice: "从下拉列表选择"
    }
  }

  /// What an entry can look like; no number that could be a person's.
  fileprivate var example: String {
    switch type {
    case .text: ""
    case .name: "张某某"
    case .residentId: "（18位号码）"
    case .date: "2015-03-05"
    case .year: "2015"
    case .money: "12500.50"
    case .count: "3"
    case .rate: "4.35%"
    case .flag, .choice: ""
    }
  }
}
