/** The bearer token, on every operation: without a valid one nothing is served and nothing happens. */
import { Inconclusive } from '../../helpers/run/outcome.ts'
import type { UnknownCaller } from '../../helpers/v1/fixtures/callers.ts'
import { describe, expect, provenBy, requirement } from './vocabulary.ts'

/** No page shows this refusal; 401 is what HTTP has for it. */
const UNAUTHENTICATED = { status: 401, soft: [400, 403, 404] }

type Intruder = Exclude<UnknownCaller, 'bare'>
const CASES: [slug: string, who: Intruder][] = [
  ['missing-token-refused', 'nobody'],
  ['unknown-token-refused', 'stranger'],
  ['wrong-scheme-refused', 'basic'],
]

for (const [slug, who] of CASES) {
  describe('GET /api/v1/users', () => {
    requirement(`v1.list.${slug}`, async ({ listBy, directory }) => {
      expect(await listBy(who)).toBeRefused(UNAUTHENTICATED)
      provenBy(await directory.baseline())
    })
  })

  describe('GET /api/v1/users/{id}', () => {
    requirement(`v1.get.${slug}`, async ({ getBy, someUser }) => {
      for (const caller of who === 'basic' ? ([who, 'bare'] as const) : [who]) {
        expect(await getBy(caller)).toBeRefused(UNAUTHENTICATED)
      }
      provenBy((await someUser()).get)
    })
  })

  describe('POST /api/v1/users', () => {
    requirement(`v1.create.${slug}`, async ({ people, census }) => {
      const { answer, email } = await people.byUnknown(who)
      expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy((await people.resident()).answer)
      const { pages, complete, near } = await census.taken()
      for (const { answer: list, entries } of pages) if (entries) expect(list).toExclude({ email })
      if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
    })
  })

  describe('DELETE /api/v1/users/{id}', () => {
    requirement(`v1.delete.${slug}`, async ({ removals }) => {
      expect(await removals.byUnknown(who)).toBeRefused(UNAUTHENTICATED)
      const done = await removals.wasDone(who)
      if (done) expect(done).toKeep('the user to be still there', false, `status ${done.status}`)
      provenBy((await removals.real()).answer)
    })
  })
}
