import Casework

/// `index.html`: the run at a glance for the office, without names or identity numbers.
///
/// `files` are the run's files relative to the page, in the order to list them.
public func runPage(_ context: ReportContext, files: [String]) throws -> String {
  let template = try PageTemplate(runPageTemplate, in: context.language)
  return template.rendered(with: RunPageView(context: context, files: files).view)
}

/// `dossiers/index.html`: all cases by unit, with masked identity numbers.
public func dossierIndex(_ context: ReportContext) throws -> String {
  try DossierRenderer(language: context.language).index(of: context.result)
}
