/// The head of every page's template: nothing from elsewhere, and kept out of search machines.
///
/// - Parameters:
///   - title: The title, with words and gaps of the template.
///   - style: The styles, as words of the template.
/// - Returns: From the first line to the end of the head.
func pageHead(title: String, style: String = "[[&style]]") -> String {
  """
  <!DOCTYPE html>
  <html lang="[[language]]">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title>\(title)</title>
  <style>\(style)</style>
  </head>
  """
}
