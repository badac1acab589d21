def history_readme(chronicle, files, rows):
    return ""
