/**
 * The one file that Vitest runs: declares the tests of every target that it was given.
 * One file rather than one per operation, so that checks of all operations share exchanges
 * and travel side by side (docs/decisions/one-entry.md).
 */
import { describe, inject } from 'vitest'
import { loadContracts } from '../suites/index.ts'
import { TARGETS_AT_ONCE } from './limits.ts'
import { declareTarget } from './worker/declare.ts'
import { openRun } from './worker/open.ts'

const targets = inject('targets')
for (let first = 0; first < targets.length; first += TARGETS_AT_ONCE) {
  const batch = targets.slice(first, first + TARGETS_AT_ONCE)
  const modules = await Promise.all(batch.map((target) => loadContracts(target.contracts)))
  describe(`targets from ${first + 1}`, () => {
    for (const [index, target] of batch.entries()) {
      const loaded = modules[index] ?? []
      declareTarget(target, loaded, () => openRun(target, loaded))
    }
  })
}
