/** A run is killed at 25 random moments; after each clean-up nobody is left, and nobody else was touched. */
import { afterAll, expect, test } from 'vitest'
import { seeded } from '../../helpers/chance/seeded.ts'
import { killAndCleanUp } from '../e2e/kills.ts'

const KILLS = 25
/** About as many requests as a whole run of both contracts sends. */
const REQUESTS = 160
const SEED = Number(process.env.SEED ?? 20_261)

const random = seeded(SEED)
const moments = Array.from({ length: KILLS }, (_, index) => ({
  kill: index + 1,
  requests: 1 + Math.floor(random() * REQUESTS),
  // Every fifth time the journal is lost as well, as on a machine of CI.
  loseJournal: index % 5 === 4,
}))

/** How many users of each run were there when it was killed. */
const found: number[] = []

test.each(moments)('kill $kill, when the target has seen $requests requests', async (moment) => {
  const { before, ...after } = await killAndCleanUp(moment.requests, moment.loseJournal)
  found.push(before)
  expect(after).toEqual({ left: [], othersKept: true, code: 0 })
})

afterAll(() => {
  console.log(`users there when the runs were killed: ${found.join(', ')}`)
  // A kill that finds nobody shows nothing; most have to find somebody.
  expect(found.filter((count) => count > 0).length).toBeGreaterThan(found.length / 2)
})
