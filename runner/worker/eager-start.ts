/**
 * A run whose tests stand in several files. Vitest runs the files of a worker one after another; so that checks of
 * all operations still travel side by side, all of them start with the first test, and tests collect judgements.
 */

import type { ContractModule } from '../../language/module.ts'
import type { Target } from '../target.ts'
import type { Judgement } from './judge.ts'
import type { Judging } from './run.ts'
import { selected } from './selection.ts'

/** Starts every check of a target's run. @returns what they come to, by the requirement's id */
export function startedChecks(
  run: Judging,
  modules: ContractModule[],
  target: Target,
): Map<string, Promise<Judgement>> {
  const judgements = new Map<string, Promise<Judgement>>()
  for (const module of modules) {
    const requirements = new Map(module.catalogue.map((requirement) => [requirement.id, requirement]))
    for (const { id, phase } of selected(module, target)) {
      const requirement = requirements.get(id)
      if (requirement) judgements.set(id, run.judge(module.contract, requirement, phase))
    }
  }
  return judgements
}

/** Starts every check of `run`; what comes back hands out what they come to. */
export function eagerStart(run: Judging, modules: ContractModule[], target: Target): Judging {
  const judgements = startedChecks(run, modules, target)
  return {
    baseUrl: run.baseUrl,
    newExchanges: () => run.newExchanges(),
    allExchanges: () => run.allExchanges(),
    handedOn: (judgement) => run.handedOn(judgement),
    leftovers: run.leftovers,
    get book() {
      return run.book
    },
    end: () => run.end(),
    strays: () => run.strays(),
    recording: () => run.recording(),
    unrecorded: () => run.unrecorded(),
    damages: () => run.damages(),
    judge: (_contract, { id }) =>
      judgements.get(id) ?? Promise.reject(new Error(`the check of ${id} was not started`)),
  }
}
