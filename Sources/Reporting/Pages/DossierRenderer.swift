public import Casework

/// Writes `dossiers/<case_id>.html`, the review file of a case, and the list of all of them.
///
/// A dossier is one self-contained page with the full identity numbers; see contract §4.
public struct DossierRenderer: Sendable {
  private let language: Language
  private let template: PageTemplate
  private let indexTemplate: PageTemplate

  /// Compiles the templates once, for any number of dossiers.
  public init(language: Language) throws {
    self.language = language
    template = try PageTemplate(dossierTemplate, in: language)
    indexTemplate = try PageTemplate(dossierIndexTemplate, in: language)
  }

  /// The dossier of one case, with what the rules of measures suggest; `wording` has the words of the
  /// policy's values where they were made for many cases.
  public func dossier(
    of result: ScreeningResult, suggesting recommendation: Recommendation? = nil,
    in round: RoundResult, wording: PolicyWording? = nil
  ) -> String {
    template.rendered(
      with: DossierView(
        result, suggesting: recommendation, in: round, language: language, wording: wording
      ).view)
  }

  /// `dossiers/index.html`: all cases by unit, with masked identity numbers.
  public func index(of round: RoundResult) -> String {
    indexTemplate.rendered(with: dossierIndexView(of: round, in: language))
  }
}
