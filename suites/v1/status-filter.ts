/** `status`: the list of those who have it, and of nobody else. */
import { type Answer, succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import type { Page } from '../../helpers/v1/fixtures/directory.ts'
import { UNKNOWN_STATUS } from '../../helpers/v1/fixtures/probes.ts'
import { isComplete } from '../../helpers/v1/judge-pages.ts'
import { idsOf } from '../../helpers/v1/pages.ts'
import { entriesOf, userOf } from '../../helpers/v1/user.ts'
import { ANY_REFUSAL, describe, expect, expectSound, provenBy, requirement, seenIn } from './vocabulary.ts'

const INVALID = { status: 400, soft: ANY_REFUSAL }

describe('GET /api/v1/users', () => {
  requirement('v1.list.filter-complete', async ({ filters }) => {
    expectSound((await filters.read()).attempts, 'filter')
  })

  requirement('v1.list.total-filtered', async ({ filters }) => {
    expectSound((await filters.read()).attempts, 'total')
  })

  requirement('v1.list.filter-finds-new-user', async ({ people, census, directory, filters }) => {
    const { answer } = await people.resident()
    provenBy(answer)
    if (userOf(answer)?.status !== 'pending') throw new Inconclusive('the new user was not pending')
    const { id } = await census.resident()
    const { first } = await filters.read()
    const holds = (page: Page): boolean => idsOf(page).includes(id)
    const pending = first.lists.flatMap(({ status, pages }) => (status === 'pending' ? pages : []))
    const others = first.lists.flatMap(({ status, pages }) => (status === 'pending' ? [] : pages))
    seenIn(...pending.map((page) => page.answer))
    if (!pending.some(holds) || others.some(holds)) {
      const now = await people.read(id, 'is the new user still pending?')
      if (userOf(now)?.status !== 'pending') throw new Inconclusive('the new user is pending no longer')
    }
    for (const page of others) if (page.entries) expect(page.answer).toExclude({ id })
    if (pending.some(holds)) return
    const [page] = pending
    const { census: everybody } = await directory.walk()
    if (everybody && !everybody.entries) throw new Inconclusive('no list can be had with limit 100')
    if (page && (!page.entries || isComplete(page))) expect(page.answer).toInclude({ id })
    const found = await directory.seek(pending, userOf(answer) ?? {}, 'pending')
    seenIn(...found.map((one) => one.answer))
    if (!found.some(holds)) {
      throw new Inconclusive('the list of pending users is too long to be searched for a new one')
    }
  })

  requirement('v1.list.status-unknown', async ({ probes, directory }) => {
    const answer = await probes.list({ status: UNKNOWN_STATUS })
    if (isServed(answer)) {
      const entries = entriesOf(answer) ?? []
      const labelled = entries.some(({ status }) => status === UNKNOWN_STATUS)
      expect(answer).toKeep(
        'nobody with a status that does not exist',
        !labelled,
        'users labelled with it',
        '/data',
      )
      expect(answer).toPrefer('nobody', entries.length === 0, `${entries.length} users`, '/data')
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.status-case', async ({ probes, directory }) => {
    const answer = await probes.list({ status: 'ACTIVE' })
    if (isServed(answer)) {
      const others = (entriesOf(answer) ?? []).filter(({ status }) => status !== 'active')
      expect(answer).toPrefer('active users alone, or nobody', others.length === 0, 'others too', '/data')
    }
    provenBy(await directory.baseline())
  })
})

function isServed(answer: Answer): boolean {
  if (succeeded(answer)) return true
  expect(answer).toBeRefused(INVALID)
  return false
}
