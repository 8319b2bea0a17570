/** Turns the checks of a run into Vitest tests: one per requirement, one describe per operation. */
import { describe, type TestContext, test } from 'vitest'
import type { DeclaredCheck } from '../../language/bind.ts'
import type { ContractModule } from '../../language/module.ts'
import type { Requirement } from '../../model/contract.ts'
import type { Target } from '../target.ts'
import { attempt, type Opened } from './attempt.ts'
import { endOf, isOthers } from './hand-over.ts'
import type { Judgement } from './judge.ts'
import type { Judging } from './run.ts'
import { selected } from './selection.ts'

/** The run for which tests are declared, opened when the first of them begins. */
export type Opening = () => Promise<Opened>

/**
 * Declares all tests of one target.
 * @param open starts the run; called once, when the first test begins
 */
export function declareTarget(target: Target, modules: ContractModule[], open: () => Promise<Judging>): void {
  const run = opening(target, open)
  describe.concurrent(target.name, () => {
    declareChecks(target, modules, run)
    declareEnd(target, run)
  })
}

/** Opens the run of a target for whoever asks first; the others get the same one. */
export function opening(target: Target, open: () => Promise<Judging>): Opening {
  let opened: Promise<Opened> | undefined
  return () => {
    opened ??= attempt(open, target)
    return opened
  }
}

/** Declares the tests of those checks that the target's run is to judge and that are `wanted` here. */
export function declareChecks(
  target: Target,
  modules: ContractModule[],
  run: Opening,
  wanted: (check: DeclaredCheck) => boolean = () => true,
): void {
  for (const module of modules) {
    const requirements = new Map(module.catalogue.map((requirement) => [requirement.id, requirement]))
    for (const [operation, checks] of byOperation(selected(module, target).filter(wanted))) {
      describe.concurrent(operation, () => {
        for (const check of checks) declareCheck(target, module, check, requirements.get(check.id), run)
      })
    }
  }
}

/** Declares the last test of a target: it waits for the end of the run and hands over what is left. */
export function declareEnd(target: Target, run: Opening): void {
  test.concurrent('clean-up', async ({ task }) => {
    task.meta.conformanceEnd = await endOf(target, await run())
  })
}

function declareCheck(
  target: Target,
  module: ContractModule,
  check: DeclaredCheck,
  requirement: Requirement | undefined,
  run: Opening,
): void {
  if (!requirement) throw new Error(`no requirement ${check.id} in the catalogue`)
  test.concurrent(`${check.id}: ${requirement.title}`, async (context) => {
    const { run: current, failure } = await run()
    // The last test of the target says why, once for all of them.
    if (current === undefined) return context.skip(failure)
    const judgement = await current.judge(module.contract, requirement, check.phase)
    if (isOthers(judgement, check, target)) context.skip('left to another shard')
    await hand(context, target, judgement, current)
  })
}

function byOperation(checks: DeclaredCheck[]): Map<string, DeclaredCheck[]> {
  const groups = new Map<string, DeclaredCheck[]>()
  for (const check of checks) groups.set(check.operation, [...(groups.get(check.operation) ?? []), check])
  return groups
}

/** Gives a judgement to the reporter and lets the test end as the verdict asks. */
async function hand(context: TestContext, target: Target, found: Judgement, run: Judging): Promise<void> {
  const exchanges = run.newExchanges()
  const judgement = run.handedOn(found)
  context.task.meta.conformance = { target: target.name, judgement, exchanges }
  if (target.annotates) {
    const { annotate } = await import('./annotate.ts')
    await annotate(context, judgement, run.allExchanges(), run.baseUrl)
  }
  const { verdict, reason } = judgement
  if (verdict === 'failed') throw new Error(reason)
  if (verdict === 'untested' || verdict === 'inconclusive') context.skip(`${verdict}: ${reason}`)
}
