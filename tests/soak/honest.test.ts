/** Honest targets are judged with one seed after another, deep: nobody is accused, whatever is drawn. */
import { expect, test } from 'vitest'
import { outcomeIn } from '../../helpers/testing/needs-test.ts'
import { startReference } from '../../reference/index.ts'
import { v1 } from '../../suites/v1/index.ts'
import { v3 } from '../../suites/v3/index.ts'

const SEEDS = 20
const FIRST = Number(process.env.SEED ?? 20_262)
/** Judged beside the honest reference, in turn: freedoms that a drawn order or a drawn name could get into the way of. */
const VARIANTS = [
  undefined,
  'v3-list-late',
  'v3-churn',
  'v3-churn-of-roles',
  'v3-billing-may-not-read',
  'v3-billing-lists-only',
  'v1-list-late',
  'v1-reads-late',
  'v1-churn',
  'v1-churn-growing',
]

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('seed %i', async (seed) => {
  const chosen = [undefined, VARIANTS[seed % VARIANTS.length]]
  for (const variant of chosen) {
    const reference = await startReference(variant === undefined ? {} : { variant })
    for (const THOROUGH of ['off', 'medium'])
      for (const module of [v3, v1]) {
        const environment = { ...reference.environment, SAFETY: 'full', SEED: String(seed), THOROUGH }
        const { results, leftovers } = await outcomeIn(module, environment)
        const failed = results.filter(({ verdict }) => verdict === 'failed')
        const told = failed.map(({ id, reason }) => `${variant ?? 'honest'}, ${THOROUGH}: ${id}: ${reason}`)
        expect([told, leftovers]).toEqual([[], []])
      }
    await reference.close()
  }
})
