/** Turns the checks of a run into Vitest tests: one per requirement, one describe per operation. */
import { describe, type TestContext, test } from 'vitest'
import type { Requirement } from '../contract.ts'
import type { Judgement } from './judge.ts'
import type { ContractModule, DeclaredCheck } from './module.ts'
import type { Run } from './run.ts'
import type { Target } from './target.ts'

/**
 * Declares all tests of one target.
 * @param open starts the run; called once, when the first test begins
 */
export function declareTarget(target: Target, modules: ContractModule[], open: () => Promise<Run>): void {
  let opened: Promise<Run> | undefined
  const run = (): Promise<Run> => {
    opened ??= open()
    return opened
  }
  describe.concurrent(target.name, () => {
    for (const module of modules) {
      const requirements = new Map(module.catalogue.map((requirement) => [requirement.id, requirement]))
      for (const [operation, checks] of byOperation(selected(module, target))) {
        describe.concurrent(operation, () => {
          for (const check of checks) declareCheck(target, module, check, requirements.get(check.id), run)
        })
      }
    }
    test.concurrent('clean-up', async ({ task }) => {
      const current = await run()
      const message = await current.end()
      task.meta.conformanceEnd = {
        target: target.name,
        baseUrl: current.baseUrl,
        exchanges: target.keepEvidence ? current.recorder.takeNew() : [],
        leftovers: current.leftovers,
        ...(message === undefined ? {} : { message }),
      }
    })
  })
}

/** The checks of a module that the target's run is to judge. */
export function selected(module: ContractModule, target: Target): DeclaredCheck[] {
  const { only } = target
  return only === undefined ? module.checks : module.checks.filter(({ id }) => only.includes(id))
}

function declareCheck(
  target: Target,
  module: ContractModule,
  check: DeclaredCheck,
  requirement: Requirement | undefined,
  run: () => Promise<Run>,
): void {
  if (!requirement) throw new Error(`no requirement ${check.id} in the catalogue`)
  test.concurrent(`${check.id}: ${requirement.title}`, async (context) => {
    const current = await run()
    hand(context, target, await current.judge(module.contract, requirement, check.phase), current)
  })
}

function byOperation(checks: DeclaredCheck[]): Map<string, DeclaredCheck[]> {
  const groups = new Map<string, DeclaredCheck[]>()
  for (const check of checks) groups.set(check.operation, [...(groups.get(check.operation) ?? []), check])
  return groups
}

/** Gives a judgement to the reporter and lets the test end as the verdict asks. */
function hand(context: TestContext, target: Target, judgement: Judgement, run: Run): void {
  context.task.meta.conformance = {
    target: target.name,
    judgement,
    exchanges: target.keepEvidence ? run.recorder.takeNew() : [],
  }
  const { verdict, reason } = judgement
  if (verdict === 'failed') throw new Error(reason)
  if (verdict === 'untested' || verdict === 'inconclusive') context.skip(`${verdict}: ${reason}`)
}
