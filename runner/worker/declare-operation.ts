/** What the files in `entries/` declare. They run in one worker and share one run, which begins with the first test. */
import { inject } from 'vitest'
import type { DeclaredCheck } from '../../language/bind.ts'
import type { Operation } from '../../model/contract.ts'
import { loadContracts } from '../../suites/index.ts'
import type { Target } from '../target.ts'
import { declareChecks, declareEnd, opening } from './declare.ts'
import { eagerStart } from './eager-start.ts'
import { openRun } from './open.ts'

const target = onlyTarget()
const modules = await loadContracts(target.contracts)
const run = opening(target, async () => eagerStart(await openRun(target, modules), modules, target))
const declare = (wanted: (check: DeclaredCheck) => boolean): void =>
  declareChecks(target, modules, run, wanted)

/** The tests of one operation, but for those that may do damage. */
export function declareOperation(operation: Operation): void {
  declare((check) => check.operation === operation && check.phase !== 'last')
}

/** The tests that may do damage where a target does not refuse. They stay together, in the last shard. */
export function declareLast(): void {
  declare(({ phase }) => phase === 'last')
}

/** Where the run is a shard: what it can say about operations of others. Then the end of the run. */
export function declareClosing(): void {
  const { part } = target
  declare(({ id, phase }) => phase === 'closing' && part !== undefined && !part.ids.includes(id))
  declareEnd(target, run)
}

function onlyTarget(): Target {
  const [only] = inject('targets') ?? []
  if (only === undefined) throw new Error('these files are run with the configuration cli/vitest.config.ts')
  return only
}
