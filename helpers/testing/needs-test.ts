/** Whether the needs of a contract are told right: held against runs that lack something. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContractModule } from '../../language/module.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Leftover } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import type { Judgement } from '../../runner/worker/judge.ts'
import { openRun } from '../../runner/worker/open.ts'
import { readConfig } from '../config/config.ts'
import { newTag } from '../safety/tag.ts'

/** Declares the tests of the needs of one contract. */
export function needsTest(module: ContractModule): void {
  const { contract, catalogue, credential, needs } = module
  const observable = catalogue.filter(({ unobservable }) => unobservable === undefined)

  /** Reasons of the untested requirements by id. */
  async function untested(environment: Record<string, string | undefined>): Promise<Map<string, string>> {
    const results = await runIn(module, environment)
    const left = results.filter(({ verdict }) => verdict === 'untested')
    return new Map(left.map(({ id, reason }) => [id, reason ?? '']))
  }

  describe(`the needs of ${contract}`, () => {
    let reference: Reference
    beforeAll(async () => {
      reference = await startReference()
    })
    afterAll(() => reference.close())

    test('name each variable without which something is untested', async () => {
      const found = await untested({
        BASE_URL: reference.url,
        [credential]: reference.environment[credential],
        SAFETY: 'full',
      })
      const told = new Map(
        observable.map(({ id }) => [id, (needs.get(id) ?? []).filter((need) => !need.startsWith('SAFETY'))]),
      )
      const expected = observable.map(({ id }) => id).filter((id) => (told.get(id) ?? []).length > 0)
      expect([...found.keys()].sort()).toEqual(expected.sort())
      for (const [id, reason] of found) {
        const variable = /^needs (\w+)/.exec(reason)?.[1] ?? reason
        expect(told.get(id)?.join(), id).toContain(variable)
      }
    })

    test('name SAFETY where reading alone does not do', async () => {
      const found = await untested({ ...reference.environment, SAFETY: 'read-only', PUBLIC_TIER: 'auto' })
      const idsOf = (isMeant: (need: string) => boolean): string[] =>
        observable.map(({ id }) => id).filter((id) => (needs.get(id) ?? []).some(isMeant))
      // What no run asks for is met or is not, whatever it is allowed.
      const met = idsOf((need) => need.startsWith('a '))
      const notMet = (ids: Iterable<string>) => [...ids].filter((id) => !met.includes(id)).sort()
      const expected = idsOf((need) => need.startsWith('SAFETY'))
      expect(notMet(found.keys())).toEqual(notMet(expected))
    })
  })
}

/** Judges every observable requirement of one contract in a run of its own. */
export async function runIn(
  module: ContractModule,
  environment: Record<string, string | undefined>,
): Promise<Judgement[]> {
  return (await outcomeIn(module, environment)).results
}

/** The same, with whom the run names as left, and its exchanges. */
export async function outcomeIn(
  module: ContractModule,
  environment: Record<string, string | undefined>,
): Promise<{ results: Judgement[]; leftovers: Leftover[]; exchanges: Exchange[] }> {
  const given = Object.fromEntries(
    Object.entries({ ...environment, CONTRACTS: module.contract }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
  const config = readConfig(given)
  const target = {
    name: 'needs',
    config,
    ...(config.seed === undefined ? {} : { seed: config.seed }),
    runId: newTag(),
    contracts: [module.contract],
    keepEvidence: false,
  }
  const run = await openRun(target, [await module.load()])
  const requirements = new Map(module.catalogue.map((requirement) => [requirement.id, requirement]))
  const judgements = module.checks.flatMap(({ id, phase }) => {
    const requirement = requirements.get(id)
    return requirement ? [run.judge(module.contract, requirement, phase)] : []
  })
  const results = await Promise.all(judgements)
  await run.end()
  return { results, leftovers: run.leftovers, exchanges: run.recorder.all }
}
