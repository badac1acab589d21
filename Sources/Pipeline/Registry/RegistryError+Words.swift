import Registry

extension RegistryError {
  /// What is wrong with the registry and what to do, in Simplified Chinese.
  var chinese: String {
    let file = readablePath(path)
    let reason = detail.isEmpty ? "" : "（\(detail)）"
    return switch code {
    case .busy: "登记库 \(file) 正被另一次运行使用。请等它结束后重试，或用 --wait 指定等待秒数。"
    case .damaged:
      "登记库 \(file) 已损坏或不是登记库\(reason)。请不要再写入；先运行 bangfu registry verify，再用备份恢复（registry restore）。"
    case .newerVersion: "登记库 \(file) 由更新版本的程序建立。请使用同一版本或更新的程序；没有改动任何内容。"
    case .unwritable: "登记库 \(file) 不能写入\(reason)。请检查磁盘空间和权限；没有记入任何内容。"
    case .unreadable: "登记库 \(file) 打不开\(reason)。请检查路径和权限。"
    case .clockSetBack: "日期早于登记库中最近一次运行\(reason)。请检查本机时钟，或用 --as-of 指明日期。"
    case .unknown: "登记库 \(file) 中没有：\(detail)。"
    }
  }

  /// What is wrong with the registry and what to do, in English.
  var english: String {
    let file = readablePath(path)
    let reason = detail.isEmpty ? "" : " (\(detail))"
    return switch code {
    case .busy:
      "The registry \(file) is used by another run. Try again when it has ended, or give --wait."
    case .damaged:
      "The registry \(file) is damaged or no registry\(reason). Write nothing more to it; run "
        + "bangfu registry verify and restore a backup (registry restore)."
    case .newerVersion:
      "The registry \(file) was made by a newer version of the program. Use that one; nothing was "
        + "changed."
    case .unwritable:
      "The registry \(file) cannot be written\(reason). Check the space on the disk and the rights; "
        + "nothing was recorded."
    case .unreadable: "The registry \(file) cannot be opened\(reason). Check its path and rights."
    case .clockSetBack:
      "The day lies before the registry's newest run\(reason). Check the clock, or give --as-of."
    case .unknown: "The registry \(file) has no \(detail)."
    }
  }
}
