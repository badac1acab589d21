import Casework
import Registry
import Screening

/// The applications of a folder of submissions with what the round and the registry know of them.
///
/// The registry is read where there is one; nothing is recorded.
func linkedContexts(
  _ folder: InputFolder, under definition: PipelineDefinition, progress: RunProgress.Listener?
) async throws(RunFailure) -> [CaseContext] {
  let identifiers = try CaseIdentifiers(
    input: definition.input, registryKey: definition.caseKey)
  let earlier =
    RegistryFile.exists(at: definition.registry)
    ? try registered { () throws(RegistryError) in
      try RegistryFile(definition.registry).earlierRounds(beside: definition.round)
    } : .none
  let linked = try await linkedRound(
    folder, under: definition, identifiers: identifiers, beside: earlier, progress: progress)
  return linked.assessments.map(\.household.application).map { application in
    CaseContext(
      of: application, links: linked.duplicates.links(of: application.caseID),
      primary: linked.duplicates.primaries[application.caseID],
      help: earlier.rounds.isEmpty ? nil : earlier.help)
  }
}
