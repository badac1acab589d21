import Casework
import Income
import Registry
import Screening

/// Simulates over every open case of the registry, a page at a time, so that memory does not grow
/// with the registry; the registry is only read.
func simulated(
  _ registry: RegistryFile, knowing knowledge: RegistryKnowledge,
  under policies: SimulationPolicies,
  of definition: PipelineDefinition, progress: RunProgress.Listener?
) async throws(RunFailure) -> SimulationResult {
  let stage = SimulationStage(policies: policies, asOf: definition.asOf)
  let readings = try KnownReadings(definition, knowledge: knowledge)
  let basePath = definition.policyPath
  var result = SimulationResult(policies.variants)
  try await forEachPage(of: registry, knowing: knowledge) { page async throws(RunFailure) in
    let parts = await mapConcurrently(
      page.cases.inBatches(of: 256), jobs: definition.jobs
    ) { batch in
      Result { () throws(RunFailure) in
        let contexts = try registered { () throws(RegistryError) in
          try Registry.contexts(of: batch, knowing: knowledge, on: definition.asOf)
        }
        var part = SimulationResult(policies.variants)
        for (open, read) in zip(batch, contexts) {
          var context = read
          context.reading = readings.reading(of: open, filed: context.application)
          part.count(try stage.simulated(context, basePath: basePath))
        }
        return part
      }
    }
    for part in parts { result.merge(try part.get()) }
    progress?(
      RunProgress(
        stage: .screening, done: result.caseCount, total: result.caseCount, rows: 0))
  }
  return result
}

/// Simulates over the applications of a folder of submissions.
func simulated(
  _ folder: InputFolder, under policies: SimulationPolicies, of definition: PipelineDefinition,
  progress: RunProgress.Listener?
) async throws(RunFailure) -> SimulationResult {
  let stage = SimulationStage(policies: policies, asOf: definition.asOf)
  let basePath = definition.policyPath
  let contexts = try await linkedContexts(folder, under: definition, progress: progress)
  let parts = await mapConcurrently(contexts.inBatches(of: 256), jobs: definition.jobs) { batch in
    Result { () throws(RunFailure) in
      var part = SimulationResult(policies.variants)
      for context in batch { part.count(try stage.simulated(context, basePath: basePath)) }
      return part
    }
  }
  var result = SimulationResult(policies.variants)
  for part in parts { result.merge(try part.get()) }
  return result
}
