/** Starts all checks of a run at once, so that those of all operations travel side by side. */

import type { DeclaredCheck } from '../../language/bind.ts'
import type { ContractModule } from '../../language/module.ts'
import type { Target } from '../target.ts'
import type { Judgement } from './judge.ts'
import type { Judging } from './run.ts'
import { selected } from './selection.ts'

/** A check that is under way. */
export interface StartedCheck {
  check: DeclaredCheck
  /** What it comes to; rejects only where no check is declared. */
  judgement: Promise<Judgement>
}

/** Starts every check of a target's run. */
export function startedChecks(run: Judging, modules: ContractModule[], target: Target): StartedCheck[] {
  return modules.flatMap((module) => {
    const requirements = new Map(module.catalogue.map((requirement) => [requirement.id, requirement]))
    return selected(module, target).flatMap((check) => {
      const requirement = requirements.get(check.id)
      return requirement === undefined
        ? []
        : [{ check, judgement: run.judge(module.contract, requirement, check.phase) }]
    })
  })
}

/**
 * Starts every check of `run`, whose tests stand in several files; what comes back hands out what they come to.
 * Vitest runs the files of a worker one after another.
 */
export function eagerStart(run: Judging, modules: ContractModule[], target: Target): Judging {
  const started = startedChecks(run, modules, target)
  const judgements = new Map(started.map(({ check, judgement }) => [check.id, judgement]))
  return {
    baseUrl: run.baseUrl,
    newExchanges: () => run.newExchanges(),
    revisedExchanges: () => run.revisedExchanges(),
    revisedJudgements: () => run.revisedJudgements(),
    told: (text) => run.told(text),
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
