/** `status`: the list of those who have it, and of nobody else. */
import { type Answer, succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { UNKNOWN_STATUS } from '../../helpers/v1/fixtures/probes.ts'
import { isComplete } from '../../helpers/v1/judge-pages.ts'
import { idsOf } from '../../helpers/v1/pages.ts'
import { entriesOf, userOf } from '../../helpers/v1/user.ts'
import { ANY_REFUSAL, describe, expect, expectSound, provenBy, requirement, seenIn } from './language.ts'

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
    for (const { status, pages } of first.lists) {
      if (status !== 'pending') {
        for (const page of pages) if (page.entries) expect(page.answer).toExclude({ id })
        continue
      }
      seenIn(...pages.map((page) => page.answer))
      if (pages.some((page) => idsOf(page).includes(id))) continue
      const [page] = pages
      if (page && (!page.entries || isComplete(page))) expect(page.answer).toInclude({ id })
      const found = await directory.seek(pages, userOf(answer) ?? {}, status)
      seenIn(...found.map((one) => one.answer))
      if (found.some((one) => idsOf(one).includes(id))) continue
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
