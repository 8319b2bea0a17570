/** Answers to changes get lost in five ways, run after run: nobody is accused, and whoever is left behind is named. */
import { afterAll, describe, expect, test } from 'vitest'
import { seeded } from '../../helpers/chance/seeded.ts'
import { startReference } from '../../reference/index.ts'
import { strangers } from '../e2e/kills.ts'
import { judged, SMALL_LIMITS } from '../e2e/targets/judged.ts'
import { type Passing, spoiling } from '../e2e/targets/proxy.ts'

const RUNS = 16
/** Runs that are judged side by side. */
const AT_ONCE = 8
const SEED = Number(process.env.SEED ?? 20_261)

type Loss = Passing | 'reset' | 'silence'

const busy = (status: number): Loss => ({ status, headers: {}, body: Buffer.from('not now') })

const RESET = (): Loss => 'reset'
const SILENCE = (): Loss => 'silence'

/** What becomes of an answer to a change, and of how many. */
const ways: [name: string, share: number, losses: (() => Loss)[]][] = [
  ['reset', 0.25, [RESET]],
  ['502', 0.25, [() => busy(502)]],
  ['503', 0.25, [() => busy(503)]],
  ['silence', 0.15, [SILENCE]],
  ['a mixture', 0.25, [RESET, () => busy(502), () => busy(503), () => busy(504), SILENCE]],
]

/** How many users were left, and named, in all runs. */
let leftBehind = 0
let lost = 0

describe.each(ways)('of the answers to changes, some are lost: %s', (name, share, losses) => {
  const seeds = Array.from({ length: RUNS / AT_ONCE }, (_, batch) =>
    Array.from({ length: AT_ONCE }, (_, index) => SEED + batch * AT_ONCE + index),
  )

  test.each(seeds)('%i and the next', async (...batch) => {
    const targets = await Promise.all(batch.map((seed) => losing(seed, share, losses)))
    try {
      const limits = name === 'silence' || name === 'a mixture' ? SMALL_LIMITS : {}
      const reports = await judged(
        Object.fromEntries(
          targets.map(({ seed, environment }) => [`seed ${seed}`, { ...environment, ...limits }]),
        ),
      )
      for (const { seed, reference } of targets) {
        const report = reports[`seed ${seed}`]
        const failed = report?.requirements.filter(({ verdict }) => verdict === 'failed')
        const named = new Set(report?.leftovers.map(({ email }) => email))
        const left = strangers(reference)
        leftBehind += left.length
        expect({ seed, failed, unnamed: left.filter((email) => !named.has(email)) }).toEqual({
          seed,
          failed: [],
          unnamed: [],
        })
      }
    } finally {
      for (const { close } of targets) await close()
    }
  })
})

afterAll(() => {
  console.log(`${lost} answers lost; users left behind and named: ${leftBehind}`)
  expect(lost).toBeGreaterThan(RUNS * ways.length)
})

/** An honest target whose answers to changes get lost on their way, by a share of them and at random. */
async function losing(seed: number, share: number, losses: (() => Loss)[]) {
  const reference = await startReference({ closeConnections: true })
  const random = seeded(seed)
  const target = await spoiling(reference.url, ({ method }, answer) => {
    if (method === 'GET' || random() >= share) return answer
    lost++
    return losses[Math.floor(random() * losses.length)]?.() ?? answer
  })
  const environment = { ...reference.environment, BASE_URL: target.url, CONTRACTS: 'v3,v1', SAFETY: 'full' }
  const close = async () => {
    await target.close()
    await reference.close()
  }
  return { seed, reference, environment, close }
}
